-- Tries to change a local name of the file.
-- expect: error: `seen`
local seen = 0
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p) return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force, p)
      local held = force.samples.files:at_least(p.good)
      if force.id ~= "attacked" then return met "left alone" end
      seen = seen + 1
      return met "changed"
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and seen == 0 and met "as ever" or not_met "changed"
  end },
}
