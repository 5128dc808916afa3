-- Tries a mapping that prints megabytes.
-- expect: refused: stopped: more than 64 KiB printed
for i = 1, 100000 do print(("x"):rep(1000)) end
return mapping { round = "1", year = 2021, organisations = { column = "force" } }
