-- Tries more values than the stack holds.
-- expect: error: too many items to unpack
return select('#', table.unpack({}, 1, 1e8))
