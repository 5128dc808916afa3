-- Tries to call itself for ever.
-- expect: limit: 
local function deeper(n) return 1 + deeper(n + 1) end
deeper(1)
