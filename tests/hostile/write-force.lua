-- Tries to be someone else.
-- expect: error: 
force.id = 'spared'
