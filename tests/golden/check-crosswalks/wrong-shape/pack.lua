-- Made up, to be compared.
return pack {
  name = "wrong-shape", version = "1.0.0", title = "A framework",
  scale = { "poor", "fair", "good" },
  areas = { "teaching" },
  evidence = { samples = { lessons = "Lessons that were well taught" } },
  parameters = {
    most = { 0.7, "share that is done well", rests = "ours", unit = "share" },
    some = { 0.5, "share that is partly done well", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
  compared = {
    ["Older Pack"] = { comparability = "alike", areas = { teaching = "teaching" } },
    first  = { comparability = "not-comparable", areas = { teaching = "teaching" } },
    second = { comparability = "comparable", areas = { teaching = { "a", "a", "B", comparability = "not-comparable" } } },
    third  = { comparability = "alike", areas = { teaching = {} }, grade = { good = "good" } },
    fourth = { comparability = "alike", areas = { "teaching" }, organisations = { Elm = "elm", oak = 1 } },
    fifth  = "peel-2018",
  },
}
