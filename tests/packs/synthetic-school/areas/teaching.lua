return area {
  title    = "Teaching",
  question = "How well are pupils taught?",
  depends  = { "safeguarding" },

  characteristic "lessons" {
    level = "secure",
    weight = 2,
    text  = "Lessons are well planned and well taught",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local lessons = school.samples.lessons
      if lessons:surely_at_least(p.fair_lessons) and lessons:at_least(p.good_lessons) then
        return met "{lessons} were secure"
      end
      if lessons:at_least(p.fair_lessons) then return partly_met "{lessons} were secure, {p.good_lessons} expected" end
      return not_met "{lessons} were secure, fewer than {p.fair_lessons}"
    end,
    partly_met = area_for_improvement "The school should make teaching more even",
    not_met = area_for_improvement "The school should improve teaching",
  },

  characteristic "reading" {
    level = "secure",
    text  = "Pupils read at their age or above",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local reading = school.estimates.reads_at_age
      if reading:at_least(p.reads) then return met "{reading} read at their age" end
      if reading:surely_below(p.reads) then return not_met "{reading} read at their age, surely fewer than {p.reads}" end
      return partly_met "{reading} read at their age; {p.reads} cannot be ruled out"
    end,
    not_met = area_for_improvement "The school should teach reading to all who have fallen behind",
  },

  characteristic "feedback" {
    level = "secure", text = "Pupils know how to improve their work", rests = "handbook", findings = true,
  },

  characteristic "progress" {
    level = "leading",
    text  = "Pupils make far more progress than elsewhere",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local progress = school.measures.progress
      local average = progress:benchmark("all-schools")
      if progress:at_least(p.progress_leading) then return met "{progress}, where all schools have {average}" end
      return not_met "{progress}, where all schools have {average}"
    end,
    met = promising_practice "Pupils make far more progress than elsewhere",
  },

  -- Safeguarding limits this area. A cap sees the characteristics of its own area only, so one of them looks across; its
  -- level is not the ladder's standard, so that it counts for nothing else.
  characteristic "children-safe" {
    level = "developing",
    text  = "Children are safe while they learn",
    rests = "handbook",
    judge = function(school)
      local safeguarding = school.areas["safeguarding"]
      if safeguarding:at_least("developing") then return met "safeguarding is {safeguarding}" end
      return not_met "safeguarding is {safeguarding}"
    end,
  },

  cap "unsafe" {
    at      = "developing",
    when    = { "children-safe", "not-met" },
    because = "no teaching is secure where children are not safe",
  },
}
