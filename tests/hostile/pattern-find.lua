-- Tries a pattern whose matching in string.find takes longer than anyone lives.
-- expect: limit: more than 1,000,000 instructions
return ("a"):rep(160):find(".-.-.-.-b")
