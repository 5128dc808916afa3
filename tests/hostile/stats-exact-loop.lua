-- Tries the exact interval in a loop: each is some thousand evaluations of the exponential.
-- expect: limit: more than 1,000,000 instructions
while true do stats.clopper_pearson(1 << 52, 1 << 53, 1e-300) end
