-- Tries to answer for a rule from a case.
-- expect: refused: `met`
return cases { area = "attacked", case "x" { expect = { first = met "as I say" } } }
