-- Tries `dofile`.
-- expect: error: `dofile` is not available to rules
dofile('/etc/passwd')
