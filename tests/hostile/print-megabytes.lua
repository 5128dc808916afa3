-- Tries to print a hundred megabytes.
-- expect: limit: more than 64 KiB printed
local text = ('x'):rep(10000)
for i = 1, 10000 do print(text) end
