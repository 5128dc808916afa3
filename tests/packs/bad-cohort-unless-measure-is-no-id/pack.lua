-- The measure of `unless` is no id.
return pack {
  name    = "bad-cohort-unless-measure-is-no-id",
  version = "1.0.0",
  title   = "A mistake, made up",
  scale   = { "poor", "fair", "good" },
  areas   = { "visits" },
  evidence = {
    measures = { visits = "Visits a day", staff = "Staff" },
    samples  = { answered_letters = "Letters answered in time" },
  },
  parameters = {
    most_visits = { 40, "visits a day", rests = "ours", unit = "count" },
    share       = { 0.5, "a share", rests = "ours", unit = "share" },
  },
  cohort = { measures = { "visits" }, unless = { measure = "Staff of all", above = 9, because = "odd" } },
  ladder = { standard = "good", rungs = { poor = 0, fair = 0.4, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
