-- Building, supporting and protecting the workforce. The survey of the workforce is not statistical: it may be cited where
-- there is one, and decides nothing.
-- peel: allow P210: no source that we found says which failing here is a cause of concern, and without one nothing is inadequate; a person may moderate
return area {
  title    = "Building, supporting and protecting the workforce",
  question = "How good is the force at building and developing its workforce?",

  characteristic "belonging" {
    level = "good",
    text  = "People are well led, proud of their work and listened to",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "Leaders should listen to their people and support them.",
    not_met    = area_for_improvement "Leaders should listen to their people and support them.",
  },

  characteristic "wellbeing" {
    level = "good",
    text  = "The force knows how its people fare and looks after them",
    rests = { "topics", "ours", thresholds = "ours" },
    judge = function(force, p)
      local told, survey = force.findings:here(), force.surveys.workforce_survey
      if not survey:missing() then survey:cite() end
      if told:share() >= p.findings_met then return met "{told}" end
      if told:share() >= p.findings_partly then return partly_met "{told}" end
      return not_met "{told}"
    end,
    partly_met = area_for_improvement "The force should understand and improve the wellbeing of its people.",
    not_met    = area_for_improvement "The force should understand and improve the wellbeing of its people.",
  },

  characteristic "inclusion" {
    level = "good",
    text  = "The force recruits and develops people from every part of its communities, and they feel at home in it",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should do more to recruit and develop people from every community.",
    not_met    = area_for_improvement "The force should do more to recruit and develop people from every community.",
  },

  characteristic "representation" {
    level = "good",
    text  = "Those who join are as diverse as the people the force serves",
    rests = { "topics", thresholds = "ours" },
    judge = function(force, p)
      local joiners, residents = force.measures.minority_ethnic_joiners, force.measures.minority_ethnic_residents
      if joiners:at_least(p.representation * residents:value()) then return met "{joiners} of those who join, {residents} of residents" end
      if joiners:at_least(p.representation_partly * residents:value()) then
        return partly_met "{joiners} of those who join, {residents} of residents: less than {p.representation} of that"
      end
      return not_met "{joiners} of those who join, {residents} of residents: less than {p.representation_partly} of that"
    end,
    partly_met = area_for_improvement "The force should go on until those who join reflect the communities it serves.",
    not_met    = area_for_improvement "The force should recruit so that those who join reflect the communities it serves.",
  },

  characteristic "ethics" {
    level = "good",
    text  = "High standards are upheld, and complaints and misconduct are learned from",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should learn from complaints and misconduct.",
    not_met    = area_for_improvement "The force should learn from complaints and misconduct.",
  },

  characteristic "learning" {
    level = "good",
    text  = "People are trained for what will be asked of them",
    rests = { "topics", "ours", thresholds = "ours" },
    findings = true,
    partly_met = area_for_improvement "The force should train its people for what will be asked of them.",
    not_met    = area_for_improvement "The force should train its people for what will be asked of them.",
  },

  characteristic "special-constables" {
    level = "good",
    text  = "The number of special constables for those who live there does not stand out below other forces",
    rests = { "workforce", "outliers", thresholds = "outliers" },
    judge = function(force)
      local specials = force.measures.specials
      local standing = specials:standing()
      if specials:outlier() == "below" then return partly_met "{specials}: {standing}" end
      return met "{specials}: {standing}"
    end,
    partly_met = area_for_improvement "The force should find out why fewer people than elsewhere give it their time as special constables.",
  },

  characteristic "results" {
    level = "outstanding",
    text  = "The workforce is more diverse, or fares better, than in other forces, and it shows in policing",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "evaluated" {
    level = "outstanding",
    text  = "The force measures, or has researched, whether what it does for its people works, and acts on what it learns",
    rests = { "grades", "ours", thresholds = "ours" },
    findings = true,
  },

  characteristic "taken-up" {
    level = "outstanding",
    text  = "Others learn from what complaints taught the force",
    rests = { "ours", thresholds = "ours" },
    judge = function(force, p)
      local share = force.measures.national_learning
      if share:at_least(p.learning_share) then return met "{share} of national learning came from this force" end
      return not_met "{share} of national learning came from this force, less than {p.learning_share} percent"
    end,
    met = promising_practice "Passing on what complaints taught to all forces.",
  },
}
