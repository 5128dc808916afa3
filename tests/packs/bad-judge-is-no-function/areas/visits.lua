-- An outcome stands where a rule is due.
return area {
  title    = "Visits",
  question = "How well does the service look after its visitors?",
  characteristic "letters" { level = "good", text = "Letters are answered in time", rests = "ours", judge = met },
}
