-- Tries to replace a method of all texts through one of them.
-- expect: error: a string cannot be written to
('x').rep = function() return 'mine' end
