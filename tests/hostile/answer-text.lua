-- Tries to answer with a word.
-- expect: error: 
return 'met'
