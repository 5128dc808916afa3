return area {
  title    = "Keeping records",
  question = "How good is the service at keeping records?",

  characteristic "recorded" {
    level = "good",
    text  = "Reports are recorded",
    rests = { "handbook, page 7", thresholds = "ours" },
    judge = function(service, p)
      local recorded = service.estimates.recorded
      service.surveys.trust:cite()
      if recorded:surely_at_least(p.recorded_surely) then return met "{recorded} of reports are recorded" end
      if recorded:at_least(p.recorded_surely) then return partly_met "{recorded} of reports are recorded, which may be fewer than {p.recorded_surely}" end
      return not_met "only {recorded} of reports are recorded"
    end,
    partly_met = area_for_improvement "The service should record every report.",
  },
}
