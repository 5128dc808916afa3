-- Tries a range that is no range.
-- expect: error: number has no integer representation
return table.unpack({}, 1, 0 / 0)
