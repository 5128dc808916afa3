-- Tries recursion through comparisons, on C's stack.
-- expect: error: functions call each other too deeply
local function deeper() table.sort({ 1, 2 }, deeper) return true end
deeper()
