-- Tries `debug`.
-- expect: error: `debug` is not available to rules
debug.sethook()
