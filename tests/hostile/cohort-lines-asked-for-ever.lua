-- Tries to say where a measure stands 100,000 times.
-- expect: limit: more than 1,000,000 instructions
for i = 1, 100000 do local standing = force.measures.shared:standing() end
