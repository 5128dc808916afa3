-- Engaging with and treating the public with fairness and respect. All evidence here is made up.

local function findings(characteristic)
  return function(strengths, weaknesses)
    local list = {}
    if strengths > 0 then list[#list + 1] = { "strength", characteristic, weight = strengths } end
    if weaknesses > 0 then list[#list + 1] = { "weakness", characteristic, weight = weaknesses } end
    return { findings = list }
  end
end

-- So many other forces, with the values 1, 2, 3 … of a measure. With the force itself 20 make a cohort (outlier_fewest). Of 24, whose
-- mean is 12.5, and one of 19 the upper line is 12.76 + 7.04 = 19.80; of 24 and one of 20 it is 12.80 + 7.08 = 19.88.
local function others(count, measure)
  local list = {}
  for i = 1, count do list[i] = { measures = { [measure] = i } } end
  return list
end

local function among(measure)
  return function(value, count)
    return { measures = { [measure] = value }, others = others(count, measure) }
  end
end

-- So many others, which count nearly all force for some ethnic group.
local function known(group, count)
  local list = others(count, "disparity_" .. group)
  for _, other in ipairs(list) do other.measures.ethnicity_unaccounted = 5 end
  return list
end

-- Uses of force on one group for each on white people, by residents: 24 times as often, 2400 of 10,000 against 1000 of 100,000 in large
-- numbers, and 24 of 100 against 10 of 1000 in small ones, of which the interval is wide: 11.06 to 56.23 at 95%, by R's
-- poisson.test(c(24, 10), c(100, 1000)).
local function disparity(group)
  return function(times, used, residents, white, white_residents, unaccounted)
    return {
      measures = {
        ["disparity_" .. group] = times, ["tactics_" .. group] = used, ["residents_" .. group] = residents,
        tactics_white = white, residents_white = white_residents, ethnicity_unaccounted = unaccounted,
      },
      others = known(group, 24),
    }
  end
end

-- The same, 24 times, where one more of the others stands at 60 and so much of its force is counted for no group. Of 1 to 24 and 24 the
-- upper line is 12.96 + 7.29 = 20.25; with the 60 they look normal no more (R's shapiro.test: p = 0.00013, of logarithms 0.09), and it is
-- exp(mean(log(v)) + sd(log(v))) of v = c(1:24, 24, 60), 26.41.
local function beside(group)
  local of = disparity(group)
  return function(unaccounted)
    local is = of(24, 2400, 10000, 1000, 100000, 5)
    is.others[25] = { measures = { ["disparity_" .. group] = 60, ethnicity_unaccounted = unaccounted or missing "not-supplied" } }
    return is
  end
end

-- Seven of the fourteen characteristics of good, as many as a grade needs: the searches are two, these are five.
local five = { "engagement", "local-say", "communication-skills", "scrutiny", "use-of-force" }
local function area(met, partly, value, margin)
  local list = {}
  for i, characteristic in ipairs(five) do
    if i <= met + partly then list[#list + 1] = { "strength", characteristic } end
    if i > met then list[#list + 1] = { "weakness", characteristic } end
  end
  return {
    findings = list,
    estimates = { reasonable_searches = { value, margin = margin }, reasonable_searches_before = { value, margin = margin } },
  }
end

return cases {
  area = "treating-the-public",

  each "searches on reasonable grounds, value and margin" {
    vary = function(value, margin) return { estimates = { reasonable_searches = { value, margin = margin } } } end,
    { 0.90, 0.05, ["reasonable-searches"] = "met", raises = {} },
    { 0.90, 0.051, ["reasonable-searches"] = "partly-met", improvements = { "reasonable-searches" }, concerns = {} },
    { 0.65, 0.05, ["reasonable-searches"] = "partly-met" },
    { 0.65, 0.049, ["reasonable-searches"] = "not-met", improvements = {}, concerns = { "reasonable-searches" }, grade = "inadequate",
      because = { ["reasonable-searches"] = "surely less than 70%" } },
    { 0.97, 0.02, results = "met" },
    { 0.97, 0.021, results = "not-met" },
  },

  -- The difference of two estimates with margins of 0.02 has one of 0.028.
  each "searches now and before" {
    vary = function(now, before)
      return { estimates = { reasonable_searches = { now, margin = 0.02 }, reasonable_searches_before = { before, margin = 0.02 } } }
    end,
    { 0.90, 0.80, ["searches-hold"] = "met", because = { ["searches-hold"] = "significantly more" } },
    { 0.90, 0.92, ["searches-hold"] = "met", because = { ["searches-hold"] = "no significant change" }, raises = {} },
    { 0.90, 0.93, ["searches-hold"] = "not-met", raises = { "searches-hold" } },
  },

  each "uses of force by officers, among so many others" {
    vary = among "tactics_by_officers",
    { 1, 24, ["force-for-officers"] = "met", raises = {} },
    { 19, 24, ["force-for-officers"] = "met" },
    { 20, 24, ["force-for-officers"] = "partly-met", raises = { "force-for-officers" } },
    { 10, 19, ["force-for-officers"] = "met" },
    { 10, 18, ["force-for-officers"] = "no-evidence", because = { ["force-for-officers"] = "at least 20 are needed" } },
  },
  each "uses of force by residents" {
    vary = among "tactics",
    { 19, 24, ["force-for-residents"] = "met", raises = {} },
    { 20, 24, ["force-for-residents"] = "partly-met", raises = { "force-for-residents" } },
  },
  each "uses of devices by residents" {
    vary = among "ced_uses",
    { 19, 24, ["devices-used"] = "met", raises = {} },
    { 20, 24, ["devices-used"] = "partly-met", raises = { "devices-used" } },
  },
  each "devices discharged by uses" {
    vary = among "ced_discharges_by_uses",
    { 19, 24, ["devices-discharged"] = "met", raises = {} },
    { 20, 24, ["devices-discharged"] = "partly-met", raises = { "devices-discharged" } },
  },
  case "a force out of scope is read against nobody" {
    in_scope = false, measures = { tactics = 20 }, others = others(24, "tactics"),
    expect = { ["force-for-residents"] = "no-evidence", because = { ["force-for-residents"] = "out of scope" } },
  },

  -- Others with the squares of 1, 2, 3 …, and 10 more. Of 21 and one of 330, R's shapiro.test has p = 0.0522: they look normal, the upper
  -- line is 316.5, and would be 344.2 of logarithms, whose W is larger (0.920, not 0.912). Of 22 and one of 360 it has 0.0440: logarithms
  -- are taken, the upper line is 376.7, and not 345.0.
  each "uses of force by officers, which hardly look normal, or hardly do not" {
    vary = function(value, count)
      local list = {}
      for i = 1, count do list[i] = { measures = { tactics_by_officers = i * i + 10 } } end
      return { measures = { tactics_by_officers = value }, others = list }
    end,
    { 330, 21, ["force-for-officers"] = "partly-met", because = { ["force-for-officers"] = "above the upper line of 316.5" } },
    { 360, 22, ["force-for-officers"] = "met", because = { ["force-for-officers"] = "and 376.7" } },
  },

  each "ethnicity not reported, percent" {
    vary = function(percent) return { measures = { ethnicity_not_reported = percent } } end,
    { 5, ["ethnicity-recorded"] = "met", raises = {} },
    { 5.01, ["ethnicity-recorded"] = "partly-met", raises = { "ethnicity-recorded" } },
    { 10, ["ethnicity-recorded"] = "partly-met" },
    { 10.05, ["ethnicity-recorded"] = "not-met", raises = { "ethnicity-recorded" } },
  },

  each "force on black people, beside one force far out" {
    vary = beside "black",
    { 10.1, ["force-on-black-people"] = "partly-met", because = { ["force-on-black-people"] = "above the upper line of 20.3" } },
    { false, ["force-on-black-people"] = "partly-met", because = { ["force-on-black-people"] = "above the upper line of 20.3" } },
    { 10, ["force-on-black-people"] = "met", because = { ["force-on-black-people"] = "and 26.4" } },
  },
  each "force on black people" {
    vary = disparity "black",
    { 10, 1000, 10000, 1000, 100000, 10, ["force-on-black-people"] = "met", raises = {} },
    { 24, 24, 100, 10, 1000, 9, ["force-on-black-people"] = "partly-met", raises = { "force-on-black-people" },
      because = { ["force-on-black-people"] = "24 times (11.1 to 56.2)" } },
    { 24, 2400, 10000, 1000, 100000, 10, ["force-on-black-people"] = "partly-met", raises = { "force-on-black-people" } },
    { 24, 2400, 10000, 1000, 100000, 10.1, ["force-on-black-people"] = "no-evidence", raises = {},
      because = { ["force-on-black-people"] = "more than 10 percent" } },
  },
  each "force on Asian people, beside one force far out" {
    vary = beside "asian",
    { 10.1, ["force-on-asian-people"] = "partly-met", because = { ["force-on-asian-people"] = "above the upper line of 20.3" } },
    { false, ["force-on-asian-people"] = "partly-met", because = { ["force-on-asian-people"] = "above the upper line of 20.3" } },
    { 10, ["force-on-asian-people"] = "met", because = { ["force-on-asian-people"] = "and 26.4" } },
  },
  each "force on Asian people" {
    vary = disparity "asian",
    { 10, 1000, 10000, 1000, 100000, 10, ["force-on-asian-people"] = "met", raises = {} },
    { 24, 24, 100, 10, 1000, 9, ["force-on-asian-people"] = "partly-met", raises = { "force-on-asian-people" },
      because = { ["force-on-asian-people"] = "24 times (11.1 to 56.2)" } },
    { 24, 2400, 10000, 1000, 100000, 10, ["force-on-asian-people"] = "partly-met", raises = { "force-on-asian-people" } },
    { 24, 2400, 10000, 1000, 100000, 10.1, ["force-on-asian-people"] = "no-evidence", raises = {},
      because = { ["force-on-asian-people"] = "more than 10 percent" } },
  },

  case "of a group of which nobody lives there no disparity is known" {
    measures = {
      disparity_asian = missing "not-applicable", tactics_asian = 0, residents_asian = 0, tactics_white = 1000, residents_white = 100000,
      ethnicity_unaccounted = 5,
    },
    others = known("asian", 24),
    expect = { ["force-on-asian-people"] = "no-evidence", raises = {} },
  },

  each "engagement, strengths and weaknesses" {
    vary = findings "engagement",
    { 3, 1, engagement = "met", raises = {} },
    { 2.9, 1, engagement = "partly-met", raises = { "engagement" } },
    { 1, 2, engagement = "partly-met" },
    { 0.98, 2, engagement = "not-met", raises = { "engagement" } },
  },
  each "local say, strengths and weaknesses" {
    vary = findings "local-say",
    { 3, 1, ["local-say"] = "met", raises = {} },
    { 2.9, 1, ["local-say"] = "partly-met", raises = { "local-say" } },
    { 1, 2, ["local-say"] = "partly-met" },
    { 0.98, 2, ["local-say"] = "not-met", raises = { "local-say" } },
  },
  each "communication skills, strengths and weaknesses" {
    vary = findings "communication-skills",
    { 3, 1, ["communication-skills"] = "met", raises = {} },
    { 2.9, 1, ["communication-skills"] = "partly-met", raises = { "communication-skills" } },
    { 1, 2, ["communication-skills"] = "partly-met" },
    { 0.98, 2, ["communication-skills"] = "not-met", raises = { "communication-skills" } },
  },
  each "scrutiny, strengths and weaknesses" {
    vary = findings "scrutiny",
    { 3, 1, scrutiny = "met", raises = {} },
    { 2.9, 1, scrutiny = "partly-met", raises = { "scrutiny" } },
    { 1, 2, scrutiny = "partly-met" },
    { 0.98, 2, scrutiny = "not-met", raises = { "scrutiny" } },
  },
  each "use of force, strengths and weaknesses" {
    vary = findings "use-of-force",
    { 3, 1, ["use-of-force"] = "met", raises = {} },
    { 2.9, 1, ["use-of-force"] = "partly-met", raises = { "use-of-force" } },
    { 1, 2, ["use-of-force"] = "partly-met" },
    { 0.98, 2, ["use-of-force"] = "not-met", raises = { "use-of-force" } },
  },
  each "evaluated, strengths and weaknesses" {
    vary = findings "evaluated",
    { 3, 1, evaluated = "met", practices = { "evaluated" } },
    { 2.9, 1, evaluated = "partly-met", practices = {} },
    { 1, 2, evaluated = "partly-met" },
    { 0.98, 2, evaluated = "not-met" },
  },
  each "taken up, strengths and weaknesses" {
    vary = findings "taken-up",
    { 3, 1, ["taken-up"] = "met" },
    { 2.9, 1, ["taken-up"] = "partly-met" },
    { 1, 2, ["taken-up"] = "partly-met" },
    { 0.98, 2, ["taken-up"] = "not-met" },
  },

  -- The grade by how many of seven are met: outstanding needs 90% and half of what lies beyond good (0.97 less 0.02), good 85%, adequate 50%.
  each "the grade, met and partly met of five, searches with their margin" {
    vary = area,
    { 5, 0, 0.97, 0.02, grade = "outstanding" },   -- 7 of 7
    { 4, 1, 0.97, 0.02, grade = "outstanding" },   -- 6.5: 92.9%
    { 4, 0, 0.97, 0.02, grade = "good" },          -- 6: 85.7%
    { 5, 0, 0.97, 0.03, grade = "good" },          -- 7, and not surely 95%
    { 3, 1, 0.97, 0.02, grade = "adequate" },      -- 5.5: 78.6%
    { 1, 1, 0.97, 0.02, grade = "adequate" },      -- 3.5: 50%
    { 1, 0, 0.97, 0.02, grade = "requires-improvement" },
    { 5, 0, 0.60, 0.02, grade = "inadequate" },    -- a cause of concern
  },

  -- All fourteen, or all but what is not reported of ethnicity; of the six figures so many stand above the line of the 24 others.
  each "the grade where the figures are known, how many stand above the line, ethnicity not reported" {
    vary = function(above, unreported)
      local is = area(5, 0, 0.97, 0.02)
      is.measures = {
        tactics_black = 10, residents_black = 1000, tactics_asian = 10, residents_asian = 1000, tactics_white = 1000, residents_white = 100000,
        ethnicity_unaccounted = 5, ethnicity_not_reported = unreported or missing "not-supplied",
      }
      is.others = {}
      for i = 1, 24 do is.others[i] = { measures = { ethnicity_unaccounted = 5 } } end
      for n, figure in ipairs { "tactics_by_officers", "tactics", "ced_uses", "ced_discharges_by_uses", "disparity_black", "disparity_asian" } do
        is.measures[figure] = n <= above and 24 or 10
        for i = 1, 24 do is.others[i].measures[figure] = i end
      end
      return is
    end,
    { 0, 5, grade = "outstanding", raises = {} },       -- 14 of 14
    { 2, 5, grade = "outstanding" },                    -- 13: 92.9%
    { 3, 5, grade = "good" },                           -- 12.5: 89.3%
    { 4, 5, grade = "good" },                           -- 12: 85.7%
    { 5, 5, grade = "adequate" },                       -- 11.5: 82.1%
    { 3, false, grade = "good" },                       -- 11.5 of 13: 88.5%
    { 4, false, grade = "adequate" },                   -- 11 of 13: 84.6%
  },

  case "nothing is known" {
    expect = {
      engagement = "no-evidence", ["local-say"] = "no-evidence", ["communication-skills"] = "no-evidence", ["reasonable-searches"] = "no-evidence",
      ["searches-hold"] = "no-evidence", scrutiny = "no-evidence", ["use-of-force"] = "no-evidence", ["devices-used"] = "no-evidence",
      ["devices-discharged"] = "no-evidence", ["ethnicity-recorded"] = "no-evidence", results = "no-evidence", evaluated = "no-evidence",
      ["taken-up"] = "no-evidence", grade = "insufficient-evidence", raises = {},
    },
  },
}
