-- Tries to fill memory with small tables.
-- expect: limit: 
local t = {}
while true do t[#t + 1] = {} end
