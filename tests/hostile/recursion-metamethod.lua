-- Tries recursion through an __index that calls itself.
-- expect: error: `setmetatable` is not available to rules
local t = setmetatable({}, {})
local mt = { __index = function(u, k) return u[k + 1] end }
setmetatable(t, mt)
return t[1]
