-- Tries to change what was seen.
-- expect: error: 
force.samples.files.met = 60
