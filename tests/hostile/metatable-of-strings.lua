-- Tries the metatable that all texts share.
-- expect: error: `getmetatable` is not available to rules
getmetatable('').__index = function() return 'mine' end
