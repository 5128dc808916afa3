-- Disrupting serious organised crime. Added to most 2021/22 reports after they were first published.
-- peel: allow P210: no source that we found says which failing here is a cause of concern, and without one nothing is inadequate; a person may moderate
return area {
  title    = "Disrupting serious organised crime",
  question = "How good is the force at tackling serious and organised crime?",

  characteristic "strategy" {
    level = "good",
    text  = "Somebody senior answers for a plan against organised crime, and for its being carried out",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should oversee its work against organised crime more closely.",
    not_met    = area_for_improvement "The force should oversee its work against organised crime more closely.",
  },

  characteristic "lead-officers" {
    level = "good",
    text  = "Each organised crime group has an officer responsible for it, with support",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should give each organised crime group a lead responsible officer.",
    not_met    = area_for_improvement "The force should give each organised crime group a lead responsible officer.",
  },

  characteristic "threats" {
    level = "good",
    text  = "All threats, county lines and street gangs among them, are found and managed to one standard",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find and manage all threats to one standard.",
    not_met    = area_for_improvement "The force should find and manage all threats to one standard.",
  },

  characteristic "analysis" {
    level = "good",
    text  = "Analysts' work decides what is done",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make better use of its analysts.",
    not_met    = area_for_improvement "The force should make better use of its analysts.",
  },

  characteristic "resources" {
    level = "good",
    text  = "There are enough people to deal with intelligence and operations without backlogs",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should clear its backlogs of intelligence and applications.",
    not_met    = area_for_improvement "The force should clear its backlogs of intelligence and applications.",
  },

  characteristic "assets" {
    level = "good",
    text  = "Criminals lose what they gained",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should pursue criminals' assets in every suitable case.",
    not_met    = area_for_improvement "The force should pursue criminals' assets in every suitable case.",
  },

  characteristic "prevents" {
    level = "good",
    text  = "People whom organised crime could draw in are found and turned from it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should do more to keep people out of organised crime.",
    not_met    = area_for_improvement "The force should do more to keep people out of organised crime.",
  },

  characteristic "victims" {
    level = "good",
    text  = "Victims of slavery and of other organised crime are recognised and protected",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should recognise and protect victims of organised crime.",
    not_met    = area_for_improvement "The force should recognise and protect victims of organised crime.",
  },

  characteristic "disruption" {
    level = "good",
    text  = "Groups are disrupted by many means, with neighbourhoods, families and partners",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should use more than one means to disrupt organised crime groups.",
    not_met    = area_for_improvement "The force should use more than one means to disrupt organised crime groups.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Organised crime groups have been broken up or made less dangerous, and it can be shown",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its disruption of organised crime works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force tackles organised crime",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },
}
