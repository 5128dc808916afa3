-- Tries the same through gmatch.
-- expect: limit: more than 1,000,000 instructions
for word in ("a"):rep(160):gmatch(".-.-.-.-b") do return word end
