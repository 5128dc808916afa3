-- Recording data about crime. The one area with a published rubric of five columns, so its grade follows the rubric's first
-- line, all reported crime, read as bands (see pack.lua). The rubric's second and third lines, violence and sexual offences,
-- are part of all crime; being the gravest, they limit the grade where they fall below a high proportion. The other
-- characteristics raise areas for improvement, and limit the grade where leaders have lost sight of recording.

local function band(area)
  local high = area:outcome("all-crime-high")
  if area:outcome("all-crime-majority") == "met" then return "outstanding" end
  if area:outcome("all-crime") == "met" then return "good" end
  if high == "met" then return "adequate" end
  if high == "partly-met" then return "requires-improvement" end
  if high == "not-met" then return "inadequate" end
end

return area {
  title    = "Recording data about crime",
  question = "How good is the force at recording crime?",
  depends  = { "victim-service/crime-recording" },

  characteristic "all-crime-high" {
    level = "adequate",
    text  = "A high proportion of reported crime is recorded",
    rests = { "recording, 1", thresholds = "ours" },
    judge = bands {
      of = "estimates.crimes_recorded",
      met        = { from = "records_high" },
      partly_met = { from = "records_floor", below = "records_high" },
      not_met    = { below = "records_floor" },
    },
    partly_met = area_for_improvement "The force should record more of the crime that is reported to it.",
    not_met = cause_of_concern {
      "So much reported crime goes unrecorded that victims are left without a service and the records cannot be trusted.",
      recommendations = {
        { "The force should find where reports of crime are lost and record them", within = "3 months" },
        { "The force should audit its crime recording and show chief officers the results", within = "6 months" },
      },
    },
  },

  characteristic "all-crime" {
    level = "good",
    text  = "A substantial proportion of reported crime is recorded",
    rests = { "recording, 1", thresholds = "ours" },
    judge = function(force, p)
      local crime = force.estimates.crimes_recorded
      if crime:at_least(p.records_substantial) then return met "{crime} of reported crime is recorded" end
      if not crime:surely_below(p.records_substantial) then
        return partly_met "{crime} of reported crime is recorded, not surely less than {p.records_substantial}"
      end
      return not_met "{crime} of reported crime is recorded, surely less than {p.records_substantial}"
    end,
  },

  characteristic "violent-crime" {
    level = "good",
    text  = "A substantial proportion of reported violence is recorded",
    rests = { "recording, 2", thresholds = "ours" },
    judge = bands {
      of = "estimates.violence_recorded",
      met        = { from = "records_substantial" },
      partly_met = { from = "records_high", below = "records_substantial" },
      not_met    = { below = "records_high" },
    },
    partly_met = area_for_improvement "The force should record more of the violence that is reported to it.",
    not_met    = area_for_improvement "The force should record more of the violence that is reported to it.",
  },

  characteristic "sexual-offences" {
    level = "good",
    text  = "A substantial proportion of reported sexual offences is recorded",
    rests = { "recording, 3", thresholds = "ours" },
    judge = bands {
      of = "estimates.sexual_offences_recorded",
      met        = { from = "records_substantial" },
      partly_met = { from = "records_high", below = "records_substantial" },
      not_met    = { below = "records_high" },
    },
    partly_met = area_for_improvement "The force should record more of the sexual offences that are reported to it.",
    not_met    = area_for_improvement "The force should record more of the sexual offences that are reported to it.",
  },

  characteristic "rape" {
    level = "good",
    text  = "Reports of rape are recorded as the crimes they are",
    rests = { "recording-elements", thresholds = "ours" },
    findings = true,
    not_met = area_for_improvement "The force should record reports of rape correctly.",
  },

  characteristic "vulnerable-victims" {
    level = "good",
    text  = "Crimes against vulnerable people are recorded, also when another organisation reports them",
    rests = { "recording-elements", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should record crimes against vulnerable people that others report.",
    not_met    = area_for_improvement "The force should record crimes against vulnerable people that others report.",
  },

  characteristic "kinds-of-crime" {
    level = "good",
    text  = "No kind of crime is often missed: officers know behavioural crimes, and crimes within anti-social behaviour, when they see them",
    rests = { "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make sure that officers recognise and record every kind of crime.",
    not_met    = area_for_improvement "The force should make sure that officers recognise and record every kind of crime.",
  },

  characteristic "equality-data" {
    level = "good",
    text  = "The force records the protected characteristics of victims",
    rests = { "recording-elements", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should record the ethnicity and other protected characteristics of victims.",
    not_met    = area_for_improvement "The force should record the ethnicity and other protected characteristics of victims.",
  },

  characteristic "oversight" {
    level = "good",
    text  = "Systems support accurate recording and leaders watch over it",
    rests = { "framework-2023, first question", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "Leaders should keep closer watch over crime recording.",
    not_met    = area_for_improvement "Leaders should keep closer watch over crime recording.",
  },

  characteristic "processes" {
    level = "good",
    text  = "The case files show that reports become crime records",
    rests = { "expectations, crime recording" },
    judge = function(force)
      local files = force.outcomes["victim-service/crime-recording"]
      if files:met() then return met "the case files show that crimes are recorded" end
      if files:partly_met() then return partly_met "the case files show that crimes are not always recorded" end
      return not_met "the case files show that crimes go unrecorded"
    end,
    partly_met = area_for_improvement "The force should record the crimes that victims report.",
    not_met    = area_for_improvement "The force should record the crimes that victims report.",
  },

  characteristic "all-crime-majority" {
    level = "outstanding",
    text  = "A substantial majority of reported crime is recorded",
    rests = { "recording, 1", thresholds = "ours" },
    judge = function(force, p)
      local crime = force.estimates.crimes_recorded
      if crime:at_least(p.records_majority) and crime:surely_at_least(p.records_high) then
        return met "{crime} of reported crime is recorded"
      end
      return not_met "{crime} of reported crime is recorded; a substantial majority is {p.records_majority}, and surely {p.records_high}"
    end,
  },

  -- peel: allow P212: the rubric grades by all reported crime; this is shown beside it, and decides nothing
  characteristic "sexual-offences-majority" {
    level = "outstanding",
    text  = "A substantial majority of reported sexual offences is recorded",
    rests = { "recording, 3", thresholds = "ours" },
    judge = function(force, p)
      local offences = force.estimates.sexual_offences_recorded
      if offences:at_least(p.records_majority) and offences:surely_at_least(p.records_high) then
        return met "{offences} of reported sexual offences are recorded"
      end
      return not_met "{offences} of reported sexual offences are recorded; a substantial majority is {p.records_majority}, and surely {p.records_high}"
    end,
  },

  -- peel: allow P212: the rubric grades by all reported crime; this is shown beside it, and decides nothing
  characteristic "improving" {
    level = "outstanding",
    text  = "Recording is better than at the last inspection",
    rests = { "ours", thresholds = "ours" },
    findings = true,
  },

  cap "grave-crimes-unrecorded" {
    at = "adequate",
    when = function(area) return area:outcome("violent-crime") == "not-met" or area:outcome("sexual-offences") == "not-met" end,
    because = "less than a high proportion of violence or of sexual offences is recorded (recording, 2 and 3)",
  },
  cap "no-oversight" {
    at = "good", when = { "oversight", "not-met" },
    because = "recording can be trusted only where leaders watch over it (framework-2023, first question)",
  },

  ladder = function(area)
    local grade = band(area)
    if grade then return grade, "the band of all reported crime, by the published rubric" end
    return "insufficient-evidence", "how much reported crime is recorded was not measured"
  end,
}
