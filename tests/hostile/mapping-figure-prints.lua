-- Tries a figure that prints megabytes, over all organisations.
-- expect: refused: more than 64 KiB printed
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { x = { title = "X", value = function(row) for i = 1, 50 do print(("x"):rep(1000)) end return 1 end } } }
