-- Planning for the future, question 2 of efficiency: the money, and the grade. All evidence here is made up. What is judged by findings
-- alone is in findings.lua.

local function finance(strengths, weaknesses, years)
  local list = {}
  if strengths > 0 then list[#list + 1] = { "strength", "finance", weight = strengths } end
  if weaknesses > 0 then list[#list + 1] = { "weakness", "finance", weight = weaknesses } end
  return { findings = list, measures = { balanced_years = { value = years, unit = "years" } } }
end

-- A budget that is balanced for so many years and well spoken of, and of the four other characteristics of good so many met and so many
-- partly; and of the three beyond.
local function add(list, ids, met, partly)
  for i, id in ipairs(ids) do
    if i <= met + partly then list[#list + 1] = { "strength", id } end
    if i > met then list[#list + 1] = { "weakness", id } end
  end
end
local function area(years, met, partly, beyond_met, beyond_partly)
  local is = finance(1, 0, years)
  add(is.findings, { "future-demand", "expectations", "change", "talent" }, met, partly)
  if beyond_met then add(is.findings, { "results", "evaluated", "taken-up" }, beyond_met, beyond_partly) end
  return is
end

return cases {
  area = "efficiency-2-planning",

  -- Three quarters of strengths and three years meet it; a third of strengths meets it partly, whatever the years.
  each "the budget, strengths and weaknesses, and years it is balanced for" {
    vary = finance,
    { 3, 1, 3, finance = "met", raises = {}, because = { finance = "balanced for 3 years" } },
    { 3, 1, 2, finance = "partly-met", improvements = { "finance" }, concerns = {} },
    { 7.4, 2.6, 3, finance = "partly-met", improvements = { "finance" }, because = { finance = "balanced for 3 years" } },
    { 1, 2, 0, finance = "partly-met" },
    { 3.3, 6.7, 5, finance = "not-met", improvements = { "finance" }, concerns = {}, because = { finance = "balanced for 5 years" } },
    { 0, 0, 5, finance = "no-evidence", raises = {} },
  },
  -- Strengths alone do not say for how long. Weaknesses say enough.
  each "the budget, strengths and weaknesses, and nobody knows the years" {
    vary = function(strengths, weaknesses)
      return { findings = finance(strengths, weaknesses, 0).findings, measures = { balanced_years = missing "not-supplied" } }
    end,
    { 3, 1, finance = "no-evidence", raises = {} },
    { 1, 2, finance = "partly-met", improvements = { "finance" } },
    { 1, 3, finance = "not-met", improvements = { "finance" } },
  },

  -- Outstanding from 90% and half of what lies beyond, good from 70%, requires improvement from 25%.
  each "the grade, years the budget is balanced for, met and partly met of four, and of three beyond" {
    vary = area,
    { 3, 4, 0, 1, 1, grade = "outstanding" },
    { 2, 4, 0, 3, 0, grade = "outstanding" },            -- 4.5 of 5: 90%
    { 2, 3, 1, 3, 0, grade = "good" },                   -- 80%
    { 3, 4, 0, 1, 0, grade = "good" },                   -- a third of what lies beyond
    { 3, 4, 0, grade = "good", raises = {} },
    { 2, 3, 0, grade = "good" },                         -- 70%
    { 2, 3, 0, 0, 0, grade = "good" },                   -- what lies beyond lowers nothing
    { 3, 2, 0, grade = "requires-improvement" },         -- 60%
    { 2, 1, 0, grade = "requires-improvement" },         -- 30%
    { 3, 0, 0, grade = "inadequate", concerns = {} },    -- 20%
  },
  each "how much is known" {
    { "the budget and two more of five", measures = { balanced_years = 3 },
      findings = { { "strength", "finance" }, { "strength", "change" }, { "strength", "talent" } }, expect = { grade = "good" } },
    { "the budget and one more", measures = { balanced_years = 3 },
      findings = { { "strength", "finance" }, { "strength", "change" } }, expect = { grade = "insufficient-evidence" } },
    { "two more, and of the budget how it is spoken of", findings = { { "strength", "finance" }, { "strength", "change" }, { "strength", "talent" } },
      expect = { grade = "insufficient-evidence" } },
  },
}
