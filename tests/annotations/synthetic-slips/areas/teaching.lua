return area {
  title = "Teaching", question = "How well are pupils taught?",

  characteristic "lessons" {
    level = "good", text = "Lessons are well taught", rests = "ours",
    judge = function(school, p)
      local lessons = school.samples.lessons
      if lessons:at_least(p.most) then return met "{lessons} were well taught" end
      return not_met "{lessons} were well taught, fewer than {p.most}"
    end,
    not_met = area_for_improvement "The school should improve its lessons",
  },
}
