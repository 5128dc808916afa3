-- Tries code that runs when an error leaves the block.
-- expect: error: `setmetatable` is not available to rules
local guard <close> = setmetatable({}, { __close = function() while true do end end })
error('out')
