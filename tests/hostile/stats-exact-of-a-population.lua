-- Tries the exact interval of a sample so large that summing its chances takes a tenth of a second, in a loop.
-- expect: limit: more than 1,000,000 instructions
while true do stats.clopper_pearson(1 << 31, 1 << 32, 0.95, 1 << 53) end
