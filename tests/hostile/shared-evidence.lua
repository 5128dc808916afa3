-- Tries to keep an organisation's evidence for the next one.
-- expect: error: `kept`
local kept
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p) return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force, p)
      local held = force.samples.files:at_least(p.good)
      if force.id ~= "attacked" then return met "left alone" end
      kept = held and force.samples.files
      return met "kept"
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and kept == nil and met "as ever" or not_met "changed"
  end },
}
