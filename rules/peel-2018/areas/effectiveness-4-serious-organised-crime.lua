-- Effectiveness, question 4.
return area {
  title    = "Tackling serious and organised crime",
  question = "How effective is the force at tackling serious and organised crime?",

  characteristic "threat" {
    level = "good",
    text  = "The force understands the threat of serious and organised crime",
    rests = { "questions, effectiveness 4", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should understand the threat of organised crime better.",
    not_met    = area_for_improvement "The force should understand the threat of organised crime better.",
  },

  characteristic "priorities" {
    level = "good",
    text  = "It puts its effort where the risk is greatest",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should put its effort where the risk is greatest.",
    not_met    = area_for_improvement "The force should put its effort where the risk is greatest.",
  },

  characteristic "disruption" {
    level = "good",
    text  = "Groups are disrupted, by lead officers who have the support they need",
    rests = { "questions, effectiveness 4", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should disrupt organised crime groups more.",
    not_met    = area_for_improvement "The force should disrupt organised crime groups more.",
  },

  characteristic "prevention" {
    level = "good",
    text  = "People are kept out of organised crime",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should keep people out of organised crime.",
    not_met    = area_for_improvement "The force should keep people out of organised crime.",
  },

  characteristic "publicity" {
    level = "good",
    text  = "The public learns what is done against organised crime",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should tell the public what it does against organised crime.",
    not_met    = area_for_improvement "The force should tell the public what it does against organised crime.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Organised crime groups have been broken up or made less dangerous, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its disruption of organised crime works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force tackles organised crime",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
