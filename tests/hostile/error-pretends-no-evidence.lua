-- Tries to end like a rule whose evidence is missing.
-- expect: error: 
error(false)
