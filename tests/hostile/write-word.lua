-- Tries to redefine what met means.
-- expect: error: `met` belongs to every rule
met = not_met
