-- Effectiveness, question 5. Not graded; what the 2018/19 page says under it holds for all forces.
return area {
  title    = "Specialist capabilities: armed policing",
  question = "How effective are the force's specialist capabilities?",
  graded   = false,

  characteristic "threat-assessed" {
    level = "good",
    text  = "A strategic assessment sets out the threat of firearms",
    rests = { "firearms", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should assess the threat of firearms.",
    not_met    = area_for_improvement "The force should assess the threat of firearms.",
  },

  characteristic "officer-designated" {
    level = "good",
    text  = "A chief officer is designated to see that national standards are met",
    rests = { "firearms", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should designate a chief officer for armed policing.",
    not_met    = area_for_improvement "The force should designate a chief officer for armed policing.",
  },

  characteristic "enough-officers" {
    level = "good",
    text  = "The number of armed officers follows from the threat, with reasons given",
    rests = { "firearms", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should explain the number of its armed officers.",
    not_met    = area_for_improvement "The force should explain the number of its armed officers.",
  },

  characteristic "trained-officers" {
    level = "good",
    text  = "The training of armed officers follows from the threat, with reasons given",
    rests = { "firearms", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should explain the training of its armed officers.",
    not_met    = area_for_improvement "The force should explain the training of its armed officers.",
  },

  characteristic "standards" {
    level = "good",
    text  = "National standards of armed policing are kept",
    rests = { "firearms", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should keep the national standards of armed policing.",
    not_met    = area_for_improvement "The force should keep the national standards of armed policing.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Armed response is well beyond that of other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its armed response works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force polices with firearms",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
