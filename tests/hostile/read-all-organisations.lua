-- Tries to look at the list of organisations.
-- expect: refused: force has no `organisations`
return force.organisations[2]
