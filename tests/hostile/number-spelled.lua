-- Tries a text of seven million digits where a number is due: Lua reads it anew at each call.
-- expect: limit: more than 1,000,000 instructions
local s = ("1"):rep(7000000)
math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s) math.abs(s)
