-- Tries the table of all names.
-- expect: error: `_G` is not available to rules
_G.met = nil
