-- Tries `require`.
-- expect: error: `require` is not available to rules
require('os')
