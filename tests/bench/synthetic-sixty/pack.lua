-- Made up for the benchmark: sixty rules over ten areas that are alike. Judges nothing that exists.
-- tests/bench/run makes areas/area-01.lua to area-10.lua from area.lua.in; plain.c and plain.lua do the same work without peel.
return pack {
  name    = "synthetic-sixty",
  version = "1.0.0",
  title   = "Synthetic: sixty made-up rules",
  scale   = { "inadequate", "requires-improvement", "adequate", "good", "outstanding" },
  areas   = { "area-01", "area-02", "area-03", "area-04", "area-05", "area-06", "area-07", "area-08", "area-09", "area-10" },
  evidence = {
    measures = {
@MEASURES@
    },
    samples = {
@SAMPLES@
    },
  },
  parameters = {
    rate_met          = { 40,   "incidents per 1,000, at most, to meet", rests = "ours" },
    rate_partly       = { 70,   "incidents per 1,000, at most, to meet in part", rests = "ours" },
    sample_met        = { 0.70, "lower bound of the share of files, to meet", rests = "ours" },
    sample_partly     = { 0.70, "share of files, to meet in part", rests = "ours" },
    ratio_met         = { 1.2,  "third measure over second, at least, to meet", rests = "ours" },
    ratio_partly      = { 0.6,  "third measure over second, at least, to meet in part", rests = "ours" },
    combined_value    = { 120,  "fourth measure, at least", rests = "ours" },
    combined_share    = { 0.60, "share of files, at least", rests = "ours" },
    beyond            = { 500,  "fifth measure, above", rests = "ours" },
    findings_met      = { 0.60, "share of the weight of findings that are strengths, to meet", rests = "ours" },
    findings_partly   = { 0.30, "the same, to meet in part", rests = "ours" },
    some              = { 0.40, "share of the standard for adequate", rests = "ours" },
    substantially_all = { 0.75, "share of the standard for good", rests = "ours" },
    beyond_standard   = { 0.90, "share of the standard for outstanding", rests = "ours" },
    beyond_level      = { 0.50, "share of what lies beyond the standard for outstanding", rests = "ours" },
    partly_credit     = { 0.50, "what meeting in part counts", rests = "ours" },
    enough_evidence   = { 0.50, "share of an area that must have evidence", rests = "ours" },
  },
  ladder = {
    standard = "good", concern = "inadequate",
    rungs = { ["requires-improvement"] = 0, adequate = "some", good = "substantially_all",
              outstanding = { "beyond_standard", beyond = "beyond_level" } },
    partly = "partly_credit", enough = "enough_evidence",
  },
}
