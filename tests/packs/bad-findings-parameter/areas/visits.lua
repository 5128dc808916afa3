-- Findings are weighed by parameters that the pack does not have.
return area {
  title    = "Visits",
  question = "How well does the service look after its visitors?",

  characteristic "letters" {
    level = "good",
    text  = "Letters are answered in time",
    rests = "ours",
    findings = true,
    not_met = area_for_improvement "Answer letters in time.",
  },
}
