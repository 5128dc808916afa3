-- Tries a message of megabytes.
-- expect: limit: 
local words = {}
for i = 1, 1e9 do words[i] = met(('x'):rep(100000)) end
