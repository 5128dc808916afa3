-- Treating the public fairly, question 1 of legitimacy: stop and search, and the grade. All evidence here is made up. What is judged by
-- findings alone is in findings.lua.

local function records(met, of) return { samples = { search_records = { met = met, of = of } } } end
local function estimate(value, margin) return { estimates = { reasonable_searches = { value, margin = margin } } } end

-- An estimate of the searches; of the four other characteristics of good so many met and so many partly; and, if anything is known of
-- them, the two beyond good that the searches do not show.
local function add(list, ids, met, partly)
  for i, id in ipairs(ids) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
end
local function area(value, met, partly, beyond_met)
  local is = estimate(value, 0.02)
  is.findings = {}
  add(is.findings, { "respect", "disparity", "use-of-force", "scrutiny" }, met, partly)
  if beyond_met then add(is.findings, { "evaluated", "taken-up" }, beyond_met, 0) end
  return is
end

return cases {
  area = "legitimacy-1-treating-the-public",

  -- Wilson at 95%, as R has it: prop.test(180, 200, correct = FALSE)$conf.int.
  each "records with reasonable grounds" {
    vary = records,
    { 180, 200, ["reasonable-searches"] = "met", raises = {} },                                     -- from 0.8506
    { 179, 200, ["reasonable-searches"] = "partly-met", improvements = { "reasonable-searches" }, concerns = {},   -- from 0.8448
      because = { ["reasonable-searches"] = "179 of 200 (89.5%) of searches had reasonable grounds, not surely 85%" } },
    { 128, 200, ["reasonable-searches"] = "partly-met", concerns = {} },                            -- up to 0.7033
    { 127, 200, ["reasonable-searches"] = "not-met", improvements = {}, concerns = { "reasonable-searches" }, grade = "inadequate",   -- up to 0.6986
      because = { ["reasonable-searches"] = "only 127 of 200 (63.5%) of searches had reasonable grounds, surely less than 70%" } },
    { 197, 200, results = "met", raises = {} },                                                     -- from 0.9568
    { 196, 200, results = "not-met", because = { results = "not surely 95%" } },                    -- from 0.9497
  },
  each "an estimate, and its margin" {
    vary = estimate,
    { 0.90, 0.05, ["reasonable-searches"] = "met", raises = {} },
    { 0.90, 0.051, ["reasonable-searches"] = "partly-met", improvements = { "reasonable-searches" }, concerns = {} },
    { 0.65, 0.05, ["reasonable-searches"] = "partly-met", concerns = {} },
    { 0.65, 0.049, ["reasonable-searches"] = "not-met", improvements = {}, concerns = { "reasonable-searches" }, grade = "inadequate" },
    { 0.97, 0.02, results = "met" },
    { 0.97, 0.021, results = "not-met" },
  },
  -- Where the records are there, they decide. Records of which nobody knows what they showed are not there.
  each "records and an estimate" {
    { "good records", samples = records(197, 200).samples, estimates = estimate(0.60, 0.02).estimates,
      expect = { ["reasonable-searches"] = "met", results = "met", raises = {}, because = { results = "197 of 200" } } },
    { "bad records", samples = records(120, 200).samples, estimates = estimate(0.98, 0.02).estimates,
      expect = { ["reasonable-searches"] = "not-met", results = "not-met", concerns = { "reasonable-searches" } } },
    { "records that were not supplied", samples = { search_records = missing "not-supplied" }, estimates = estimate(0.98, 0.02).estimates,
      expect = { ["reasonable-searches"] = "met", results = "met", raises = {} } },
    { "records of which nobody knows what they showed", samples = { search_records = { met = missing "unreadable", of = 200 } },
      estimates = estimate(0.98, 0.02).estimates,
      expect = { ["reasonable-searches"] = "met", results = "met", raises = {}, because = { results = "98% ± 2" } } },
    { "neither", samples = { search_records = missing "not-supplied" }, estimates = { reasonable_searches = missing "not-collected" },
      expect = { ["reasonable-searches"] = "no-evidence", results = "no-evidence", raises = {} } },
  },

  -- Outstanding from 90% and half of what lies beyond (of it the searches alone from 0.95), good from 70%, requires improvement from 25%.
  each "the grade, an estimate of searches, met and partly met of four, and of two more beyond" {
    vary = area,
    { 0.98, 4, 0, grade = "outstanding" },               -- beyond good nothing but the searches is known
    { 0.98, 3, 1, 1, grade = "outstanding" },            -- 4.5 of 5: 90%, and two of three
    { 0.90, 4, 0, 2, grade = "outstanding" },            -- two of three without the searches
    { 0.98, 4, 0, 0, grade = "good" },                   -- one of three
    { 0.90, 4, 0, grade = "good" },
    { 0.98, 3, 0, 2, grade = "good" },                   -- 80%
    { 0.75, 3, 0, grade = "good" },                      -- the searches partly: 70%
    { 0.90, 2, 0, grade = "requires-improvement" },      -- 60%
    { 0.75, 1, 0, grade = "requires-improvement" },      -- 30%
    { 0.75, 0, 1, grade = "inadequate", concerns = {} }, -- 20%
    { 0.60, 4, 0, 2, grade = "inadequate", concerns = { "reasonable-searches" },
      because = { grade = "1 cause of concern was raised (reasonable-searches)" } },
  },
  each "how much is known" {
    { "three of five", findings = { { "strength", "respect" }, { "strength", "disparity" }, { "strength", "scrutiny" } }, expect = { grade = "good" } },
    { "two of five", findings = { { "strength", "respect" }, { "strength", "disparity" } }, expect = { grade = "insufficient-evidence" } },
    { "the searches alone", estimates = estimate(0.98, 0.02).estimates, expect = { grade = "insufficient-evidence", raises = {} } },
    { "the searches alone, and they are a cause of concern", estimates = estimate(0.60, 0.02).estimates,
      expect = { grade = "inadequate", raises = { "reasonable-searches" } } },
  },
}
