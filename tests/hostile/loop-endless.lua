-- Tries to run for ever.
-- expect: limit: more than 1,000,000 instructions
while true do end
