local function too_long(waits, p)
  if waits:above(p.waits) then return not_met "{waits} are too long" end
end

return area {
  title = "Calls", question = "How well are calls answered?",

  characteristic "answered" {
    level = "good", text = "Calls are answered in time", rests = "ours", weight = 10,
    judge = function(office, p)
      local calls = office.samples.calls
      if calls:at_least(p.most) then return met "{calls} were answered in time" end
      if calls:at_least(p.half) then return partly_met "only {calls} were answered in time" end
      return not_met "{calls} were answered in time, fewer than {p.half}"
    end,
    partly_met = area_for_improvement "The office should answer more calls in time.",
    not_met = cause_of_concern { "Calls go unanswered.", recommendations = { { "Answer them", within = "1 month" } } },
  },

  characteristic "patient" {
    level = "good", text = "Nobody waits long", rests = "ours",
    judge = function(office, p)
      local waits = office.measures.waits
      return too_long(waits, p) or met "{waits} are short"
    end,
    met = promising_practice "Short waits.",
  },

  characteristic "heard" { level = "good", text = "Callers are heard", rests = "ours", findings = true },

  cap "waits" { at = "fair", when = { "patient", "not-met" }, because = "nobody is served well who waits long" },
}
