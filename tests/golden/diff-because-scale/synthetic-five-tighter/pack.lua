-- Made up, to be compared.
return pack {
  name = "synthetic-five-tighter", version = "1.0.0", title = "A framework of five, and tighter",
  scale = { "inadequate", "requires-improvement", "adequate", "good", "outstanding" },
  areas = { "teaching" },
  evidence = { samples = { lessons = "Lessons that were well taught" } },
  parameters = {
    most = { 0.8, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "inadequate", rungs = { ["requires-improvement"] = 0, adequate = 0.7, good = 0.95, outstanding = { 0.95, beyond = 0.95 } }, partly = 0.5, enough = 0.5 },
  compared = {
    ["synthetic-four"] = {
      comparability = "alike",
      areas  = { teaching = "teaching" },
      grades = { inadequate = "inadequate", ["requires-improvement"] = "requires-improvement", good = "adequate", outstanding = "good" },
    },
  },
}
