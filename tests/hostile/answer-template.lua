-- Tries a template that was not there when the pack was loaded.
-- expect: error: 
return met('{' .. ('x'):rep(10) .. '}')
