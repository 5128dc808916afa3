-- Tries to read a file.
-- expect: refused: `io` is not available
local f = io.open("/etc/passwd")
return mapping { round = "1", year = 2021, organisations = { column = "force" } }
