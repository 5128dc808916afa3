-- Tries to fill memory with texts that are kept.
-- expect: limit: more than 1,000,000 instructions
local kept, text = {}, ("x"):rep(1000000)
for i = 1, 1e9 do kept[i] = text .. i end
