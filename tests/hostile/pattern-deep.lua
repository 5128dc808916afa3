-- Tries a pattern that recurses once for each of its thousands of repetitions.
-- expect: error: pattern too complex
return ("a"):rep(10000):find(("a?"):rep(5000) .. "b")
