-- Tries a file that ends too early.
-- expect: refused: the end of the file
return area {
