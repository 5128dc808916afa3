-- Effectiveness, a pillar over four questions, with a fifth that is not graded; and what a pillar is told of a question that was carried
-- over, not inspected or moderated. All evidence here is made up.

-- A question's grade by findings alone: its characteristics of good, all but the files, and one that lies beyond.
local questions = {
  "effectiveness-1-preventing-crime", "effectiveness-2-investigating-crime", "effectiveness-3-protecting-vulnerable-people",
  "effectiveness-4-serious-organised-crime",
}
local good = {
  ["effectiveness-1-preventing-crime"] = { "prevention-first", "communities", "problem-solving", "protection", "early-intervention" },
  ["effectiveness-2-investigating-crime"] = {
    "right-people", "capacity", "reporting", "suspects", "persistent-offenders", "victims", "disclosure",
  },
  ["effectiveness-3-protecting-vulnerable-people"] = { "commitment", "understanding", "partners", "training", "demand", "uses-powers" },
  ["effectiveness-4-serious-organised-crime"] = { "threat", "priorities", "disruption", "prevention", "publicity" },
}
local function add(list, question, grade)
  for i, characteristic in ipairs(good[question]) do
    -- none met: inadequate; every second one: at least 40%, less than 70; all: good
    local met = grade == "good" or grade == "outstanding" or (grade == "requires-improvement" and i % 2 == 0)
    list[#list + 1] = { met and "strength" or "weakness", question .. "/" .. characteristic }
  end
  if grade == "outstanding" then list[#list + 1] = { "strength", question .. "/evaluated" } end
end
-- Grades by the number of the question; of one without, nothing is known.
local function of(grades)
  local list = {}
  for i, question in ipairs(questions) do
    if grades[i] then add(list, question, grades[i]) end
  end
  return list
end
local function carried(number, grade) return { questions[number], grade, status = "carried-over", date = "2017" } end

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

local function one(number, id)
  local leads = "leads-" .. id
  return each (id .. ", by the grade of its question") {
    vary = function(grade) return { findings = of { [number] = grade ~= "unknown" and grade or nil } } end,
    { "outstanding", [id] = "met", [leads] = "met" },
    { "good", [id] = "met", [leads] = "not-met", because = { [id] = "good" } },
    { "requires-improvement", [id] = "partly-met", [leads] = "not-met" },
    { "inadequate", [id] = "not-met", [leads] = "not-met", raises = {} },
    { "unknown", [id] = "no-evidence", [leads] = "no-evidence" },
  }
end

return cases {
  area = "effectiveness",

  one(1, "preventing-crime"), one(2, "investigating-crime"), one(3, "protecting-vulnerable-people"), one(4, "serious-organised-crime"),

  -- More than half of the questions must reach a grade: three of four.
  each "questions that are outstanding, good, require improvement and are inadequate" {
    vary = pillar,
    { 4, 0, 0, 0, grade = "outstanding", because = { grade = "most of its questions are outstanding and none is below good" } },
    { 3, 1, 0, 0, grade = "outstanding" },
    { 2, 2, 0, 0, grade = "good" },
    { 1, 3, 0, 0, grade = "good" },
    { 0, 4, 0, 0, grade = "good", because = { grade = "most of its questions are good" } },
    { 3, 0, 1, 0, grade = "good" },    -- most are outstanding, and one is below good
    { 3, 0, 0, 1, grade = "good" },
    { 2, 1, 1, 0, grade = "good" },
    { 2, 1, 0, 1, grade = "good" },
    { 1, 2, 1, 0, grade = "good" },
    { 1, 2, 0, 1, grade = "good" },
    { 0, 3, 1, 0, grade = "good" },
    { 0, 3, 0, 1, grade = "good" },
    { 2, 0, 2, 0, grade = "requires-improvement" },
    { 2, 0, 1, 1, grade = "requires-improvement" },
    { 2, 0, 0, 2, grade = "requires-improvement" },
    { 1, 1, 2, 0, grade = "requires-improvement" },
    { 1, 1, 1, 1, grade = "requires-improvement" },
    { 1, 1, 0, 2, grade = "requires-improvement" },
    { 0, 2, 2, 0, grade = "requires-improvement", because = { grade = "no majority of its questions is good" } },   -- as Cleveland told of 2016
    { 0, 2, 1, 1, grade = "requires-improvement" },
    { 0, 2, 0, 2, grade = "requires-improvement" },
    { 1, 0, 3, 0, grade = "requires-improvement" },
    { 1, 0, 2, 1, grade = "requires-improvement" },
    { 1, 0, 1, 2, grade = "requires-improvement" },
    { 0, 1, 3, 0, grade = "requires-improvement" },
    { 0, 1, 2, 1, grade = "requires-improvement" },
    { 0, 1, 1, 2, grade = "requires-improvement" },
    { 0, 0, 4, 0, grade = "requires-improvement" },
    { 0, 0, 3, 1, grade = "requires-improvement" },
    { 0, 0, 2, 2, grade = "requires-improvement" },
    { 1, 0, 0, 3, grade = "inadequate" },
    { 0, 1, 0, 3, grade = "inadequate" },
    { 0, 0, 1, 3, grade = "inadequate", because = { grade = "most of its questions are inadequate" } },
    { 0, 0, 0, 4, grade = "inadequate", raises = {} },
  },
  -- What is not known is no part of it, and half of the questions must be known.
  each "the same, where not all are known" {
    vary = pillar,
    { 2, 1, 0, 0, grade = "outstanding" },
    { 1, 2, 0, 0, grade = "good" },
    { 0, 2, 1, 0, grade = "good" },
    { 0, 1, 1, 1, grade = "requires-improvement" },
    { 0, 1, 0, 2, grade = "inadequate" },
    { 2, 0, 0, 0, grade = "outstanding" },
    { 1, 1, 0, 0, grade = "good" },
    { 0, 1, 1, 0, grade = "requires-improvement" },
    { 0, 0, 0, 2, grade = "inadequate" },
    { 1, 0, 0, 0, grade = "insufficient-evidence" },
    { 0, 0, 0, 1, grade = "insufficient-evidence", raises = {} },
    { 0, 0, 0, 0, grade = "insufficient-evidence", raises = {} },
  },

  -- A question that was not inspected again stands with the grade it had, and the pillar rests on it as on the others. In each of these
  -- but the last the pillar would have another grade, or none, if it rested on fresh grades alone.
  each "questions that were carried over" {
    { "two of them, as in reports of 2018/19", judgments = { carried(1, "good"), carried(4, "good") },
      findings = of { [2] = "good", [3] = "requires-improvement" },
      expect = { ["preventing-crime"] = "met", ["leads-preventing-crime"] = "not-met", ["investigating-crime"] = "met",
        ["protecting-vulnerable-people"] = "partly-met", ["serious-organised-crime"] = "met", grade = "good" } },
    { "two that require improvement", judgments = { carried(1, "requires-improvement"), carried(4, "requires-improvement") },
      findings = of { [2] = "good", [3] = "good" },
      expect = { ["preventing-crime"] = "partly-met", ["serious-organised-crime"] = "partly-met", grade = "requires-improvement" } },
    { "all of them", judgments = { carried(1, "outstanding"), carried(2, "good"), carried(3, "outstanding"), carried(4, "outstanding") },
      expect = { ["leads-preventing-crime"] = "met", ["leads-investigating-crime"] = "not-met", grade = "outstanding" } },
    { "all of them inadequate", judgments = { carried(1, "inadequate"), carried(2, "inadequate"), carried(3, "inadequate"), carried(4, "inadequate") },
      expect = { ["preventing-crime"] = "not-met", grade = "inadequate", raises = {} } },
    { "one, though there is evidence that says otherwise", judgments = { carried(1, "inadequate") },
      findings = of { "outstanding", "good", "good", "inadequate" },
      expect = { ["preventing-crime"] = "not-met", ["leads-preventing-crime"] = "not-met", grade = "requires-improvement" } },
    { "one, of four", judgments = { carried(1, "good") },
      expect = { ["preventing-crime"] = "met", ["investigating-crime"] = "no-evidence", grade = "insufficient-evidence" } },
  },

  -- All other judgments of the dataset are what was published, and the pillar rests on what the rules say.
  each "questions as they were published" {
    { "fresh", judgments = { { questions[3], "inadequate" }, { questions[4], "inadequate" } }, findings = pillar(0, 4, 0, 0).findings,
      expect = { ["serious-organised-crime"] = "met", grade = "good" } },
    { "revisited", judgments = { { questions[3], "inadequate" }, { questions[3], "outstanding", status = "revisit", date = "2019-06-01" } },
      findings = pillar(0, 2, 2, 0).findings, expect = { ["protecting-vulnerable-people"] = "partly-met", grade = "requires-improvement" } },
    { "corrected", judgments = { { questions[4], "inadequate", status = "corrected", date = "2019-06-01" } }, findings = pillar(0, 4, 0, 0).findings,
      expect = { ["serious-organised-crime"] = "met", grade = "good" } },
    { "added late", judgments = { { questions[4], "inadequate", status = "added-late", date = "2019-06-01" } }, findings = pillar(0, 4, 0, 0).findings,
      expect = { ["serious-organised-crime"] = "met", grade = "good" } },
    { "not inspected, whatever there is of evidence", judgments = { { questions[4], status = "not-inspected" } }, findings = pillar(0, 2, 1, 1).findings,
      expect = { ["serious-organised-crime"] = "no-evidence", ["leads-serious-organised-crime"] = "no-evidence", grade = "good" } },
  },

  -- A person's decision on a question moves neither what is computed of it nor the pillar; one on the pillar moves the pillar alone.
  each "moderations" {
    { "of fresh questions", moderations = { { questions[1], to = "inadequate" }, { questions[2], to = "inadequate" } },
      findings = pillar(0, 4, 0, 0).findings, expect = { ["preventing-crime"] = "met", grade = "good", computed = "good" } },
    { "of a question that was carried over", judgments = { carried(1, "good"), carried(2, "good") },
      moderations = { { questions[1], to = "inadequate" } },
      expect = { ["preventing-crime"] = "met", grade = "good", computed = "good" } },
    { "of the pillar", moderations = { { "effectiveness", to = "requires-improvement" } }, findings = pillar(0, 4, 0, 0).findings,
      expect = { ["preventing-crime"] = "met", grade = "requires-improvement", computed = "good" } },
  },
  case "the pillar itself was carried over" {
    judgments = { { "effectiveness", "good", status = "carried-over", date = "2017" } }, findings = pillar(0, 1, 3, 0).findings,
    expect = { grade = "good", computed = "requires-improvement" },
  },
  case "a question that was moderated, in its own area" {
    area = "effectiveness-1-preventing-crime", findings = pillar(0, 4, 0, 0).findings,
    moderations = { { questions[1], to = "inadequate" } },
    expect = { grade = "inadequate", computed = "good" },
  },

  -- A cause of concern of a question makes the question inadequate, and is no cause of concern of the pillar.
  case "files that fail" {
    findings = of { [1] = "good", [2] = "good", [4] = "good" }, samples = { investigation_files = { met = 10, of = 60 } },
    expect = { ["investigating-crime"] = "not-met", grade = "good", raises = {} },
  },
  case "armed policing has no part in it" {
    findings = {
      { "weakness", "effectiveness-5-armed-policing/threat-assessed" }, { "weakness", "effectiveness-5-armed-policing/officer-designated" },
      { "weakness", "effectiveness-5-armed-policing/enough-officers" }, { "weakness", "effectiveness-5-armed-policing/standards" },
    },
    judgments = { carried(1, "good"), carried(2, "good"), carried(3, "good"), carried(4, "good") },
    expect = { grade = "good", raises = {} },
  },
}
