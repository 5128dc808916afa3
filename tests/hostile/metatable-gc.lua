-- Tries code that runs when memory is collected, where no hook looks.
-- expect: error: `setmetatable` is not available to rules
for i = 1, 1e6 do setmetatable({}, { __gc = function() while true do end end }) end
