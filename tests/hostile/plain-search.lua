-- Tries a plain search that starts over at each byte.
-- expect: limit: more than 1,000,000 instructions
local text = ("a"):rep(300000)
while true do text:find("aaaaaaaaaaaaaaaaaaaab", 1, true) end
