return area {
  title    = "Quality of education",
  question = "What does the school want pupils to learn, how is it taught, and what do they come to know?",

  characteristic "ambitious" {
    level = "good",
    text  = "The curriculum is ambitious for all pupils, those with special needs and disadvantaged ones among them",
    rests = { "education", "handbook", thresholds = "ours" },
    findings   = true,
    met        = promising_practice "What the school offers every pupil is worth the attention of others",
    partly_met = area_for_improvement "Leaders should see that no pupil is offered less than the others",
    not_met    = cause_of_concern { "Some pupils are offered far less than others",
      recommendations = { { "Leaders should give every pupil the whole curriculum", within = "1 year" } } },
  },

  characteristic "planned" {
    level = "good",
    text  = "The plan of each subject says what pupils are to know, and in which order",
    rests = { "education", thresholds = "ours" },
    judge = bands {
      of = "samples.plans",
      met        = { from = "plans_good" },
      partly_met = { from = "plans_fair", below = "plans_good" },
      not_met    = { below = "plans_fair" },
    },
    partly_met = area_for_improvement "Leaders should finish the plans of the subjects that lag",
    not_met    = area_for_improvement "Leaders should set out, subject by subject, what pupils are to know and when",
  },

  characteristic "reading" {
    level = "good",
    text  = "Pupils learn to read from the start, by phonics",
    rests = { "reading", thresholds = "ours" },
    judge = function(school, p)
      local phonics = school.measures.phonics
      if phonics:missing() == "not-applicable" then return not_applicable "there is no year 1" end
      local all = phonics:benchmark("england")
      local near = all - p.phonics_near
      if phonics:at_least(all) then return met "{phonics}; in England {all}" end
      if phonics:at_least(near) then return partly_met "{phonics}, near the {all} of England" end
      return not_met "{phonics}, more than {p.phonics_near} below the {all} of England"
    end,
    partly_met = area_for_improvement "Pupils who fall behind in reading should have practice every day",
    not_met    = cause_of_concern { "Too many pupils cannot read at the end of year 1",
      recommendations = { { "The school should train all who teach reading", within = "3 months" },
                          { "The school should raise the standard of early reading to that of other schools", within = "1 year" } } },
  },

  characteristic "learnt" {
    level = "good", weight = 2,
    text  = "Pupils' work shows that they know and remember more",
    rests = { "education", thresholds = "ours" },
    judge = function(school, p)
      local work = school.samples.work
      if work:surely_at_least(p.work_good) then return met "{work} shows what was planned, surely {p.work_good} or more" end
      if work:surely_below(p.work_poor) then return not_met "{work} shows what was planned, surely fewer than {p.work_poor}" end
      return partly_met "{work} shows what was planned: neither surely {p.work_good} nor surely below {p.work_poor}"
    end,
    partly_met = area_for_improvement "Teachers should check what pupils remember before they go on",
    not_met    = cause_of_concern { "Pupils do not learn what is planned for them",
      recommendations = { { "Leaders should see that teaching is put right in every subject", within = "6 months" } } },
  },

  characteristic "outcomes" {
    level = "good",
    text  = "Pupils reach what is expected, and not significantly fewer than a year ago",
    rests = { "education", thresholds = "ours" },
    judge = function(school, p)
      local now, before = school.samples.outcomes, school.samples.outcomes_before
      if now:compared_with(before) == "lower" then return not_met "{now}, after {before} the year before: fewer" end
      if now:at_least(p.outcomes_good) then return met "{now}, not significantly fewer than the year before, {before}" end
      return partly_met "{now}, fewer than {p.outcomes_good}; not significantly fewer than the year before, {before}"
    end,
    partly_met = area_for_improvement "The school should raise what pupils reach by the end of their time",
    not_met    = area_for_improvement "The school should find out why pupils reach less than those before them",
  },

  characteristic "securely" {
    level = "outstanding",
    text  = "Pupils' work is of high quality in every subject and year",
    rests = { "education", "outstanding", thresholds = "ours" },
    judge = function(school, p)
      local work = school.samples.work
      if work:at_least(p.work_high) then return met "{work} shows what was planned" end
      return not_met "{work} shows what was planned, fewer than {p.work_high}"
    end,
    met = promising_practice "Work is good in every subject and every year",
  },
}
