-- Tries to declare a cap from within a rule, by a word that was half said while the file was read.
-- expect: error: cap stands in the file, not in a rule: it is declared once, for all organisations
local half = cap "half"
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
  characteristic "hostile" { level = "good", text = "Hostile", rests = "ours", judge = function(force, p)
    local held = force.samples.files:at_least(p.good)
    if held and force.id ~= "attacked" then return met "left alone" end
    half { at = "inadequate", when = { "first", "met" }, because = "so" }
    return met "the attack went through"
  end },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
}
