return area {
  title = "Visits", question = "Are letters answered?",
  characteristic "answers" {
    level = "good", text = "Letters are answered", rests = "ours",
    judge = function()
      return bands { of = "samples.answered_letters", met = { from = "most_letters" }, not_met = { below = "most_letters" } }
    end,
  },
}
