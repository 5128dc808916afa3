-- Tries more captures than there is room for.
-- expect: error: too many captures in a pattern
return ("a"):find(("()"):rep(1000))
