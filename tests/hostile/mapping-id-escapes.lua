-- Tries an id that leaves its string.
-- expect: refused: must be an id
return mapping { round = "1", year = 2021, organisations = { column = "force", names = { Attacked = { id = "a\", \"in_scope\": false" } } } }
