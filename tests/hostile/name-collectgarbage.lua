-- Tries `collectgarbage`.
-- expect: error: `collectgarbage` is not available to rules
collectgarbage('stop')
