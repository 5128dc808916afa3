-- A pack has 100,000 areas.
local areas = {}
for i = 1, 100000 do areas[i] = "a" end
return pack { name = "bad-pack-too-many-areas", version = "1.0.0", title = "A mistake, made up", scale = { "poor", "good" }, areas = areas }
