-- Made up, to be followed: a third framework, after the two of diff-areas.
return pack {
  name = "synthetic-third", version = "1.0.0", title = "A third framework",
  scale = { "poor", "fair", "good" },
  areas = { "teaching", "conduct", "leading", "buildings", "grounds", "premises" },
  evidence = { samples = { lessons = "Lessons that were well taught", checks = "Checks of staff that were complete", meetings = "Meetings that were well led", rooms = "Rooms that were fit" } },
  parameters = {
    most = { 0.8, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
  compared = {
    ["synthetic-second"] = {
      comparability = "alike",
      areas = {
        teaching  = "teaching",
        conduct   = "safeguarding",
        leading   = { "governance", "management" },
        buildings = "premises",
        grounds   = "premises",
        premises  = "premises",
      },
    },
  },
}
