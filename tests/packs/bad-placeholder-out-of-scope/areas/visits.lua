-- A message names a local of a block that is over.
return area {
  title    = "Visits",
  question = "How well does the service look after its visitors?",

  characteristic "letters" {
    level = "good",
    text  = "Letters are answered in time",
    rests = "ours",
    judge = function(service, p)
      local letters = service.samples.answered_letters
      if letters:at_least(p.most_letters) then return met "{letters} were answered in time" end
      if letters:missing() then local why = letters:missing() end
      return not_met "{why}: {letters} were answered in time, fewer than {p.most_letters}"
    end,
    not_met = area_for_improvement "Answer letters in time.",
  },
}
