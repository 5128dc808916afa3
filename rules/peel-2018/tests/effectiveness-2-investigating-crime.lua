-- Investigating crime and reducing re-offending, question 2 of effectiveness: the files, and the grade. All evidence here is made up.
-- What is judged by findings alone is in findings.lua.

-- The files, and of the seven other characteristics of good so many met and so many partly; what lies beyond is seen in the files.
local seven = { "right-people", "capacity", "reporting", "suspects", "persistent-offenders", "victims", "disclosure" }
local function area(met, partly, files_met)
  local list = {}
  for i, id in ipairs(seven) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
  return { findings = list, samples = { investigation_files = { met = files_met, of = 60 } } }
end
local function files(met, of) return { samples = { investigation_files = { met = met, of = of } } } end

return cases {
  area = "effectiveness-2-investigating-crime",

  -- Wilson at 95%, as R has it: prop.test(26, 30, correct = FALSE)$conf.int.
  each "files that met the standard" {
    vary = files,
    { 51, 60, ["standard-of-files"] = "met", raises = {} },                                        -- 85%, from 0.739
    { 50, 60, ["standard-of-files"] = "partly-met", improvements = { "standard-of-files" }, concerns = {} },
    { 84, 100, ["standard-of-files"] = "partly-met" },
    { 26, 30, ["standard-of-files"] = "met" },                                                     -- 86.7%, from 0.703
    { 25, 29, ["standard-of-files"] = "partly-met",                                                -- 86.2%, from 0.694
      because = { ["standard-of-files"] = "25 of 29 (86.2%) met the standard; good is 85%, and surely 70%" } },
    { 23, 60, ["standard-of-files"] = "partly-met" },                                              -- up to 0.510
    { 22, 60, ["standard-of-files"] = "not-met", improvements = {}, concerns = { "standard-of-files" }, grade = "inadequate",   -- up to 0.493
      because = { ["standard-of-files"] = "surely less than 50%", grade = "1 cause of concern was raised (standard-of-files)" } },
  },
  each "files that leave no doubt" {
    vary = files,
    { 35, 35, results = "met", raises = {} },    -- from 35 / 38.84 = 0.901
    { 34, 34, results = "not-met", because = { results = "not surely 90%" } },   -- from 0.898
    { 60, 60, results = "met" },
  },
  each "no files" {
    { "none were reviewed", samples = { investigation_files = missing "not-collected" },
      expect = { ["standard-of-files"] = "no-evidence", results = "no-evidence", raises = {} } },
    { "what came of them was not supplied", samples = { investigation_files = { met = missing "not-supplied", of = 60 } },
      expect = { ["standard-of-files"] = "no-evidence", results = "no-evidence", raises = {} } },
  },

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
    { 7, 0, 22, grade = "inadequate", concerns = { "standard-of-files" } },   -- 7 of 8, and a cause of concern
  },
  -- Half of eight must be known.
  case "four of eight are known" {
    findings = { { "strength", "capacity" }, { "strength", "victims" }, { "strength", "suspects" }, { "strength", "disclosure" } },
    expect = { grade = "good" },
  },
  case "three of eight are known" {
    findings = { { "strength", "capacity" }, { "strength", "victims" }, { "strength", "suspects" } },
    expect = { grade = "insufficient-evidence" },
  },
  case "little is known, and a cause of concern is raised all the same" {
    samples = { investigation_files = { met = 22, of = 60 } },
    expect = { grade = "inadequate", concerns = { "standard-of-files" } },
  },
}
