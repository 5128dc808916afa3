return pack {
  name = "prints", version = "1.0.0", title = "Prints",
  scale = { "inadequate", "good" },
  areas = { "prints" },
  parameters = {
    some = { 0.5, "share of the standard", rests = "ours" },
    enough = { 0.1, "share of the weight with evidence", rests = "ours" },
  },
  ladder = { standard = "good", concern = "inadequate", rungs = { inadequate = 0, good = "some" }, partly = 0.5, enough = "enough" },
}
