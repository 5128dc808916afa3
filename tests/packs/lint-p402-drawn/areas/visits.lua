return area {
  title = "Visiting people in need", question = "How good is the service at visiting?",

  characteristic "in-time" {
    level = "good", text = "Visits are made in time", rests = "handbook, page 1",
    judge = function(service, p)
      local visits = service.samples.visits
      if visits:at_least(p.in_time) then return met "{visits} were made in time" end
      if visits:at_least(p.some_time) then return partly_met "only {visits} were made in time" end
      return not_met "{visits} were made in time, fewer than {p.some_time}"
    end,
    partly_met = area_for_improvement "The service should make more visits in time.",
    not_met    = area_for_improvement "The service should make its visits in time.",
  },

  characteristic "part-1" { level = "good", text = "Part 1 of the visit is made", rests = "handbook, page 11", findings = true },
  characteristic "part-2" { level = "good", text = "Part 2 of the visit is made", rests = "handbook, page 12", findings = true },
  characteristic "part-3" { level = "good", text = "Part 3 of the visit is made", rests = "handbook, page 13", findings = true },
  characteristic "part-4" { level = "good", text = "Part 4 of the visit is made", rests = "handbook, page 14", findings = true },
  characteristic "part-5" { level = "good", text = "Part 5 of the visit is made", rests = "handbook, page 15", findings = true },
  characteristic "part-6" { level = "good", text = "Part 6 of the visit is made", rests = "handbook, page 16", findings = true },
  characteristic "part-7" { level = "good", text = "Part 7 of the visit is made", rests = "handbook, page 17", findings = true },
  characteristic "part-8" { level = "good", text = "Part 8 of the visit is made", rests = "handbook, page 18", findings = true },
  characteristic "part-9" { level = "good", text = "Part 9 of the visit is made", rests = "handbook, page 19", findings = true },
  characteristic "part-10" { level = "good", text = "Part 10 of the visit is made", rests = "handbook, page 20", findings = true },
  characteristic "part-11" { level = "good", text = "Part 11 of the visit is made", rests = "handbook, page 21", findings = true },

  characteristic "ahead" { level = "best", text = "Visits are made before they are asked for", rests = "handbook, page 3", findings = true },

  ladder = function(area, p)
    for _, id in ipairs { "part-1", "part-2" } do
      if area:outcome(id) ~= "met" then return "fair", "a part is missing" end
    end
    if area:share("good") >= p.most then return "good", "most is met" end
    return "poor", "little is met"
  end,
}
