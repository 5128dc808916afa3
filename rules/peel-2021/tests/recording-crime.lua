-- Recording data about crime. All evidence here is made up: numbers on and beside the edges of the bands (0.85, 0.90, 0.93, 0.95).

-- Nothing is graded on less than half of the characteristics of good: 5 of 9. These four and all reported crime are five.
local function with_strengths(evidence)
  evidence.findings = {
    { "strength", "rape" }, { "strength", "vulnerable-victims" }, { "strength", "kinds-of-crime" }, { "strength", "oversight" },
  }
  return evidence
end

local function all_crime(value, margin)
  return with_strengths { estimates = { crimes_recorded = { value, margin = margin } } }
end

-- Strengths and weaknesses by weight: met from 3/4, partly met from 1/3.
local function findings(characteristic)
  return function(strengths, weaknesses)
    local list = {}
    if strengths > 0 then list[#list + 1] = { "strength", characteristic, weight = strengths } end
    if weaknesses > 0 then list[#list + 1] = { "weakness", characteristic, weight = weaknesses } end
    return { findings = list }
  end
end

return cases {
  area = "recording-crime",

  -- The band of all crime is the grade. 0.95 less 0.051 is not surely 0.90, which an outstanding force needs besides.
  each "all crime, value and margin" {
    vary = all_crime,
    { 0.97, 0.02, ["all-crime-majority"] = "met", ["all-crime"] = "met", ["all-crime-high"] = "met", grade = "outstanding", raises = {}, caps = {} },
    { 0.95, 0.05, ["all-crime-majority"] = "met", grade = "outstanding" },
    { 0.95, 0.051, ["all-crime-majority"] = "not-met", grade = "good" },
    { 0.949, 0.01, ["all-crime-majority"] = "not-met", grade = "good" },
    { 0.93, 0.01, ["all-crime"] = "met", ["all-crime-high"] = "met", grade = "good" },
    { 0.929, 0.01, ["all-crime"] = "partly-met", ["all-crime-high"] = "met", grade = "adequate", raises = {} },
    { 0.92, 0.01, ["all-crime"] = "partly-met", grade = "adequate" },    -- up to 0.93
    { 0.92, 0.009, ["all-crime"] = "not-met", grade = "adequate", because = { ["all-crime"] = "surely less than 93%" } },
    { 0.90, 0.01, ["all-crime-high"] = "met", grade = "adequate" },
    { 0.899, 0.01, ["all-crime-high"] = "partly-met", grade = "requires-improvement", improvements = { "all-crime-high" }, concerns = {} },
    { 0.85, 0.01, ["all-crime-high"] = "partly-met", grade = "requires-improvement" },
    { 0.849, 0.01, ["all-crime-high"] = "not-met", grade = "inadequate", improvements = {}, concerns = { "all-crime-high" },
      because = { ["all-crime-high"] = "below 85%" } },
  },

  case "all crime was not measured: the other characteristics alone make no grade" {
    estimates = { violence_recorded = { 0.95, margin = 0.02 }, crimes_recorded = missing "not-supplied" },
    findings = {
      { "strength", "rape" }, { "strength", "vulnerable-victims" }, { "strength", "kinds-of-crime" }, { "strength", "oversight" },
    },
    expect = {
      ["all-crime-majority"] = "no-evidence", ["all-crime"] = "no-evidence", ["all-crime-high"] = "no-evidence", ["violent-crime"] = "met",
      grade = "insufficient-evidence", because = { grade = "was not measured" },
    },
  },

  case "all crime alone is too little to grade on" {
    estimates = { crimes_recorded = { 0.97, margin = 0.01 } },
    expect = {
      ["all-crime-majority"] = "met", grade = "insufficient-evidence",
      ["violent-crime"] = "no-evidence", ["sexual-offences"] = "no-evidence", ["sexual-offences-majority"] = "no-evidence",
      rape = "no-evidence", ["vulnerable-victims"] = "no-evidence", ["kinds-of-crime"] = "no-evidence", ["equality-data"] = "no-evidence",
      oversight = "no-evidence", processes = "no-evidence", improving = "no-evidence",
    },
  },

  each "violence recorded" {
    vary = function(value)
      return with_strengths { estimates = { crimes_recorded = { 0.96, margin = 0.01 }, violence_recorded = { value, margin = 0.01 } } }
    end,
    { 0.93, ["violent-crime"] = "met", grade = "outstanding", raises = {}, caps = {} },
    { 0.929, ["violent-crime"] = "partly-met", grade = "outstanding", raises = { "violent-crime" }, caps = {} },
    { 0.90, ["violent-crime"] = "partly-met" },
    { 0.899, ["violent-crime"] = "not-met", grade = "adequate", raises = { "violent-crime" }, caps = { "grave-crimes-unrecorded" } },
  },

  each "sexual offences recorded" {
    vary = function(value, margin)
      return with_strengths { estimates = { crimes_recorded = { 0.96, margin = 0.01 }, sexual_offences_recorded = { value, margin = margin } } }
    end,
    { 0.95, 0.05, ["sexual-offences"] = "met", ["sexual-offences-majority"] = "met", grade = "outstanding", raises = {} },
    { 0.95, 0.06, ["sexual-offences"] = "met", ["sexual-offences-majority"] = "not-met" },
    { 0.93, 0.01, ["sexual-offences"] = "met", ["sexual-offences-majority"] = "not-met" },
    { 0.929, 0.01, ["sexual-offences"] = "partly-met", raises = { "sexual-offences" } },
    { 0.90, 0.01, ["sexual-offences"] = "partly-met", caps = {} },
    { 0.899, 0.01, ["sexual-offences"] = "not-met", grade = "adequate", raises = { "sexual-offences" }, caps = { "grave-crimes-unrecorded" } },
  },

  -- A cap never lifts: what is below it stays there.
  case "violence unrecorded does not lift what is inadequate" {
    estimates = { crimes_recorded = { 0.80, margin = 0.01 }, violence_recorded = { 0.80, margin = 0.01 } },
    findings = { { "strength", "rape" }, { "strength", "kinds-of-crime" }, { "strength", "oversight" } },
    expect = { grade = "inadequate", concerns = { "all-crime-high" }, improvements = { "violent-crime" }, caps = {} },
  },

  case "leaders have lost sight of recording" {
    estimates = { crimes_recorded = { 0.97, margin = 0.01 } },
    findings = {
      { "weakness", "oversight" }, { "strength", "rape" }, { "strength", "vulnerable-victims" }, { "strength", "kinds-of-crime" },
    },
    expect = { oversight = "not-met", grade = "good", raises = { "oversight" }, caps = { "no-oversight" } },
  },

  each "rape, strengths and weaknesses" {
    vary = findings "rape",
    { 3, 1, rape = "met", raises = {} },
    { 2, 1, rape = "partly-met", raises = {} },
    { 1, 2, rape = "partly-met" },
    { 1, 3, rape = "not-met", raises = { "rape" } },
  },
  each "vulnerable victims, strengths and weaknesses" {
    vary = findings "vulnerable-victims",
    { 3, 1, ["vulnerable-victims"] = "met", raises = {} },
    { 1, 1, ["vulnerable-victims"] = "partly-met", raises = { "vulnerable-victims" } },
    { 0, 1, ["vulnerable-victims"] = "not-met", raises = { "vulnerable-victims" } },
  },
  each "kinds of crime, strengths and weaknesses" {
    vary = findings "kinds-of-crime",
    { 3, 1, ["kinds-of-crime"] = "met", raises = {} },
    { 1, 1, ["kinds-of-crime"] = "partly-met", raises = { "kinds-of-crime" } },
    { 0, 1, ["kinds-of-crime"] = "not-met", raises = { "kinds-of-crime" } },
  },
  each "equality data, strengths and weaknesses" {
    vary = findings "equality-data",
    { 3, 1, ["equality-data"] = "met", raises = {} },
    { 1, 1, ["equality-data"] = "partly-met", raises = { "equality-data" } },
    { 0, 1, ["equality-data"] = "not-met", raises = { "equality-data" } },
  },
  each "oversight, strengths and weaknesses" {
    vary = findings "oversight",
    { 3, 1, oversight = "met", raises = {} },
    { 1, 1, oversight = "partly-met", raises = { "oversight" } },
    { 0, 1, oversight = "not-met", raises = { "oversight" } },
  },
  each "improving, strengths and weaknesses" {
    vary = findings "improving",
    { 3, 1, improving = "met" },
    { 1, 1, improving = "partly-met" },
    { 0, 1, improving = "not-met" },
  },

  -- The case files of the victim service assessment: 2 against 1 is less than three quarters, and less than one main finding of weakness.
  each "what the case files show of recording, strengths and weaknesses" {
    vary = findings "victim-service/crime-recording",
    { 3, 1, ["victim-service/crime-recording"] = "met", processes = "met", raises = {} },
    { 2, 1, ["victim-service/crime-recording"] = "partly-met", processes = "partly-met", raises = { "processes" } },
    { 1, 3, ["victim-service/crime-recording"] = "not-met", processes = "not-met", raises = { "processes" } },
  },
}
