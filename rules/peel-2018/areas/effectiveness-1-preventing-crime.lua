-- Effectiveness, question 1.
return area {
  title    = "Preventing crime and tackling anti-social behaviour",
  question = "How effective is the force at preventing crime, tackling anti-social behaviour and keeping people safe?",

  characteristic "prevention-first" {
    level = "good",
    text  = "The force understands prevention and gives it a place among its priorities",
    rests = { "questions, effectiveness 1", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should give prevention more weight among its priorities.",
    not_met    = area_for_improvement "The force should give prevention more weight among its priorities.",
  },

  characteristic "communities" {
    level = "good",
    text  = "Neighbourhood officers know their communities and what threatens them",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should know its communities and what threatens them.",
    not_met    = area_for_improvement "The force should know its communities and what threatens them.",
  },

  characteristic "problem-solving" {
    level = "good",
    text  = "Problems are solved by a clear process, and what worked is kept",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should solve problems by a clear process.",
    not_met    = area_for_improvement "The force should solve problems by a clear process.",
  },

  characteristic "protection" {
    level = "good",
    text  = "The public is protected from crime and anti-social behaviour, with other organisations",
    rests = { "questions, effectiveness 1", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should protect the public better from anti-social behaviour.",
    not_met    = area_for_improvement "The force should protect the public better from anti-social behaviour.",
  },

  characteristic "early-intervention" {
    level = "good",
    text  = "The force acts before harm is done",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should act earlier.",
    not_met    = area_for_improvement "The force should act earlier.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Crime and anti-social behaviour are well below those of other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether what it does to prevent crime works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force prevents crime",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
