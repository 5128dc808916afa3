-- All evidence here is made up.

local function pool(hours, safe, heard, learners)
  return {
    measures  = { hours_closed = hours },
    estimates = { feel_safe = { safe, margin = 0.02 } },
    findings  = { { "strength", "swimmers/heard", weight = heard }, { "weakness", "swimmers/heard", weight = 4 - heard } },
    samples   = { learners = { met = learners, of = 200 } },
  }
end

return cases {
  area = "service",

  each "hours closed at short notice, per 1,000" {
    vary = function(hours) return { measures = { hours_closed = hours } } end,
    { 10, open = "met", raises = {}, content = "no-evidence" },
    { 10.01, open = "partly-met", raises = {} },
    { 50, open = "partly-met" },
    { 50.01, open = "not-met", concerns = { "open" }, grade = "inadequate" },
  },

  each "feeling safe and being heard" {
    vary = function(safe, heard) return pool(0, safe, heard, 0) end,
    { 0.9, 3, content = "met", because = { content = "swimmers feel safe and are heard" } },
    { 0.9, 2, content = "partly-met", because = { content = "being heard partly-met" } },
    { 0.75, 3, content = "partly-met" },
    { 0.9, 1, content = "not-met" },
    { 0.5, 3, content = "not-met" },
  },

  case "a survey is cited, and decides nothing" {
    estimates = { feel_safe = { 0.9, margin = 0.02 } }, surveys = { would_return = { 0.3, n = 20 } },
    findings = { { "strength", "swimmers/heard" } },
    expect = { content = "met", because = { content = "30% of 20 would come again" }, open = "no-evidence", teaches = "no-evidence" },
  },

  each "beginners who learn to swim, of 200" {
    vary = function(met) return pool(0, 0.9, 3, met) end,
    { 160, teaches = "met", grade = "outstanding" },
    { 159, teaches = "partly-met", grade = "good" },
    { 120, teaches = "partly-met" },
    { 119, teaches = "not-met" },
  },

  each "the ladder" {
    vary = pool,
    { 20, 0.9, 3, 200, grade = "adequate" },               -- five tiers
    { 0, 0.5, 3, 200, grade = "adequate" },                -- five tiers
    { 20, 0.5, 3, 200, grade = "requires-improvement" },
    -- four tiers: { 20, 0.9, 3, 200, grade = "requires-improvement" },
  },

  case "half of what is asked is known: enough" { measures = { hours_closed = 0 }, expect = { grade = "good" } },
  case "nothing is known" { measures = { hours_closed = missing "not-supplied" }, expect = { grade = "insufficient-evidence" } },
}
