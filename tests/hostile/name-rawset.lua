-- Tries `rawset`.
-- expect: error: `rawset` is not available to rules
rawset(_G, 'x', 1)
