-- Tries to put its own statistics in the place of the engine's.
-- expect: error: `stats` belongs to every rule: it cannot be changed
stats.wilson = function() return 1, 1 end
