-- Tries a list whose length is a border found between few items: half a million, with twenty there.
-- expect: limit: more than 1,000,000 instructions
local list = { [1 << 0] = 0, [1 << 1] = 1, [1 << 2] = 2, [1 << 3] = 3, [1 << 4] = 4, [1 << 5] = 5, [1 << 6] = 6, [1 << 7] = 7, [1 << 8] = 8, [1 << 9] = 9, [1 << 10] = 10, [1 << 11] = 11, [1 << 12] = 12, [1 << 13] = 13, [1 << 14] = 14, [1 << 15] = 15, [1 << 16] = 16, [1 << 17] = 17, [1 << 18] = 18, [1 << 19] = 19 }
stats.mean(list)
