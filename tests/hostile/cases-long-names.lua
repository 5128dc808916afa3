-- Tries to make one long text the name of many cases, so that memory goes outside of the sandbox.
-- expect: refused: stands twice
local long = ("x"):rep(1000000)
local rows = { vary = function() return { measures = { rate = 1 } } end }
for i = 1, 5000 do rows[i] = { long .. "", first = "no-evidence" } end
return cases { area = "attacked", each "x" (rows) }
