-- Tries a figure that keeps what it makes.
-- expect: refused: stopped: more than
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { x = { title = "X", value = function(row) local t = {} for i = 1, 1000 do t[i] = ("x"):rep(1 << 20) .. i end return 1 end } } }
