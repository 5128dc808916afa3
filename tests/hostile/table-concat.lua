-- Tries a gigabyte from one text named many times.
-- expect: limit: more than 1,000,000 instructions
local t, text = {}, ("x"):rep(100000)
for i = 1, 10000 do t[i] = text end
return table.concat(t)
