-- Made up. A name that nobody declared does not hide what else its rule does wrong.
return pack {
  name = "codes", version = "1.0.0", title = "A made-up framework of schools",
  scale = { "poor", "good" },
  areas = { "teaching" },
  references = { handbook = "A made-up handbook" },
  evidence = {
    samples = { lessons = "Lessons that were well taught" },
  },
  parameters = {
    most = { 0.8, "share of lessons that must be well taught", rests = "handbook; number ours", unit = "share" },
  },
  ladder = { standard = "good", rungs = { poor = 0, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
