-- Tries to keep an organisation's evidence for the next one.
-- expect: error: `kept`
local kept
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function() return met "as ever" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force)
      if force.id ~= "attacked" then return met "left alone" end
      kept = force.samples.files
      return met "kept"
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function() return kept == nil and met "as ever" or not_met "changed" end },
}
