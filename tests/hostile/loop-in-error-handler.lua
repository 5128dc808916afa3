-- Tries to run for ever where the error is handled.
-- expect: error: `xpcall` is not available to rules
xpcall(error, function() while true do end end)
