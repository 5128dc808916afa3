-- See pack.lua. Besides, a gap: after a day and a half until two nobody knows.
return area {
  title = "Recording", question = "Is what is reported recorded?",
  characteristic "prompt" {
    level = "good", text = "Reports are recorded promptly", rests = "ours",
    judge = bands {
      of = "measures.days",
      met        = { to = "soon" },
      partly_met = { above = "late", to = "soon" },
      not_met    = { above = "late" },
    },
    partly_met = area_for_improvement "Record reports sooner",
  },
  ladder = bands {
    of = "estimates.recorded",
    outstanding              = { from = "majority" },
    good                     = { from = "substantial" },
    adequate                 = { from = "high" },
    ["requires-improvement"] = { below = "high" },
    inadequate               = { below = "substantial" },
  },
}
