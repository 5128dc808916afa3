-- Tries a chain of __index that bites its own tail.
-- expect: error: `setmetatable` is not available to rules
local a, b = {}, {}
setmetatable(a, { __index = b })
setmetatable(b, { __index = a })
return a.x
