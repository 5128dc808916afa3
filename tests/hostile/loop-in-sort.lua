-- Tries to run for ever inside a comparison.
-- expect: limit: more than 1,000,000 instructions
table.sort({ 3, 2, 1 }, function() while true do end end)
