-- Tries a table of cases whose function never ends.
-- expect: refused: stopped: more than 1,000,000 instructions
return cases { area = "attacked", each "x" { vary = function() while true do end end, { 1, first = "met" } } }
