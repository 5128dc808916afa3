-- Tries a table of so many keys that to look for the next of them among all takes minutes.
-- expect: refused: both kinds of keys
local t = {}
for i = 1, 20000 do t["k" .. i] = i end
t.last = { 1, 2, k = 3 }
return mapping { round = "1", year = 2021, organisations = { column = "force" }, x = t }
