-- Made up, to be compared.
return pack {
  name = "wrong-meaning", version = "1.0.0", title = "A framework",
  scale = { "poor", "fair", "good" },
  areas = { "teaching" },
  evidence = { samples = { lessons = "Lessons that were well taught" } },
  parameters = {
    most = { 0.7, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
  compared = {
    older = {
      areas = {
        teachng  = "teaching",
        teaching = "lessons",
      },
      grades = { fine = "goood", bad = "poor" },
      organisations = { ["elm-academy"] = "elm", ["elm-college"] = "elm" },
    },
    silent = {},
  },
}
