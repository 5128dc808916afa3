-- Two characteristics make quarters, and nothing between them is fair; nothing raises a cause of concern, and poor is its grade alone. Made up.
return pack {
  name = "lint-p210-step-over", version = "1.0.0", title = "A made-up framework of visits",
  scale = { "poor", "low", "fair", "good" }, areas = { "visits" },
  references = { handbook = "A made-up handbook" },
  evidence = { samples = { visits = "Visits that were made in time" } },
  parameters = {
    enough = { 0.6, "share that must have evidence", rests = "ours", unit = "share" },
    half   = { 0.5, "credit for partly met, and share of what is beyond good", rests = "ours", unit = "share" },
    in_time   = { 0.9, "share of visits to be made in time", rests = "handbook; number ours", unit = "share" },
    some_time = { 0.6, "share of visits below which people are left alone", rests = "ours", unit = "share" },
    findings_met    = { 0.7, "weight of strengths for met", rests = "ours", unit = "share" },
    findings_partly = { 0.4, "weight of strengths for partly met", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { low = 0, fair = 0.55, good = 0.7 }, partly = "half", enough = "enough" },
}
