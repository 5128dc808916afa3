-- Effectiveness, question 3.
return area {
  title    = "Protecting vulnerable people and supporting victims",
  question = "How effective is the force at protecting those who are vulnerable from harm, and supporting victims?",

  characteristic "commitment" {
    level = "good",
    text  = "The force is committed to those most in need and says so in what it does",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should give the vulnerable more of its attention.",
    not_met    = area_for_improvement "The force should give the vulnerable more of its attention.",
  },

  characteristic "understanding" {
    level = "good",
    text  = "The force understands the nature and scale of vulnerability, hidden crime included",
    rests = { "questions, effectiveness 3", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find out more about hidden vulnerability.",
    not_met    = area_for_improvement "The force should find out more about hidden vulnerability.",
  },

  characteristic "partners" {
    level = "good",
    text  = "The force works well with those who help vulnerable people",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should work better with others who help vulnerable people.",
    not_met    = area_for_improvement "The force should work better with others who help vulnerable people.",
  },

  characteristic "training" {
    level = "good",
    text  = "Officers and staff are trained to see vulnerability and to act on it",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should train its people to see vulnerability.",
    not_met    = area_for_improvement "The force should train its people to see vulnerability.",
  },

  characteristic "referrals" {
    level = "good",
    text  = "Nobody known to be at risk waits for the referral to be dealt with",
    rests = { "questions, effectiveness 3", "concern", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "referrals are dealt with: {told}" end
      if told:weakness_weight() >= p.systemic_weight and told:share() < p.findings_partly then return not_met "referrals wait as a rule: {told}" end
      return partly_met "referrals sometimes wait: {told}"
    end,
    partly_met = area_for_improvement "The force should deal with referrals sooner.",
    not_met = cause_of_concern {
      "People known to be at risk are left without protection.",
      recommendations = {
        { "The force should assess every referral that waits and act on those at risk", within = "1 month" },
        { "The force should have enough people to deal with the referrals it gets", within = "6 months" },
      },
    },
  },

  characteristic "demand" {
    level = "good",
    text  = "The force keeps up with growing demand",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should keep up with the demand on its protection work.",
    not_met    = area_for_improvement "The force should keep up with the demand on its protection work.",
  },

  characteristic "uses-powers" {
    level = "good",
    text  = "The force uses the disclosure scheme, databases and specialist teams there are to protect victims",
    rests = { "questions, effectiveness 3", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should use the powers it has to protect victims.",
    not_met    = area_for_improvement "The force should use the powers it has to protect victims.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Protection is well beyond that of other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its protection works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force protects people",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
