-- Tries matching of brackets, from every place anew.
-- expect: limit: more than 1,000,000 instructions
return ("("):rep(20000):find("%b()")
