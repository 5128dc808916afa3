-- Efficiency, question 2.
return area {
  title    = "Planning for the future",
  question = "How well does the force plan for the future?",

  characteristic "future-demand" {
    level = "good",
    text  = "The force foresees the demand to come",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should foresee the demand to come.",
    not_met    = area_for_improvement "The force should foresee the demand to come.",
  },

  characteristic "expectations" {
    level = "good",
    text  = "It knows what the public will expect",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should know what the public will expect.",
    not_met    = area_for_improvement "The force should know what the public will expect.",
  },

  characteristic "finance" {
    level = "good",
    text  = "The budget is balanced for years ahead",
    rests = { "pages", "ours", thresholds = "ours" },
    judge = function(force, p)
      local told, balanced = force.findings:here(), force.measures.balanced_years
      if told:share() >= p.findings_met and balanced:at_least(p.balanced_years) then return met "{told}; balanced for {balanced}" end
      if told:share() >= p.findings_partly then return partly_met "{told}; balanced for {balanced}" end
      return not_met "{told}; balanced for {balanced}"
    end,
    partly_met = area_for_improvement "The force should prepare its finances for assumptions that fail.",
    not_met    = area_for_improvement "The force should put its finances on a sound footing.",
  },

  characteristic "change" {
    level = "good",
    text  = "Change is planned, led and checked",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should plan and check its changes.",
    not_met    = area_for_improvement "The force should plan and check its changes.",
  },

  characteristic "talent" {
    level = "good",
    text  = "Leaders to come are found and developed",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find and develop the leaders to come.",
    not_met    = area_for_improvement "The force should find and develop the leaders to come.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Plans have borne out better than those of other forces, and it can be shown",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its planning works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force plans",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
