-- Tries a gigabyte by way of the separator.
-- expect: limit: more than 1,000,000 instructions
return ("x"):rep(1 << 10, ("y"):rep(1 << 20))
