-- Tries to run for ever inside a replacement.
-- expect: limit: more than 1,000,000 instructions
("abc"):gsub(".", function() while true do end end)
