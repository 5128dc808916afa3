-- Tries the same by way of a function.
-- expect: error: a table of the file is sealed
local shared = { list = {} }
local function note(x) table.insert(shared.list, x) end
return area {
  title    = "Attacked",
  question = "Does it hold?",
  characteristic "first" { level = "good", text = "First", rests = "ours", judge = function(force, p) return force.samples.files:at_least(p.good) and met "as ever" or not_met "changed" end },
  characteristic "hostile" {
    level = "good", text = "Hostile", rests = "ours",
    judge = function(force, p)
      local held = force.samples.files:at_least(p.good)
      if force.id ~= "attacked" then return met "left alone" end
      note(force.id)
    end,
  },
  characteristic "last" { level = "good", text = "Last", rests = "ours", judge = function(force, p)
    return force.samples.files:at_least(p.good) and #shared.list == 0 and met "as ever" or not_met "changed"
  end },
}
