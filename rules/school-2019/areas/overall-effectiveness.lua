-- Follows from the other judgments. A ladder or a cap sees its own area only, so the characteristics look across, and the
-- pack's ladder counts them. Early years count where there are any. What makes a school one of a category of concern
-- raises a cause of concern and not a cap, since a cap limits a grade, and there is none where evidence is insufficient.
local function none(school) return school.measures.reception:missing() == "not-applicable" end

return area {
  title    = "Overall effectiveness",
  question = "How effective is the school, all in all?",
  depends  = { "quality-of-education", "behaviour-and-attitudes", "personal-development", "leadership-and-management",
               "early-years" },

  characteristic "education-good" {
    level = "good",
    text  = "The quality of education is good",
    rests = { "framework", "handbook", thresholds = "ours" },
    judge = function(school)
      local education = school.areas["quality-of-education"]
      if education:at_least("good") then return met "the quality of education is {education}" end
      return not_met "the quality of education is {education}"
    end,
  },

  characteristic "all-good" {
    level = "good",
    text  = "All else that is judged is good, and safeguarding is effective",
    rests = { "framework", "handbook", thresholds = "ours" },
    judge = function(school)
      local behaviour, personal = school.areas["behaviour-and-attitudes"], school.areas["personal-development"]
      local leadership, early = school.areas["leadership-and-management"], school.areas["early-years"]
      local safe = school.outcomes["leadership-and-management/safe"]
      if safe:not_met() then return not_met "safeguarding is not effective" end
      if behaviour:below("good") then return not_met "behaviour and attitudes: {behaviour}" end
      if personal:below("good") then return not_met "personal development: {personal}" end
      if leadership:below("good") then return not_met "leadership and management: {leadership}" end
      if none(school) then return met "all other judgments are good or better; there are no early years" end
      if early:below("good") then return not_met "early years: {early}" end
      return met "all other judgments are good or better"
    end,
  },

  characteristic "no-concern" {
    level = "requires-improvement",
    text  = "Safeguarding is effective, and nothing that is judged is inadequate",
    rests = { "concern", "binary" },
    judge = function(school)
      local education, behaviour = school.areas["quality-of-education"], school.areas["behaviour-and-attitudes"]
      local personal, leadership = school.areas["personal-development"], school.areas["leadership-and-management"]
      local early, safe = school.areas["early-years"], school.outcomes["leadership-and-management/safe"]
      if safe:is("not-met") then return not_met "safeguarding is not effective" end
      if not education:missing() and education:below("requires-improvement") then return not_met "quality of education: {education}" end
      if not behaviour:missing() and behaviour:below("requires-improvement") then return not_met "behaviour and attitudes: {behaviour}" end
      if not personal:missing() and personal:below("requires-improvement") then return not_met "personal development: {personal}" end
      if not leadership:missing() and leadership:below("requires-improvement") then return not_met "leadership and management: {leadership}" end
      if not early:missing() and early:below("requires-improvement") then return not_met "early years: {early}" end
      if safe:missing() or education:missing() or behaviour:missing() or personal:missing() or leadership:missing() then
        return no_evidence "nothing is known to be inadequate, but not all could be judged"
      end
      return met "safeguarding is effective, and nothing is inadequate"
    end,
    not_met = cause_of_concern { "The school falls into a category of concern",
      recommendations = { { "The responsible body should say what it will do about what is inadequate, and by when", within = "6 weeks" } } },
  },

  characteristic "outstanding" {
    level = "outstanding",
    text  = "The quality of education is outstanding, and so is all else but for one judgment",
    rests = { "outstanding", thresholds = "ours" },
    judge = function(school, p)
      local education, less = school.areas["quality-of-education"], 0
      if school.areas["behaviour-and-attitudes"]:below("outstanding") then less = less + 1 end
      if school.areas["personal-development"]:below("outstanding") then less = less + 1 end
      if school.areas["leadership-and-management"]:below("outstanding") then less = less + 1 end
      if not none(school) and school.areas["early-years"]:below("outstanding") then less = less + 1 end
      if education:below("outstanding") then return not_met "quality of education: {education}" end
      if less <= p.one_exception then return met "less than outstanding: {less}" end
      return not_met "less than outstanding: {less}, more than {p.one_exception}"
    end,
  },
}
