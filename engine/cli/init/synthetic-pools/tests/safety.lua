-- All evidence here is made up.

-- A pool where all is well, but for what the case says.
local function pool(tests, unwatched, emergencies, helps)
  return {
    samples  = { water_tests = { met = tests, of = 200 } },
    measures = { hours_unwatched = unwatched },
    findings = {
      { "strength", "emergencies", weight = emergencies }, { "weakness", "emergencies", weight = 4 - emergencies },
      { "strength", "helps-others", weight = helps }, { "weakness", "helps-others", weight = 4 - helps },
    },
  }
end

return cases {
  area = "safety",

  each "tests of the water, of 200" {                -- of 189 the lower bound is 90.4%, of 188 89.8% (Wilson, at 95%)
    vary = function(met) return { samples = { water_tests = { met = met, of = 200 } } } end,
    { 189, ["clean-water"] = "met", raises = {}, grade = "insufficient-evidence" },
    { 188, ["clean-water"] = "partly-met", because = { ["clean-water"] = "188 of 200" } },
    { 180, ["clean-water"] = "partly-met", raises = {} },
    { 179, ["clean-water"] = "not-met", concerns = { "clean-water" }, grade = "inadequate" },
  },

  each "hours with too few lifeguards, per 1,000" {
    vary = function(hours) return { measures = { hours_unwatched = hours } } end,
    { 5, watched = "met", raises = {} },
    { 5.01, watched = "partly-met", improvements = { "watched" } },
    { 20, watched = "partly-met" },
    { 20.01, watched = "not-met", improvements = { "watched" }, concerns = {} },
  },

  each "findings on emergencies and on helping others, strengths of 4" {
    vary = function(emergencies, helps) return pool(200, 0, emergencies, helps) end,
    { 3, 3, emergencies = "met", ["helps-others"] = "met", improvements = {}, practices = { "helps-others" } },
    { 2, 2, emergencies = "partly-met", ["helps-others"] = "partly-met", raises = {} },
    { 1, 1, emergencies = "not-met", ["helps-others"] = "not-met", improvements = { "emergencies" }, practices = {} },
  },

  -- Weights: clean-water 2, watched 1, emergencies 2; partly met counts half.
  each "the ladder: tests, hours, emergencies, helping others" {
    vary = pool,
    { 200, 0, 3, 3, grade = "outstanding", caps = {} },
    { 200, 10, 3, 3, grade = "outstanding" },        -- 4.5 of 5
    { 200, 0, 2, 3, grade = "good" },                -- 4 of 5: all that goes beyond does not lift it
    { 200, 0, 3, 2, grade = "good" },                -- partly beyond is not beyond
    { 185, 10, 3, 1, grade = "adequate" },                 -- five tiers
    { 185, 10, 2, 1, grade = "adequate" },                 -- five tiers
    { 185, 10, 1, 1, grade = "requires-improvement" },
    -- four tiers: { 185, 10, 3, 1, grade = "requires-improvement" },
    { 200, 30, 3, 3, grade = "requires-improvement", caps = { "unwatched" }, because = { grade = "nobody watches" } },
  },

  case "nothing is known" {
    samples = { water_tests = missing "not-supplied" }, measures = { hours_unwatched = missing "unreadable" },
    expect = {
      ["clean-water"] = "no-evidence", watched = "no-evidence", emergencies = "no-evidence", ["helps-others"] = "no-evidence",
      grade = "insufficient-evidence",
    },
  },
}
