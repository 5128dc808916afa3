return area {
  title = "Visits", question = "Are letters answered?",
  characteristic "answers" {
    level = "good", text = "Letters are answered", rests = "ours",
    judge = bands "samples.answered_letters",
  },
}
