-- The pack into which tests/codes/make puts the examples of engine/lint/examples, each in its place. As it stands there is nothing to tell of it. Made up.
return pack {
  name = "codes", version = "1.0.0", title = "A made-up framework of schools",
  scale = { "poor", "good" },
  areas = { "teaching" },
  --[[in the references of pack.lua]]
  references = { handbook = "A made-up handbook" },
  --[[end]]
  evidence = {
    --[[in the evidence of pack.lua]]
    samples = { lessons = "Lessons that were well taught" },
    --[[end]]
  },
  --[[in pack.lua]]
  --[[end]]
  parameters = {
    --[[in the parameters of pack.lua]]
    most = { 0.8, "share of lessons that must be well taught", rests = "handbook; number ours", unit = "share" },
    --[[end]]
  },
  ladder = { standard = "good", rungs = { poor = 0, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
