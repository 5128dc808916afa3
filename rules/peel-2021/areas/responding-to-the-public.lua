-- Responding to the public. What the case files show of the first contact comes from the victim service assessment.

-- Is it identified as often as in all of England and Wales? What is missing shows nothing.
local function as_often(measure) return not measure:missing() and measure:at_least(measure:benchmark("england-and-wales")) end

return area {
  title    = "Responding to the public",
  question = "How good is the force at responding to the public?",
  depends  = { "victim-service" },

  characteristic "answers-calls" {
    level = "good",
    text  = "Emergency calls are answered at once and few other callers give up",
    rests = { "framework, 1.1.1", "suffolk", thresholds = "suffolk; the lower one ours" },
    judge = function(force, p)
      local calls = force.measures.emergency_calls_in_time
      if calls:missing() then
        local files = force.outcomes["victim-service/calls"]
        if files:met() then return met "the inspectors found calls answered quickly; no figure was given" end
        return partly_met "the inspectors found calls not always answered quickly; no figure was given"
      end
      if calls:at_least(p.emergency_calls) then return met "{calls} of emergency calls were answered in time" end
      if calls:at_least(p.emergency_calls_serious) then
        return partly_met "{calls} of emergency calls were answered in time, less than {p.emergency_calls} percent"
      end
      return not_met "only {calls} of emergency calls were answered in time, less than {p.emergency_calls_serious} percent"
    end,
    partly_met = area_for_improvement "The force should answer emergency calls within 10 seconds.",
    not_met = cause_of_concern {
      "People in an emergency wait too long for an answer.",
      recommendations = {
        { "The force should answer emergency calls to the national standard", within = "3 months" },
        { "The force should have enough trained call handlers at all hours", within = "6 months" },
      },
    },
  },

  characteristic "vulnerability" {
    level = "good",
    text  = "Vulnerable people are recognised from the first contact on",
    rests = { "framework-2023, first question", thresholds = "ours" },
    judge = function(force, p)
      local files, told = force.outcomes["victim-service/vulnerability"], force.findings:here()
      local elsewhere = not told:missing() and told:share() >= p.findings_met
      if files:met() then return met "the case files show that vulnerable callers are recognised" end
      if files:partly_met() or elsewhere then return partly_met "the case files show vulnerable callers missed; of the response otherwise, {told}" end
      return not_met "the case files show that vulnerable callers are missed"
    end,
    partly_met = area_for_improvement "The force should identify vulnerable and repeat victims at the first contact.",
    not_met    = area_for_improvement "The force should identify vulnerable and repeat victims at the first contact.",
  },

  characteristic "advice" {
    level = "good",
    text  = "Callers learn how to keep safe and how to keep evidence",
    rests = { "framework-2023, first question" },
    judge = function(force)
      local files = force.outcomes["victim-service/advice"]
      if files:met() then return met "the case files show that callers are advised" end
      if files:partly_met() then return partly_met "the case files show that not all callers are advised" end
      return not_met "the case files show that callers are not advised"
    end,
    partly_met = area_for_improvement "The force should give every caller the advice that the call asks for.",
    not_met    = area_for_improvement "The force should give every caller the advice that the call asks for.",
  },

  characteristic "timely-response" {
    level = "good",
    text  = "Officers come in time and are the right ones",
    rests = { "expectations, response" },
    judge = function(force)
      local files = force.outcomes["victim-service/response"]
      if files:met() then return met "the case files show a timely response" end
      if files:partly_met() then return partly_met "the case files show a response that is not always timely" end
      return not_met "the case files show late responses as a rule"
    end,
    partly_met = area_for_improvement "The force should attend within its published times.",
    not_met    = area_for_improvement "The force should attend within its published times.",
  },

  characteristic "channels" {
    level = "good",
    text  = "People can reach the force in the way that suits them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make it easier to report crime.",
    not_met    = area_for_improvement "The force should make it easier to report crime.",
  },

  characteristic "prioritisation" {
    level = "good",
    text  = "Requests are put in order by risk, and somebody checks the order",
    rests = { "framework, 1.1", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should order requests for service by risk, and check that it does.",
    not_met    = area_for_improvement "The force should order requests for service by risk, and check that it does.",
  },

  characteristic "mental-health" {
    level = "good",
    text  = "People with a mental health concern are recognised and get the right help, with health services",
    rests = { "topics", "ours", thresholds = "ours: the rate of England and Wales" },
    judge = function(force, p)
      local told = force.findings:here()
      local crimes, incidents = force.measures.mental_health_crimes, force.measures.mental_health_incidents
      local seen = as_often(crimes) or as_often(incidents)
      if not seen and (crimes:missing() or incidents:missing()) then
        return no_evidence "a concern is identified in crimes: {crimes}, in other incidents: {incidents}; it takes both to say that it is seldom"
      end
      if told:share() >= p.findings_met and seen then return met "{told}; a concern is identified in crimes: {crimes}, in other incidents: {incidents}" end
      if told:share() >= p.findings_partly then return partly_met "{told}; a concern is identified in crimes: {crimes}, in other incidents: {incidents}" end
      return not_met "{told}; a concern is identified in crimes: {crimes}, in other incidents: {incidents}"
    end,
    partly_met = area_for_improvement "The force should recognise mental health concerns and respond to them with health services.",
    not_met    = area_for_improvement "The force should recognise mental health concerns and respond to them with health services.",
  },

  characteristic "demand" {
    level = "good",
    text  = "The force knows what response will be asked of it and has people where they are needed",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should understand the demand on its response and staff it.",
    not_met    = area_for_improvement "The force should understand the demand on its response and staff it.",
  },

  characteristic "officers-for-residents" {
    level = "good",
    text  = "The number of officers for those who live there does not stand out below other forces",
    rests = { "workforce", "outliers", thresholds = "outliers" },
    judge = function(force)
      local officers = force.measures.officers
      local standing = officers:standing()
      if officers:outlier() == "below" then return partly_met "{officers}: {standing}" end
      return met "{officers}: {standing}"
    end,
    partly_met = area_for_improvement "The force should show that it can respond with fewer officers for its residents than other forces have.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Response is well beyond that of other forces, or has changed what callers experience, and it can be shown",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its response works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force responds",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  cap "emergency-calls-below-standard" {
    at = "adequate", when = { "answers-calls", "partly-met" },
    because = "a force is not good at responding while it answers fewer emergency calls in time than the national standard asks (suffolk)",
  },
}
