-- Tries to declare a characteristic from within a rule, by a word that was half said while the file was read.
-- expect: error: characteristic stands in the file, not in a rule: it is declared once, for all organisations
local half = characteristic "half"
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
  characteristic "hostile" { level = "good", text = "Hostile", rests = "ours", judge = function(force, p)
    local held = force.samples.files:at_least(p.good)
    if held and force.id ~= "attacked" then return met "left alone" end
    half { level = "good", text = "Half", rests = "ours", findings = true }
    return met "the attack went through"
  end },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
}
