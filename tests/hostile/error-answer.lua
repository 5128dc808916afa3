-- Tries to raise an answer, which looks like what the engine itself raises.
-- expect: error: the rule raised an answer instead of returning it
error(met "so it goes")
