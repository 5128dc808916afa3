-- Tries an error value whose text never comes.
-- expect: error: `setmetatable` is not available to rules
error(setmetatable({}, { __tostring = function() while true do end end }))
