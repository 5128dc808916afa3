-- Tries a method of one kind of evidence on another.
-- expect: error: 
return force.samples.files.at_least(force.measures.rate, 0)
