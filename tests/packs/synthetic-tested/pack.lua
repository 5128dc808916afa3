return pack {
  name = "synthetic-tested", version = "1.0.0", title = "A small made-up pack whose cases cover all of it",
  scale = { "poor", "fair", "good" },
  areas = { "calls" },
  evidence = {
    samples   = { calls = "Calls answered in time" },
    measures  = { waits = "Minutes to wait", lost = "Calls lost" }, -- peel: allow P205: cases give it, and no rule looks
    estimates = { content = "Callers who are content" }, -- peel: allow P205: the same
  },
  parameters = {
    most  = { 0.8, "share of calls answered in time", rests = "ours", unit = "share" },
    half  = { 0.5, "share of calls answered in time, partly", rests = "ours", unit = "share" },
    waits = { 10, "minutes that are too long", rests = "ours", unit = "minutes" },
    some  = { 0.5, "share of the standard", rests = "ours", unit = "share" },
    all   = { 0.9, "share of the standard", rests = "ours", unit = "share" },
    partly = { 0.5, "credit of partly met", rests = "ours", unit = "share" },
    enough = { 0.5, "share with evidence", rests = "ours", unit = "share" },
    findings_met    = { 0.75, "share of strengths", rests = "ours", unit = "share" },
    findings_partly = { 0.4, "share of strengths", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "poor", rungs = { poor = 0, fair = "some", good = "all" }, partly = "partly", enough = "enough" },
}
