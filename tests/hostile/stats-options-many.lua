-- Tries a table of options with more names than anyone reads.
-- expect: limit: more than 1,000,000 instructions
local options = {}
for i = 1, 200000 do options["k" .. i] = i end
stats.outliers({}, options)
