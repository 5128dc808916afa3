-- On both sides of every bound. All evidence is made up.
return cases {
  area = "recording",

  each "days" {
    vary = function(days) return { measures = { days = days } } end,
    { 1, prompt = "met", raises = {}, because = { prompt = "1, at most 1" } },
    { 1.01, prompt = "partly-met", improvements = { "prompt" }, concerns = {} },
    { 3, prompt = "partly-met", because = { prompt = "above 1 and at most 3" } },
    { 3.01, prompt = "not-met", concerns = { "prompt" }, grade = "inadequate" },
  },

  each "share recorded" {
    vary = function(share) return { measures = { days = 1 }, estimates = { recorded = { share, margin = 0.01 } } } end,
    { 1, grade = "outstanding" },
    { 0.95, grade = "outstanding", because = { grade = "at least 95%" } },
    { 0.949, grade = "good" },
    { 0.93, grade = "good" },
    { 0.929, grade = "adequate" },
    { 0.90, grade = "adequate" },
    { 0.899, grade = "requires-improvement" },
    { 0.85, grade = "requires-improvement", because = { grade = "at least 85% and below 90%" } },
    { 0.849, grade = "inadequate", raises = {} },
    { 0, grade = "inadequate" },
  },

  case "a cause of concern comes before the bands" {
    measures = { days = 9 }, estimates = { recorded = { 0.99, margin = 0.01 } },
    expect = { grade = "inadequate", because = { grade = "cause of concern" } },
  },
  case "nobody counted what is recorded" {
    measures = { days = 1 }, estimates = { recorded = missing "not-supplied" }, expect = { grade = "insufficient-evidence" },
  },
  case "nobody counted days: too little evidence for a grade" {
    estimates = { recorded = { 0.99, margin = 0.01 } }, expect = { prompt = "no-evidence", grade = "insufficient-evidence" },
  },
}
