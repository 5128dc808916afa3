-- Tries `load`.
-- expect: error: `load` is not available to rules
load('return 1')()
