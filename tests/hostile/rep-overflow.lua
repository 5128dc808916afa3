-- Tries a length that overflows.
-- expect: error: the text would be too long
return ("xxxxxxxx"):rep(math.maxinteger)
