-- Tries a count that is no number.
-- expect: error: number has no integer representation
return ('x'):rep(0 / 0)
