-- `similar` names no measure of the pack.
return area {
  title    = "Visits",
  question = "How well does the service look after its visitors?",

  characteristic "many" {
    level = "good", text  = "Visitors come", rests = "ours",
    judge = function(service, p)
      local visits = service.measures.visits
      if visits:at_most(p.most_visits) then return met "{visits}" end
      return not_met "{visits}"
    end,
  },
}
