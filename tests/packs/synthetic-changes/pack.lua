-- synthetic-changes: made up. Every characteristic compares two pieces of evidence; the golden cases judge by it.
return pack { -- peel: allow P502: golden cases hold it, not cases of its own
  name = "synthetic-changes", version = "1.0.0", title = "Judged by what has changed",
  scale = { "inadequate", "good" },
  areas = { "calls" },
  evidence = {
    measures  = { dropped = "Calls dropped", dropped_before = "Calls dropped, the year before", waited = "Minutes waited", waited_before = "Minutes waited, the year before" },
    estimates = { recorded = "Calls recorded", recorded_before = "Calls recorded, the year before", trusted = "Callers who trust the desk" },
    samples   = { answered = "Calls answered", answered_before = "Calls answered, the year before" },
  },
  parameters = { years = { 1, "years from one review to the next", rests = "ours" } },
  ladder = { standard = "good", rungs = { inadequate = 0, good = 0.9 } },
}
