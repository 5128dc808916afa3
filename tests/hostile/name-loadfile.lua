-- Tries `loadfile`.
-- expect: error: `loadfile` is not available to rules
loadfile('/etc/passwd')
