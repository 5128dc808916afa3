-- Tries to change how evidence answers.
-- expect: error: 
force.samples.files.at_least = function() return true end
