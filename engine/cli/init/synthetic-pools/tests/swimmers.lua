-- All evidence here is made up: a case on either side of every threshold notices a slip in the rule.
local function findings(strengths, weaknesses)
  return { findings = { { "strength", "heard", weight = strengths }, { "weakness", "heard", weight = weaknesses } } }
end

return cases {
  area = "swimmers",

  each "feel safe, of a sample with its margin" {    -- a row is a case: its values go to `vary`, its keys are expected
    vary = function(value, margin) return { estimates = { feel_safe = { value, margin = margin } } } end,
    { 0.85, 0.05, ["feel-safe"] = "met" },
    { 0.845, 0.05, ["feel-safe"] = "partly-met" },
    { 0.65, 0.05, ["feel-safe"] = "partly-met" },
    { 0.645, 0.05, ["feel-safe"] = "not-met" },
  },

  each "heard, strengths against weaknesses" {
    vary = findings,
    { 3, 1, heard = "met" },
    { 2.98, 1.02, heard = "partly-met" },            -- 74.5%
    { 2, 3, heard = "partly-met" },
    { 1.98, 3.02, heard = "not-met" },               -- 39.6%
  },

  case "nobody was asked" {
    estimates = { feel_safe = missing "not-collected" },
    expect = { ["feel-safe"] = "no-evidence", heard = "no-evidence" },
  },
}
