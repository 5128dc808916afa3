-- synthetic-failing: made up. Rules that raise, loop and print, for the golden cases of partial results.
return pack { -- peel: allow P502: golden cases hold it, not cases of its own
  name    = "synthetic-failing",
  version = "1.0.0",
  title   = "A made-up framework with broken rules",
  scale   = { "bad", "good" },
  areas   = { "sound", "broken", "endless" },
  evidence = { samples = { answered = "Calls answered in time" } },
  parameters = {
    enough = { 0.5, "share for good", rests = "ours", unit = "share" },
    half   = { 0.5, "credit for partly met", rests = "ours", unit = "share" },
  },
  ladder = { standard = "good", concern = "bad", rungs = { bad = 0, good = "enough" }, partly = "half", enough = "enough" },
}
