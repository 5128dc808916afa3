-- Bands said by a rule, not in its place.
return pack {
  name    = "bad-bands-in-rule",
  version = "1.0.0",
  title   = "A mistake, made up",
  scale   = { "poor", "fair", "good" },
  areas   = { "visits" },
  evidence = {
    samples = { answered_letters = "Letters answered in time" },
  },
  parameters = {
    most_letters = { 0.9, "share of letters that must be answered in time", rests = "ours", unit = "share" },
    some_letters = { 0.6, "share of letters that is some", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { fair = 0, good = "most_letters" } },
}
