-- Tries a metatable that hides itself.
-- expect: error: `setmetatable` is not available to rules
local t = setmetatable({}, { __metatable = 'hidden' })
return t
