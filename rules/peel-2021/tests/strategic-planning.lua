-- Strategic planning, organisational management and value for money. All evidence here is made up.

-- Strengths and weaknesses by weight: met from 3/4, partly met from 1/3.
local function findings(characteristic)
  return function(strengths, weaknesses)
    local list = {}
    if strengths > 0 then list[#list + 1] = { "strength", characteristic, weight = strengths } end
    if weaknesses > 0 then list[#list + 1] = { "weakness", characteristic, weight = weaknesses } end
    return { findings = list }
  end
end

-- A characteristic judged by its findings alone, which raises an area for improvement where it is not met; and one that raises nothing.
local function by_findings(id)
  return each (id .. ", strengths and weaknesses") {
    vary = findings(id),
    { 3, 1, [id] = "met", raises = {} },
    { 2.9, 1, [id] = "partly-met", raises = { id } },
    { 1, 2, [id] = "partly-met" },
    { 0.98, 2, [id] = "not-met", raises = { id } },
    { 0, 0, [id] = "no-evidence", raises = {} },
  }
end
local function beyond(id)
  return each (id .. ", strengths and weaknesses") {
    vary = findings(id),
    { 3, 1, [id] = "met", raises = {} },
    { 2.9, 1, [id] = "partly-met" },
    { 1, 2, [id] = "partly-met" },
    { 0.98, 2, [id] = "not-met", raises = {} },
    { 0, 0, [id] = "no-evidence" },
  }
end

-- So many of these are met, so many partly met, so many not met; of the rest nothing is known.
local function spread(list, ids, met, partly, not_met)
  for i = 1, met + partly + not_met do
    if i <= met + partly then list[#list + 1] = { "strength", ids[i] } end
    if i > met then list[#list + 1] = { "weakness", ids[i] } end
  end
  return list
end
local good = {
  "finance", "planning", "performance", "demand", "right-places", "capabilities", "collaboration", "technology", "volunteers",
}
local beyond_good = { "results", "evaluated", "taken-up" }

-- So many other forces, with 1, 2, 3 … volunteers. Of 24, and one of 6, the lower line is 12.24 - 7.04 = 5.20; of 24 and one of 5 it is
-- 12.20 - 7.08 = 5.12.
local function others(count)
  local list = {}
  for i = 1, count do list[i] = { measures = { volunteers = i } } end
  return list
end
local function volunteers(value, count) return { measures = { volunteers = value }, others = others(count) } end

-- Ten characteristics of good: these nine, and how many volunteer, which is met by 6 and partly met by 5.
local function area(met, partly, not_met, value, beyond_met, beyond_partly, beyond_not)
  local list = spread({}, good, met, partly, not_met)
  return {
    findings = spread(list, beyond_good, beyond_met, beyond_partly, beyond_not),
    measures = { balanced_years = 3, volunteers = value > 0 and value or missing "not-supplied" }, others = others(24),
  }
end

return cases {
  area = "strategic-planning",

  by_findings "planning", by_findings "performance", by_findings "demand", by_findings "right-places", by_findings "capabilities",
  by_findings "collaboration", by_findings "technology", by_findings "volunteers",
  beyond "results", beyond "evaluated", beyond "taken-up",

  each "finance, strengths, weaknesses and years of a balanced budget" {
    vary = function(strengths, weaknesses, years)
      local is = findings "finance" (strengths, weaknesses)
      is.measures = { balanced_years = { value = years, unit = "years" } }
      return is
    end,
    { 3, 1, 3, finance = "met", raises = {}, because = { finance = "balanced budget: 3 years" } },
    { 3, 1, 2, finance = "partly-met", raises = { "finance" }, because = { finance = "balanced budget: 2 years" } },
    { 2.9, 1, 3, finance = "partly-met" },
    { 1, 2, 3, finance = "partly-met" },
    { 1, 2, 2, finance = "partly-met" },
    { 0.98, 2, 3, finance = "not-met", raises = { "finance" } },
    { 0, 0, 3, finance = "no-evidence", raises = {} },
  },
  -- Without the years nothing can be met; what the inspectors found against it stands.
  each "finance where nobody said for how many years the budget is balanced, strengths and weaknesses" {
    vary = function(strengths, weaknesses)
      local is = findings "finance" (strengths, weaknesses)
      is.measures = { balanced_years = missing "not-supplied" }
      return is
    end,
    { 3, 1, finance = "no-evidence", raises = {} },
    { 2.9, 1, finance = "partly-met", raises = { "finance" }, because = { finance = "balanced budget: not supplied" } },
    { 0.98, 2, finance = "not-met", raises = { "finance" }, because = { finance = "balanced budget: not supplied" } },
  },

  each "volunteers by residents, among so many others" {
    vary = volunteers,
    { 24, 24, ["volunteers-for-residents"] = "met", raises = {} },
    { 6, 24, ["volunteers-for-residents"] = "met" },
    { 5, 24, ["volunteers-for-residents"] = "partly-met", raises = { "volunteers-for-residents" } },
    { 5, 19, ["volunteers-for-residents"] = "met" },
    { 5, 18, ["volunteers-for-residents"] = "no-evidence", raises = {}, because = { ["volunteers-for-residents"] = "at least 20 are needed" } },
  },

  -- Met, partly met and not met of nine; volunteers (0: not known); and of the three that lie beyond good.
  each "the grade" {
    vary = area,
    { 9, 0, 0, 6, 1, 0, 0, grade = "outstanding", raises = {} },                 -- one of one that lies beyond
    { 8, 0, 1, 6, 1, 1, 1, grade = "outstanding", raises = { "volunteers" } },   -- 9 of 10: 90%; 1.5 of 3: 50%
    { 8, 0, 1, 5, 3, 0, 0, grade = "good" },                                     -- 8.5 of 10: 85%
    { 9, 0, 0, 6, 1, 0, 2, grade = "good" },                                     -- 1 of 3
    { 9, 0, 0, 6, 0, 3, 0, grade = "good" },                                     -- 1.5 of 3, and none of them is met
    { 7, 0, 2, 6, 3, 0, 0, grade = "adequate" },                                 -- 8 of 10
    { 4, 0, 5, 6, 3, 0, 0, grade = "adequate" },                                 -- 5 of 10: 50%
    { 4, 0, 5, 5, 3, 0, 0, grade = "requires-improvement" },                     -- 4.5 of 10
    { 0, 0, 9, 5, 0, 0, 3, grade = "requires-improvement", concerns = {} },
    { 5, 0, 0, 0, 0, 0, 0, grade = "good" },                                     -- of half of ten there is evidence
    { 4, 0, 0, 0, 3, 0, 0, grade = "insufficient-evidence" },
  },
}
