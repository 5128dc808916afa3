return pack {
  name = "synthetic-shop", version = "1.0.0", title = "Shops (made up)",
  scale = { "inadequate", "fair", "good" },
  areas = { "queue" },
  evidence   = { measures = { wait = "Minutes waited", unknown = "Share of waits not recorded, in percent" } },
  parameters = { most_unknown = { 10, "percent of waits that may be unrecorded", rests = "ours", unit = "percent" } },
  cohort = { measures = { "wait" }, unless = { measure = "unknown", above = "most_unknown", because = "too little of it is known" } },
  ladder = { standard = "good", rungs = { inadequate = 0, fair = 0.5, good = 0.8 }, partly = 0.5, enough = 0.5 },
}
