-- Building, supporting and protecting the workforce. All evidence here is made up.

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
    { 0, 0, [id] = "no-evidence" },
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

-- So many other forces, with the values 1, 2, 3 … of a measure. Of 24, and one of 6, the lower line is 12.24 - 7.04 = 5.20; of 24 and
-- one of 5 it is 12.20 - 7.08 = 5.12.
local function among(measure)
  return function(value, count)
    local others = {}
    for i = 1, count do others[i] = { measures = { [measure] = i } } end
    return { measures = { [measure] = value }, others = others }
  end
end

-- Five of the seven characteristics of good, so many met and so many partly; and whether what lies beyond is known.
local five = { "belonging", "wellbeing", "inclusion", "ethics", "learning" }
local function area(met, partly, beyond_good)
  local list = {}
  for i, id in ipairs(five) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
  if beyond_good then list[#list + 1] = { "strength", "results" } end
  return { findings = list }
end

return cases {
  area = "workforce",

  each "the grade, met and partly met of five, and results beyond good" {
    vary = area,
    { 5, 0, true, grade = "outstanding", raises = {} },
    { 4, 1, true, grade = "outstanding" },    -- 4.5: 90%
    { 5, 0, false, grade = "good" },
    { 4, 0, true, grade = "adequate" },       -- 80%
    { 2, 1, false, grade = "adequate" },      -- 2.5: 50%
    { 2, 0, false, grade = "requires-improvement" },
    { 0, 0, false, grade = "requires-improvement", concerns = {} },
  },
  -- All seven: these five, joiners for 10 percent of residents, and special constables among 24 other forces; of what lies beyond good
  -- whether there are results, whether they are evaluated, and the percentage of national learning.
  each "the grade where all is known" {
    vary = function(met, partly, joiners, specials, results, evaluated, learning)
      local is = area(met, partly, results)
      is.findings[#is.findings + 1] = { evaluated and "strength" or "weakness", "evaluated" }
      if not results then is.findings[#is.findings + 1] = { "weakness", "results" } end
      is.measures = { minority_ethnic_joiners = joiners, minority_ethnic_residents = 10, specials = specials, national_learning = learning }
      is.others = {}
      for i = 1, 24 do is.others[i] = { measures = { specials = i } } end
      return is
    end,
    { 5, 0, 8, 6, true, true, 0, grade = "outstanding" },    -- 7 of 7, and 2 of 3
    { 5, 0, 8, 6, true, false, 5, grade = "outstanding" },
    { 5, 0, 8, 6, false, true, 5, grade = "outstanding" },
    { 5, 0, 8, 6, true, false, 0, grade = "good" },          -- 1 of 3
    { 5, 0, 8, 6, false, true, 0, grade = "good" },
    { 5, 0, 8, 5, true, true, 5, grade = "outstanding" },    -- 6.5 of 7: 92.9%
    { 5, 0, 5, 6, true, true, 5, grade = "outstanding" },
    { 5, 0, 5, 5, true, true, 5, grade = "good" },           -- 6 of 7: 85.7%
    { 5, 0, 4, 6, true, true, 5, grade = "good" },
    { 5, 0, 4, 5, true, true, 5, grade = "adequate" },       -- 5.5 of 7: 78.6%
    { 2, 1, 5, 5, true, true, 5, grade = "adequate" },       -- 3.5 of 7: 50%
    { 2, 0, 5, 5, true, true, 5, grade = "requires-improvement" },
  },
  case "three of seven are too little to grade on" {
    findings = { { "strength", "belonging" }, { "strength", "wellbeing" }, { "strength", "inclusion" }, { "strength", "results" } },
    expect = { grade = "insufficient-evidence", raises = {} },
  },

  by_findings "belonging", by_findings "wellbeing", by_findings "inclusion", by_findings "ethics", by_findings "learning",
  beyond "results", beyond "evaluated",

  case "a survey decides nothing" {
    surveys = { workforce_survey = { 0.95, n = 400 } },
    expect = { wellbeing = "no-evidence" },
  },
  case "a survey beside a finding" {
    surveys = { workforce_survey = { 0.10, n = 400 } }, findings = { { "strength", "wellbeing" } },
    expect = { wellbeing = "met" },
  },

  -- Four fifths of the residents' share, and half of it.
  each "joiners from a minority ethnic background, percent, and residents" {
    vary = function(joiners, residents) return { measures = { minority_ethnic_joiners = joiners, minority_ethnic_residents = residents } } end,
    { 8, 10, representation = "met", raises = {} },
    { 7.95, 10, representation = "partly-met", raises = { "representation" }, because = { representation = "less than 80% of that" } },
    { 5, 10, representation = "partly-met" },
    { 4.95, 10, representation = "not-met", raises = { "representation" }, because = { representation = "less than 50% of that" } },
  },
  case "the residents are not known" { measures = { minority_ethnic_joiners = 8 }, expect = { representation = "no-evidence" } },

  each "special constables by residents, among so many others" {
    vary = among "specials",
    { 24, 24, ["special-constables"] = "met", raises = {} },
    { 6, 24, ["special-constables"] = "met" },
    { 5, 24, ["special-constables"] = "partly-met", raises = { "special-constables" } },
    { 5, 18, ["special-constables"] = "no-evidence" },
  },

  -- Twice an even share of 43 is 4.651.
  each "the force's part of national learning, percent" {
    vary = function(percent) return { measures = { national_learning = percent } } end,
    { 4.66, ["taken-up"] = "met", practices = { "taken-up" } },
    { 4.65, ["taken-up"] = "not-met", practices = {} },
  },
  case "no part is known" { measures = { national_learning = missing "unreadable" }, expect = { ["taken-up"] = "no-evidence" } },
}
