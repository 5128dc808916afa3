-- Tries a field as wide as memory.
-- expect: error: a width or precision has at most two digits
return string.format('%999999999d', 1)
