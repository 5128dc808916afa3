-- Tries a figure that is worked out for ever.
-- expect: refused: stopped: more than 1,000,000 instructions
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { rate = { title = "R", column = "rate" }, x = { title = "X", value = function(row) repeat local r = row.rate until r < 0 return 1 end } } }
