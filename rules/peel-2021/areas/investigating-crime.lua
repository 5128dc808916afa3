-- Investigating crime. What the case files show comes from the victim service assessment; how the force is equipped for it
-- is judged here.
return area {
  title    = "Investigating crime",
  question = "How good is the force at investigating crime?",
  depends  = { "victim-service" },

  characteristic "standard-of-files" {
    level = "good",
    text  = "Of the investigation files that were reviewed, nearly all met the standard",
    rests = { "expectations, investigation", "concern", thresholds = "ours" },
    judge = function(force, p)
      local files = force.samples.investigation_files
      if files:surely_below(p.failing_files) then return not_met "only {files} met the standard, surely less than {p.failing_files}" end
      if files:at_least(p.good_files) and files:surely_at_least(p.fair_files) then return met "{files} met the standard" end
      return partly_met "{files} met the standard; good is {p.good_files}, and surely {p.fair_files}"
    end,
    partly_met = area_for_improvement "The force should raise the standard of its investigations.",
    not_met = cause_of_concern {
      "Crime is not investigated to the standard that victims may expect.",
      recommendations = {
        { "The force should review open investigations for lines of enquiry that were not followed", within = "3 months" },
        { "The force should make sure that every investigation has a plan that a supervisor has agreed", within = "6 months" },
      },
    },
  },

  characteristic "thorough" {
    level = "good",
    text  = "Investigations are prompt and follow the lines of enquiry there are",
    rests = { "expectations, investigation" },
    judge = function(force)
      local files = force.outcomes["victim-service/investigation"]
      if files:met() then return met "the case files show thorough investigations" end
      if files:partly_met() then return partly_met "the case files show investigations that are not always thorough" end
      return not_met "the case files show that investigations are not thorough"
    end,
    partly_met = area_for_improvement "The force should make sure that investigations are thorough.",
    not_met    = area_for_improvement "The force should make sure that investigations are thorough.",
  },

  characteristic "supervised" {
    level = "good",
    text  = "Supervisors look into investigations deeply enough to put them right",
    rests = { "expectations, investigation", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "Supervisors should review investigations in depth and challenge what is missing.",
    not_met    = area_for_improvement "Supervisors should review investigations in depth and challenge what is missing.",
  },

  characteristic "victims-heard" {
    level = "good",
    text  = "Victims are informed, asked and heard while their crime is investigated",
    rests = { "expectations, investigation", "victims" },
    judge = function(force)
      local files = force.outcomes["victim-service/victims-code"]
      if files:met() then return met "the case files show that victims are informed and heard" end
      if files:partly_met() then return partly_met "the case files show that victims are not always informed and heard" end
      return not_met "the case files show that victims are not informed or heard"
    end,
    partly_met = area_for_improvement "The force should give victims all that the Victims' Code promises.",
    not_met    = area_for_improvement "The force should give victims all that the Victims' Code promises.",
  },

  characteristic "outcomes" {
    level = "good",
    text  = "Investigations end in the outcome the rules ask for, with the victim's view on record",
    rests = { "expectations, outcomes" },
    judge = function(force)
      local files = force.outcomes["victim-service/outcomes"]
      if files:met() then return met "the case files show rightful outcomes" end
      if files:partly_met() then return partly_met "the case files show outcomes without the victim's view" end
      return not_met "the case files show outcomes against the rules, or without the victim"
    end,
    partly_met = area_for_improvement "The force should record what victims want before it closes their case.",
    not_met    = area_for_improvement "The force should record what victims want before it closes their case.",
  },

  characteristic "right-people" {
    level = "good",
    text  = "Crimes go to investigators with the skills for them",
    rests = { "expectations, allocation", thresholds = "ours" },
    judge = function(force, p)
      local files, told = force.outcomes["victim-service/allocation"], force.findings:here()
      local agrees = told:missing() or told:share() >= p.findings_met
      if files:met() and agrees then return met "the case files and the inspectors found crimes with the right people" end
      if files:not_met() then return not_met "the case files show crimes with the wrong people" end
      return partly_met "crimes are not always with the right people; besides the case files, {told}"
    end,
    partly_met = area_for_improvement "The force should allocate crimes to people with the skills for them.",
    not_met    = area_for_improvement "The force should allocate crimes to people with the skills for them.",
  },

  characteristic "capacity" {
    level = "good",
    text  = "The force knows what crime it will have to investigate and plans its investigators by it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should plan the investigators it needs.",
    not_met    = area_for_improvement "The force should plan the investigators it needs.",
  },

  characteristic "digital" {
    level = "good",
    text  = "Digital evidence is secured and examined without undue delay",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should examine digital evidence sooner.",
    not_met    = area_for_improvement "The force should examine digital evidence sooner.",
  },

  characteristic "disclosure" {
    level = "good",
    text  = "Investigators know what they must disclose and do so, in step with prosecutors",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should train investigators in disclosure.",
    not_met    = area_for_improvement "The force should train investigators in disclosure.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "The files leave no doubt that the standard is high throughout",
    rests = { "grades", thresholds = "ours" },
    judge = function(force, p)
      local files = force.samples.investigation_files
      if files:surely_at_least(p.leading_files) then return met "{files} met the standard" end
      return not_met "{files} met the standard, not surely {p.leading_files}"
    end,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its way of investigating works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force investigates",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  cap "unsupervised" {
    at = "adequate", when = { "supervised", "not-met" },
    because = "without supervision a force cannot know that its investigations meet the standard (expectations, investigation)",
  },
}
