return area {
  title    = "Sound",
  question = "Is it sound?",

  characteristic "heard" {
    level = "good",
    text  = "It is heard",
    rests = "ours",
    judge = function(force)
      print("looking at", force.id)
      if force.samples.answered:at_least(0.5) then return met "{force.id} is heard" end -- peel: allow P503: the numbers here are of no account
      return not_met "{force.id} is not heard"
    end,
  },
}
