return area {
  title    = "Sound",
  question = "Is it sound?",

  characteristic "heard" {
    level = "good",
    text  = "It is heard",
    rests = "ours",
    judge = function(force)
      print("looking at", force.id)
      if force.samples.answered:at_least(0.5) then return met "{force.id} is heard" end
      return not_met "{force.id} is not heard"
    end,
  },
}
