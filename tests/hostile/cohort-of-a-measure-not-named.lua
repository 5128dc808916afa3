-- Tries to read a measure against others that the pack's cohort does not name.
-- expect: error: `apart` is read against no cohort
local z = force.measures.apart:z()
