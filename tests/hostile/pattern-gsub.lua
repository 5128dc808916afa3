-- Tries the same through gsub.
-- expect: limit: more than 1,000,000 instructions
return ("a"):rep(160):gsub(".-.-.-.-b", "")
