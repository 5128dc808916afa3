-- Tries chance.
-- expect: error: `math.random` is not available to rules
return math.random() > 0.5
