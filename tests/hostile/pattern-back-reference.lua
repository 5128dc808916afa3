-- Tries long comparisons with what was captured before.
-- expect: limit: more than 1,000,000 instructions
return ("a"):rep(10000):find("(a*)b%1%1")
