-- Protecting vulnerable people.

local function systemic(told, p) return told:weakness_weight() >= p.systemic_weight and told:share() < p.findings_partly end

return area {
  title    = "Protecting vulnerable people",
  question = "How good is the force at protecting vulnerable people?",

  characteristic "culture" {
    level = "good",
    text  = "Leaders put the vulnerable first, and their people look for them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make finding and protecting the vulnerable everybody's work.",
    not_met    = area_for_improvement "The force should make finding and protecting the vulnerable everybody's work.",
  },

  characteristic "governance" {
    level = "good",
    text  = "Chief officers answer for the protection of vulnerable people, and have it checked",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "Chief officers should oversee, and audit, how the vulnerable are protected.",
    not_met    = area_for_improvement "Chief officers should oversee, and audit, how the vulnerable are protected.",
  },

  characteristic "safeguarding" {
    level = "good",
    text  = "Risk to a child or an adult is shared with other organisations in time and acted on together",
    rests = { "topics", "concern", "ours", thresholds = "ours" },
    judge = function(force, p)
      local told = force.findings:here()
      if told:share() >= p.findings_met then return met "safeguarding with others: {told}" end
      if systemic(told, p) then return not_met "safeguarding fails as a system: {told}" end
      return partly_met "safeguarding has gaps: {told}"
    end,
    partly_met = area_for_improvement "The force should close the gaps in how it shares and acts on risk with others.",
    not_met = cause_of_concern {
      "People known to be at risk are left without protection because risk is not shared or acted on.",
      recommendations = {
        { "The force should assess every referral that waits and act on those at risk", within = "1 month" },
        { "The force should agree with its partners how risk is shared, by whom and by when", within = "6 months" },
      },
    },
  },

  characteristic "risk-meetings" {
    level = "good",
    text  = "Meetings on people at high risk are frequent, well informed and hold everybody to what was agreed",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make its risk meetings with others more effective.",
    not_met    = area_for_improvement "The force should make its risk meetings with others more effective.",
  },

  characteristic "repeat-victims" {
    level = "good",
    text  = "People who are victims again and again are found and get more help",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find repeat victims and give them more help.",
    not_met    = area_for_improvement "The force should find repeat victims and give them more help.",
  },

  characteristic "exploitation" {
    level = "good",
    text  = "Children who are exploited or missing are protected by people who know how",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should protect exploited and missing children better.",
    not_met    = area_for_improvement "The force should protect exploited and missing children better.",
  },

  characteristic "sexual-offences" {
    level = "good",
    text  = "Victims of sexual offences, recent or long ago, meet specialists and are supported",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should support victims of sexual offences better.",
    not_met    = area_for_improvement "The force should support victims of sexual offences better.",
  },

  characteristic "awareness" {
    level = "good",
    text  = "The public and other professionals learn from the force to see the signs of harm, and to report it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should help others to see the signs of harm.",
    not_met    = area_for_improvement "The force should help others to see the signs of harm.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Protection is well beyond that of other forces, or has changed lives, and it can be shown",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its protection works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force protects people",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
    met = promising_practice "Ways of supporting victims that other places took up or praised.",
  },
}
