-- Tries `io`.
-- expect: error: `io` is not available to rules
io.open('/etc/passwd')
