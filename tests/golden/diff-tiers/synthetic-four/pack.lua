-- Made up, to be compared.
return pack {
  name = "synthetic-four", version = "1.0.0", title = "A framework of four",
  scale = { "inadequate", "requires-improvement", "good", "outstanding" },
  areas = { "teaching" },
  evidence = { samples = { lessons = "Lessons that were well taught" } },
  parameters = {
    most = { 0.8, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "inadequate", rungs = { ["requires-improvement"] = 0, good = 0.7, outstanding = 0.95 }, partly = 0.5, enough = 0.5 },
}
