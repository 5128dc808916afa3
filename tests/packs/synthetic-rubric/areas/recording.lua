-- The grade is the band of one number; a characteristic is judged by the bands of another. Made up.
return area {
  title = "Recording", question = "Is what is reported recorded?",
  characteristic "prompt" {
    level = "good", text = "Reports are recorded promptly", rests = "ours",
    judge = bands {
      of = "measures.days",
      met        = { to = "soon" },
      partly_met = { above = "soon", to = "late" },
      not_met    = { above = "late" },
    },
    partly_met = area_for_improvement "Record reports sooner",
    not_met    = cause_of_concern { "Reports wait too long", recommendations = { { "Record what waits", within = "1 month" } } },
  },
  ladder = bands {
    of = "estimates.recorded",
    outstanding              = { from = "majority" },
    good                     = { from = "substantial", below = "majority" },
    adequate                 = { from = "high", below = "substantial" },
    ["requires-improvement"] = { from = "low", below = "high" },
    inadequate               = { below = "low" },
  },
}
