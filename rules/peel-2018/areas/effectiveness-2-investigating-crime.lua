-- Effectiveness, question 2. Its published label varies: catching criminals, or reducing re-offending.
return area {
  title    = "Investigating crime and reducing re-offending",
  question = "How effective is the force at investigating crime and reducing re-offending?",

  characteristic "standard-of-files" {
    level = "good",
    text  = "Of the investigation files that were reviewed, nearly all met the standard",
    rests = { "questions, effectiveness 2", "concern", thresholds = "ours" },
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

  characteristic "right-people" {
    level = "good",
    text  = "Crimes go quickly to people with the skills for them",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should allocate crimes sooner, to people with the skills for them.",
    not_met    = area_for_improvement "The force should allocate crimes sooner, to people with the skills for them.",
  },

  characteristic "capacity" {
    level = "good",
    text  = "There are enough investigators for the crimes there are",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should have enough investigators.",
    not_met    = area_for_improvement "The force should have enough investigators.",
  },

  characteristic "reporting" {
    level = "good",
    text  = "Crimes can be reported in several ways, and the simpler ones are dealt with well",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make it easier to report crime.",
    not_met    = area_for_improvement "The force should make it easier to report crime.",
  },

  characteristic "suspects" {
    level = "good",
    text  = "Suspects are pursued, and bail is used where it should be",
    rests = { "questions, effectiveness 2", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should pursue suspects, and use bail where it should.",
    not_met    = area_for_improvement "The force should pursue suspects, and use bail where it should.",
  },

  characteristic "persistent-offenders" {
    level = "good",
    text  = "Those who offend again and again, and foreign nationals who offend, are managed with others",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should manage persistent offenders better.",
    not_met    = area_for_improvement "The force should manage persistent offenders better.",
  },

  characteristic "victims" {
    level = "good",
    text  = "Victims come first and know what will happen",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should tell victims what will happen with their case.",
    not_met    = area_for_improvement "The force should tell victims what will happen with their case.",
  },

  characteristic "disclosure" {
    level = "good",
    text  = "Officers know the rules of disclosure and keep them",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should train all officers in the rules of disclosure.",
    not_met    = area_for_improvement "The force should train all officers in the rules of disclosure.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "The files leave no doubt that the standard is high throughout",
    rests = { "criteria", "ours", thresholds = "ours" },
    judge = function(force, p)
      local files = force.samples.investigation_files
      if files:surely_at_least(p.leading_files) then return met "{files} met the standard" end
      return not_met "{files} met the standard, not surely {p.leading_files}"
    end,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its way of investigating works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force investigates",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
