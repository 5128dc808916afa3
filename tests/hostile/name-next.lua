-- Tries `next`.
-- expect: error: `next` is not available to rules
for k in next, {} do end
