-- Tries an insertion far behind the end.
-- expect: error: position out of bounds
table.insert({}, 2 ^ 53, 'x')
