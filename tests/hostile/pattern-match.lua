-- Tries a pattern whose matching in string.match takes longer than anyone lives.
-- expect: limit: more than 1,000,000 instructions
return ("a"):rep(160):match(".-.-.-.-b")
