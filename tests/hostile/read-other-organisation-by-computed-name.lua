-- Tries the same, with a name that only shows when the rule runs.
-- expect: error: force has no `spared`
local other = 'spa' .. 'red'
return force[other]
