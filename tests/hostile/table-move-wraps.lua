-- Tries to move past the largest integer.
-- expect: error: position out of bounds
table.move({}, 1, 10, math.maxinteger)
