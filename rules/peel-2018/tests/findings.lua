-- What findings make of the characteristics that are judged by them alone, in every question; and the grade of the questions that
-- have no others. All evidence here is made up.

-- The characteristics that raise an area for improvement where they are not met. The others lie beyond good and raise nothing.
local good = {
  ["effectiveness-1-preventing-crime"] = { "prevention-first", "communities", "problem-solving", "protection", "early-intervention" },
  ["effectiveness-2-investigating-crime"] = {
    "right-people", "capacity", "reporting", "suspects", "persistent-offenders", "victims", "disclosure",
  },
  ["effectiveness-3-protecting-vulnerable-people"] = { "commitment", "understanding", "partners", "training", "demand", "uses-powers" },
  ["effectiveness-4-serious-organised-crime"] = { "threat", "priorities", "disruption", "prevention", "publicity" },
  ["effectiveness-5-armed-policing"] = { "threat-assessed", "officer-designated", "enough-officers", "trained-officers", "standards" },
  ["efficiency-1-meeting-demand"] = { "demand", "inefficiency", "skills", "allocation", "collaboration", "technology" },
  ["efficiency-2-planning"] = { "future-demand", "expectations", "change", "talent" },
  ["legitimacy-1-treating-the-public"] = { "respect", "disparity", "use-of-force", "scrutiny" },
  ["legitimacy-2-ethical-workforce"] = { "ethics", "vetting", "corruption", "abuse-of-position", "complaints" },
  ["legitimacy-3-treating-the-workforce"] = { "listening", "fairness", "wellbeing", "development", "promotion" },
}
local files_and_searches = { ["effectiveness-2-investigating-crime"] = true, ["legitimacy-1-treating-the-public"] = true } -- results of these

-- Strengths and weaknesses of one characteristic, by weight: met from 3/4, partly met from 1/3.
local function findings(characteristic)
  return function(strengths, weaknesses)
    local list = {}
    if strengths > 0 then list[#list + 1] = { "strength", characteristic, weight = strengths } end
    if weaknesses > 0 then list[#list + 1] = { "weakness", characteristic, weight = weaknesses } end
    return { findings = list }
  end
end

local function improves(area, id)
  return each (area .. ", " .. id .. ", strengths and weaknesses") {
    area = area, vary = findings(id),
    { 3, 1, [id] = "met", raises = {} },
    { 7.4, 2.6, [id] = "partly-met", improvements = { id }, concerns = {} },   -- 74%
    { 1, 2, [id] = "partly-met", improvements = { id } },
    { 3.3, 6.7, [id] = "not-met", improvements = { id }, concerns = {} },
    { 0, 0, [id] = "no-evidence", raises = {} },
  }
end
local function beyond(area, id)
  return each (area .. ", " .. id .. ", strengths and weaknesses") {
    area = area, vary = findings(id),
    { 3, 1, [id] = "met" }, { 7.4, 2.6, [id] = "partly-met" }, { 1, 2, [id] = "partly-met" }, { 3.3, 6.7, [id] = "not-met", raises = {} },
    { 0, 0, [id] = "no-evidence" },
  }
end

-- Of these so many met and so many partly, the others not.
local function add(list, ids, met, partly)
  for i, id in ipairs(ids) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
end
-- Of the characteristics of good, and of the three that lie beyond, if anything is known of these.
local function question(area)
  return function(met, partly, beyond_met, beyond_partly)
    local list = {}
    add(list, good[area], met, partly)
    if beyond_met then add(list, { "results", "evaluated", "taken-up" }, beyond_met, beyond_partly) end
    return { findings = list }
  end
end
local function known(area)
  return function(count)
    local list = {}
    for i = 1, count do list[i] = { "strength", good[area][i] } end
    return { findings = list }
  end
end

-- Outstanding from 90% of good and half of what lies beyond it, one met at least; good from 70%; requires improvement from 25%.
local function graded(area)
  return each (area .. ", met and partly met of five, and of three beyond") {
    area = area, vary = question(area),
    { 5, 0, 1, 1, grade = "outstanding" },           -- 1.5 of 3
    { 4, 1, 3, 0, grade = "outstanding" },           -- 4.5 of 5: 90%
    { 5, 0, 1, 0, grade = "good" },                  -- 1 of 3
    { 5, 0, 0, 3, grade = "good" },                  -- 1.5 of 3, and none met
    { 5, 0, grade = "good", raises = {} },           -- nothing is known of what lies beyond
    { 4, 0, 3, 0, grade = "good" },                  -- 80%
    { 3, 1, grade = "good" },                        -- 3.5 of 5: 70%
    { 3, 0, 3, 0, grade = "requires-improvement" },  -- 60%
    { 1, 1, grade = "requires-improvement" },        -- 30%
    { 0, 2, grade = "inadequate", concerns = {} },   -- 20%
    { 0, 0, grade = "inadequate", concerns = {} },
  }
end
-- Half of the characteristics must be known.
local function enough(area)
  return each (area .. ", how many of five are known") {
    area = area, vary = known(area), { 3, grade = "good" }, { 2, grade = "insufficient-evidence" }, { 0, grade = "insufficient-evidence" },
  }
end

local all = {
  each "efficiency-1-meeting-demand, met and partly met of six, and of three beyond" {
    area = "efficiency-1-meeting-demand", vary = question "efficiency-1-meeting-demand",
    { 6, 0, 1, 1, grade = "outstanding" },
    { 5, 1, 3, 0, grade = "outstanding" },           -- 5.5 of 6: 91.7%
    { 5, 0, 3, 0, grade = "good" },                  -- 83.3%
    { 6, 0, 1, 0, grade = "good" },
    { 4, 1, grade = "good" },                        -- 75%
    { 4, 0, 3, 0, grade = "requires-improvement" },  -- 66.7%
    { 1, 1, grade = "requires-improvement" },        -- 1.5 of 6: 25%
    { 1, 0, grade = "inadequate", concerns = {} },
  },
  each "efficiency-1-meeting-demand, how many of six are known" {
    area = "efficiency-1-meeting-demand", vary = known "efficiency-1-meeting-demand",
    { 3, grade = "good" }, { 2, grade = "insufficient-evidence" },
  },

  -- Steps of a threshold that are too small for any count of these characteristics to show; the reason says what was asked for.
  each "what a grade says it asks for, met and partly met of five" {
    area = "effectiveness-4-serious-organised-crime", vary = question "effectiveness-4-serious-organised-crime",
    { 1, 1, because = { grade = "share 30%; `requires-improvement` asks for 25% (few), `good` for 70% (most)" } },
    { 0, 3, because = { grade = "share 30%" } },     -- half of three
    { 4, 0, because = { grade = "share 80%; `good` asks for 70% (most), `outstanding` for 90% (beyond_standard)" } },
    { 5, 0, 0, 3, because = { grade = "asks besides for 50% of the characteristics of outstanding (beyond_level), at least one: 0 of 3" } },
  },
  case "how much evidence it asks for" {
    area = "effectiveness-4-serious-organised-crime", findings = { { "strength", "threat" }, { "strength", "priorities" } },
    expect = { because = { grade = "evidence for 40% of the weight of the characteristics of good; at least 50% is needed (enough_evidence)" } },
  },

  -- Question 5 is judged and has no grade.
  case "armed policing, all of it met" {
    area = "effectiveness-5-armed-policing", findings = question "effectiveness-5-armed-policing" (5, 0, 3, 0).findings,
    expect = { grade = "ungraded", raises = {}, because = { grade = "8 of 8 characteristics met; this area is not graded" } },
  },
  case "armed policing, none of it met" {
    area = "effectiveness-5-armed-policing", findings = question "effectiveness-5-armed-policing" (0, 0, 0, 0).findings,
    expect = { grade = "ungraded", concerns = {}, improvements = good["effectiveness-5-armed-policing"] },
  },
}

for area, ids in pairs(good) do
  for _, id in ipairs(ids) do all[#all + 1] = improves(area, id) end
  if not files_and_searches[area] then all[#all + 1] = beyond(area, "results") end
  all[#all + 1] = beyond(area, "evaluated")
  all[#all + 1] = beyond(area, "taken-up")
end
for _, area in ipairs {
  "effectiveness-1-preventing-crime", "effectiveness-4-serious-organised-crime", "legitimacy-2-ethical-workforce", "legitimacy-3-treating-the-workforce",
} do
  all[#all + 1] = graded(area)
  all[#all + 1] = enough(area)
end

return cases(all)
