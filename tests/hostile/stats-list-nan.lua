-- Tries to have a list sorted that no order can sort.
-- expect: error: stats.median: item 2 of the list is nan; it wants numbers
return stats.median{ 1, 0 / 0, 2 } and met "x"
