-- Tries to look as if it ran straight through: Lua counts a function from the line of its bracket.
-- expect: limit: more than 1,000,000 instructions
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
  characteristic "hostile" { level = "good", text = "Hostile", rests = "ours", judge = function
  (force, p)
    local held = force.samples.files:at_least(p.good)
    if held and force.id ~= "attacked" then return met "left alone" end
    local function again() return again() end
    again()
    return met "the attack went through"
  end },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed"
  end },
}
