-- Efficiency: a pillar, over its two questions. How the inspectorate weighed them is known from one case only: two good
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
  title    = "Efficiency",
  question = "How efficiently does the force operate and how sustainable are its services to the public?",
  depends  = {
    "efficiency-1-meeting-demand",
    "efficiency-2-planning",
  },

  characteristic "meeting-demand" {
    level = "good",
    text  = "The force is at least good at meeting demand",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["efficiency-1-meeting-demand"]) end,
  },

  characteristic "planning" {
    level = "good",
    text  = "The force is at least good at planning for the future",
    rests = { "pillar", "ours" },
    judge = function(force) return is_good(force.areas["efficiency-2-planning"]) end,
  },

  characteristic "leads-meeting-demand" {
    level = "outstanding",
    text  = "The force is outstanding at meeting demand",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["efficiency-1-meeting-demand"]) end,
  },

  characteristic "leads-planning" {
    level = "outstanding",
    text  = "The force is outstanding at planning for the future",
    rests = { "pillar", "ours" },
    judge = function(force) return is_outstanding(force.areas["efficiency-2-planning"]) end,
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
