return area {
  title    = "Service to victims",
  question = "What do victims get?",
  graded   = false,

  characteristic "heard" {
    level = "good",
    text  = "Victims are heard",
    rests = { "handbook, page 11" },
    findings = true,
  },
}
