-- Made up for the benchmark: each of the sixty measures is read against all organisations. Judges nothing that exists.
-- tests/bench/run makes areas/all.lua, a characteristic a measure, from measure.lua.in.
return pack {
  name    = "synthetic-cohort",
  version = "1.0.0",
  title   = "Synthetic: sixty measures against all",
  scale   = { "low", "high" },
  areas   = { "all" },
  evidence = {
    measures = {
@MEASURES@
    },
  },
  ladder = { standard = "high", rungs = { low = 0, high = 0.5 }, partly = 0.5, enough = 0.1 },
  cohort = {
    measures = {
@NAMES@
    },
  },
}
