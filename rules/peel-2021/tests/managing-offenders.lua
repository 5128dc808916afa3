-- Managing offenders and suspects. All evidence here is made up.

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
  "sex-offenders", "wanted-suspects", "bail", "protective-orders", "integrated-offender-management", "indecent-images", "young-offenders",
  "dangerous-people",
}
local beyond_good = { "results", "evaluated", "taken-up" }
local function area(met, partly, not_met, beyond_met, beyond_partly, beyond_not)
  return { findings = spread(spread({}, good, met, partly, not_met), beyond_good, beyond_met, beyond_partly, beyond_not) }
end

-- Sex offenders apart, all is met: so are the results.
local function all_but_sex_offenders(strengths, weaknesses)
  local is = findings "sex-offenders" (strengths, weaknesses)
  for i = 2, #good do is.findings[#is.findings + 1] = { "strength", good[i] } end
  is.findings[#is.findings + 1] = { "strength", "results" }
  return is
end

return cases {
  area = "managing-offenders",

  by_findings "wanted-suspects", by_findings "bail", by_findings "protective-orders", by_findings "integrated-offender-management",
  by_findings "sex-offenders", by_findings "indecent-images", by_findings "young-offenders", by_findings "dangerous-people",
  beyond "results", beyond "evaluated", beyond "taken-up",

  -- Met, partly met and not met of eight, and of the three that lie beyond good.
  each "the grade" {
    vary = area,
    { 8, 0, 0, 1, 0, 0, grade = "outstanding", raises = {}, caps = {} },              -- one of one that lies beyond
    { 7, 1, 0, 1, 1, 1, grade = "outstanding", raises = { "dangerous-people" } },     -- 7.5 of 8: 93.8%; 1.5 of 3: 50%
    { 7, 1, 0, 1, 0, 2, grade = "good", caps = {} },                                  -- 1 of 3
    { 8, 0, 0, 0, 3, 0, grade = "good" },                                             -- 1.5 of 3, and none of them is met
    { 7, 0, 1, 3, 0, 0, grade = "good" },                                             -- 7 of 8: 87.5%
    { 6, 1, 1, 3, 0, 0, grade = "adequate" },                                         -- 6.5 of 8: 81.3%
    { 4, 0, 4, 3, 0, 0, grade = "adequate" },                                         -- 4 of 8: 50%
    { 3, 1, 4, 3, 0, 0, grade = "requires-improvement" },                             -- 3.5 of 8
    { 0, 0, 8, 0, 0, 3, grade = "requires-improvement", concerns = {}, caps = {} },
    { 4, 0, 0, 0, 0, 0, grade = "good" },                                             -- of half of eight there is evidence
    { 3, 0, 0, 3, 0, 0, grade = "insufficient-evidence" },
  },

  each "sex offenders where all else is met, strengths and weaknesses" {
    vary = all_but_sex_offenders,
    { 3, 1, ["sex-offenders"] = "met", grade = "outstanding", raises = {}, caps = {} },
    -- 7.5 of 8, beyond good but for the cap
    { 2.9, 1, ["sex-offenders"] = "partly-met", grade = "good", raises = { "sex-offenders" }, caps = { "sex-offenders-outside-guidance" },
      because = { grade = "outside national guidance without saying why" } },
    { 1, 2, ["sex-offenders"] = "partly-met", grade = "good", caps = { "sex-offenders-outside-guidance" } },
    { 0.98, 2, ["sex-offenders"] = "not-met", grade = "good", raises = { "sex-offenders" }, caps = {} },  -- 7 of 8: not beyond good as it is
    { 0, 0, ["sex-offenders"] = "no-evidence", grade = "outstanding", raises = {}, caps = {} },           -- nobody looked
  },
}
