--[[at the top of the area's file]]
--[[end]]
return area {
  title = "Teaching", question = "How well are pupils taught?",
  --[[in the area]]
  --[[end]]

  characteristic "lessons" {
    level = "good", text = "Lessons are well taught",
    --[[in the characteristic]]
    rests = "handbook, page 3",
    not_met = area_for_improvement "The school should improve its lessons",
    --[[end]]
    judge = function(school, p)
      --[[in the rule]]
      local lessons = school.samples.lessons
      if lessons:at_least(p.most) then return met "{lessons} were well taught" end
      return not_met "{lessons} were well taught, fewer than {p.most}"
      --[[end]]
    end,
  },
  --[[below the characteristics]]
  --[[end]]
}
