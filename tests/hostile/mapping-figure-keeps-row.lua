-- Tries to keep the row in a table of the file.
-- expect: refused: a table of the file is sealed
local kept = {}
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { x = { title = "X", value = function(row) kept.row = row return 1 end } } }
