-- Legitimacy, question 2.
return area {
  title    = "An ethical and lawful workforce",
  question = "How well does the force ensure that its workforce behaves ethically and lawfully?",

  characteristic "ethics" {
    level = "good",
    text  = "The force has an ethical culture, and people can challenge what is wrong",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make it easier to challenge what is wrong.",
    not_met    = area_for_improvement "The force should make it easier to challenge what is wrong.",
  },

  characteristic "vetting" {
    level = "good",
    text  = "Everybody is vetted, in time",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should vet everybody in time.",
    not_met    = area_for_improvement "The force should vet everybody in time.",
  },

  characteristic "corruption" {
    level = "good",
    text  = "Corruption is looked for and dealt with",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should look for corruption.",
    not_met    = area_for_improvement "The force should look for corruption.",
  },

  characteristic "abuse-of-position" {
    level = "good",
    text  = "Abuse of position for a sexual purpose is prevented, with others who can see its signs",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should prevent abuse of position for a sexual purpose.",
    not_met    = area_for_improvement "The force should prevent abuse of position for a sexual purpose.",
  },

  characteristic "complaints" {
    level = "good",
    text  = "Complaints are dealt with fairly and learned from",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should learn from complaints.",
    not_met    = area_for_improvement "The force should learn from complaints.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Misconduct is rarer, or found sooner, than in other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether what it does for ethical conduct works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force keeps its workforce ethical",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
