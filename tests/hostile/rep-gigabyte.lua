-- Tries half a gigabyte in one call.
-- expect: limit: more than 1,000,000 instructions
return ("x"):rep(1 << 29)
