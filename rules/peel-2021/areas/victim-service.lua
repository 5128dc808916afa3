-- Providing a service to the victims of crime: the stages of a case, from the call to its outcome. Not graded; what is
-- found here feeds recording, responding and investigating, which raise the areas for improvement.
--
-- All of it is seen in the same case files, so all of it is judged alike: a practice that weaknesses of less than one main
-- finding speak against is not always followed; with more, and few strengths, it fails as a rule.

local function fails_as_a_rule(told, p)
  return told:weakness_weight() >= p.failing_weight and told:share() < p.findings_partly
end

return area {
  title    = "Providing a service to the victims of crime",
  question = "How good is the force's service for victims of crime?",
  graded   = false,

  characteristic "calls" {
    level = "good",
    text  = "Calls are answered in time, few callers give up, and handlers are courteous and follow a set way of assessing the call",
    rests = { "framework, 1.1.1", "framework-2023, first question", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "calls are answered and assessed: {told}" end
      if fails_as_a_rule(told, p) then return not_met "calls go unanswered or unassessed as a rule: {told}" end
      return partly_met "calls are not always answered or assessed: {told}"
    end,
  },

  characteristic "vulnerability" {
    level = "good",
    text  = "The call handler finds out and records whether the caller is vulnerable, or a victim before",
    rests = { "framework-2023, first question", "expectations, calls", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "vulnerable and repeat victims are found: {told}" end
      if fails_as_a_rule(told, p) then return not_met "vulnerable and repeat victims are missed: {told}" end
      return partly_met "vulnerable and repeat victims are not always found: {told}"
    end,
  },

  characteristic "advice" {
    level = "good",
    text  = "Callers are told how to keep evidence and how to keep safe",
    rests = { "framework-2023, first question", "expectations, calls", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "callers are advised: {told}" end
      if fails_as_a_rule(told, p) then return not_met "callers are not advised: {told}" end
      return partly_met "callers are not always advised: {told}"
    end,
  },

  characteristic "response" {
    level = "good",
    text  = "The right people come within the time the force has set, and priorities change only for a reason",
    rests = { "expectations, response", "framework-2023, first question", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "the response is timely: {told}" end
      if fails_as_a_rule(told, p) then return not_met "the response is late or wrong as a rule: {told}" end
      return partly_met "the response is not always timely: {told}"
    end,
  },

  characteristic "crime-recording" {
    level = "good",
    text  = "What victims report is recorded as the crime it is",
    rests = { "expectations, crime recording", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "crimes are recorded: {told}" end
      if fails_as_a_rule(told, p) then return not_met "crimes go unrecorded as a rule: {told}" end
      return partly_met "crimes are not always recorded: {told}"
    end,
  },

  characteristic "allocation" {
    level = "good",
    text  = "A crime goes to people trained for it, by a policy that is kept to, and the victim is told if it will not be investigated",
    rests = { "expectations, allocation", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "crimes reach the right people: {told}" end
      if fails_as_a_rule(told, p) then return not_met "crimes reach the wrong people as a rule: {told}" end
      return partly_met "crimes do not always reach the right people: {told}"
    end,
  },

  characteristic "investigation" {
    level = "good",
    text  = "Investigations are prompt, proportionate and thorough",
    rests = { "expectations, investigation", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "investigations are thorough: {told}" end
      if fails_as_a_rule(told, p) then return not_met "investigations are not thorough as a rule: {told}" end
      return partly_met "investigations are not always thorough: {told}"
    end,
  },

  characteristic "victims-code" {
    level = "good",
    text  = "Victims are kept informed, their needs are assessed early, and they may tell what the crime did to them",
    rests = { "expectations, investigation", "victims", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "victims have what the Code gives them: {told}" end
      if fails_as_a_rule(told, p) then return not_met "victims go without what the Code gives them: {told}" end
      return partly_met "victims do not always have what the Code gives them: {told}"
    end,
  },

  characteristic "outcomes" {
    level = "good",
    text  = "A crime is closed by the rules, after asking the victim, and with a record of the answer",
    rests = { "expectations, outcomes", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "crimes are closed rightly: {told}" end
      if fails_as_a_rule(told, p) then return not_met "crimes are closed without the victim as a rule: {told}" end
      return partly_met "crimes are not always closed rightly: {told}"
    end,
  },

  characteristic "consistent-files" {
    level = "outstanding",
    text  = "The service is of the same high standard in nearly every case",
    rests = { "grades", thresholds = "ours" },
    judge = function(force, p)
      local files, closed = force.samples.victim_service_files, force.samples.outcome_files
      if files:surely_at_least(p.leading_files) and closed:at_least(p.leading_files) then
        return met "{files} of all files and {closed} of those closed met the standard"
      end
      return not_met "{files} of all files and {closed} of those closed met the standard"
    end,
    met = promising_practice "A service to victims that is the same in nearly every case.",
  },
}
