return area {
  title    = "Answering calls",
  question = "How good is the service at answering calls?",

  characteristic "answered" {
    level = "good",
    text  = "Calls are answered in time",
    rests = { "handbook, page 3", thresholds = "ours" },
    judge = function(service, p)
      local calls = service.samples.answered
      if calls:at_least(p.enough_calls) then return met "{calls} were answered in time" end
      if calls:at_least(p.some_calls) then return partly_met "only {calls} were answered in time" end
      return not_met "{calls} were answered in time, fewer than {p.some_calls}"
    end,
    partly_met = area_for_improvement "The service should answer more calls in time.",
    not_met    = cause_of_concern {
      "Callers in danger may get no answer.",
      recommendations = { { "Answer every call for help.", within = "3 months" }, { "Publish how many calls were lost.", by = "2022-09-30" } },
    },
  },

  characteristic "waiting" {
    level = "good",
    text  = "Callers do not wait long",
    rests = { "handbook, page 4" },
    weight = 0.5,
    judge = function(service, p)
      local waiting = service.measures.waiting
      if waiting:at_most(p.most_waiting) then return met "{waiting}" end
      return not_met "{waiting}, more than {p.most_waiting}"
    end,
    not_met = area_for_improvement "The service should shorten the wait.",
  },

  characteristic "staffed" {
    level = "good",
    text  = "The desk is staffed by people who know the work",
    rests = { "handbook, page 5" },
    findings = true,
    met = promising_practice "Experienced people teach the new ones at the desk.",
  },

  characteristic "instant" {
    level = "outstanding",
    text  = "Nobody waits",
    rests = { "handbook, page 4", thresholds = "ours" },
    judge = function(service)
      if service.measures.waiting:below(1) then return met "nobody waited" end
      return not_met "some waited"
    end,
  },

  cap "unstaffed" { at = "requires-improvement", when = { "staffed", "not-met" }, because = "a desk that is not staffed cannot serve" },
}
