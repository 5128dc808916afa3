-- Tries a count that is infinite.
-- expect: error: number has no integer representation
return ('x'):rep(math.huge)
