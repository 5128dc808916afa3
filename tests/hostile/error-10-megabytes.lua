-- Tries an error with a message of ten megabytes.
-- expect: limit: more than 1,000,000 instructions
error(('x'):rep(10000000))
