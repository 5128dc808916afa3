-- Tries an address in a message.
-- expect: error: `%p` is not available to rules
return met(string.format('%p', {}))
