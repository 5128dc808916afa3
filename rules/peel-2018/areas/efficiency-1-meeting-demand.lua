-- Efficiency, question 1.
return area {
  title    = "Meeting current demand and using resources",
  question = "How well does the force use its resources to meet the demand it faces?",

  characteristic "demand" {
    level = "good",
    text  = "The force understands the demand on it, the hidden part too",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should understand the demand on it, hidden demand included.",
    not_met    = area_for_improvement "The force should understand the demand on it, hidden demand included.",
  },

  characteristic "inefficiency" {
    level = "good",
    text  = "It finds and ends what makes work without need",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find and end needless work.",
    not_met    = area_for_improvement "The force should find and end needless work.",
  },

  characteristic "skills" {
    level = "good",
    text  = "It knows what its people can do",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should know what its people can do.",
    not_met    = area_for_improvement "The force should know what its people can do.",
  },

  characteristic "allocation" {
    level = "good",
    text  = "It puts people and money where the priorities are",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should put its resources where its priorities are.",
    not_met    = area_for_improvement "The force should put its resources where its priorities are.",
  },

  characteristic "collaboration" {
    level = "good",
    text  = "It works with others where that helps",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should work with others where that helps.",
    not_met    = area_for_improvement "The force should work with others where that helps.",
  },

  characteristic "technology" {
    level = "good",
    text  = "Technology saves time",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should use technology to save time.",
    not_met    = area_for_improvement "The force should use technology to save time.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Resources go further than in other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether how it uses its resources works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force uses its resources",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
