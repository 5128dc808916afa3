-- Tries to read a file from a case.
-- expect: refused: `io` is not available
local secret = io.open("/etc/passwd"):read("a")
return cases { area = "attacked", case (secret) { expect = { first = "met" } } }
