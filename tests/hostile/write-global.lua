-- Tries a global.
-- expect: error: assigning to the global `memory`
memory = force
