-- Tries to take the items away while they are sorted.
-- expect: error: the list is gone
local t = {}
for i = 1, 100 do t[i] = 100 - i end
table.sort(t, function(a, b) for i = 1, 100 do t[i] = nil end return a < b end)
if #t == 100 then error('the list is gone, and back') end
