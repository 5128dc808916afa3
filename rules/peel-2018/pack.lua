-- PEEL 2018/19, four tiers: three pillars over ten questions, one of them ungraded. Each pillar is an area of its own, whose
-- grade is counted from the grades of its questions by a function (areas/effectiveness.lua and its two sisters).
--
-- The questions were published, and the diagnostics of the effectiveness questions; what is under them was not found. So the
-- characteristics are ours, by those questions. As in peel-2021, what lies beyond good is asked alike of every area: results,
-- evaluated, taken-up; so that it is not made of what one report happens to praise.
return pack {
  name    = "peel-2018",
  version = "1.0.0",
  title   = "PEEL 2018/19",
  scale   = { "inadequate", "requires-improvement", "good", "outstanding" },

  areas = {
    "effectiveness", "effectiveness-1-preventing-crime", "effectiveness-2-investigating-crime",
    "effectiveness-3-protecting-vulnerable-people", "effectiveness-4-serious-organised-crime", "effectiveness-5-armed-policing",
    "efficiency", "efficiency-1-meeting-demand", "efficiency-2-planning",
    "legitimacy", "legitimacy-1-treating-the-public", "legitimacy-2-ethical-workforce", "legitimacy-3-treating-the-workforce",
  },

  references = {
    questions = "PEEL 2018/19 questions and diagnostics, HMICFRS, "
      .. "https://www.justiceinspectorates.gov.uk/hmicfrs/peel-assessments/how-we-inspect/2018-19-peel-assessment/",
    criteria = "How we inspect, grading criteria of the four tiers, HMICFRS; its table was cut off in what we found, "
      .. "https://www.justiceinspectorates.gov.uk/hmicfrs/peel-assessments/how-we-inspect/",
    pages = "The headings of the 2018/19 reports, as on https://hmicfrs.justiceinspectorates.gov.uk/peel-assessments/peel-2018/leicestershire/",
    pillar = "Two questions good and two requiring improvement made a pillar require improvement, as Cleveland told in 2016; Hartlepool Mail 1-7737757",
    concern = "Cause of concern, glossary of HMICFRS, https://hmicfrs.justiceinspectorates.gov.uk/glossary/cause-of-concern/",
    firearms = "Code of Practice on Police Use of Firearms and Less Lethal Weapons, as the 2018/19 reports tell it",
    searches = "Stop and search: fair, authorised professional practice of the College of Policing, and PACE Code A, "
      .. "https://www.college.police.uk/app/stop-and-search",
    ["later-change"] = "Important changes to PEEL, 2021/22 reports: five tiers where there were four, so that good may become adequate without any decline",
  },

  evidence = {
    measures = {
      balanced_years = "Years for which the medium-term plan shows a balanced budget",
    },
    estimates = {
      reasonable_searches = "Stop and searches on reasonable grounds",
    },
    samples = {
      investigation_files = "Investigation files that met the standard",
      search_records      = "Stop and search records with reasonable grounds",
    },
  },

  parameters = {
    few               = { 0.25, "share of the characteristics of good below which there are next to none: a quarter",
      rests = "criteria; number ours", unit = "share" },
    most              = { 0.70, "share of the characteristics of good that makes a force good: between some and substantially all of the five tiers",
      rests = "later-change; number ours", unit = "share" },
    beyond_standard   = { 0.90, "share of the characteristics of good that an outstanding force must have",
      rests = "criteria; number ours", unit = "share" },
    beyond_level      = { 0.50, "share of the characteristics beyond good that counts as substantially beyond",
      rests = "criteria; number ours", unit = "share" },
    partly_credit     = { 0.50, "credit for a characteristic that is partly met", rests = "ours", unit = "share" },
    enough_evidence   = { 0.50, "share of an area that must have evidence before it is graded", rests = "ours", unit = "share" },
    pillar_majority   = { 0.50, "share of a pillar's questions that more must reach a grade than this, for the pillar to have it",
      rests = "pillar; number ours", unit = "share" },

    findings_met      = { 0.75, "share of strengths by weight that meets a characteristic: three to one", rests = "ours", unit = "share" },
    findings_partly   = { 1 / 3, "share of strengths by weight that partly meets it: one to two", rests = "ours", unit = "share" },
    systemic_weight   = { 9, "weight of weaknesses that shows a systemic failing: three main findings",
      rests = "concern; number ours", unit = "count" },

    good_files        = { 0.85, "share of files that must meet the standard", rests = "ours", unit = "share" },
    fair_files        = { 0.70, "share of files that partly meets it, and below which the interval of good must not reach",
      rests = "ours", unit = "share" },
    failing_files     = { 0.50, "share of files below which investigation has failed as a system",
      rests = "concern; number ours", unit = "share" },
    leading_files     = { 0.90, "share of files that must surely meet the standard in a force beyond good",
      rests = "ours", unit = "share" },

    searches_good     = { 0.85, "share of searches that must surely be on reasonable grounds",
      rests = "searches; number ours", unit = "share" },
    searches_serious  = { 0.70, "share of searches on reasonable grounds below which the power is surely misused",
      rests = "searches; number ours", unit = "share" },
    searches_leading  = { 0.95, "share of searches that must surely be on reasonable grounds in a force beyond good",
      rests = "searches; number ours", unit = "share" },

    balanced_years    = { 3, "years of balanced budget that make a medium-term plan", rests = "ours", unit = "count" },
  },

  ladder = {
    standard = "good",
    concern  = "inadequate",
    rungs = {
      inadequate  = 0,
      ["requires-improvement"] = "few",
      good        = "most",
      outstanding = { "beyond_standard", beyond = "beyond_level" },
    },
    partly = "partly_credit",
    enough = "enough_evidence",
  },
}
