-- Tries to have a thousand similar peers looked for 100,000 times: each is charged for.
-- expect: limit: more than 1,000,000 instructions
for i = 1, 100000 do local rank = force.measures.rate:rank() end
