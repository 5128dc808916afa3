-- Made up. tests/annotations/run makes a slip at a time in a copy of it.
return pack {
  name = "synthetic-slips", version = "1.0.0", title = "A framework, made up, in which slips are made",
  scale = { "poor", "fair", "good" },
  areas = { "teaching" },
  evidence   = { samples = { lessons = "Lessons that were well taught" }, measures = { absent = "Absences" } },
  parameters = { most = { 0.8, "share of lessons that must be well taught", rests = "ours", unit = "share" } },
  ladder     = { standard = "good", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
