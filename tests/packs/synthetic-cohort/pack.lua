-- synthetic-cohort: made up. Every way to read a measure against other organisations; the golden cases judge by it.
return pack { -- peel: allow P502: golden cases hold it, not cases of its own
  name    = "synthetic-cohort",
  version = "1.0.0",
  title   = "A made-up framework that reads libraries against each other",
  scale   = { "poor", "fair", "good" },
  areas   = { "standing" },
  evidence = {
    measures = {
      residents  = "Residents",
      staff      = "Staff",
      loans      = "Loans a resident",
      balance    = "Income less spending",
      spread     = "Pages that are kept",
      same       = "Doors",
      rare       = "Reading rooms",
      fines      = "Fines",
      visits     = "Visits a resident",
      chosen     = "Hours open a week",
    },
  },
  parameters = {
    wide     = { 1.5, "standard deviations either side, for loans", rests = "ours", unit = "count" },
    neighbours = { 4, "libraries of like size to be read against", rests = "ours", unit = "count" },
    some     = { 0.5, "share of the characteristics of good for fair", rests = "ours", unit = "share" },
    most     = { 0.8, "share of the characteristics of good for good", rests = "ours", unit = "share" },
    half     = { 0.5, "credit for partly met", rests = "ours", unit = "share" },
    enough   = { 0.5, "weight that must have evidence", rests = "ours", unit = "share" },
  },
  cohort = {
    measures  = { "staff", "loans", "balance", "spread", "same", "rare", "fines", "visits", "chosen" },
    leave_out = { mobile = "it is a van" },
    apart = {
      loans   = { scale = "raw", width = "wide" },
      balance = { scale = "log" },
      fines   = { peers = { similar = "residents", count = "neighbours" }, fewest = 4 },
      visits  = { leave_out = {} },
      chosen  = { peers = { "beech", "alder", "cedar", "elm", "fir", "hazel" } },
    },
  },
  ladder = { standard = "good", rungs = { poor = 0, fair = "some", good = "most" }, partly = "half", enough = "enough" },
}
