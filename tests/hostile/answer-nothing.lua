-- Tries to answer nothing.
-- expect: error: 
return
