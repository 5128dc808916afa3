-- All evidence here is made up. The area is not graded: it is effective where it raises no cause of concern.
local function sample(name, of) return function(met) return { samples = { [name] = { met = met, of = of } } } end end

return cases {
  area = "safeguarding",

  each "the culture: strengths, weaknesses" {
    vary = function(strengths, weaknesses)
      return { findings = { { "strength", "culture", weight = strengths }, { "weakness", "culture", weight = weaknesses } } }
    end,
    { 3, 1, culture = "met", raises = {}, grade = "ungraded" },
    { 2.9, 1, culture = "partly-met", improvements = { "culture" }, concerns = {} },
    { 2, 3.1, culture = "not-met", concerns = { "culture" }, improvements = {}, grade = "ungraded" },
  },
  each "staff whose checks are recorded, of 100" {
    vary = sample("recruitment_records", 100),
    { 100, recruitment = "met", raises = {} },
    { 99, recruitment = "partly-met", improvements = { "recruitment" }, concerns = {}, because = { recruitment = "a minor improvement" } },
    { 95, recruitment = "partly-met" },
    { 94, recruitment = "not-met", concerns = { "recruitment" }, improvements = {}, because = { recruitment = "fewer than 95%" } },
  },
  each "concerns passed on, of 100" {
    vary = sample("referrals", 100),
    { 95, referrals = "met", raises = {} },
    { 94, referrals = "partly-met", improvements = { "referrals" }, concerns = {} },
    { 85, referrals = "partly-met" },
    { 84, referrals = "not-met", concerns = { "referrals" }, improvements = {} },
  },
  each "staff trained, of 100" {
    vary = sample("staff_trained", 100),
    { 95, trained = "met", raises = {} },
    { 94, trained = "partly-met", raises = { "trained" } },
    { 80, trained = "partly-met" },
    { 79, trained = "not-met", raises = { "trained" }, concerns = {} },
  },
  case "nobody looked" { expect = { culture = "no-evidence", recruitment = "no-evidence", referrals = "no-evidence", trained = "no-evidence" } },
}
