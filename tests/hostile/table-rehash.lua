-- Tries a table that is rebuilt at every second assignment.
-- expect: limit: 
local t, n = {}, 65536
for i = 1, n do t["k" .. i] = i end
while true do
  t["k" .. (n - 65535)] = nil
  n = n + 1
  t["k" .. n] = n
end
