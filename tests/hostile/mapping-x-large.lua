-- Tries to write megabytes of its own into the dataset.
-- expect: refused: more than 1 MiB
local t = {}
for i = 1, 4000 do t[i] = ("x"):rep(1000) end
return mapping { round = "1", year = 2021, organisations = { column = "force" }, x = t }
