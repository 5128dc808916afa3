-- Providing a service to the victims of crime. All evidence here is made up.

-- Met from three quarters of strengths. Not met needs both: weaknesses of one main finding (3), and less than a third of strengths.
local function findings(characteristic)
  return function(strengths, weaknesses)
    return { findings = { { "strength", characteristic, weight = strengths }, { "weakness", characteristic, weight = weaknesses } } }
  end
end

local function files(met, of, closed, of_closed)
  return { samples = { victim_service_files = { met = met, of = of }, outcome_files = { met = closed, of = of_closed } } }
end

return cases {
  area = "victim-service",

  each "calls, strengths and weaknesses" {
    vary = findings "calls",
    { 3, 1, calls = "met" },
    { 2.9, 1, calls = "partly-met" },
    { 1, 2.9, calls = "partly-met" },
    { 1.5, 3, calls = "partly-met" },
    { 1, 3, calls = "not-met" },
  },
  each "vulnerability, strengths and weaknesses" {
    vary = findings "vulnerability",
    { 3, 1, vulnerability = "met" }, { 1, 2.9, vulnerability = "partly-met" }, { 1.5, 3, vulnerability = "partly-met" }, { 1, 3, vulnerability = "not-met" },
  },
  each "advice, strengths and weaknesses" {
    vary = findings "advice",
    { 3, 1, advice = "met" }, { 1, 2.9, advice = "partly-met" }, { 1.5, 3, advice = "partly-met" }, { 1, 3, advice = "not-met" },
  },
  each "response, strengths and weaknesses" {
    vary = findings "response",
    { 3, 1, response = "met" }, { 1, 2.9, response = "partly-met" }, { 1.5, 3, response = "partly-met" }, { 1, 3, response = "not-met" },
  },
  each "crime recording, strengths and weaknesses" {
    vary = findings "crime-recording",
    { 3, 1, ["crime-recording"] = "met" }, { 1, 2.9, ["crime-recording"] = "partly-met" }, { 1.5, 3, ["crime-recording"] = "partly-met" },
    { 1, 3, ["crime-recording"] = "not-met" },
  },
  each "allocation, strengths and weaknesses" {
    vary = findings "allocation",
    { 3, 1, allocation = "met" }, { 1, 2.9, allocation = "partly-met" }, { 1.5, 3, allocation = "partly-met" }, { 1, 3, allocation = "not-met" },
  },
  each "investigation, strengths and weaknesses" {
    vary = findings "investigation",
    { 3, 1, investigation = "met" }, { 1, 2.9, investigation = "partly-met" }, { 1.5, 3, investigation = "partly-met" }, { 1, 3, investigation = "not-met" },
  },
  each "victims' code, strengths and weaknesses" {
    vary = findings "victims-code",
    { 3, 1, ["victims-code"] = "met" }, { 1, 2.9, ["victims-code"] = "partly-met" }, { 1.5, 3, ["victims-code"] = "partly-met" },
    { 1, 3, ["victims-code"] = "not-met" },
  },
  each "outcomes, strengths and weaknesses" {
    vary = findings "outcomes",
    { 3, 1, outcomes = "met" }, { 1, 2.9, outcomes = "partly-met" }, { 1.5, 3, outcomes = "partly-met" }, { 1, 3, outcomes = "not-met" },
  },

  -- Where all files met it, the lower bound is n / (n + 3.84): 0.901 of 35, 0.898 of 34.
  each "files that met the standard" {
    vary = files,
    { 35, 35, 9, 10, ["consistent-files"] = "met", raises = { "consistent-files" } },
    { 34, 34, 9, 10, ["consistent-files"] = "not-met", raises = {} },
    { 35, 35, 89, 100, ["consistent-files"] = "not-met" },
  },

  case "nothing is known, and the area has no grade" {
    samples = { outcome_files = { met = missing "not-supplied", of = 20 } },
    expect = {
      calls = "no-evidence", vulnerability = "no-evidence", advice = "no-evidence", response = "no-evidence", ["crime-recording"] = "no-evidence",
      allocation = "no-evidence", investigation = "no-evidence", ["victims-code"] = "no-evidence", outcomes = "no-evidence",
      ["consistent-files"] = "no-evidence", grade = "ungraded",
    },
  },
  case "the area has no grade where all is met" {
    findings = {
      { "strength", "calls" }, { "strength", "vulnerability" }, { "strength", "advice" }, { "strength", "response" }, { "strength", "crime-recording" },
      { "strength", "allocation" }, { "strength", "investigation" }, { "strength", "victims-code" }, { "strength", "outcomes" },
    },
    samples = { victim_service_files = { met = 60, of = 60 }, outcome_files = { met = 20, of = 20 } },
    expect = { grade = "ungraded", raises = { "consistent-files" }, because = { grade = "10 of 10 characteristics met; this area is not graded" } },
  },
}
