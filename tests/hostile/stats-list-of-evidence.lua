-- Tries evidence in place of a number.
-- expect: error: stats.mean: item 1 of the list is a sample; it wants numbers
return stats.mean{ force.samples.files } and met "x"
