return area {
  title    = "Attendance and behaviour",
  question = "Do pupils come, and do they belong?",
  depends  = { "safeguarding", "pupils-view/heard" },

  characteristic "attends" {
    level = "secure",
    weight = 2,
    text  = "Pupils come to school",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local absence = school.measures.absent_sessions
      local elsewhere = absence:benchmark("all-schools")
      local tolerated = elsewhere + p.absence_margin
      if absence:at_most(elsewhere) then return met "{absence}, no more than the {elsewhere} of all schools" end
      if absence:at_most(tolerated) then return partly_met "{absence}, more than the {elsewhere} of all schools" end
      return not_met "{absence}, more than {tolerated}"
    end,
    not_met = area_for_improvement "The school should bring back the pupils who stay away",
  },

  characteristic "few-exclusions" {
    level = "secure",
    text  = "Suspensions are few",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local out = school.measures.exclusions
      if out:at_most(p.exclusions) then return met "{out}" end
      return not_met "{out}, above {p.exclusions}"
    end,
  },

  characteristic "voice" {
    level = "secure",
    text  = "Pupils have a say",
    rests = "handbook",
    judge = function(school)
      local heard = school.outcomes["pupils-view/heard"]
      local parents = school.surveys.parents
      if heard:not_met() then return not_met "pupils are not heard" end
      if heard:partly_met() then return partly_met "pupils are heard at times" end
      if parents:missing() then return met "pupils are heard; parents were not asked" end
      return met "pupils are heard; {parents} parents would recommend the school"
    end,
  },

  -- A ladder of its own: no evidence beyond `secure` was thought of, but a school that is led by its pupils leads.
  ladder = function(area, p)
    if area:concerns() > 0 then return "at-risk", "there is a cause of concern" end
    local share = area:share("secure")
    if share >= p.nearly_all and area:outcome("voice") == "met" then return "leading", "nearly all is met, and pupils have a say" end
    if share >= p.most then return "secure", "most of secure is met" end
    if share >= p.some then return "developing", "some of secure is met" end
    return "at-risk", "little of secure is met"
  end,

  cap "children-at-risk" {
    at      = "developing",
    when    = function(area) return area:outcome("safe-here") == "not-met" end,
    because = "no school is secure where children are not safe",
  },

  characteristic "safe-here" {
    level = "developing",
    text  = "Children are safe where they spend their day",
    rests = "handbook",
    judge = function(school)
      local safeguarding = school.areas["safeguarding"]
      if safeguarding:at_least("developing") then return met "safeguarding is {safeguarding}" end
      return not_met "safeguarding is {safeguarding}"
    end,
  },
}
