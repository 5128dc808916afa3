-- Tries to give a method a table that pretends to be evidence.
-- expect: error: 
return force.samples.files.at_least({}, 0)
