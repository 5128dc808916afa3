-- synthetic-changes: made up. Every characteristic compares two pieces of evidence; the golden cases judge by it.
return pack {
  name = "synthetic-changes", version = "1.0.0", title = "Judged by what has changed",
  scale = { "inadequate", "good" },
  areas = { "calls" },
  parameters = { years = { 1, "years from one review to the next", rests = "ours" } },
  ladder = { standard = "good", rungs = { inadequate = 0, good = 0.9 } },
}
