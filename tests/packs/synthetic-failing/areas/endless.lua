return area {
  title    = "Endless",
  question = "Does it end?",

  characteristic "loops" {
    level = "good",
    text  = "It ends, but not for one organisation",
    rests = "ours",
    judge = function(force)
      while force.id == "north" do end
      local calls = force.samples.answered
      if calls:at_least(0.5) then return met "{calls}" end -- peel: allow P503: the numbers here are of no account
      return not_met "{calls}"
    end,
  },
}
