-- Tries to carry one organisation into the next.
-- expect: refused: the next organisation would see the change
local last = 0
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { x = { title = "X", value = function(row) local was = last last = row.rate return was end } } }
