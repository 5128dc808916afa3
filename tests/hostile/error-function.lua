-- Tries an error whose text would be an address.
-- expect: error: the rule raised a function instead of a message
error(print)
