-- Tries to catch the limit and go on.
-- expect: error: `pcall` is not available to rules
while true do pcall(function() while true do end end) end
