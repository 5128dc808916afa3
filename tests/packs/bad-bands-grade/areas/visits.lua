return area {
  title = "Visits", question = "Are letters answered?",
  characteristic "answers" {
    level = "good", text = "Letters are answered", rests = "ours",
    judge = bands { of = "samples.answered_letters", met = { from = "most_letters" }, not_met = { below = "most_letters" } },
  },
  ladder = bands {
    of = "samples.answered_letters",
    god  = { from = "most_letters" },
    poor = { below = "most_letters" },
  },
}
