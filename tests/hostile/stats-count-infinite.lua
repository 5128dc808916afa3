-- Tries a count that is no count.
-- expect: error: stats.wilson: met wants a whole number from 0 to 2^53, got infinity
return stats.wilson(1 / 0, 1 / 0) and met "x"
