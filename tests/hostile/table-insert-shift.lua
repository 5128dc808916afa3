-- Tries to shift a long list again and again.
-- expect: limit: more than 1,000,000 instructions
local t = {}
for i = 1, 20000 do t[i] = i end
while true do table.insert(t, 1, 0) end
