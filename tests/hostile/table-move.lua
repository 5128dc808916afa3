-- Tries to move more items than there are in the world.
-- expect: limit: more than 1,000,000 instructions
local t = { 1 }
table.move(t, 1, 2 ^ 53, 2)
