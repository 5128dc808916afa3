-- Legitimacy: a pillar, over its three questions. How the inspectorate weighed them is known from one case only: two good
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
  title    = "Legitimacy",
  question = "How legitimately does the force treat the public and its workforce?",
  depends  = {
    "legitimacy-1-treating-the-public",
    "legitimacy-2-ethical-workforce",
    "legitimacy-3-treating-the-workforce",
  },

  characteristic "treating-the-public" {
    level = "good",
    text  = "The force is at least good at treating the public fairly",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["legitimacy-1-treating-the-public"]) end,
  },

  characteristic "ethical-workforce" {
    level = "good",
    text  = "The force is at least good at keeping its workforce ethical",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["legitimacy-2-ethical-workforce"]) end,
  },

  characteristic "treating-the-workforce" {
    level = "good",
    text  = "The force is at least good at treating its workforce fairly",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["legitimacy-3-treating-the-workforce"]) end,
  },

  characteristic "leads-treating-the-public" {
    level = "outstanding",
    text  = "The force is outstanding at treating the public fairly",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["legitimacy-1-treating-the-public"]) end,
  },

  characteristic "leads-ethical-workforce" {
    level = "outstanding",
    text  = "The force is outstanding at keeping its workforce ethical",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["legitimacy-2-ethical-workforce"]) end,
  },

  characteristic "leads-treating-the-workforce" {
    level = "outstanding",
    text  = "The force is outstanding at treating its workforce fairly",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["legitimacy-3-treating-the-workforce"]) end,
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
