-- Strategic planning, organisational management and value for money.
-- peel: allow P210: no source that we found says which failing here is a cause of concern, and without one nothing is inadequate; a person may moderate
return area {
  title    = "Strategic planning, organisational management and value for money",
  question = "How good is the force at operating efficiently?",

  characteristic "planning" {
    level = "good",
    text  = "Plans follow from what the communities and the workforce need, and take up new priorities",
    rests = { "framework-2025, leadership and force management", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should plan by what its communities and people need.",
    not_met    = area_for_improvement "The force should plan by what its communities and people need.",
  },

  characteristic "performance" {
    level = "good",
    text  = "Performance is measured by good data in every part of the force, and those in charge answer for it",
    rests = { "framework-2025, leadership and force management", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should measure and manage its performance by good data.",
    not_met    = area_for_improvement "The force should measure and manage its performance by good data.",
  },

  characteristic "demand" {
    level = "good",
    text  = "The force understands the demand on it, now and to come",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should understand the demand on it better.",
    not_met    = area_for_improvement "The force should understand the demand on it better.",
  },

  characteristic "right-places" {
    level = "good",
    text  = "The right people are in the right place at the right time, without wearing them out",
    rests = { "framework-2025, leadership and force management", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should even out the capacity and workload of its areas.",
    not_met    = area_for_improvement "The force should even out the capacity and workload of its areas.",
  },

  characteristic "capabilities" {
    level = "good",
    text  = "The force knows what its people can do, and which skills it lacks",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should know the skills of its workforce and close the gaps.",
    not_met    = area_for_improvement "The force should know the skills of its workforce and close the gaps.",
  },

  characteristic "finance" {
    level = "good",
    text  = "The budget is balanced for years ahead by sensible assumptions, and there is a plan should they fail",
    rests = { "framework-2025, leadership and force management", "topics", thresholds = "ours" },
    judge = function(force, p)
      local told, balanced = force.findings:here(), force.measures.balanced_years
      if told:share() >= p.findings_met and balanced:at_least(p.balanced_years) then return met "{told}; balanced budget: {balanced}" end
      if told:share() >= p.findings_partly then return partly_met "{told}; balanced budget: {balanced}" end
      return not_met "{told}; balanced budget: {balanced}"
    end,
    partly_met = area_for_improvement "The force should prepare its finances for assumptions that fail.",
    not_met    = area_for_improvement "The force should put its finances on a sound footing.",
  },

  characteristic "collaboration" {
    level = "good",
    text  = "The force works with others where it serves the public better or costs less",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should show what its collaborations bring.",
    not_met    = area_for_improvement "The force should show what its collaborations bring.",
  },

  characteristic "technology" {
    level = "good",
    text  = "Technology makes the force more productive, by plan",
    rests = { "framework-2025, leadership and force management", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should plan how technology makes it more productive.",
    not_met    = area_for_improvement "The force should plan how technology makes it more productive.",
  },

  characteristic "volunteers" {
    level = "good",
    text  = "Volunteers are trained, equipped and put to good use",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make better use of its volunteers.",
    not_met    = area_for_improvement "The force should make better use of its volunteers.",
  },

  characteristic "volunteers-for-residents" {
    level = "good",
    text  = "The number of volunteers for those who live there does not stand out below other forces",
    rests = { "workforce", "outliers", thresholds = "outliers" },
    judge = function(force)
      local volunteers = force.measures.volunteers
      local standing = volunteers:standing()
      if volunteers:outlier() == "below" then return partly_met "{volunteers}: {standing}" end
      return met "{volunteers}: {standing}"
    end,
    partly_met = area_for_improvement "The force should find out why fewer people than elsewhere volunteer for it.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "What savings, collaborations and investments returned can be shown, and is well beyond what others reach",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether how it is run works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force is run",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },
}
