-- Tries to make a million threads, each with a count of its own.
-- expect: error: `coroutine` is not available to rules
for i = 1, 1000000 do coroutine.wrap(function() while true do end end)() end
