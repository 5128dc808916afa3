-- Tries to declare cases while cases are read.
-- expect: refused: a file declares one cases; the first is at line 3
return cases { area = "attacked", each "x" { vary = function() cases { area = "attacked" } return {} end, { 1, first = "no-evidence" } } }
