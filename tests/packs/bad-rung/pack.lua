-- A rung of the ladder that is not on the scale.
return pack {
  name    = "bad-rung",
  version = "1.0.0",
  title   = "A mistake, made up",
  scale   = { "poor", "fair", "good" },
  areas   = { "visits" },
  evidence = {
    samples = { answered_letters = "Letters answered in time" },
  },
  parameters = {
    most_letters = { 0.9, "share of letters that must be answered in time", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { fare = 0, good = "most_letters" } },
}
