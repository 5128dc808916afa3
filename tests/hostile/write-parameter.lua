-- Tries to lower the bar.
-- expect: error: 
p.good = 0
