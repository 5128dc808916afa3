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
    not_met    = cause_of_concern { "People in need are left alone.", recommendations = { { "Make every visit.", within = "3 months" } } },
  },

  characteristic "recorded" { level = "good", text = "Visits are recorded", rests = "handbook, page 2", findings = true },

  characteristic "ahead" { level = "best", text = "Visits are made before they are asked for", rests = "handbook, page 3", findings = true },

  characteristic "surely" {
    level = "good", text = "Visits are surely made in time", rests = "handbook, page 4",
    judge = function(service, p)
      local visits = service.samples.visits
      if visits:surely_at_least(p.some_time) then return met "{visits} were made in time" end
      return partly_met "{visits} were made in time"
    end,
  },

  cap "unsure" { at = "fair", because = "nobody is sure",
    when = { "surely", "not-met" } },

  cap "both" { at = "fair", because = "both at once",
    when = function(area) return area:outcome("recorded") == "met" and area:outcome("recorded") == "not-met" end },

  cap "either" { at = "good", because = "one or the other",
    when = function(area) return area:outcome("recorded") ~= "met" or area:outcome("recorded") ~= "not-met" end },
}
