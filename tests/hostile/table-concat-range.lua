-- Tries to join a range that never ends.
-- expect: error: item 1 is a nil
return table.concat({}, '', 1, math.maxinteger)
