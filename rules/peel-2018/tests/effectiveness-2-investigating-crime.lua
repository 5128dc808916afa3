-- Investigating crime and reducing re-offending, question 2 of effectiveness. All evidence here is made up.

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
    { 2, 1, [id] = "partly-met", raises = { id } },
    { 1, 2, [id] = "partly-met" },
    { 1, 3, [id] = "not-met", raises = { id } },
    { 0, 0, [id] = "no-evidence" },
  }
end
local function beyond(id)
  return each (id .. ", strengths and weaknesses") {
    vary = findings(id), { 3, 1, [id] = "met" }, { 2, 1, [id] = "partly-met" }, { 1, 3, [id] = "not-met" }, { 0, 0, [id] = "no-evidence" },
  }
end

-- The files, and of the seven other characteristics of good so many met and so many partly.
local seven = { "right-people", "capacity", "reporting", "suspects", "persistent-offenders", "victims", "disclosure" }
local function area(met, partly, files_met)
  local list = {}
  for i, id in ipairs(seven) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
  return { findings = list, samples = { investigation_files = { met = files_met, of = 60 } } }
end

return cases {
  area = "effectiveness-2-investigating-crime",

  -- Wilson at 95%: of 51 of 60 from 0.739; of 17 of 20, the same share, from 0.640. Of 22 of 60 up to 0.493, of 23 up to 0.510.
  each "files that met the standard" {
    vary = function(met, of) return { samples = { investigation_files = { met = met, of = of } } } end,
    { 51, 60, ["standard-of-files"] = "met", raises = {} },
    { 50, 60, ["standard-of-files"] = "partly-met", improvements = { "standard-of-files" }, concerns = {} },
    { 17, 20, ["standard-of-files"] = "partly-met" },
    { 23, 60, ["standard-of-files"] = "partly-met" },
    { 22, 60, ["standard-of-files"] = "not-met", improvements = {}, concerns = { "standard-of-files" }, grade = "inadequate" },
    { 35, 35, results = "met" },       -- from 35 / 38.84 = 0.901
    { 34, 34, results = "not-met" },   -- from 0.898
  },
  case "no files were reviewed" {
    samples = { investigation_files = missing "not-collected" },
    expect = { ["standard-of-files"] = "no-evidence", results = "no-evidence", raises = {} },
  },

  by_findings "right-people", by_findings "capacity", by_findings "reporting", by_findings "suspects", by_findings "persistent-offenders",
  by_findings "victims", by_findings "disclosure", beyond "evaluated", beyond "taken-up",

  -- Outstanding from 90% and what lies beyond (all files), good from 70%, requires improvement from 25%.
  each "the grade, met and partly met of seven, and files of 60" {
    vary = area,
    { 7, 0, 60, grade = "outstanding" },
    { 6, 1, 60, grade = "outstanding" },             -- 7.5 of 8: 93.8%
    { 6, 0, 60, grade = "good" },                    -- 7: 87.5%
    { 7, 0, 51, grade = "good" },                    -- 8, and the files are not beyond doubt
    { 5, 0, 51, grade = "good" },                    -- 6: 75%
    { 4, 1, 51, grade = "requires-improvement" },    -- 5.5: 68.8%
    { 1, 0, 51, grade = "requires-improvement" },    -- 2: 25%
    { 0, 1, 51, grade = "inadequate", concerns = {} }, -- 1.5
  },
}
