-- Tries to fill the memory from a file of cases.
-- expect: refused: stopped: more than
local s = ("x"):rep(1 << 20)
local all = {}
for i = 1, 1000 do all[i] = s .. i end
return cases { area = "attacked", case "x" { expect = { first = "met" } } }
