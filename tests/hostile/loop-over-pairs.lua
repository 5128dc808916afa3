-- Tries to hide its work in the sorting of keys.
-- expect: limit: more than 1,000,000 instructions
local t = {}
for i = 1, 5000 do t[-i] = i end
while true do pairs(t) end
