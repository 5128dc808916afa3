-- Engaging with and treating the public with fairness and respect. What the published figures on force say stands last among the
-- characteristics of good: they show where a force stands among others, which asks for a reason and proves no fault.

-- Above the upper line of the forces is partly met: it asks for a reason.
local function judge_line(measure)
  local standing = measure:standing()
  if measure:outlier() == "above" then return partly_met "{measure}: {standing}" end
  return met "{measure}: {standing}"
end

-- How many times as often force is used on a group as on white people, against the other forces. Its exact interval is told, as
-- if each use stood alone, and decides nothing: several uses may belong to one incident.
local function judge_disparity(force, p, people, ratio, used, residents)
  local unaccounted = force.measures.ethnicity_unaccounted
  if unaccounted:above(p.ethnicity_missing_most) then
    return no_evidence "no ethnic group is counted for {unaccounted} of uses of force, more than {p.ethnicity_missing_most} percent: no disparity can be told"
  end
  local white, standing = force.measures.tactics_white, ratio:standing()
  local seen = stats.rate_ratio(used:value(), residents:value(), white:value(), force.measures.residents_white:value(), p.interval_level)
  local times, from, to = seen.ratio, seen.lower, seen.upper
  if ratio:outlier() == "above" then
    return partly_met "used {times} times ({from} to {to}) as often on {people} as on white people: {standing}; {unaccounted} of no group"
  end
  return met "used {times} times ({from} to {to}) as often on {people} as on white people: {standing}; {unaccounted} of no group"
end

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

  characteristic "force-for-officers" {
    level = "good",
    text  = "How often officers use force does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force) return judge_line(force.measures.tactics_by_officers) end,
    partly_met = area_for_improvement "The force should find out why its officers use force more often than those of other forces.",
  },

  characteristic "force-for-residents" {
    level = "good",
    text  = "How often people meet with force does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force) return judge_line(force.measures.tactics) end,
    partly_met = area_for_improvement "The force should find out why people in its area meet with force more often than elsewhere.",
  },

  characteristic "devices-used" {
    level = "good",
    text  = "How often conducted energy devices are used does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force) return judge_line(force.measures.ced_uses) end,
    partly_met = area_for_improvement "The force should find out why it uses conducted energy devices more often than other forces.",
  },

  characteristic "devices-discharged" {
    level = "good",
    text  = "How often a conducted energy device that is used is discharged does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force) return judge_line(force.measures.ced_discharges_by_uses) end,
    partly_met = area_for_improvement "The force should find out why it discharges conducted energy devices more often, where it uses them, than other forces.",
  },

  characteristic "ethnicity-recorded" {
    level = "good",
    text  = "Records of force say who it was used on",
    rests = { "use-of-force", thresholds = "ours" },
    judge = function(force, p)
      local unreported = force.measures.ethnicity_not_reported
      if unreported:at_most(p.ethnicity_missing_good) then return met "ethnicity was not reported in {unreported} of the uses of force" end
      if unreported:at_most(p.ethnicity_missing_fair) then
        return partly_met "ethnicity was not reported in {unreported} of the uses of force, more than {p.ethnicity_missing_good} percent"
      end
      return not_met "ethnicity was not reported in {unreported} of the uses of force, more than {p.ethnicity_missing_fair} percent"
    end,
    partly_met = area_for_improvement "The force should record the ethnicity of everyone it uses force on.",
    not_met    = area_for_improvement "The force should record the ethnicity of everyone it uses force on.",
  },

  characteristic "force-on-black-people" {
    level = "good",
    text  = "How much more often force is used on black than on white people does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force, p)
      local m = force.measures
      return judge_disparity(force, p, "black people", m.disparity_black, m.tactics_black, m.residents_black)
    end,
    partly_met = area_for_improvement "The force should find out why it uses force on black people so much more often than on white people.",
  },

  characteristic "force-on-asian-people" {
    level = "good",
    text  = "How much more often force is used on Asian than on white people does not stand out above other forces",
    rests = { "use-of-force", "outliers", thresholds = "outliers" },
    judge = function(force, p)
      local m = force.measures
      return judge_disparity(force, p, "Asian people", m.disparity_asian, m.tactics_asian, m.residents_asian)
    end,
    partly_met = area_for_improvement "The force should find out why it uses force on Asian people so much more often than on white people.",
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
