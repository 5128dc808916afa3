-- Tries recursion through the replacements of gsub, on C's stack.
-- expect: error: functions call each other too deeply
local function deeper(text) return (text:gsub(".", deeper)) end
deeper("x")
