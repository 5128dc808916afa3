-- Tries outlier lines of a list of a million numbers.
-- expect: limit: more than 1,000,000 instructions
local list = {}
for i = 1, 1000000 do list[i] = i end
stats.outliers(list)
