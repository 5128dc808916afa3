-- Tries an error with a message of five megabytes, which the limits allow.
-- expect: error: xxxxxxxx
error(('x'):rep(5000000))
