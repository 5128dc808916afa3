-- Preventing crime and anti-social behaviour.
-- peel: allow P210: no source that we found says which failing here is a cause of concern, and without one nothing is inadequate; a person may moderate
return area {
  title    = "Preventing crime and anti-social behaviour",
  question = "How good is the force at prevention and deterrence?",

  characteristic "prevention-first" {
    level = "good",
    text  = "The way the force is organised puts prevention first, near to the places where problems are",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should organise itself so that prevention comes first.",
    not_met    = area_for_improvement "The force should organise itself so that prevention comes first.",
  },

  characteristic "grip" {
    level = "good",
    text  = "Leaders move people to local priorities, by good and timely information",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should direct people to local priorities by good information.",
    not_met    = area_for_improvement "The force should direct people to local priorities by good information.",
  },

  characteristic "problem-solving" {
    level = "good",
    text  = "Problems are analysed, solved by a clear process and seen through to the end",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should solve problems by a clear process and see them through.",
    not_met    = area_for_improvement "The force should solve problems by a clear process and see them through.",
  },

  characteristic "partnership" {
    level = "good",
    text  = "The force and other organisations agree what the problems are and share the work on them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should agree priorities with other organisations and share the work.",
    not_met    = area_for_improvement "The force should agree priorities with other organisations and share the work.",
  },

  characteristic "early-intervention" {
    level = "good",
    text  = "The force acts early, before children and others come to harm or do harm, and trains its people to",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should act earlier to keep people from harm.",
    not_met    = area_for_improvement "The force should act earlier to keep people from harm.",
  },

  characteristic "recognised" {
    level = "good",
    text  = "Those who prevent crime well are given time and help, and are recognised",
    rests = { "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should give prevention time and recognition.",
    not_met    = area_for_improvement "The force should give prevention time and recognition.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Anti-social behaviour is among the lowest of the forces",
    rests = { "ours", thresholds = "ours" },
    judge = function(force, p)
      local rank = force.measures.asb_rank
      if rank:at_most(p.lowest_rank) then return met "recorded anti-social behaviour ranks {rank}" end
      return not_met "recorded anti-social behaviour ranks {rank}, not among the lowest {p.lowest_rank}"
    end,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether what it does to prevent crime works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
    met = promising_practice "Prevention whose results are measured or researched as a matter of course.",
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force prevents crime",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },
}
