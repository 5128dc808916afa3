-- All evidence here is made up.
local function against(name) return function(strengths, weaknesses)
  return { findings = { { "strength", name, weight = strengths }, { "weakness", name, weight = weaknesses } } }
end end

local function whole(_, t)
  return {
    measures = { left_the_roll = missing "not-applicable" },
    samples  = { teachers_trained = { met = t.trained or 9, of = 10 }, referrals = { met = t.referrals or 40, of = 40 } },
    findings = { { t.workload or "strength", "workload" }, { t.governed or "strength", "governed" }, { t.heard or "strength", "heard" } },
  }
end

return cases {
  area = "leadership-and-management",

  each "teachers trained, of 100" {
    vary = function(met) return { samples = { teachers_trained = { met = met, of = 100 } } } end,
    { 80, development = "met", raises = {} },
    { 79, development = "partly-met", raises = { "development" } },
    { 50, development = "partly-met" },
    { 49, development = "not-met", raises = { "development" } },
  },

  each "workload: strengths, weaknesses" {
    vary = against "workload",
    { 3, 1, workload = "met", raises = {} },
    { 2.9, 1, workload = "partly-met", raises = { "workload" } },
    { 2, 3, workload = "partly-met" },
    { 2, 3.1, workload = "not-met", raises = { "workload" } },
  },
  case "what staff say is cited" {
    surveys  = { staff = { 0.9, n = 30 } },
    findings = { { "weakness", "workload" } },
    expect   = { workload = "not-met", because = { workload = "90% of 30" } },
  },

  each "governance: strengths, weaknesses" {
    vary = against "governed",
    { 3, 1, governed = "met", raises = {} },
    { 2.9, 1, governed = "partly-met", improvements = { "governed" }, concerns = {} },
    { 2, 3.1, governed = "not-met", concerns = { "governed" }, improvements = {} },
  },

  each "pupils who left the roll" {
    vary = function(count) return { measures = { left_the_roll = count } } end,
    { 0, ["on-the-roll"] = "met", raises = {} },
    { 1, ["on-the-roll"] = "partly-met", improvements = { "on-the-roll" }, concerns = {} },
    { 2, ["on-the-roll"] = "partly-met" },
    { 3, ["on-the-roll"] = "not-met", concerns = { "on-the-roll" }, improvements = {}, because = { ["on-the-roll"] = "more than 2" } },
  },
  case "no years 10 and 11" { measures = { left_the_roll = missing "not-applicable" }, expect = { ["on-the-roll"] = "not-applicable" } },

  each "staff, pupils and parents heard: strengths, weaknesses" {
    vary = against "heard",
    { 3, 1, heard = "met", practices = { "heard" } },
    { 2.9, 1, heard = "partly-met", practices = {} },
    { 2, 3.1, heard = "not-met", practices = {} },
  },

  each "safeguarding: concerns passed on, of 40; staff checked, of 40; the culture" {
    vary = function(referrals, checked, culture)
      return {
        samples  = { referrals = { met = referrals, of = 40 }, recruitment_records = { met = checked, of = 40 } },
        findings = { { culture, "safeguarding/culture" } },
      }
    end,
    { 40, 40, "strength", safe = "met", because = { safe = "effective: no cause of concern" } },
    { 36, 40, "strength", safe = "met" },                       -- partly met: a minor improvement
    { 20, 40, "strength", safe = "not-met", because = { safe = "causes of concern: 1" } },
    { 40, 30, "strength", safe = "not-met" },
    { 20, 30, "weakness", safe = "not-met", because = { safe = "causes of concern: 3" } },
  },
  case "nobody looked at the culture" {
    samples = { referrals = { met = 40, of = 40 }, recruitment_records = { met = 40, of = 40 } },
    expect  = { safe = "no-evidence" },
  },
  case "nobody looked at referrals" {
    samples  = { recruitment_records = { met = 40, of = 40 } },
    findings = { { "strength", "safeguarding/culture" } },
    expect   = { safe = "no-evidence" },
  },
  case "nobody looked at recruitment" {
    samples  = { referrals = { met = 40, of = 40 } },
    findings = { { "strength", "safeguarding/culture" } },
    expect   = { safe = "no-evidence" },
  },
  case "one cause of concern is enough, whoever looked at the rest" {
    samples = { referrals = { met = 20, of = 40 } },
    expect  = { safe = "not-met" },
  },

  each "the grade" {
    vary = whole,
    { "all, and heard", {}, grade = "outstanding" },
    { "not heard", { heard = "weakness" }, grade = "good" },
    { "not trained", { trained = 4 }, grade = "requires-improvement" },
    { "not governed", { governed = "weakness" }, grade = "inadequate", caps = {} },
    { "not safe", { referrals = 20 }, grade = "inadequate", caps = { "safeguarding" }, because = { grade = "without it outstanding" } },
  },
  case "a cap limits no grade where there is none, and the school is inadequate all the same" {
    samples = { referrals = { met = 20, of = 40 } },
    expect  = { safe = "not-met", caps = {}, grade = "insufficient-evidence" },
  },
  case "the same, of the school" {
    area    = "overall-effectiveness",
    samples = { referrals = { met = 20, of = 40 } },
    expect  = { grade = "inadequate", concerns = { "no-concern" } },
  },

  case "nobody looked" {
    expect = { development = "no-evidence", workload = "no-evidence", governed = "no-evidence", ["on-the-roll"] = "no-evidence", safe = "no-evidence",
               heard = "no-evidence", grade = "insufficient-evidence" },
  },
}
