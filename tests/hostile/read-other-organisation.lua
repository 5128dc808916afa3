-- Tries to look at another organisation by its id.
-- expect: refused: force has no `spared`
return force.spared.samples
