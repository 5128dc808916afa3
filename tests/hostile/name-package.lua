-- Tries `package`.
-- expect: error: `package` is not available to rules
return package.loaded
