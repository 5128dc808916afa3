-- Tries to raise an answer through assert.
-- expect: error: the rule raised an answer instead of returning it
assert(false, met "so it goes")
