-- Not graded: what swimmers say is told as it is, and `service` rests on it.
return area {
  title    = "What swimmers say",
  question = "Do swimmers feel safe, and are they heard?",
  graded   = false,

  -- An estimate has a margin. What lies within it is not sure, so there is a middle.
  characteristic "feel-safe" {
    level = "good",
    text  = "Swimmers feel safe",
    rests = { "handbook, 3.1", thresholds = "ours" },
    judge = function(pool, p)
      local safe = pool.estimates.feel_safe
      if safe:surely_at_least(p.most_feel_safe) then return met "{safe} of swimmers feel safe, surely {p.most_feel_safe} or more" end
      if safe:surely_below(p.few_feel_safe) then return not_met "{safe} of swimmers feel safe, surely fewer than {p.few_feel_safe}" end
      return partly_met "{safe} of swimmers feel safe"
    end,
  },

  -- No rule to write: what inspectors wrote down, strengths against weaknesses, by weight.
  characteristic "heard" {
    level = "good", text = "Swimmers are asked, and what they say changes something", rests = "handbook, 3.2", findings = true,
  },
}
