-- Tries an outcome that it did not declare.
-- expect: error: 
return force.outcomes['attacked/last']:met()
