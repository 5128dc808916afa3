-- Tries to put one thing in the place of another.
-- expect: error: 
force.samples.files = { at_least = function() return true end }
