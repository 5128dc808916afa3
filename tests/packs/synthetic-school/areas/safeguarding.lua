return area {
  title    = "Safeguarding",
  question = "Are children safe in this school?",
  depends  = { "pupils-view" },

  characteristic "checked" {
    level  = "secure",
    weight = 2,
    text   = "All staff are checked before they work with children",
    rests  = "statute",
    judge = function(school, p)
      local checked = school.measures.vetted_staff
      if checked:at_least(p.vetted) then return met "{checked}" end
      return not_met "{checked}, where {p.vetted} is the law"
    end,
    not_met = cause_of_concern { "Adults work with children before their checks are complete",
      recommendations = {
        { "By tomorrow, no unchecked adult should be alone with children", within = "1 day" },
        { "The governors should audit the register of checks", within = "4 weeks" },
      } },
  },

  characteristic "follows-up" {
    level = "secure",
    weight = 2,
    text  = "Concerns for a child's welfare are followed up within a day",
    rests = { "statute", thresholds = "statute and ours" },
    judge = function(school, p)
      local files = school.samples.welfare_files
      if files:at_least(p.prompt_files) then return met "{files} were followed up within a day" end
      if files:surely_below(p.slow_files) then
        return not_met "{files} were followed up within a day, surely fewer than {p.slow_files}"
      end
      return partly_met "only {files} were followed up within a day; {p.prompt_files} were expected"
    end,
    partly_met = area_for_improvement "The school should follow up every concern within a day",
    not_met = cause_of_concern { "Concerns for children are not followed up",
      recommendations = { { "The school should review all open concerns", within = "2 weeks" } } },
  },

  characteristic "felt" {
    level = "secure",
    text  = "Pupils feel that safety",
    rests = "handbook",
    judge = function(school)
      local safe = school.outcomes["pupils-view/safe"]
      if safe:met() then return met "pupils feel safe" end
      if safe:partly_met() then return partly_met "not all pupils feel safe" end
      return not_met "pupils do not feel safe"
    end,
    not_met = area_for_improvement "The school should find out why pupils do not feel safe",
  },

  characteristic "beyond-the-gate" {
    level = "leading",
    text  = "The school works with others to keep children safe beyond its gate",
    rests = "handbook",
    findings = true,
    met = promising_practice "Works with others to keep children safe beyond its gate",
  },
}
