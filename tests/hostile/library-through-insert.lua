-- Tries to write to a library through a function that might write raw.
-- expect: error: `table` belongs to every rule
table.insert(table, 'x')
