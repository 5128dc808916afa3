-- Responding to the public. All evidence here is made up.

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

local function by_files(id, files)
  return each (id .. ", by the case files, strengths and weaknesses") {
    vary = findings("victim-service/" .. files),
    { 3, 1, [id] = "met", raises = {} },
    { 2, 1, [id] = "partly-met", raises = { id } },
    { 1, 3, [id] = "not-met", raises = { id } },
    { 0, 0, [id] = "no-evidence" },
  }
end

-- Seven of nine characteristics of good: the calls, and these.
local function area(calls, met)
  local list = {}
  for i, id in ipairs { "victim-service/vulnerability", "victim-service/advice", "victim-service/response", "channels", "prioritisation", "demand" } do
    list[i] = { i <= met and "strength" or "weakness", id, weight = 3 }
  end
  return { findings = list, measures = { emergency_calls_in_time = calls } }
end

return cases {
  area = "responding-to-the-public",

  each "emergency calls answered in time, percent" {
    vary = function(percent) return { measures = { emergency_calls_in_time = percent } } end,
    { 90, ["answers-calls"] = "met", raises = {} },
    { 89.5, ["answers-calls"] = "partly-met", improvements = { "answers-calls" }, concerns = {} },
    { 80, ["answers-calls"] = "partly-met" },
    { 79.5, ["answers-calls"] = "not-met", improvements = {}, concerns = { "answers-calls" }, grade = "inadequate" },
  },
  -- Without a figure the case files speak, and raise no cause of concern.
  each "emergency calls without a figure, by the case files" {
    vary = findings "victim-service/calls",
    { 3, 1, ["answers-calls"] = "met" },
    { 2, 1, ["answers-calls"] = "partly-met" },
    { 1, 3, ["answers-calls"] = "partly-met", concerns = {} },
    { 0, 0, ["answers-calls"] = "no-evidence" },
  },

  by_files("advice", "advice"), by_files("timely-response", "response"), by_files("vulnerability", "vulnerability"),
  case "vulnerable callers are missed, and recognised elsewhere" {
    findings = { { "weakness", "victim-service/vulnerability", weight = 3 }, { "strength", "vulnerability" } },
    expect = { vulnerability = "partly-met" },
  },
  case "vulnerable callers are missed, elsewhere too" {
    findings = { { "weakness", "victim-service/vulnerability", weight = 3 }, { "strength", "vulnerability", weight = 2 }, { "weakness", "vulnerability" } },
    expect = { vulnerability = "not-met" },
  },

  each "mental health, strengths and weaknesses, crimes and incidents against 10 of all forces" {
    vary = function(strengths, weaknesses, crimes, incidents)
      local is = findings "mental-health" (strengths, weaknesses)
      is.measures = {
        mental_health_crimes = crimes and { value = crimes, benchmarks = { ["england-and-wales"] = 10 } } or missing "not-supplied",
        mental_health_incidents = incidents and { value = incidents, benchmarks = { ["england-and-wales"] = 10 } } or missing "not-supplied",
      }
      return is
    end,
    { 3, 1, 10, 9.9, ["mental-health"] = "met", raises = {}, because = { ["mental-health"] = "in crimes: 10, in other incidents: 9.9" } },
    { 3, 1, 9.9, 10, ["mental-health"] = "met" },
    { 3, 1, 9.9, 9.9, ["mental-health"] = "partly-met", raises = { "mental-health" } },
    { 2, 1, 10, 10, ["mental-health"] = "partly-met" },
    { 1, 2, 10, 10, ["mental-health"] = "partly-met" },
    { 1, 3, 10, 10, ["mental-health"] = "not-met", raises = { "mental-health" } },
    { 0, 0, 10, 10, ["mental-health"] = "no-evidence" },
    -- One of the two figures is enough to show it, and both are needed to show that it is not so.
    { 3, 1, 10, false, ["mental-health"] = "met", because = { ["mental-health"] = "in other incidents: not supplied" } },
    { 3, 1, false, 10, ["mental-health"] = "met", because = { ["mental-health"] = "in crimes: not supplied" } },
    { 3, 1, 9.9, false, ["mental-health"] = "no-evidence", raises = {} },
    { 3, 1, false, 9.9, ["mental-health"] = "no-evidence", raises = {} },
    { 3, 1, false, false, ["mental-health"] = "no-evidence" },
  },

  by_findings "channels", by_findings "prioritisation", by_findings "demand",
  beyond "results", beyond "evaluated", beyond "taken-up",

  each "officers by residents, among so many others" {
    vary = among "officers",
    { 24, 24, ["officers-for-residents"] = "met", raises = {} },
    { 6, 24, ["officers-for-residents"] = "met" },
    { 5, 24, ["officers-for-residents"] = "partly-met", raises = { "officers-for-residents" } },
    { 5, 18, ["officers-for-residents"] = "no-evidence" },
  },

  -- Of six besides the calls so many are met.
  each "the grade, by emergency calls and what else is met" {
    vary = area,
    { 90, 6, grade = "good", caps = {} },                                           -- 7 of 7, nothing is known of what lies beyond
    { 85, 6, grade = "adequate", caps = { "emergency-calls-below-standard" } },     -- 6.5 of 7: 92.9%, good but for the cap
    { 90, 5, grade = "good" },                                                      -- 6 of 7: 85.7%
    { 90, 4, grade = "adequate" },                                                  -- 5 of 7
    { 85, 3, grade = "adequate" },                                                  -- 3.5 of 7: 50%
    { 90, 2, grade = "requires-improvement" },                                      -- 3 of 7
    { 79, 6, grade = "inadequate" },
  },
  -- Calls, these six, what is found of mental health, officers among 24 other forces, and of what lies beyond good the results and the others.
  each "the grade where all is known: met of six, mental health, officers, evaluated and taken up" {
    vary = function(met, mental_health, officers, evaluated, taken_up)
      local is = area(90, met)
      local function add(strength, id) is.findings[#is.findings + 1] = { strength and "strength" or "weakness", id } end
      is.others = {}
      for i = 1, 24 do is.others[i] = { measures = { officers = i } } end
      is.measures.officers = officers
      is.measures.mental_health_crimes = { value = 10, benchmarks = { ["england-and-wales"] = 10 } }
      add(mental_health, "mental-health")
      add(true, "results")
      add(evaluated, "evaluated")
      add(taken_up, "taken-up")
      return is
    end,
    { 6, true, 6, true, false, grade = "outstanding" },   -- 9 of 9; 2 of 3
    { 6, true, 6, false, true, grade = "outstanding" },
    { 6, true, 6, false, false, grade = "good" },         -- 1 of 3
    { 6, false, 6, true, true, grade = "good" },          -- 8 of 9: 88.9%
    { 6, true, 5, true, true, grade = "outstanding" },    -- 8.5 of 9: 94.4%
    { 5, true, 5, true, true, grade = "adequate" },       -- 7.5 of 9: 83.3%
    { 5, true, 6, true, true, grade = "good" },           -- 8 of 9
  },
  case "outstanding" {
    findings = {
      { "strength", "victim-service/vulnerability" }, { "strength", "victim-service/advice" }, { "strength", "victim-service/response" },
      { "strength", "channels" }, { "strength", "demand" }, { "strength", "results" },
    },
    expect = { grade = "outstanding" },
  },

  each "how many of nine are known" {
    { "four", findings = { { "strength", "channels" }, { "strength", "prioritisation" }, { "strength", "demand" } },
      measures = { emergency_calls_in_time = 90 }, expect = { grade = "insufficient-evidence", raises = {} } },
    { "five", findings = { { "strength", "channels" }, { "strength", "prioritisation" }, { "strength", "demand" }, { "strength", "victim-service/advice" } },
      measures = { emergency_calls_in_time = 90 }, expect = { grade = "good", raises = {} } },
  },
}
