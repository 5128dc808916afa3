-- Tries to have the same list sorted for ever.
-- expect: limit: more than 1,000,000 instructions
local list = {}
for i = 1, 5000 do list[i] = i * 7919 % 5003 end
while true do stats.shapiro_wilk(list) end
