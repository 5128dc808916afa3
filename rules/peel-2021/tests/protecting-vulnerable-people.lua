-- Protecting vulnerable people. All evidence here is made up.

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

-- One that is worth copying where it is met.
local function worth_copying(id)
  return each (id .. ", strengths and weaknesses") {
    vary = findings(id),
    { 3, 1, [id] = "met", raises = { id }, practices = { id } },
    { 2.9, 1, [id] = "partly-met", raises = {} },
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
  "safeguarding", "culture", "governance", "risk-meetings", "repeat-victims", "exploitation", "sexual-offences", "awareness",
}
local beyond_good = { "results", "evaluated", "taken-up" }
local function area(met, partly, not_met, beyond_met, beyond_partly, beyond_not)
  return { findings = spread(spread({}, good, met, partly, not_met), beyond_good, beyond_met, beyond_partly, beyond_not) }
end

return cases {
  area = "protecting-vulnerable-people",

  by_findings "culture", by_findings "governance", by_findings "risk-meetings", by_findings "repeat-victims", by_findings "exploitation",
  by_findings "sexual-offences", by_findings "awareness",
  beyond "results", beyond "evaluated", worth_copying "taken-up",

  -- Not met, and a cause of concern, needs both: weaknesses of three main findings (9), and less than a third of strengths.
  each "safeguarding, strengths and weaknesses" {
    vary = findings "safeguarding",
    { 3, 1, safeguarding = "met", raises = {} },
    { 2.9, 1, safeguarding = "partly-met", improvements = { "safeguarding" }, concerns = {} },
    { 0, 8.9, safeguarding = "partly-met", improvements = { "safeguarding" }, concerns = {}, because = { safeguarding = "has gaps" } },
    { 4.5, 9, safeguarding = "partly-met", concerns = {} },
    { 4.4, 9, safeguarding = "not-met", improvements = {}, concerns = { "safeguarding" }, grade = "inadequate",
      because = { safeguarding = "fails as a system" } },
    { 0, 9, safeguarding = "not-met", concerns = { "safeguarding" } },
    { 0, 0, safeguarding = "no-evidence", raises = {} },
  },

  -- Met, partly met and not met of eight, and of the three that lie beyond good.
  each "the grade" {
    vary = area,
    { 8, 0, 0, 1, 0, 0, grade = "outstanding", practices = {}, raises = {} },  -- one of one that lies beyond
    { 7, 1, 0, 1, 1, 1, grade = "outstanding", raises = { "awareness" } },     -- 7.5 of 8: 93.8%; 1.5 of 3: 50%
    { 7, 1, 0, 1, 0, 2, grade = "good" },                                      -- 1 of 3
    { 8, 0, 0, 0, 3, 0, grade = "good" },                                      -- 1.5 of 3, and none of them is met
    { 7, 0, 1, 3, 0, 0, grade = "good", practices = { "taken-up" } },          -- 7 of 8: 87.5%
    { 6, 1, 1, 3, 0, 0, grade = "adequate" },                                  -- 6.5 of 8: 81.3%
    { 4, 0, 4, 3, 0, 0, grade = "adequate" },                                  -- 4 of 8: 50%
    { 3, 1, 4, 3, 0, 0, grade = "requires-improvement" },                      -- 3.5 of 8
    { 0, 0, 8, 0, 0, 3, grade = "requires-improvement", concerns = {} },       -- one weakness makes no failing as a system
    { 4, 0, 0, 0, 0, 0, grade = "good" },                                      -- of half of eight there is evidence
    { 3, 0, 0, 3, 0, 0, grade = "insufficient-evidence" },
  },
  case "a system that fails makes the area inadequate, whatever else is met" {
    findings = {
      { "weakness", "safeguarding", weight = 9 }, { "strength", "culture" }, { "strength", "governance" }, { "strength", "risk-meetings" },
      { "strength", "repeat-victims" }, { "strength", "exploitation" }, { "strength", "sexual-offences" }, { "strength", "awareness" },
      { "strength", "results" },
    },
    expect = { grade = "inadequate", raises = { "safeguarding" }, because = { grade = "1 cause of concern" } },
  },
}
