-- Tries to call the mapping word from a figure.
-- expect: refused: the file
local word = mapping
return mapping { round = "1", year = 2021, organisations = { column = "force" },
  measures = { x = { title = "X", value = function(row) word { } return 1 end } } }
