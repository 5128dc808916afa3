-- Tries to replace a function of every rule.
-- expect: error: `string` belongs to every rule
string.rep = function() return 'mine' end
