-- All evidence here is made up. The other judgments are carried over: a short way to say what they are.
local areas = { "quality-of-education", "behaviour-and-attitudes", "personal-development", "leadership-and-management", "early-years" }

-- A name, five grades (nil: no judgment), and whether safeguarding is effective (nil: nobody looked).
local function school(_, t)
  local judgments = {}
  for i, name in ipairs(areas) do
    if t[i] then judgments[#judgments + 1] = { name, t[i], status = "carried-over", date = "2022" } end
  end
  if t.safe == nil then return { measures = { reception = 30 }, judgments = judgments } end
  return {
    measures  = { reception = t.none and missing "not-applicable" or 30 },
    samples   = { referrals = { met = t.safe and 40 or 20, of = 40 }, recruitment_records = { met = 40, of = 40 } },
    findings  = { { "strength", "safeguarding/culture" } },
    judgments = judgments,
  }
end
local O, G, R, I = "outstanding", "good", "requires-improvement", "inadequate"

return cases {
  area = "overall-effectiveness",

  each "judgments, safeguarding effective" {
    vary = school,
    { "OOOOO", { O, O, O, O, O, safe = true }, grade = O, outstanding = "met" },
    { "OGOOO", { O, G, O, O, O, safe = true }, grade = O, because = { outstanding = "less than outstanding: 1" } },
    { "OOGOO", { O, O, G, O, O, safe = true }, grade = O },
    { "OOOGO", { O, O, O, G, O, safe = true }, grade = O },
    { "OOOOG", { O, O, O, O, G, safe = true }, grade = O },
    { "OGGOO", { O, G, G, O, O, safe = true }, grade = G, outstanding = "not-met", because = { outstanding = "outstanding: 2, more than 1" } },
    { "OGOGO", { O, G, O, G, O, safe = true }, grade = G },
    { "OGOOG", { O, G, O, O, G, safe = true }, grade = G },
    { "GOOOO", { G, O, O, O, O, safe = true }, grade = G, outstanding = "not-met" },
    { "GGGGG", { G, G, G, G, G, safe = true }, grade = G, ["education-good"] = "met", ["all-good"] = "met", ["no-concern"] = "met", raises = {} },
    { "RGGGG", { R, G, G, G, G, safe = true }, grade = R, ["education-good"] = "not-met", because = { ["education-good"] = "requires" } },
    { "GRGGG", { G, R, G, G, G, safe = true }, grade = R, ["all-good"] = "not-met", because = { ["all-good"] = "behaviour and attitudes" } },
    { "GGRGG", { G, G, R, G, G, safe = true }, grade = R, because = { ["all-good"] = "personal development" } },
    { "GGGRG", { G, G, G, R, G, safe = true }, grade = R, because = { ["all-good"] = "leadership and management" } },
    { "GGGGR", { G, G, G, G, R, safe = true }, grade = R, because = { ["all-good"] = "early years" } },
    { "IGGGG", { I, G, G, G, G, safe = true }, grade = I, ["no-concern"] = "not-met", raises = { "no-concern" }, because = { ["no-concern"] = "quality" } },
    { "GIGGG", { G, I, G, G, G, safe = true }, grade = I, because = { ["no-concern"] = "behaviour" } },
    { "GGIGG", { G, G, I, G, G, safe = true }, grade = I, because = { ["no-concern"] = "personal" } },
    { "GGGIG", { G, G, G, I, G, safe = true }, grade = I, because = { ["no-concern"] = "leadership" } },
    { "GGGGI", { G, G, G, G, I, safe = true }, grade = I, because = { ["no-concern"] = "early" } },
  },

  each "no early years" {
    vary = school,
    { "OOOO", { O, O, O, O, none = true, safe = true }, grade = O, because = { ["all-good"] = "there are no early years" } },
    { "OOOG", { O, O, O, G, none = true, safe = true }, grade = O },
    { "OOGG", { O, O, G, G, none = true, safe = true }, grade = G },
    { "GGGR", { G, G, G, R, none = true, safe = true }, grade = R },
  },

  each "not all was judged" {
    vary = school,
    { "OOOO", { O, O, O, O, safe = true }, grade = "insufficient-evidence", ["all-good"] = "no-evidence", outstanding = "no-evidence" },
    { "-GGGG", { nil, G, G, G, G, safe = true }, grade = "insufficient-evidence", ["education-good"] = "no-evidence", outstanding = "no-evidence",
      ["no-concern"] = "no-evidence" },
    { "G-GGG", { G, nil, G, G, G, safe = true }, ["no-concern"] = "no-evidence" },
    { "GG-GG", { G, G, nil, G, G, safe = true }, ["no-concern"] = "no-evidence" },
    { "GGG-G", { G, G, G, nil, G, safe = true }, ["no-concern"] = "no-evidence" },
    { "nobody looked at safeguarding", { G, G, G, G, G }, ["no-concern"] = "no-evidence", ["all-good"] = "no-evidence", grade = "insufficient-evidence" },
    { "--I-G", { nil, nil, I, nil, G }, grade = I, concerns = { "no-concern" } },
  },

  each "safeguarding not effective" {
    vary = school,
    { "OOOOO", { O, O, O, O, O, safe = false }, grade = I, ["all-good"] = "not-met", concerns = { "no-concern" },
      because = { ["no-concern"] = "safeguarding is not effective", ["all-good"] = "safeguarding is not effective" } },
    { "-----", { safe = false }, grade = I, concerns = { "no-concern" } },
  },
  case "what a person decides on one judgment moves no other" {
    measures    = { reception = 30 },
    samples     = { referrals = { met = 40, of = 40 }, recruitment_records = { met = 40, of = 40 } },
    findings    = { { "strength", "safeguarding/culture" } },
    judgments   = school("", { G, G, G, G, G }).judgments,
    moderations = { { "quality-of-education", to = R, by = "a panel that does not exist", date = "2024-03-01", why = "made up" } },
    expect      = { grade = G, ["education-good"] = "met" },
  },
}
