-- Judged only where there is a nursery or a reception: the dataset says so of "reception" (not-applicable).
local function none(school) return school.measures.reception:missing() == "not-applicable" end

return area {
  title    = "Early years",
  question = "Do children of the nursery and of reception get a good start?",

  characteristic "curriculum" {
    level = "good",
    text  = "What the youngest are to learn is planned, and meets the needs of all of them",
    rests = { "early", thresholds = "ours" },
    judge = function(school, p)
      if none(school) then return not_applicable "there are no early years" end
      local told = school.findings:here()
      if told:at_least(p.findings_met) then return met "{told}" end
      if told:at_least(p.findings_partly) then return partly_met "{told}" end
      return not_met "{told}"
    end,
    partly_met = area_for_improvement "Staff should plan what each child needs next",
    not_met    = cause_of_concern { "Young children are minded, not taught",
      recommendations = { { "Leaders should plan what children learn in the early years", within = "6 months" } } },
  },

  characteristic "phonics-daily" {
    level = "good",
    text  = "Phonics is taught every day",
    rests = { "reading", thresholds = "ours" },
    judge = function(school, p)
      if none(school) then return not_applicable "there are no early years" end
      local days = school.samples.phonics_sessions
      if days:at_least(p.sessions_good) then return met "on {days} phonics was taught" end
      if days:at_least(p.sessions_fair) then return partly_met "only on {days} phonics was taught" end
      return not_met "on {days} phonics was taught, fewer than {p.sessions_fair}"
    end,
    partly_met = area_for_improvement "Phonics should not be left out when the day is full",
    not_met    = area_for_improvement "Phonics should be taught every day",
  },

  characteristic "ready" {
    level = "good",
    text  = "Children are ready for year 1",
    rests = { "early", thresholds = "ours" },
    judge = function(school, p)
      if none(school) then return not_applicable "there are no early years" end
      local ready = school.measures.development
      local all = ready:benchmark("england")
      local near = all - p.development_near
      if ready:at_least(all) then return met "{ready}; in England {all}" end
      if ready:at_least(near) then return partly_met "{ready}, near the {all} of England" end
      return not_met "{ready}, more than {p.development_near} below the {all} of England"
    end,
    partly_met = area_for_improvement "Staff should find children who fall behind sooner",
    not_met    = area_for_improvement "The school should raise how well children are prepared for year 1",
  },

  characteristic "flourishing" {
    level = "outstanding",
    text  = "Children do far better than elsewhere",
    rests = { "early", "outstanding", thresholds = "ours" },
    judge = function(school, p)
      if none(school) then return not_applicable "there are no early years" end
      local ready = school.measures.development
      local high = ready:benchmark("england") + p.development_high
      if ready:at_least(high) then return met "{ready}, {p.development_high} above England or more" end
      return not_met "{ready}, less than {p.development_high} above England"
    end,
    met = promising_practice "The start that children get here is worth the attention of others",
  },
}
