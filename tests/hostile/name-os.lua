-- Tries `os`.
-- expect: error: `os` is not available to rules
os.execute('true')
