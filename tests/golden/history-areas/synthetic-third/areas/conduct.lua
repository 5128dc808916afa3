return area {
  title = "Conduct", question = "How good is the school here?",

  characteristic "done-well" {
    level = "good", text = "It is done well", rests = "ours",
    judge = function(school, p)
      local seen = school.samples.checks
      if seen:at_least(p.most) then return met "{seen}" end
      if seen:at_least(p.some) then return partly_met "{seen}, fewer than {p.most}" end
      return not_met "{seen}, fewer than {p.some}"
    end,
    partly_met = area_for_improvement "The school should do it better",
    not_met = cause_of_concern { "It is not done well", recommendations = { { "The school should put it right", within = "6 months" } } },
  },
}
