-- Tries Fisher's exact test on counts near 2^53, again and again.
-- expect: limit: more than 1,000,000 instructions
while true do stats.difference(3, 1 << 51, 1, 1 << 51) end
