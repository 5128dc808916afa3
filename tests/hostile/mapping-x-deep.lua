-- Tries tables that hold each other without end.
-- expect: refused: too deeply within each other
local t = {}
t.t = t
return mapping { round = "1", year = 2021, organisations = { column = "force" }, x = t }
