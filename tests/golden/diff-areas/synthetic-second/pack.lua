-- Made up, to be compared.
return pack {
  name = "synthetic-second", version = "1.0.0", title = "A second framework",
  scale = { "poor", "fair", "good" },
  areas = { "teaching", "attendance", "safeguarding", "governance", "management", "premises", "reading" },
  evidence = { samples = { lessons = "Lessons that were well taught", checks = "Checks of staff that were complete", meetings = "Meetings that were well led", rooms = "Rooms that were fit", plates = "Meals that were good", hours = "Club hours that were held", books = "Pupils who read well" } },
  parameters = {
    most = { 0.8, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
  compared = {
    ["synthetic-first"] = {
      comparability = "alike",
      areas = {
        teaching     = "teaching",
        attendance   = "attendance",
        safeguarding = "safety",
        governance   = "leadership",
        management   = { "leadership", comparability = "not-comparable", because = "it asks of much that leadership did not" },
        premises     = { "buildings", "meals" },
      },
      organisations = { ["elm-academy"] = "elm" },
    },
  },
}
