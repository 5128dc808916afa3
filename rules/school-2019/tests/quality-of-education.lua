-- All evidence here is made up.
local function phonics(count)
  return { measures = { year_one = 100, phonics = { value = count, per = 100, denominator = "year_one", benchmarks = { england = 79 } } } }
end
local function sample(name) return function(met, of) return { samples = { [name] = { met = met, of = of } } } end end

-- A whole area: what is weighed as the ladder does, the work twice.
local function whole(_, t)
  return {
    measures = { year_one = 100, phonics = { value = t.phonics or 90, per = 100, denominator = "year_one", benchmarks = { england = 79 } } },
    samples  = {
      plans = { met = t.plans or 10, of = 10 }, work = { met = t.work or 85, of = 100 },
      outcomes = { met = t.outcomes or 80, of = 100 }, outcomes_before = { met = 80, of = 100 },
    },
    findings = { { t.curriculum or "strength", "ambitious" } },
  }
end

return cases {
  area = "quality-of-education",

  each "the curriculum for all: strengths, weaknesses" {
    vary = function(strengths, weaknesses)
      return { findings = { { "strength", "ambitious", weight = strengths }, { "weakness", "ambitious", weight = weaknesses } } }
    end,
    { 3, 1, ambitious = "met", practices = { "ambitious" } },
    { 2.9, 1, ambitious = "partly-met", improvements = { "ambitious" }, practices = {} },
    { 2, 3, ambitious = "partly-met", concerns = {} },
    { 2, 3.1, ambitious = "not-met", concerns = { "ambitious" }, improvements = {}, grade = "inadequate" },
  },

  each "subjects planned, of 20" {
    vary = function(met) return sample "plans" (met, 20) end,
    { 18, planned = "met", raises = {} },
    { 17, planned = "partly-met", raises = { "planned" } },
    { 12, planned = "partly-met" },
    { 11, planned = "not-met", raises = { "planned" } },
  },
  each "subjects planned, of 100" {
    vary = function(met) return sample "plans" (met, 100) end,
    { 90, planned = "met" }, { 89, planned = "partly-met" }, { 60, planned = "partly-met" }, { 59, planned = "not-met" },
  },

  each "the phonics check, where England has 79" {
    vary = phonics,
    { 79, reading = "met", raises = {} },
    { 78, reading = "partly-met", improvements = { "reading" }, concerns = {} },
    { 74, reading = "partly-met" },
    { 73, reading = "not-met", concerns = { "reading" }, improvements = {}, because = { reading = "more than 5 below the 79 of England" } },
  },
  case "no year 1" { measures = { phonics = missing "not-applicable" }, expect = { reading = "not-applicable" } },

  each "work that shows the curriculum learnt, of 100" {      -- Wilson at 0.95: 79 of 100 from 70.0%, 40 of 100 to 49.8%
    vary = function(met) return sample "work" (met, 100) end,
    { 79, learnt = "met", raises = {}, because = { learnt = "surely 70% or more" } },
    { 78, learnt = "partly-met", improvements = { "learnt" }, because = { learnt = "neither surely 70% nor surely below 50%" } },
    { 41, learnt = "partly-met", concerns = {} },
    { 40, learnt = "not-met", concerns = { "learnt" }, improvements = {}, because = { learnt = "surely fewer than 50%" } },
    { 90, securely = "met", practices = { "securely" } },
    { 89, securely = "not-met", practices = {}, because = { securely = "fewer than 90%" } },
  },

  -- R: prop.test(c(67, 80), c(100, 100), correct = FALSE)$p.value is 0.037, of 68 it is 0.053
  each "outcomes, of 100, after 80 the year before" {
    vary = function(met) return { samples = { outcomes = { met = met, of = 100 }, outcomes_before = { met = 80, of = 100 } } } end,
    { 70, outcomes = "met", raises = {}, because = { outcomes = "not significantly fewer than the year before, 80 of 100 (80%)" } },
    { 69, outcomes = "partly-met", raises = { "outcomes" }, because = { outcomes = "fewer than 70%" } },
    { 68, outcomes = "partly-met" },
    { 67, outcomes = "not-met", raises = { "outcomes" }, because = { outcomes = "after 80 of 100 (80%) the year before: fewer" } },
  },

  case "nobody looked" {
    expect = { ambitious = "no-evidence", planned = "no-evidence", reading = "no-evidence", learnt = "no-evidence", outcomes = "no-evidence",
               securely = "no-evidence", grade = "insufficient-evidence" },
  },

  -- Of a weight of 6, the work 2: good asks for 4.5, evidence for 3.6.
  each "the grade" {
    vary = whole,
    { "work of high quality", { work = 90 }, grade = "outstanding",
      because = { grade = "outstanding asks besides for 50% of the characteristics of outstanding (beyond)" } },
    { "the same, not all planned", { plans = 8, work = 90 }, grade = "good", because = { grade = "outstanding for 100% (all_good)" } },
    { "all good", {}, grade = "good" },
    { "on the line of good", { plans = 8, work = 60 }, grade = "good", because = { grade = "share 75%; good asks for 75% (good_share)" } },
    { "below it", { plans = 5, work = 60 }, grade = "requires-improvement" },
    { "not for all", { curriculum = "weakness" }, grade = "inadequate", concerns = { "ambitious" } },
    { "not learnt", { work = 30 }, grade = "inadequate", concerns = { "learnt" } },
    { "not read", { phonics = 60 }, grade = "inadequate", concerns = { "reading" } },
  },
  case "half of the weight has evidence" {
    samples = { work = { met = 85, of = 100 }, plans = { met = 10, of = 10 } },
    expect  = { grade = "insufficient-evidence", because = { grade = "at least 60% is needed" } },
  },
  case "two thirds have" {
    samples  = { work = { met = 85, of = 100 }, plans = { met = 10, of = 10 } },
    findings = { { "strength", "ambitious" } },
    expect   = { grade = "good" },
  },
}
