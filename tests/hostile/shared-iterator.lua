-- Tries to keep an iterator that remembers where it was.
-- expect: error: an iterator of `gmatch` was kept
local words = ("a b c d"):gmatch("%a")
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function() return met "as ever" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force)
      if force.id ~= "attacked" then return met "left alone" end
      words()
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function() return met "as ever" end },
}
