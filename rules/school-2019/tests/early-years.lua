-- All evidence here is made up.
local function ready(count) return { value = count, per = 100, denominator = "reception", benchmarks = { england = 67 } } end

local function whole(_, t)
  return {
    measures = { reception = 100, development = ready(t.ready or 70) },
    samples  = { phonics_sessions = { met = t.days or 40, of = 40 } },
    findings = { { t.curriculum or "strength", "curriculum" } },
  }
end

return cases {
  area = "early-years",

  each "the curriculum: strengths, weaknesses" {
    vary = function(strengths, weaknesses)
      return {
        measures = { reception = 30 },
        findings = { { "strength", "curriculum", weight = strengths }, { "weakness", "curriculum", weight = weaknesses } },
      }
    end,
    { 3, 1, curriculum = "met", raises = {} },
    { 2.9, 1, curriculum = "partly-met", improvements = { "curriculum" }, concerns = {} },
    { 2, 3, curriculum = "partly-met" },
    { 2, 3.1, curriculum = "not-met", concerns = { "curriculum" }, improvements = {} },
  },

  each "days with phonics, of 100" {
    vary = function(met) return { measures = { reception = 30 }, samples = { phonics_sessions = { met = met, of = 100 } } } end,
    { 95, ["phonics-daily"] = "met", raises = {} },
    { 94, ["phonics-daily"] = "partly-met", raises = { "phonics-daily" } },
    { 75, ["phonics-daily"] = "partly-met" },
    { 74, ["phonics-daily"] = "not-met", raises = { "phonics-daily" }, because = { ["phonics-daily"] = "fewer than 75%" } },
  },

  each "children with a good level of development, of 100; England has 67" {
    vary = function(count) return { measures = { reception = 100, development = ready(count) } } end,
    { 77, flourishing = "met", practices = { "flourishing" }, ready = "met" },
    { 76, flourishing = "not-met", practices = {}, because = { flourishing = "less than 10 above" } },
    { 67, ready = "met", raises = {} },
    { 66, ready = "partly-met", raises = { "ready" } },
    { 62, ready = "partly-met" },
    { 61, ready = "not-met", raises = { "ready" }, because = { ready = "more than 5 below the 67" } },
  },

  each "the grade" {
    vary = whole,
    { "flourishing", { ready = 80 }, grade = "outstanding" },
    { "all good", {}, grade = "good" },
    { "two are not", { days = 20, ready = 50 }, grade = "requires-improvement" },
    { "no curriculum", { curriculum = "weakness" }, grade = "inadequate" },
  },

  case "no early years" {
    measures = { reception = missing "not-applicable" },
    expect   = { curriculum = "not-applicable", ["phonics-daily"] = "not-applicable", ready = "not-applicable", flourishing = "not-applicable",
                 grade = "insufficient-evidence", because = { grade = "applies" } },
  },
  case "nobody looked" {
    expect = { curriculum = "no-evidence", ["phonics-daily"] = "no-evidence", ready = "no-evidence", flourishing = "no-evidence",
               grade = "insufficient-evidence" },
  },
}
