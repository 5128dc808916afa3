-- Tries to look at the list of organisations.
-- expect: error: force has no `organisations`
return force.organisations[2]
