-- Tries to call itself for ever in place.
-- expect: limit: more than 1,000,000 instructions
local function again() return again() end
again()
