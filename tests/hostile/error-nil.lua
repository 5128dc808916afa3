-- Tries an error that is nothing.
-- expect: error: the rule raised nil instead of a message
error(nil)
