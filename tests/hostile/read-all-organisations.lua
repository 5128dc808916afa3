-- Tries to look at the list of organisations.
-- expect: error: 
return force.organisations[2]
