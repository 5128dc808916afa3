-- Tries a loop with a bound that is never reached.
-- expect: limit: more than 1,000,000 instructions
for i = 1, math.huge do end
