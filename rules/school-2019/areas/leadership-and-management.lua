return area {
  title    = "Leadership and management",
  question = "Do leaders and governors make the school a good one, and keep its pupils safe?",
  depends  = { "safeguarding" },

  characteristic "development" {
    level = "good",
    text  = "Teachers are trained in what they teach",
    rests = { "leadership", thresholds = "ours" },
    judge = bands {
      of = "samples.teachers_trained",
      met        = { from = "training_good" },
      partly_met = { from = "training_fair", below = "training_good" },
      not_met    = { below = "training_fair" },
    },
    partly_met = area_for_improvement "Training should follow the curriculum, subject by subject",
    not_met    = area_for_improvement "Leaders should plan how teachers learn to teach their subjects",
  },

  characteristic "workload" {
    level = "good",
    text  = "Leaders consider the workload and well-being of staff",
    rests = { "fields", thresholds = "ours" },
    judge = function(school, p)
      local told = school.findings:here()
      local staff = school.surveys.staff
      staff:missing()
      if told:at_least(p.findings_met) then return met "{told} (staff who say so: {staff})" end
      if told:at_least(p.findings_partly) then return partly_met "{told} (staff who say so: {staff})" end
      return not_met "{told} (staff who say so: {staff})"
    end,
    partly_met = area_for_improvement "Leaders should drop what costs staff time and helps no pupil",
    not_met    = area_for_improvement "Leaders should hear what staff say of their workload, and act on it",
  },

  characteristic "governed" {
    level = "good",
    text  = "Governors know the school, support its leaders and challenge them",
    rests = { "fields", thresholds = "ours" },
    findings   = true,
    partly_met = area_for_improvement "Governors should ask how they know what they are told",
    not_met    = cause_of_concern { "Nobody holds leaders to account",
      recommendations = { { "The responsible body should review governance", within = "6 months" } } },
  },

  characteristic "on-the-roll" {
    level = "good",
    text  = "No pupil is taken off the roll in the school's interest rather than the pupil's",
    rests = { "leadership", thresholds = "ours" },
    judge = function(school, p)
      local left = school.measures.left_the_roll
      if left:missing() == "not-applicable" then return not_applicable "there are no years 10 and 11" end
      if left:at_most(p.off_roll_none) then return met "{left} left the roll without another school" end
      if left:at_most(p.off_roll_few) then return partly_met "{left} left the roll without another school" end
      return not_met "{left} left the roll without another school, more than {p.off_roll_few}"
    end,
    partly_met = area_for_improvement "Leaders should record why a pupil leaves, and where to",
    not_met    = cause_of_concern { "Pupils are taken off the roll",
      recommendations = { { "The school should find each of these pupils and see that they are taught", within = "4 weeks" },
                          { "The school should report every pupil who leaves to the local authority", within = "8 weeks" } } },
  },

  characteristic "safe" {
    level = "requires-improvement",
    text  = "Safeguarding is effective",
    rests = { "safeguarding", "binary" },
    judge = function(school)
      local culture, records = school.outcomes["safeguarding/culture"], school.outcomes["safeguarding/recruitment"]
      local referrals = school.outcomes["safeguarding/referrals"]
      local concerns = school.areas["safeguarding"]:concerns()
      if concerns > 0 then return not_met "safeguarding is not effective: causes of concern: {concerns}" end
      if culture:missing() or records:missing() or referrals:missing() then
        return no_evidence "no cause of concern, but culture, recruitment and referrals were not all looked at"
      end
      return met "safeguarding is effective: no cause of concern; culture {culture}, recruitment {records}, referrals {referrals}"
    end,
  },

  characteristic "heard" {
    level = "outstanding",
    text  = "Leaders act on what staff, pupils and parents tell them, and it shows",
    rests = { "leadership", "outstanding", thresholds = "ours" },
    findings = true,
    met      = promising_practice "How leaders hear staff, pupils and parents is worth the attention of others",
  },

  cap "safeguarding" {
    at = "inadequate", when = { "safe", "not-met" },
    because = "where safeguarding is not effective, leadership is likely to be inadequate",
  },
}
