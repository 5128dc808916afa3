-- Tries to go over everything there is.
-- expect: error: 
for k, v in pairs(force.samples) do print(k, v) end
for k, v in pairs(force) do print(k, v) end
error('went over all of it')
