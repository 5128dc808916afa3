-- Tries to leave a message for other rules in a library.
-- expect: error: `math` belongs to every rule
math.note = { 'for you' }
