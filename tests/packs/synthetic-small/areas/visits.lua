return area {
  title    = "Visiting people in need, at home or wherever they are, in time and as often as it takes",
  question = "How good is the service at visiting?",
  depends  = { "calls/answered" },

  characteristic "visited" {
    level = "good",
    text  = "Visits are made in time",
    rests = { "handbook, page 9", thresholds = "ours" },
    judge = function(service, p)
      local visits = service.samples.visited
      if service.outcomes["calls/answered"]:is("not-met") then return not_met "calls were not even answered" end
      if visits:at_least(p.enough_calls) then return met "{visits} were made in time" end
      return not_met "{visits} were made in time"
    end,
    not_met = area_for_improvement "The service should make its visits in time.",
  },
}
