-- A rule that says its answer and does not return it.
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
      not_met "{letters} were answered in time, fewer than {p.most_letters}"
    end,
    not_met = area_for_improvement "Answer letters in time.",
  },
}
