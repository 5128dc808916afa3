-- Effectiveness: a pillar, over its four graded questions. How the inspectorate weighed them is known from one case only: two good
-- and two requiring improvement made a pillar require improvement. So a pillar has a grade that more than half of its questions
-- reach; it is outstanding only where none is below good. All of them count as they stand in this round: a question that was not
-- inspected again has the grade carried over from an earlier round, and the reports of 2018/19 show it beside the others. What a
-- person changed of a question does not reach the pillar.
local function majority(count, of, p) return count > p.pillar_majority * of end

-- A question as it stands, against the two grades that a pillar looks for.
local function is_good(question)
  if question:at_least("good") then return met "{question}" end
  if question:at_least("requires-improvement") then return partly_met "{question}" end
  return not_met "{question}"
end
local function is_outstanding(question)
  if question:at_least("outstanding") then return met "{question}" end
  return not_met "{question}"
end

return area {
  title    = "Effectiveness",
  question = "How effectively does the force reduce crime and keep people safe?",
  depends  = {
    "effectiveness-1-preventing-crime",
    "effectiveness-2-investigating-crime",
    "effectiveness-3-protecting-vulnerable-people",
    "effectiveness-4-serious-organised-crime",
  },

  characteristic "preventing-crime" {
    level = "good",
    text  = "The force is at least good at preventing crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["effectiveness-1-preventing-crime"]) end,
  },

  characteristic "investigating-crime" {
    level = "good",
    text  = "The force is at least good at investigating crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["effectiveness-2-investigating-crime"]) end,
  },

  characteristic "protecting-vulnerable-people" {
    level = "good",
    text  = "The force is at least good at protecting vulnerable people",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["effectiveness-3-protecting-vulnerable-people"]) end,
  },

  characteristic "serious-organised-crime" {
    level = "good",
    text  = "The force is at least good at tackling serious and organised crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["effectiveness-4-serious-organised-crime"]) end,
  },

  characteristic "leads-preventing-crime" {
    level = "outstanding",
    text  = "The force is outstanding at preventing crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["effectiveness-1-preventing-crime"]) end,
  },

  characteristic "leads-investigating-crime" {
    level = "outstanding",
    text  = "The force is outstanding at investigating crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["effectiveness-2-investigating-crime"]) end,
  },

  characteristic "leads-protecting-vulnerable-people" {
    level = "outstanding",
    text  = "The force is outstanding at protecting vulnerable people",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["effectiveness-3-protecting-vulnerable-people"]) end,
  },

  characteristic "leads-serious-organised-crime" {
    level = "outstanding",
    text  = "The force is outstanding at tackling serious and organised crime",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["effectiveness-4-serious-organised-crime"]) end,
  },

  ladder = function(area, p)
    local good, fair, poor = area:count("met", "good"), area:count("partly-met", "good"), area:count("not-met", "good")
    local graded = good + fair + poor
    if majority(poor, graded, p) then return "inadequate", "most of its questions are inadequate" end
    if not majority(good, graded, p) then return "requires-improvement", "no majority of its questions is good" end
    if good == graded and majority(area:count("met", "outstanding"), graded, p) then
      return "outstanding", "most of its questions are outstanding and none is below good"
    end
    return "good", "most of its questions are good"
  end,
}
