-- Preventing crime and anti-social behaviour. All evidence here is made up.

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
local good = { "prevention-first", "grip", "problem-solving", "partnership", "early-intervention", "recognised" }
local function area(met, partly, not_met, rank, beyond_met, beyond_partly, beyond_not)
  local list = spread({}, good, met, partly, not_met)
  return {
    findings = spread(list, { "evaluated", "taken-up" }, beyond_met, beyond_partly, beyond_not),
    measures = { asb_rank = rank > 0 and rank or missing "not-supplied" },
  }
end

return cases {
  area = "preventing-crime",

  by_findings "prevention-first", by_findings "grip", by_findings "problem-solving", by_findings "partnership", by_findings "early-intervention",
  by_findings "recognised",
  worth_copying "evaluated", beyond "taken-up",

  each "rank of anti-social behaviour, 1 the lowest" {
    vary = function(rank) return { measures = { asb_rank = rank } } end,
    { 1, results = "met", raises = {} },
    { 10, results = "met", because = { results = "ranks 10" } },
    { 11, results = "not-met", raises = {}, because = { results = "ranks 11, not among the lowest 10" } },
  },
  case "no rank is known" {
    measures = { asb_rank = missing "not-supplied" },
    expect = { results = "no-evidence", because = { results = "not supplied" } },
  },

  -- Met, partly met and not met of six; the rank (0: not known); and of the two others that lie beyond good.
  each "the grade" {
    vary = area,
    { 6, 0, 0, 10, 0, 0, 0, grade = "outstanding", raises = {} },             -- one of one that lies beyond
    { 5, 1, 0, 10, 0, 0, 0, grade = "outstanding", raises = { "recognised" } },  -- 5.5 of 6: 91.7%
    { 4, 2, 0, 10, 2, 0, 0, grade = "adequate" },                             -- 5 of 6: 83.3%
    { 6, 0, 0, 10, 0, 1, 1, grade = "outstanding" },                          -- 1.5 of 3: 50%
    { 6, 0, 0, 10, 0, 0, 2, grade = "good" },                                 -- 1 of 3
    { 6, 0, 0, 10, 0, 0, 1, grade = "outstanding" },                          -- 1 of 2: 50%
    { 6, 0, 0, 0, 0, 2, 0, grade = "good" },                                  -- 1 of 2, and none of them is met
    { 6, 0, 0, 11, 0, 0, 0, grade = "good" },
    { 5, 0, 1, 10, 2, 0, 0, grade = "adequate" },                             -- 5 of 6
    { 3, 0, 3, 10, 2, 0, 0, grade = "adequate" },                             -- 3 of 6: 50%
    { 2, 1, 3, 10, 2, 0, 0, grade = "requires-improvement" },                 -- 2.5 of 6: 41.7%
    { 0, 0, 6, 11, 0, 0, 2, grade = "requires-improvement", concerns = {} },
    { 3, 0, 0, 10, 0, 0, 0, grade = "outstanding" },                          -- of half of six there is evidence
    { 2, 0, 0, 10, 2, 0, 0, grade = "insufficient-evidence" },                -- of a third
  },
  -- Of so few characteristics, here and in the other areas, no share lies between 49% and 50%, and a credit of 51% for what is partly met
  -- would change no grade; but what was asked for, and what was reached, is told.
  each "the grade, and what it asks for" {
    vary = area,
    { 3, 0, 3, 10, 0, 0, 0, grade = "adequate", because = { grade = "`adequate` asks for 50% (some)" } },
    { 6, 0, 0, 10, 0, 1, 1, grade = "outstanding", because = { grade = "asks besides for 50% of the characteristics of outstanding (beyond_level)" } },
    { 5, 1, 0, 10, 0, 0, 0, grade = "outstanding", because = { grade = "share 91.7%" } },
    { 2, 0, 0, 10, 0, 0, 0, grade = "insufficient-evidence", because = { grade = "at least 50% is needed (enough_evidence)" } },
  },
}
