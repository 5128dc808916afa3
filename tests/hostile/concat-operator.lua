-- Tries gigabytes by doubling.
-- expect: limit: more than 1,000,000 instructions
local text = "x"
while true do text = text .. text end
