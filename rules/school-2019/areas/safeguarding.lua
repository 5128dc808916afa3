-- Not graded: effective or not effective. It is not effective where there is a cause of concern, and then limits
-- leadership and management, and the school.
return area {
  title    = "Safeguarding",
  question = "Are the arrangements for safeguarding effective?",
  graded   = false,

  characteristic "culture" {
    level = "good",
    text  = "Staff hold that it could happen here, share what they know, and let themselves be scrutinised",
    rests = { "culture", "binary", thresholds = "ours" },
    findings   = true,
    partly_met = area_for_improvement "Staff should pass on small worries too",
    not_met    = cause_of_concern { "There is no culture of safeguarding",
      recommendations = { { "The school should have its safeguarding reviewed by somebody from outside", within = "4 weeks" } } },
  },

  characteristic "recruitment" {
    level = "good",
    text  = "All who work with pupils are checked before they begin, and it is recorded",
    rests = { "culture", "safeguarding", thresholds = "ours" },
    judge = function(school, p)
      local records = school.samples.recruitment_records
      if records:at_least(p.records_all) then return met "{records} are complete" end
      if records:at_least(p.records_minor) then return partly_met "{records} are complete: a minor improvement" end
      return not_met "{records} are complete, fewer than {p.records_minor}"
    end,
    partly_met = area_for_improvement "The single central record should be completed",
    not_met    = cause_of_concern { "Adults work with pupils who were not checked",
      recommendations = { { "Nobody should work with pupils whose checks are not complete", within = "1 week" } } },
  },

  characteristic "referrals" {
    level = "good",
    text  = "A concern for a child is passed on at once",
    rests = { "culture", thresholds = "ours" },
    judge = bands {
      of = "samples.referrals",
      met        = { from = "referrals_good" },
      partly_met = { from = "referrals_fair", below = "referrals_good" },
      not_met    = { below = "referrals_fair" },
    },
    partly_met = area_for_improvement "Concerns should be passed on the same day",
    not_met    = cause_of_concern { "Concerns for children are not passed on",
      recommendations = { { "The school should look again at every concern of the last year", within = "4 weeks" },
                          { "The school should see that each concern is passed on the same day", within = "2 weeks" } } },
  },

  characteristic "trained" {
    level = "good",
    text  = "Staff are trained to see that a child is at risk",
    rests = { "culture", thresholds = "ours" },
    judge = bands {
      of = "samples.staff_trained",
      met        = { from = "staff_good" },
      partly_met = { from = "staff_fair", below = "staff_good" },
      not_met    = { below = "staff_fair" },
    },
    partly_met = area_for_improvement "Staff who missed the year's training should have it now",
    not_met    = area_for_improvement "All staff should be trained in safeguarding each year",
  },
}
