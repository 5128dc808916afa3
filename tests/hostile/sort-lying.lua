-- Tries to confuse a sort with a comparison that contradicts itself.
-- expect: limit: more than 1,000,000 instructions
local t = {}
for i = 1, 30000 do t[i] = i end
table.sort(t, function() return true end)
local turn = false
while true do
  table.sort(t, function() turn = not turn return turn end)
end
