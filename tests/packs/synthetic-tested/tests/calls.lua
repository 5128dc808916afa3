-- Made up, as all of this pack.
local function answered(met) return { samples = { calls = { met = met, of = 60 } }, findings = { { "strength", "heard" } } } end

return cases {
  area = "calls",

  each "calls answered in time, of 60" {
    vary = answered,
    { 48, answered = "met", raises = {}, grade = "good", because = { answered = "48 of 60 (80%)", grade = "100%" } },
    { 47, answered = "partly-met", raises = { "answered" }, concerns = {}, grade = "fair" },
    { 30, answered = "partly-met" },
    { 29, answered = "not-met", raises = { "answered" }, grade = "poor", concerns = { "answered" } },
  },

  each "minutes to wait" {
    { "ten", measures = { waits = 10 }, expect = { patient = "met", practices = { "patient" } } },
    { "eleven", measures = { waits = 11 }, samples = { calls = { met = 60, of = 60 } }, findings = { { "strength", "heard" }, { "strength", "heard" } },
      expect = { patient = "not-met", practices = {}, caps = { "waits" }, grade = "fair" } },
  },

  each "callers are heard, by strengths and weaknesses" {
    vary = function(strengths, weaknesses)
      return { findings = { { "strength", "heard", weight = strengths }, { "weakness", "heard", weight = weaknesses } } }
    end,
    { 3, 1, heard = "met" },
    { 2, 3, heard = "partly-met" },
    { 1, 2, heard = "not-met" },
  },

  case "nothing is known" {
    estimates = { content = missing "not-supplied" },
    expect = { answered = "no-evidence", patient = "no-evidence", heard = "no-evidence", grade = "insufficient-evidence" },
  },

  case "a moderation stands, and is not computed" {
    samples = { calls = { met = 60, of = 60 } }, findings = { { "strength", "calls/heard" } },
    moderations = { { "calls", to = "poor" } },
    expect = { grade = "poor", computed = "good" },
  },

  case "a grade that is carried over stands" {
    judgments = { { "calls", "fair", status = "carried-over", date = "2019" } },
    expect = { grade = "fair", computed = "insufficient-evidence" },
  },
}
