-- Tries an error that is a table.
-- expect: error: the rule raised a table instead of a message
error({ code = 1 })
