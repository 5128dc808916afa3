-- Tries to look at another organisation by its id.
-- expect: error: force has no `spared`
return force.spared.samples
