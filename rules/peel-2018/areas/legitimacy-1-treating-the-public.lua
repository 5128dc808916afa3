-- Legitimacy, question 1.
return area {
  title    = "Treating the public fairly",
  question = "To what extent does the force treat all of the people it serves with fairness and respect?",

  characteristic "respect" {
    level = "good",
    text  = "Leaders and their people treat everybody with fairness and respect",
    rests = { "questions", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should treat everybody with fairness and respect.",
    not_met    = area_for_improvement "The force should treat everybody with fairness and respect.",
  },

  characteristic "reasonable-searches" {
    level = "good",
    text  = "Searches rest on reasonable grounds",
    rests = { "searches", thresholds = "ours" },
    judge = function(force, p)
      local searches = force.samples.search_records
      if searches:missing() then searches = force.estimates.reasonable_searches end
      if searches:surely_at_least(p.searches_good) then return met "{searches} of searches had reasonable grounds" end
      if not searches:surely_below(p.searches_serious) then
        return partly_met "{searches} of searches had reasonable grounds, not surely {p.searches_good}"
      end
      return not_met "only {searches} of searches had reasonable grounds, surely less than {p.searches_serious}"
    end,
    partly_met = area_for_improvement "The force should make sure that officers have and record reasonable grounds for every search.",
    not_met = cause_of_concern {
      "People are searched without reasonable grounds so often that the power is misused.",
      recommendations = {
        { "The force should have supervisors review every search record and act on those without grounds", within = "1 month" },
        { "The force should train every officer who searches in what reasonable grounds are", within = "6 months" },
      },
    },
  },

  characteristic "disparity" {
    level = "good",
    text  = "The force finds out whom its powers fall on, and why",
    rests = { "pages", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should find out why its powers fall on some more than on others.",
    not_met    = area_for_improvement "The force should find out why its powers fall on some more than on others.",
  },

  characteristic "use-of-force" {
    level = "good",
    text  = "Force is used fairly, and it can be shown",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should show that it uses force fairly.",
    not_met    = area_for_improvement "The force should show that it uses force fairly.",
  },

  characteristic "scrutiny" {
    level = "good",
    text  = "People from outside examine the use of powers",
    rests = { "questions", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should have its use of powers examined from outside.",
    not_met    = area_for_improvement "The force should have its use of powers examined from outside.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Nearly every search rests on reasonable grounds",
    rests = { "searches", "ours", thresholds = "ours" },
    judge = function(force, p)
      local searches = force.samples.search_records
      if searches:missing() then searches = force.estimates.reasonable_searches end
      if searches:surely_at_least(p.searches_leading) then return met "{searches} of searches had reasonable grounds" end
      return not_met "{searches} of searches had reasonable grounds, not surely {p.searches_leading}"
    end,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its fair treatment of the public works, and acts on what it learns",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force treats the public",
    rests = { "criteria", "ours", thresholds = "ours" },
    findings = true,
  },
}
