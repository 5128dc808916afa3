-- Not graded: what pupils say is told, and other areas rest on it.
return area {
  title    = "What pupils say",
  question = "Do pupils feel safe and heard?",
  graded   = false,

  characteristic "safe" {
    level = "secure",
    text  = "Pupils feel safe at school",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local safe = school.estimates.feels_safe
      if safe:surely_at_least(p.feels_safe) then return met "{safe} of pupils feel safe, surely {p.feels_safe} or more" end
      if safe:surely_below(p.feels_unsafe) then return not_met "{safe} of pupils feel safe, surely fewer than {p.feels_unsafe}" end
      return partly_met "{safe} of pupils feel safe"
    end,
  },

  characteristic "heard" {
    level = "secure",
    text  = "Pupils are heard, and what they say changes things",
    rests = "handbook",
    findings = true,
  },
}
