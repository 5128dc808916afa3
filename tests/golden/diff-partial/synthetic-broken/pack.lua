-- Made up, to be compared.
return pack {
  name = "synthetic-broken", version = "1.0.0", title = "A framework",
  scale = { "poor", "fair", "good" },
  areas = { "teaching" },
  evidence = { samples = { lessons = "Lessons that were well taught", checks = "Checks of staff that were complete", meetings = "Meetings that were well led" } },
  parameters = {
    most = { 0.8, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
