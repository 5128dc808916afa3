return area {
  title    = "Broken",
  question = "Does it break?",

  characteristic "raises" {
    level = "good",
    text  = "It raises for one organisation",
    rests = "ours",
    judge = function(force)
      if force.id == "east" then error("the rule gave up") end
      local calls = force.samples.answered
      if calls:at_least(0.5) then return met "{calls}" end -- peel: allow P503: the numbers here are of no account
      return not_met "{calls}"
    end,
  },
}
