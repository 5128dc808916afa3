return area {
  title = "Teaching", question = "How well are pupils taught?",

  characteristic "lessons" {
    level = "good", text = "Lessons are well taught",
    rests = "handbook, page 3",
    not_met = area_for_improvement "The school should improve its lessons",
    judge = function(school, p)
      local lessons = school.samples.lessons
      if lessons >= p.most then return met "{lessons} were well taught" end
      if lessons:below(p.most) then return Not_met "only {lessons.met} were well taught" end
      local few = lessons * 2 -- reckoned with, and shown
      if lessons == "few" then return not_met "{few}: too few" end
      if lessons:missing() == nil and not lessons:at_least() then return lessons end
    end,
  },
}
