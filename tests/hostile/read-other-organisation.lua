-- Tries to look at another organisation by its id.
-- expect: error: 
return force.spared.samples
