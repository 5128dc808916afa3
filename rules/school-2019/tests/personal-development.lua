-- All evidence here is made up.
local function against(name) return function(strengths, weaknesses)
  return { findings = { { "strength", name, weight = strengths }, { "weakness", name, weight = weaknesses } } }
end end
local function taking_part(count) return { value = count, per = 100, denominator = "pupils" } end

local function whole(_, t)
  return {
    measures = { pupils = 100, clubs = taking_part(t.clubs or 70) },
    samples  = { careers = { met = t.careers or 9, of = 10 }, reach = { met = t.reach or 60, of = 100 }, reach_others = { met = 70, of = 100 } },
    findings = { { "strength", "character" }, { t.health or "strength", "health" } },
  }
end

return cases {
  area = "personal-development",

  each "character: strengths, weaknesses" {
    vary = against "character",
    { 3, 1, character = "met", raises = {} },
    { 2.9, 1, character = "partly-met", raises = { "character" } },
    { 2, 3.1, character = "not-met", raises = { "character" } },
  },
  each "health: strengths, weaknesses" {
    vary = against "health",
    { 3, 1, health = "met", raises = {} },
    { 2.9, 1, health = "partly-met", improvements = { "health" }, concerns = {} },
    { 2, 3.1, health = "not-met", concerns = { "health" }, improvements = {} },
  },

  each "pupils of 1,000 who take part" {
    vary = function(count) return { measures = { pupils = 1000, clubs = taking_part(count) } } end,
    { 600, opportunities = "met", raises = {} },
    { 599, opportunities = "partly-met", raises = { "opportunities" } },
    { 350, opportunities = "partly-met" },
    { 349, opportunities = "not-met", raises = { "opportunities" } },
  },

  each "pupils who met two providers, of 100" {
    vary = function(met) return { samples = { careers = { met = met, of = 100 } } } end,
    { 80, careers = "met", raises = {} },
    { 79, careers = "partly-met", raises = { "careers" } },
    { 50, careers = "partly-met" },
    { 49, careers = "not-met", raises = { "careers" }, because = { careers = "fewer than 50%" } },
  },
  case "no pupils of years 8 to 11" { samples = { careers = missing "not-applicable" }, expect = { careers = "not-applicable" } },

  each "disadvantaged pupils who take part, of 100; others, of 100" {
    vary = function(met, others) return { samples = { reach = { met = met, of = 100 }, reach_others = { met = others, of = 100 } } } end,
    { 70, 75, reach = "met", practices = { "reach" }, because = { reach = "similar" } },
    { 69, 70, reach = "not-met", practices = {}, because = { reach = "fewer than 70%" } },
    { 80, 95, reach = "not-met", because = { reach = "others 95 of 100 (95%): fewer" } },
  },

  each "the grade" {
    vary = whole,
    { "in reach of all", { reach = 75 }, grade = "outstanding" },
    { "all good", {}, grade = "good" },
    { "two partly", { clubs = 40, careers = 6, reach = 75 }, grade = "good", because = { grade = "share 75%" } },
    { "one partly, one not", { clubs = 40, careers = 4 }, grade = "requires-improvement" },
    { "health not taught", { health = "weakness" }, grade = "inadequate" },
  },

  case "nobody looked" {
    expect = { character = "no-evidence", health = "no-evidence", opportunities = "no-evidence", careers = "no-evidence", reach = "no-evidence",
               grade = "insufficient-evidence" },
  },
}
