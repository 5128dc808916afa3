-- Tries a file of cases that never ends.
-- expect: refused: stopped: more than 1,000,000 instructions
while true do end
return cases { area = "attacked", case "x" { expect = { first = "met" } } }
