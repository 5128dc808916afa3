-- Tries to be stopped while its own table is being written, which must lose no memory.
-- expect: refused: stopped: more than 1,000,000 instructions
local list, lists = {}, {}
for i = 1, 1000 do list[i] = {} end
for i = 1, 200 do lists[i] = list end
for i = 1, 800000 do end
return mapping { round = "1", year = 2021, organisations = { column = "force" }, x = lists }
