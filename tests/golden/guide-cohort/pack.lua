return pack {
  name = "against", version = "0.1.0", title = "Against others", note = "Made up.",
  scale = { "poor", "good" },
  areas = { "calls" },
  evidence = { measures = { answered = "Calls answered", lost = "Calls lost", staff = "Staff", waits = "Waits", size = "Residents" } },
  parameters = {
    width = { 1.5, "standard deviations to either line", rests = "ours", unit = "count" },
    near  = { 8, "organisations that are like one", rests = "ours", unit = "count" },
    small = { 500, "residents below which a rate says little", rests = "ours", unit = "residents" },
    most  = { 0.75, "share that is good", rests = "ours", unit = "share" },
  },
  cohort = {
    measures = { "answered", "lost", "staff", "waits" },
    width = "width", leave_out = { north = "closed for half of the year; ours" },
    apart = {
      waits = { unless = { measure = "size", below = "small", because = "few live there; ours" } },
      lost  = { peers = { "south", "east" }, leave_out = {}, scale = "log", log_shift = 0.5, inclusive = true, mean = "values", fewest = 2 },
      staff = { peers = { similar = "size", count = "near" }, scale = "raw", deviation = "population", leave_out = {} },
    },
  },
  ladder = function(area, p)
    if area:share() >= p.most then return "good", "most is met" end
    return "poor", "less is met"
  end,
}
