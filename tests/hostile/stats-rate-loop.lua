-- Tries exact Poisson intervals and ratios of counts of 2^53 in a loop.
-- expect: limit: more than 1,000,000 instructions
while true do stats.rate(1 << 53, 1e-300, 1e300) stats.rate_ratio(1 << 52, 1e-300, 1 << 52, 1e300) end
