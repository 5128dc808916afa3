-- Tries a variable to be closed that cannot be.
-- expect: error: variable 'guard' got a non-closable value
local guard <close> = {}
