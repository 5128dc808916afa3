-- Investigating crime. All evidence here is made up.

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

-- What the case files of the victim service assessment show is taken over.
local function by_files(id, files)
  return each (id .. ", by the case files, strengths and weaknesses") {
    vary = findings("victim-service/" .. files),
    { 3, 1, [id] = "met", raises = {} },
    { 2, 1, [id] = "partly-met", raises = { id } },
    { 1, 3, [id] = "not-met", raises = { id } },
    { 0, 0, [id] = "no-evidence" },
  }
end

local function files(met, of) return { samples = { investigation_files = { met = met, of = of } } } end

-- Nine characteristics of good: the files, so many of these eight, and what is not met of them.
local eight = {
  "supervised", "victim-service/investigation", "victim-service/victims-code", "victim-service/outcomes", "victim-service/allocation", "capacity",
  "digital", "disclosure",
}
local function area(met, partly, supervised, files_met)
  local list = { { supervised and "strength" or "weakness", "supervised" } }
  for i = 2, #eight do
    if i <= met + partly then list[#list + 1] = { "strength", eight[i] } end
    if i > met then list[#list + 1] = { "weakness", eight[i], weight = 3 } end
    if i > met and i <= met + partly then list[#list].weight = 1 end
  end
  return { findings = list, samples = { investigation_files = { met = files_met, of = 60 } } }
end

return cases {
  area = "investigating-crime",

  -- Wilson at 95%: of 51 of 60 from 0.739; of 17 of 20, the same share, from 0.640. Of 22 of 60 up to 0.493, of 23 up to 0.510.
  each "files that met the standard" {
    vary = files,
    { 51, 60, ["standard-of-files"] = "met", raises = {} },
    { 50, 60, ["standard-of-files"] = "partly-met", improvements = { "standard-of-files" }, concerns = {} },
    { 17, 20, ["standard-of-files"] = "partly-met", because = { ["standard-of-files"] = "good is 85%, and surely 70%" } },
    { 23, 60, ["standard-of-files"] = "partly-met" },
    { 22, 60, ["standard-of-files"] = "not-met", improvements = {}, concerns = { "standard-of-files" }, grade = "inadequate" },
    { 35, 35, results = "met" },       -- from 35 / 38.84 = 0.901
    { 34, 34, results = "not-met" },   -- from 0.898
  },
  case "no files were reviewed" { expect = { ["standard-of-files"] = "no-evidence", results = "no-evidence", raises = {} } },

  by_files("thorough", "investigation"), by_files("victims-heard", "victims-code"), by_files("outcomes", "outcomes"),

  -- The case files, and what the inspectors found besides: it can spoil what the files show, and save nothing.
  each "the right people, by the case files and by the inspectors" {
    vary = function(strengths, weaknesses, told_strengths, told_weaknesses)
      local list = findings "victim-service/allocation" (strengths, weaknesses).findings
      for _, finding in ipairs(findings "right-people" (told_strengths, told_weaknesses).findings) do list[#list + 1] = finding end
      return { findings = list }
    end,
    { 3, 1, 0, 0, ["right-people"] = "met", raises = {} },
    { 3, 1, 3, 1, ["right-people"] = "met" },
    { 3, 1, 2.9, 1, ["right-people"] = "partly-met", raises = { "right-people" } },
    { 2, 1, 3, 1, ["right-people"] = "partly-met" },
    { 1, 3, 3, 1, ["right-people"] = "not-met", raises = { "right-people" } },
    { 0, 0, 3, 1, ["right-people"] = "no-evidence" },
  },

  by_findings "supervised", by_findings "capacity", by_findings "digital", by_findings "disclosure",
  beyond "evaluated", beyond "taken-up",

  -- Of eight besides the files so many are met, so many partly; whether supervised is the first of them; files that met the standard, of 60.
  each "the grade" {
    vary = area,
    { 8, 0, true, 60, grade = "outstanding", raises = {}, caps = {} },              -- 9 of 9, and all files beyond doubt
    { 8, 0, true, 51, grade = "good", caps = {} },                                  -- 9 of 9, and they are not
    { 8, 0, false, 51, grade = "adequate", caps = { "unsupervised" } },             -- 8 of 9: 88.9%, good but for the cap
    { 7, 0, true, 51, grade = "good" },                                             -- 8 of 9
    { 6, 1, true, 51, grade = "adequate", caps = {} },                              -- 7.5 of 9: 83.3%
    { 3, 1, true, 51, grade = "adequate" },                                         -- 4.5 of 9: 50%
    { 3, 0, true, 51, grade = "requires-improvement" },                             -- 4 of 9
  },
  -- All of good, and 51 of 60 files, which is not beyond it.
  each "the grade, whether evaluated and taken up" {
    vary = function(evaluated, taken_up)
      local is = area(8, 0, true, 51)
      is.findings[#is.findings + 1] = { evaluated and "strength" or "weakness", "evaluated" }
      is.findings[#is.findings + 1] = { taken_up and "strength" or "weakness", "taken-up" }
      return is
    end,
    { true, true, grade = "outstanding" },     -- 2 of 3
    { true, false, grade = "good" },           -- 1 of 3
    { false, true, grade = "good" },
  },

  each "how many of nine are known" {
    { "four", findings = { { "strength", "supervised" }, { "strength", "capacity" }, { "strength", "digital" }, { "strength", "disclosure" } },
      expect = { grade = "insufficient-evidence", raises = {} } },
    { "five", findings = { { "strength", "supervised" }, { "strength", "capacity" }, { "strength", "digital" }, { "strength", "disclosure" },
      { "strength", "victim-service/outcomes" } }, expect = { grade = "good", raises = {} } },
  },
}
