-- Tries to show in percent what is finite only as a share.
-- expect: error: {share} is infinite, which is no number to show
local share = 1e308
return met "{share%}"
