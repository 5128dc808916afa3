-- Tries to bring an environment of its own.
-- expect: refused: `_ENV` is not available to rules
local _ENV = { area = area }
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function() return met "as ever" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force)
      if force.id ~= "attacked" then return met "left alone" end
      return met "x"
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function() return met "as ever" end },
}
