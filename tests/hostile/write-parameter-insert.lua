-- Tries to lower the bar through a library.
-- expect: error: 
table.insert(p, 1)
