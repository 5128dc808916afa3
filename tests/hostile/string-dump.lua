-- Tries compiled code of a function.
-- expect: error: `string.dump` is not available to rules
return string.dump(function() end)
