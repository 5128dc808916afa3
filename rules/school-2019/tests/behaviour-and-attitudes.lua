-- All evidence here is made up.
local function estimate(value, margin) return { estimates = { calm_lessons = { value, margin = margin } } } end
local function against(name) return function(strengths, weaknesses)
  return { findings = { { "strength", name, weight = strengths }, { "weakness", name, weight = weaknesses } } }
end end
local function absent(percent) return { value = percent, unit = "percent", better = "lower", benchmarks = { england = 7 } } end
local function sent(count, per) return { value = count, per = per or 100, denominator = "pupils", benchmarks = { england = 7 } } end
local function others(...)
  local list = {}
  for i, count in ipairs { ... } do list[i] = { measures = { pupils = 100, suspensions = count } } end
  return list
end

-- A whole area, all good where nothing else is said.
local function whole(_, t)
  return {
    measures  = { absence = absent(t.absence or 6), pupils = 100, suspensions = sent(t.suspensions or 5) },
    others    = others(3, 4, 6, 9),
    estimates = { calm_lessons = { t.calm or 0.9, margin = 0.02 } },
    findings  = { { t.order or "strength", "orderly" }, { t.bullying or "strength", "bullying" } },
  }
end

return cases {
  area = "behaviour-and-attitudes",

  each "order: strengths, weaknesses" {
    vary = against "orderly",
    { 3, 1, orderly = "met", raises = {} },
    { 2.9, 1, orderly = "partly-met", improvements = { "orderly" }, concerns = {} },
    { 2, 3.1, orderly = "not-met", concerns = { "orderly" }, improvements = {} },
  },

  each "absence, where England has 7 percent" {
    vary = function(percent) return { measures = { absence = absent(percent) } } end,
    { 7, attendance = "met", raises = {}, because = { attendance = "in England 7" } },
    { 7.1, attendance = "partly-met", raises = { "attendance" } },
    { 8, attendance = "partly-met" },
    { 8.01, attendance = "not-met", raises = { "attendance" }, because = { attendance = "more than 1 above the 7 of England" } },
  },

  each "suspensions of 100 pupils; four other schools have 3, 4, 6 and 9, England 7" {
    vary = function(count) return { measures = { pupils = 100, suspensions = sent(count) }, others = others(3, 4, 6, 9) } end,
    { 7, suspensions = "met", raises = {}, because = { suspensions = "within the lines" } },
    { 8, suspensions = "partly-met", raises = { "suspensions" }, because = { suspensions = "more than in England" } },
    { 30, suspensions = "not-met", raises = { "suspensions" }, because = { suspensions = "above the upper line" } },
  },
  -- R: x <- c(3, 4, 6, 7, 11); mean(x) + 1.5 * sd(x) is 10.87; of c(3, 4, 6, 7, 10) it is 10.11
  each "where the lines are drawn: suspensions beside 3, 4, 6 and 7" {
    vary = function(count) return { measures = { pupils = 100, suspensions = sent(count) }, others = others(3, 4, 6, 7) } end,
    { 10, suspensions = "partly-met", because = { suspensions = "within the lines of 1.89 and 10.1" } },
    { 11, suspensions = "not-met", because = { suspensions = "above the upper line of 10.9" } },
  },
  case "three other schools draw no lines" {
    measures = { pupils = 100, suspensions = sent(5) }, others = others(3, 4, 6),
    expect   = { suspensions = "no-evidence" },
  },

  each "bullying: strengths, weaknesses" {
    vary = against "bullying",
    { 3, 1, bullying = "met", raises = {}, because = { bullying = "not collected" } },
    { 2.9, 1, bullying = "partly-met", improvements = { "bullying" }, concerns = {} },
    { 2, 3, bullying = "partly-met" },
    { 2, 3.1, bullying = "not-met", concerns = { "bullying" }, improvements = {} },
  },
  case "what parents say is cited, and decides nothing" {
    surveys  = { parents = { 0.2, n = 90 } },
    findings = { { "strength", "bullying" } },
    expect   = { bullying = "met", because = { bullying = "parents who say so: 20% of 90" } },
  },
  case "parents alone" { surveys = { parents = { 0.2, n = 90 } }, expect = { bullying = "no-evidence" } },

  each "undisturbed lessons" {
    vary = estimate,
    { 0.85, 0.04, lessons = "met", raises = {} },
    { 0.849, 0.04, lessons = "partly-met", raises = { "lessons" } },
    { 0.65, 0.04, lessons = "partly-met" },
    { 0.649, 0.04, lessons = "not-met", raises = { "lessons" } },
    { 0.97, 0.02, exemplary = "met", practices = { "exemplary" } },
    { 0.97, 0.0201, exemplary = "not-met", practices = {}, because = { exemplary = "not surely 95%" } },
  },

  each "the grade" {
    vary = whole,
    { "exemplary", { calm = 0.98 }, grade = "outstanding" },
    { "all good", {}, grade = "good" },
    { "two are not", { absence = 9, suspensions = 8 }, grade = "requires-improvement", caps = {} },
    { "disturbed", { calm = 0.6 }, grade = "requires-improvement", caps = { "disorder" }, because = { grade = "nothing else makes behaviour good" } },
    { "no order", { order = "weakness" }, grade = "inadequate", concerns = { "orderly" } },
    { "bullying", { bullying = "weakness" }, grade = "inadequate", concerns = { "bullying" } },
  },

  case "nobody looked" {
    expect = { orderly = "no-evidence", attendance = "no-evidence", suspensions = "no-evidence", bullying = "no-evidence", lessons = "no-evidence",
               exemplary = "no-evidence", grade = "insufficient-evidence" },
  },
}
