-- Efficiency, a pillar over two questions. All evidence here is made up. What a question that stands carried over or moderated is to a
-- pillar is in effectiveness.lua.

-- A question's grade by findings alone: its characteristics of good, all but the money, and of what lies beyond.
local good = {
  ["efficiency-1-meeting-demand"] = { "demand", "inefficiency", "skills", "allocation", "collaboration", "technology" },
  ["efficiency-2-planning"] = { "future-demand", "expectations", "change", "talent" },
}
local function add(list, question, grade)
  for i, characteristic in ipairs(good[question]) do
    -- none met: inadequate; every second one: 50%, at least a quarter and less than 70; all: good
    local met = grade == "good" or grade == "outstanding" or (grade == "requires-improvement" and i % 2 == 0)
    list[#list + 1] = { met and "strength" or "weakness", question .. "/" .. characteristic }
  end
  if grade == "outstanding" then list[#list + 1] = { "strength", question .. "/results" } end
end

local function pillar(demand, planning)
  local list = {}
  if demand ~= "unknown" then add(list, "efficiency-1-meeting-demand", demand) end
  if planning ~= "unknown" then add(list, "efficiency-2-planning", planning) end
  return { findings = list }
end

return cases {
  area = "efficiency",

  -- More than half of the questions must reach a grade; one of two is not more than half.
  each "the pillar, by its questions" {
    vary = pillar,
    { "outstanding", "outstanding", ["meeting-demand"] = "met", planning = "met",
      ["leads-meeting-demand"] = "met", ["leads-planning"] = "met", grade = "outstanding" },
    { "outstanding", "good", ["leads-meeting-demand"] = "met", ["leads-planning"] = "not-met", grade = "good" },
    { "good", "outstanding", ["leads-meeting-demand"] = "not-met", grade = "good" },
    { "good", "good", grade = "good" },
    { "good", "requires-improvement", ["meeting-demand"] = "met", planning = "partly-met", grade = "requires-improvement" },
    { "requires-improvement", "good", ["meeting-demand"] = "partly-met", planning = "met", grade = "requires-improvement" },
    { "outstanding", "requires-improvement", grade = "requires-improvement" },
    { "requires-improvement", "requires-improvement", grade = "requires-improvement" },
    { "outstanding", "inadequate", grade = "requires-improvement" },
    { "good", "inadequate", planning = "not-met", grade = "requires-improvement", because = { grade = "no majority of its questions is good" } },
    { "inadequate", "requires-improvement", ["meeting-demand"] = "not-met", grade = "requires-improvement" },
    { "inadequate", "inadequate", ["leads-meeting-demand"] = "not-met", ["leads-planning"] = "not-met", grade = "inadequate", raises = {},
      because = { grade = "most of its questions are inadequate" } },
  },
  -- One of two is half of what there is to know, which is enough; and it is all of what is known.
  each "the pillar, of one question or none" {
    vary = pillar,
    { "outstanding", "unknown", planning = "no-evidence", ["leads-planning"] = "no-evidence", grade = "outstanding" },
    { "good", "unknown", planning = "no-evidence", ["leads-planning"] = "no-evidence", grade = "good" },
    { "unknown", "good", ["meeting-demand"] = "no-evidence", ["leads-meeting-demand"] = "no-evidence", grade = "good" },
    { "requires-improvement", "unknown", grade = "requires-improvement" },
    { "unknown", "inadequate", grade = "inadequate" },
    { "unknown", "unknown", grade = "insufficient-evidence", raises = {} },
  },
}
