return area {
  title = "Visits", question = "Are letters answered?",
  characteristic "answers" {
    level = "good", text = "Letters are answered", rests = "ours",
    judge = bands { of = "samples.answered_letters", met = { from = "most_letters" } },
  },
}
