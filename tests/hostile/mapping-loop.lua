-- Tries a mapping that never ends.
-- expect: refused: stopped: more than 1,000,000 instructions
while true do end
return mapping { round = "1", year = 2021, organisations = { column = "force" } }
