-- Legitimacy, question 3.
return area {
  title    = "Treating the workforce fairly",
  question = "To what extent does the force treat its workforce with fairness and respect?",

  characteristic "listening" {
    level = "good",
    text  = "Leaders listen and act on what they hear",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "Leaders should listen to their people.",
    not_met    = area_for_improvement "Leaders should listen to their people.",
  },

  characteristic "fairness" {
    level = "good",
    text  = "Unfairness at work is found and ended",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find and end unfairness at work.",
    not_met    = area_for_improvement "The force should find and end unfairness at work.",
  },

  characteristic "wellbeing" {
    level = "good",
    text  = "The wellbeing of the workforce is looked after",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should look after the wellbeing of its people.",
    not_met    = area_for_improvement "The force should look after the wellbeing of its people.",
  },

  characteristic "development" {
    level = "good",
    text  = "People are helped to do their work well, and are told how they do",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should help its people to do their work well.",
    not_met    = area_for_improvement "The force should help its people to do their work well.",
  },

  characteristic "promotion" {
    level = "good",
    text  = "Promotion is fair and seen to be",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make promotion fair and open.",
    not_met    = area_for_improvement "The force should make promotion fair and open.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "The workforce fares better than in other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether what it does for its people works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force treats its workforce",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
