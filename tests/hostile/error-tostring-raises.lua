-- Tries an error value whose text raises.
-- expect: error: `setmetatable` is not available to rules
error(setmetatable({}, { __tostring = function() error('again') end }))
