-- Disrupting serious organised crime. All evidence here is made up.

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
local good = { "strategy", "lead-officers", "threats", "analysis", "resources", "assets", "prevents", "victims", "disruption" }
local beyond_good = { "results", "evaluated", "taken-up" }
local function area(met, partly, not_met, beyond_met, beyond_partly, beyond_not)
  return { findings = spread(spread({}, good, met, partly, not_met), beyond_good, beyond_met, beyond_partly, beyond_not) }
end

return cases {
  area = "serious-organised-crime",

  by_findings "strategy", by_findings "lead-officers", by_findings "threats", by_findings "analysis", by_findings "resources", by_findings "assets",
  by_findings "prevents", by_findings "victims", by_findings "disruption",
  beyond "results", beyond "evaluated", beyond "taken-up",

  -- Met, partly met and not met of nine, and of the three that lie beyond good.
  each "the grade" {
    vary = area,
    { 9, 0, 0, 1, 0, 0, grade = "outstanding", raises = {} },                   -- one of one that lies beyond
    { 8, 1, 0, 1, 1, 1, grade = "outstanding", raises = { "disruption" } },     -- 8.5 of 9: 94.4%; 1.5 of 3: 50%
    { 8, 1, 0, 1, 0, 2, grade = "good" },                                       -- 1 of 3
    { 9, 0, 0, 0, 3, 0, grade = "good" },                                       -- 1.5 of 3, and none of them is met
    { 8, 0, 1, 3, 0, 0, grade = "good" },                                       -- 8 of 9: 88.9%
    { 7, 1, 1, 3, 0, 0, grade = "adequate" },                                   -- 7.5 of 9: 83.3%
    { 4, 1, 4, 3, 0, 0, grade = "adequate" },                                   -- 4.5 of 9: 50%
    { 4, 0, 5, 3, 0, 0, grade = "requires-improvement" },                       -- 4 of 9
    { 0, 0, 9, 0, 0, 3, grade = "requires-improvement", concerns = {} },
    { 5, 0, 0, 0, 0, 0, grade = "good" },                                       -- of five of nine there is evidence
    { 4, 0, 0, 3, 0, 0, grade = "insufficient-evidence" },
  },
  -- The area was added to most reports later; one that was not inspected is not failed.
  case "the area was not looked at" { expect = { strategy = "no-evidence", disruption = "no-evidence", grade = "insufficient-evidence", raises = {} } },
}
