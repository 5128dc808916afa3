-- Tries a message longer than anyone reads.
-- expect: error: a message of 100000 bytes
local words = {}
for i = 1, 1e9 do words[i] = met(('x'):rep(100000)) end
