-- Tries a mapping that eats all memory.
-- expect: refused: stopped: more than
local s = ("x"):rep(1 << 20)
local all = {}
for i = 1, 1000 do all[i] = s .. i end
return mapping { round = "1", year = 2021, organisations = { column = "force" } }
