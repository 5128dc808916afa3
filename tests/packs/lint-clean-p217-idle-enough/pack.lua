-- Six tenths of the evidence must be there: one of three characteristics is less. Made up.
return pack {
  name = "lint-clean-p217-idle-enough", version = "1.0.0", title = "A made-up framework of visits",
  scale = { "poor", "fair", "good", "best" }, areas = { "visits" },
  references = { handbook = "A made-up handbook" },
  evidence = { samples = { visits = "Visits that were made in time" } },
  parameters = {
    all    = { 1, "share of the characteristics of good for best", rests = "handbook; number ours", unit = "share" },
    enough = { 0.6, "share that must have evidence", rests = "ours", unit = "share" },
    half   = { 0.5, "credit for partly met, and share of what is beyond good", rests = "ours", unit = "share" },
    most   = { 0.75, "share of the characteristics of good for good", rests = "handbook; number ours", unit = "share" },
    in_time   = { 0.9, "share of visits to be made in time", rests = "handbook; number ours", unit = "share" },
    some_time = { 0.6, "share of visits below which people are left alone", rests = "ours", unit = "share" },
    findings_met    = { 0.7, "weight of strengths for met", rests = "ours", unit = "share" },
    findings_partly = { 0.4, "weight of strengths for partly met", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { fair = 0, good = "most", best = { "all", beyond = "half" } }, partly = "half", enough = "enough" },
}
