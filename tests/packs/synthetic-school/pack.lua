-- A made-up framework for inspecting schools: it shows that the engine knows nothing of policing. No school was ever judged by it.
return pack { -- peel: allow P502: golden cases hold it, not cases of its own
  name    = "synthetic-school",
  version = "1.0.0",
  title   = "School inspection (made up)",
  scale   = { "at-risk", "developing", "secure", "leading" },
  areas   = { "pupils-view", "safeguarding", "teaching", "belonging", "leadership" },

  references = {
    handbook = "Handbook of school inspection, made up for this pack",
    statute  = "Statutory safeguarding guidance, as the made-up handbook tells it",
  },

  evidence = {
    measures = {
      pupils           = "Pupils on the roll", -- peel: allow P205: the denominator of exclusions
      absent_sessions  = "Sessions missed, of all that were possible",
      possible_sessions = "Sessions that were possible", -- peel: allow P205: the denominator of absent_sessions
      exclusions       = "Suspensions",
      vetted_staff     = "Staff whose checks are complete, percent",
      progress         = "Progress score at 16",
      reserves         = "Months of spending held in reserve",
    },
    estimates = {
      feels_safe    = "Pupils who feel safe, by a random sample of pupils",
      reads_at_age  = "Pupils who read at their age or above, by a random sample",
    },
    samples = {
      lessons       = "Lessons seen in which teaching was secure",
      welfare_files = "Welfare concerns that were followed up within a day",
    },
    surveys = {
      parents = "Parents who would recommend the school",
    },
  },

  parameters = {
    some             = { 0.35, "share of the characteristics of secure that makes a school developing", rests = "ours", unit = "share" },
    most             = { 0.75, "share of the characteristics of secure that makes a school secure", rests = "handbook; number ours", unit = "share" },
    nearly_all       = { 0.9, "share of the characteristics of secure that a leading school has", rests = "ours", unit = "share" },
    beyond           = { 0.5, "share of the characteristics of leading that a leading school has", rests = "ours", unit = "share" },
    partly_credit    = { 0.5, "credit for a characteristic partly met", rests = "ours", unit = "share" },
    enough           = { 0.5, "share of an area that must have evidence", rests = "ours", unit = "share" },
    findings_met     = { 0.75, "share of strengths that meets a characteristic", rests = "ours", unit = "share" },
    findings_partly  = { 0.4, "share of strengths that partly meets it", rests = "ours", unit = "share" },
    good_lessons     = { 0.8, "share of lessons that must be secure", rests = "ours", unit = "share" },
    fair_lessons     = { 0.6, "share of lessons that partly meets it", rests = "ours", unit = "share" },
    prompt_files     = { 0.9, "share of welfare concerns followed up within a day", rests = "statute", unit = "share" },
    slow_files       = { 0.7, "share below which follow-up surely fails", rests = "ours", unit = "share" },
    vetted           = { 100, "percent of staff whose checks are complete", rests = "statute", unit = "percent" },
    feels_safe       = { 0.85, "share of pupils who surely feel safe", rests = "ours", unit = "share" },
    feels_unsafe     = { 0.7, "share of pupils below which too few surely feel safe", rests = "ours", unit = "share" },
    reads            = { 0.75, "share of pupils who read at their age", rests = "ours", unit = "share" },
    absence_margin   = { 1.5, "percentage points above the benchmark that partly meets it", rests = "ours", unit = "percentage points" },
    exclusions       = { 40, "suspensions per 1,000 pupils that are still few", rests = "ours", unit = "rate" },
    progress_leading = { 0.5, "progress score of a leading school", rests = "ours", unit = "score" },
    reserves         = { 2, "months of spending in reserve", rests = "handbook; number ours", unit = "count" },
  },

  ladder = {
    standard = "secure",
    concern  = "at-risk",
    rungs = {
      ["at-risk"] = 0,
      developing  = "some",
      secure      = "most",
      leading     = { "nearly_all", beyond = "beyond" },
    },
    partly = "partly_credit",
    enough = "enough",
  },
}
