return area {
  title    = "Personal development",
  question = "Does the school help pupils to become who they can be?",

  characteristic "character" {
    level = "good",
    text  = "Pupils become confident, resilient, respectful and active citizens",
    rests = { "personal", thresholds = "ours" },
    findings   = true,
    partly_met = area_for_improvement "The school should plan, not leave to chance, how pupils learn to be citizens",
    not_met    = area_for_improvement "The school should teach respect for those who are different",
  },

  characteristic "health" {
    level = "good",
    text  = "Pupils know how to stay healthy in body and mind, and what healthy relationships are",
    rests = { "personal", thresholds = "ours" },
    findings   = true,
    partly_met = area_for_improvement "What pupils are taught of relationships and health should fit their age",
    not_met    = cause_of_concern { "Pupils are not taught how to keep themselves safe and well",
      recommendations = { { "The school should teach what the law asks of it on relationships and health", within = "1 year" } } },
  },

  characteristic "opportunities" {
    level = "good",
    text  = "Many pupils take part in something beyond lessons",
    rests = { "personal", thresholds = "ours" },
    judge = bands {
      of = "measures.clubs",
      met        = { from = "clubs_good" },
      partly_met = { from = "clubs_few", below = "clubs_good" },
      not_met    = { below = "clubs_few" },
    },
    partly_met = area_for_improvement "The school should widen what it offers beyond lessons",
    not_met    = area_for_improvement "The school should offer something beyond lessons that pupils want",
  },

  characteristic "careers" {
    level = "good",
    text  = "Pupils of years 8 to 11 meet providers of training and apprenticeships",
    rests = { "careers", thresholds = "ours" },
    judge = function(school, p)
      local careers = school.samples.careers
      if careers:missing() == "not-applicable" then return not_applicable "there are no pupils of years 8 to 11" end
      if careers:at_least(p.careers_good) then return met "{careers} met two providers" end
      if careers:at_least(p.careers_fair) then return partly_met "only {careers} met two providers" end
      return not_met "{careers} met two providers, fewer than {p.careers_fair}"
    end,
    partly_met = area_for_improvement "More pupils should meet providers of training before they choose",
    not_met    = area_for_improvement "The school should open its doors to providers of training, as the law asks",
  },

  characteristic "reach" {
    level = "outstanding",
    text  = "Most disadvantaged pupils take part, as others do",
    rests = { "personal", "outstanding", thresholds = "ours" },
    judge = function(school, p)
      local disadvantaged, others = school.samples.reach, school.samples.reach_others
      local word = disadvantaged:compared_with(others)
      if word == "lower" then return not_met "{disadvantaged} of disadvantaged pupils take part, of others {others}: fewer" end
      if disadvantaged:at_least(p.reach_high) then return met "{disadvantaged} of disadvantaged pupils take part, of others {others}: {word}" end
      return not_met "{disadvantaged} of disadvantaged pupils take part, fewer than {p.reach_high}"
    end,
    met = promising_practice "Disadvantaged pupils take part as much as others",
  },
}
