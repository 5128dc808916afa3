-- A framework for inspecting public swimming pools. It is made up, all of it, to be changed into your own.
-- This file says what is judged, on what evidence and by which thresholds; each area has a file in areas/.
return pack {
  name    = "synthetic-pools",   -- the folder's name
  version = "0.1.0",
  title   = "Public swimming pools (made up)",
  scale   = { "inadequate", "requires-improvement", "adequate", "good", "outstanding" },   -- worst first
  areas   = { "swimmers", "safety", "service" },     -- areas/<id>.lua, in the order they are shown

  -- What the rules rest on. Whoever is graded can look it up.
  references = {
    handbook = "Handbook of pool inspection (made up)",
  },

  -- What the rules may read. What a dataset lacks is missing, never failed.
  evidence = {
    samples   = {
      water_tests = "Tests of the water within the limits",
      learners    = "Beginners who could swim 25 metres after their course",
    },
    measures  = {
      hours_unwatched = "Hours with too few lifeguards, per 1,000 hours open",
      hours_closed    = "Hours closed at short notice, per 1,000 hours promised",
    },
    estimates = { feel_safe = "Swimmers who feel safe, of a random sample" },
    surveys   = { would_return = "Visitors who would come again, of those who cared to answer" },   -- can be cited, never decides
  },

  -- Every threshold has a name, and says what it rests on. All of them are printed with each result.
  parameters = {
    clean_water     = { 0.9, "share of tests that must be within the limits", rests = "handbook, 1.1", unit = "share" },
    unwatched       = { 5, "hours with too few lifeguards that may happen", rests = "handbook, 1.2; number ours", unit = "rate" },
    often_unwatched = { 20, "hours with too few lifeguards that are too many", rests = "ours", unit = "rate" },
    closed          = { 10, "hours closed at short notice that may happen", rests = "handbook, 2.1; number ours", unit = "rate" },
    often_closed    = { 50, "hours closed at short notice that are too many", rests = "ours", unit = "rate" },
    most_learn      = { 0.8, "share of beginners who learn to swim, where nearly all do", rests = "ours", unit = "share" },
    many_learn      = { 0.6, "share of beginners who learn to swim, where many do", rests = "ours", unit = "share" },
    most_feel_safe  = { 0.8, "share of swimmers who surely feel safe", rests = "ours", unit = "share" },
    few_feel_safe   = { 0.7, "share that surely fewer feel safe than", rests = "ours", unit = "share" },
    -- findings = true reads these two: the weight of strengths, as a share of all findings.
    findings_met    = { 0.75, "share of strengths that meets a characteristic", rests = "ours", unit = "share" },
    findings_partly = { 0.4, "share of strengths that partly meets it", rests = "ours", unit = "share" },
    -- The ladder.
    some              = { 0.5, "share of the characteristics of good that is some", rests = "ours", unit = "share" },  -- five tiers
    substantially_all = { 0.8, "share of them that is substantially all", rests = "ours", unit = "share" },
    beyond_standard   = { 0.9, "share of them that an outstanding pool has", rests = "ours", unit = "share" },
    beyond_level      = { 1, "share of the characteristics of outstanding that it has besides", rests = "ours", unit = "share" },
    partly_credit     = { 0.5, "credit for a characteristic that is partly met", rests = "ours", unit = "share" },
    enough_evidence   = { 0.5, "share of an area that must have evidence before it is graded", rests = "ours", unit = "share" },
  },

  -- From outcomes to a grade: the best rung that is reached. A cause of concern is inadequate, whatever else is well.
  ladder = {
    standard = "good",
    concern  = "inadequate",
    rungs    = {
      ["requires-improvement"] = 0,
      adequate    = "some",  -- five tiers
      good        = "substantially_all",
      outstanding = { "beyond_standard", beyond = "beyond_level" },
    },
    partly = "partly_credit",
    enough = "enough_evidence",
  },
}
