-- Tries to sort texts that are long and alike: a comparison of two is work that no instruction shows.
-- expect: limit: more than 1,000,000 instructions
local a, b, t = ("x"):rep(1000000), ("x"):rep(1000000), {}
for i = 1, 1000 do t[i] = i % 2 == 0 and a or b end
table.sort(t)
