-- Legitimacy, a pillar over three questions. All evidence here is made up. What a question that stands carried over or moderated is to a
-- pillar is in effectiveness.lua.

-- A question's grade by findings alone: its characteristics of good, all but the searches, and one that lies beyond.
local questions = { "legitimacy-1-treating-the-public", "legitimacy-2-ethical-workforce", "legitimacy-3-treating-the-workforce" }
local good = {
  ["legitimacy-1-treating-the-public"] = { "respect", "disparity", "use-of-force", "scrutiny" },
  ["legitimacy-2-ethical-workforce"] = { "ethics", "vetting", "corruption", "abuse-of-position", "complaints" },
  ["legitimacy-3-treating-the-workforce"] = { "listening", "fairness", "wellbeing", "development", "promotion" },
}
local function add(list, question, grade)
  for i, characteristic in ipairs(good[question]) do
    -- none met: inadequate; every second one: at least 40%, less than 70; all: good
    local met = grade == "good" or grade == "outstanding" or (grade == "requires-improvement" and i % 2 == 0)
    list[#list + 1] = { met and "strength" or "weakness", question .. "/" .. characteristic }
  end
  if grade == "outstanding" then list[#list + 1] = { "strength", question .. "/evaluated" } end
end

-- So many questions of each grade, best first; of the others nothing is known.
local function pillar(outstanding, fine, fair, poor)
  local list, next = {}, 1
  local function give(count, grade)
    for _ = 1, count do
      add(list, questions[next], grade)
      next = next + 1
    end
  end
  give(outstanding, "outstanding")
  give(fine, "good")
  give(fair, "requires-improvement")
  give(poor, "inadequate")
  return { findings = list }
end

local function one(question, id)
  local leads = "leads-" .. id
  return each (id .. ", by the grade of its question") {
    vary = function(grade)
      local list = {}
      if grade ~= "unknown" then add(list, question, grade) end
      return { findings = list }
    end,
    { "outstanding", [id] = "met", [leads] = "met" },
    { "good", [id] = "met", [leads] = "not-met", because = { [id] = "good" } },
    { "requires-improvement", [id] = "partly-met", [leads] = "not-met" },
    { "inadequate", [id] = "not-met", [leads] = "not-met", raises = {} },
    { "unknown", [id] = "no-evidence", [leads] = "no-evidence" },
  }
end

return cases {
  area = "legitimacy",

  one("legitimacy-1-treating-the-public", "treating-the-public"), one("legitimacy-2-ethical-workforce", "ethical-workforce"),
  one("legitimacy-3-treating-the-workforce", "treating-the-workforce"),

  -- More than half of the questions must reach a grade: two of three.
  each "questions that are outstanding, good, require improvement and are inadequate" {
    vary = pillar,
    { 3, 0, 0, 0, grade = "outstanding", because = { grade = "most of its questions are outstanding and none is below good" } },
    { 2, 1, 0, 0, grade = "outstanding" },
    { 1, 2, 0, 0, grade = "good", because = { grade = "most of its questions are good" } },
    { 0, 3, 0, 0, grade = "good" },
    { 2, 0, 1, 0, grade = "good" },    -- most are outstanding, and one is below good
    { 2, 0, 0, 1, grade = "good" },
    { 1, 1, 1, 0, grade = "good" },
    { 1, 1, 0, 1, grade = "good" },
    { 0, 2, 1, 0, grade = "good" },
    { 0, 2, 0, 1, grade = "good" },
    { 1, 0, 2, 0, grade = "requires-improvement", because = { grade = "no majority of its questions is good" } },
    { 1, 0, 1, 1, grade = "requires-improvement" },
    { 0, 1, 2, 0, grade = "requires-improvement" },
    { 0, 1, 1, 1, grade = "requires-improvement" },
    { 0, 0, 3, 0, grade = "requires-improvement" },
    { 0, 0, 2, 1, grade = "requires-improvement" },
    { 1, 0, 0, 2, grade = "inadequate", because = { grade = "most of its questions are inadequate" } },
    { 0, 1, 0, 2, grade = "inadequate" },
    { 0, 0, 1, 2, grade = "inadequate" },
    { 0, 0, 0, 3, grade = "inadequate", raises = {} },
  },
  -- What is not known is no part of it, and half of the questions must be known.
  each "the same, where not all are known" {
    vary = pillar,
    { 2, 0, 0, 0, grade = "outstanding" },
    { 1, 1, 0, 0, grade = "good" },
    { 0, 1, 1, 0, grade = "requires-improvement" },
    { 0, 1, 0, 1, grade = "requires-improvement" },
    { 0, 0, 0, 2, grade = "inadequate" },
    { 1, 0, 0, 0, grade = "insufficient-evidence" },
    { 0, 0, 0, 1, grade = "insufficient-evidence", raises = {} },
    { 0, 0, 0, 0, grade = "insufficient-evidence", raises = {} },
  },

  -- A cause of concern of a question makes the question inadequate, and is no cause of concern of the pillar.
  case "searches without grounds" {
    findings = pillar(0, 3, 0, 0).findings, samples = { search_records = { met = 120, of = 200 } },
    expect = { ["treating-the-public"] = "not-met", grade = "good", raises = {} },
  },
}
