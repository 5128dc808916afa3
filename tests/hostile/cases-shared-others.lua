-- Tries to make a little table stand for millions of organisations.
-- expect: refused: stopped: more than 1,000,000 instructions
local others = {}
for i = 1, 5000 do others[i] = { measures = { rate = i } } end
local rows = { vary = function() return { measures = { rate = 1 }, others = others } end }
for i = 1, 5000 do rows[i] = { i, first = "no-evidence" } end
return cases { area = "attacked", each "x" (rows) }
