-- Tries to answer with something that is no outcome.
-- expect: error: 
return { outcome = 'met', text = 'mine' }
