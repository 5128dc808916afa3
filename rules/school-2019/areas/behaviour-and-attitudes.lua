return area {
  title    = "Behaviour and attitudes",
  question = "Do pupils behave, come to school, and want to learn?",

  characteristic "orderly" {
    level = "good",
    text  = "The school is calm and orderly, and what is expected of pupils is clear",
    rests = { "behaviour", thresholds = "ours" },
    findings   = true,
    partly_met = area_for_improvement "Staff should apply the rules on behaviour alike",
    not_met    = cause_of_concern { "Pupils are not safe from the behaviour of others",
      recommendations = { { "Leaders should restore order in lessons and at break", within = "8 weeks" } } },
  },

  characteristic "attendance" {
    level = "good",
    text  = "Pupils attend",
    rests = { "behaviour", thresholds = "ours" },
    judge = function(school, p)
      local absence = school.measures.absence
      local all = absence:benchmark("england")
      local near = all + p.absence_near
      if absence:at_most(all) then return met "{absence} of sessions are missed; in England {all}" end
      if absence:at_most(near) then return partly_met "{absence} of sessions are missed, near the {all} of England" end
      return not_met "{absence} of sessions are missed, more than {p.absence_near} above the {all} of England"
    end,
    partly_met = area_for_improvement "The school should bring pupils back who often miss school",
    not_met    = area_for_improvement "The school should find out who is absent, why, and act on it",
  },

  characteristic "suspensions" {
    level = "good",
    text  = "Pupils are rarely sent away",
    rests = { "behaviour", thresholds = "ours" },
    judge = function(school)
      local sent_away = school.measures.suspensions
      local standing = sent_away:standing()
      if sent_away:outlier() == "above" then return not_met "{sent_away}: {standing}" end
      if sent_away:at_most(sent_away:benchmark("england")) then return met "{sent_away}: {standing}, and no more than in England" end
      return partly_met "{sent_away}: {standing}, but more than in England"
    end,
    partly_met = area_for_improvement "Leaders should learn from each suspension",
    not_met    = area_for_improvement "Leaders should see why so many pupils are suspended, and who they are",
  },

  characteristic "bullying" {
    level = "good",
    text  = "Bullying and discrimination are not tolerated, and dealt with",
    rests = { "behaviour", thresholds = "ours" },
    judge = function(school, p)
      local told = school.findings:here()
      local parents = school.surveys.parents
      parents:missing()
      if told:at_least(p.findings_met) then return met "{told} (parents who say so: {parents})" end
      if told:at_least(p.findings_partly) then return partly_met "{told} (parents who say so: {parents})" end
      return not_met "{told} (parents who say so: {parents})"
    end,
    partly_met = area_for_improvement "Staff should write down each case of bullying, and what came of it",
    not_met    = cause_of_concern { "Bullying is frequent, and nobody deals with it",
      recommendations = { { "Leaders should deal with every case, and see that pupils know whom to tell", within = "8 weeks" } } },
  },

  characteristic "lessons" {
    level = "good",
    text  = "Lessons are rarely disturbed",
    rests = { "behaviour", thresholds = "ours" },
    judge = bands {
      of = "estimates.calm_lessons",
      met        = { from = "lessons_good" },
      partly_met = { from = "lessons_fair", below = "lessons_good" },
      not_met    = { below = "lessons_fair" },
    },
    partly_met = area_for_improvement "Teachers should not let small disturbances pass",
    not_met    = area_for_improvement "Leaders should help teachers whose lessons are disturbed",
  },

  characteristic "exemplary" {
    level = "outstanding",
    text  = "Pupils' conduct is exemplary",
    rests = { "behaviour", "outstanding", thresholds = "ours" },
    judge = function(school, p)
      local calm = school.estimates.calm_lessons
      if calm:surely_at_least(p.lessons_high) then return met "{calm} of lessons are undisturbed, surely {p.lessons_high} or more" end
      return not_met "{calm} of lessons are undisturbed, not surely {p.lessons_high}"
    end,
    met = promising_practice "Nothing disturbs lessons here",
  },

  cap "disorder" {
    at = "requires-improvement", when = { "lessons", "not-met" },
    because = "where lessons are disturbed too often, nothing else makes behaviour good",
  },
}
