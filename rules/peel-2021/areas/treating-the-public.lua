-- Engaging with and treating the public with fairness and respect.
return area {
  title    = "Engaging with and treating the public with fairness and respect",
  question = "How good is the force at treating people fairly and with respect?",

  characteristic "engagement" {
    level = "good",
    text  = "The force knows its communities and acts on what matters to them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should know all of its communities and what matters to them.",
    not_met    = area_for_improvement "The force should know all of its communities and what matters to them.",
  },

  characteristic "local-say" {
    level = "good",
    text  = "People can influence how they are policed, and learn what came of it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should let people have a say and tell them what came of it.",
    not_met    = area_for_improvement "The force should let people have a say and tell them what came of it.",
  },

  characteristic "communication-skills" {
    level = "good",
    text  = "Everyone who meets the public is trained to treat people fairly and to know their own bias",
    rests = { "searches", "topics", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should train all who meet the public in fair treatment.",
    not_met    = area_for_improvement "The force should train all who meet the public in fair treatment.",
  },

  characteristic "reasonable-searches" {
    level = "good",
    text  = "Searches rest on reasonable grounds",
    rests = { "searches", thresholds = "ours" },
    judge = function(force, p)
      local searches = force.estimates.reasonable_searches
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

  characteristic "searches-hold" {
    level = "good",
    text  = "Searches are no less well grounded than at the review before",
    rests = { "ours: a change counts where it is significant at the 95% level (z test of the two estimates)" },
    judge = function(force)
      local now, before = force.estimates.reasonable_searches, force.estimates.reasonable_searches_before
      local change = now:compared_with(before)
      if change == "higher" then return met "{now} of searches had grounds, significantly more than {before}" end
      if change == "lower" then return not_met "{now} of searches had grounds, significantly fewer than {before}" end
      return met "{now} of searches had grounds, no significant change from {before}"
    end,
    not_met = area_for_improvement "The force should find out why fewer searches rest on reasonable grounds than before.",
  },

  characteristic "scrutiny" {
    level = "good",
    text  = "The force and people outside it look into how powers are used, and something changes because of it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should have its use of powers examined inside and outside, and act on what is found.",
    not_met    = area_for_improvement "The force should have its use of powers examined inside and outside, and act on what is found.",
  },

  characteristic "use-of-force" {
    level = "good",
    text  = "The force has reliable records of the force its officers use, and learns from them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should make its use-of-force records reliable and learn from them.",
    not_met    = area_for_improvement "The force should make its use-of-force records reliable and learn from them.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "Nearly every search rests on reasonable grounds",
    rests = { "searches", thresholds = "ours" },
    judge = function(force, p)
      local searches = force.estimates.reasonable_searches
      if searches:surely_at_least(p.searches_leading) then return met "{searches} of searches had reasonable grounds" end
      return not_met "{searches} of searches had reasonable grounds, not surely {p.searches_leading}"
    end,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether its engagement works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
    met = promising_practice "Measuring whether engagement reaches people, and changing it by what is learned.",
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others take up, or learn from, the way the force examines the fairness of its powers",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },
}
