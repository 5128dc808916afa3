-- Protecting vulnerable people and supporting victims, question 3 of effectiveness: the referrals, and the grade. All evidence here is
-- made up. What is judged by findings alone is in findings.lua.

local function referrals(strengths, weaknesses)
  local list = {}
  if strengths > 0 then list[#list + 1] = { "strength", "referrals", weight = strengths } end
  if weaknesses > 0 then list[#list + 1] = { "weakness", "referrals", weight = weaknesses } end
  return { findings = list }
end

-- Of the seven characteristics of good so many met and so many partly, and of the three beyond. The referrals are the first.
local seven = { "referrals", "commitment", "understanding", "partners", "training", "demand", "uses-powers" }
local function add(list, ids, met, partly)
  for i, id in ipairs(ids) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
end
local function area(met, partly, beyond_met, beyond_partly)
  local list = {}
  add(list, seven, met, partly)
  if beyond_met then add(list, { "results", "evaluated", "taken-up" }, beyond_met, beyond_partly) end
  return { findings = list }
end

return cases {
  area = "effectiveness-3-protecting-vulnerable-people",

  -- Met from 3/4. Not met needs both: weaknesses of three main findings (9), and less than a third of strengths.
  each "referrals, strengths and weaknesses" {
    vary = referrals,
    { 3, 1, referrals = "met", raises = {}, because = { referrals = "referrals are dealt with" } },
    { 10, 3, referrals = "met" },
    { 7.4, 2.6, referrals = "partly-met", improvements = { "referrals" }, concerns = {}, because = { referrals = "referrals sometimes wait" } },
    { 0, 8, referrals = "partly-met", improvements = { "referrals" }, concerns = {} },   -- nothing but weaknesses, and not of three main findings
    { 4.5, 9, referrals = "partly-met", concerns = {} },                                 -- a third
    { 4.4, 9, referrals = "not-met", improvements = {}, concerns = { "referrals" }, grade = "inadequate",
      because = { referrals = "referrals wait as a rule" } },
    { 0, 9, referrals = "not-met", concerns = { "referrals" } },
    { 0, 0, referrals = "no-evidence", raises = {} },
  },

  -- Outstanding from 90% and half of what lies beyond, good from 70%, requires improvement from 25%. Referrals that are not met with a
  -- weakness of 1 are partly met: no cause of concern.
  each "the grade, met and partly met of seven, and of three beyond" {
    vary = area,
    { 7, 0, 1, 1, grade = "outstanding" },
    { 6, 1, 3, 0, grade = "outstanding" },           -- 6.5 of 7: 92.9%
    { 6, 0, 3, 0, grade = "good" },                  -- 85.7%
    { 7, 0, 1, 0, grade = "good" },                  -- a third of what lies beyond
    { 7, 0, grade = "good", raises = {} },
    { 5, 0, grade = "good" },                        -- 71.4%
    { 4, 1, grade = "requires-improvement" },        -- 64.3%
    { 2, 0, grade = "requires-improvement" },        -- 28.6%
    { 1, 1, grade = "inadequate", concerns = {} },   -- 21.4%
  },
  case "all else is met, and referrals wait as a rule" {
    findings = {
      { "weakness", "referrals", weight = 9 }, { "strength", "commitment" }, { "strength", "understanding" }, { "strength", "partners" },
      { "strength", "training" }, { "strength", "demand" }, { "strength", "uses-powers" },
    },
    expect = { grade = "inadequate", raises = { "referrals" }, because = { grade = "1 cause of concern was raised (referrals)" } },
  },
  each "how many of seven are known" {
    vary = function(count)
      local list = {}
      for i = 1, count do list[i] = { "strength", seven[i] } end
      return { findings = list }
    end,
    { 4, grade = "good" }, { 3, grade = "insufficient-evidence" },
  },
}
