-- Tries an error with a message of ten megabytes.
-- expect: error: xxxxxxxx
local text = ('x'):rep(5000000)
error(text)
