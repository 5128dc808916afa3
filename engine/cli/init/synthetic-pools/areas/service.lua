return area {
  title    = "Service",
  question = "How well does the pool serve those who use it?",
  depends  = { "swimmers" },                         -- whose outcomes are read below

  characteristic "open" {
    level = "good",
    text  = "The pool is open when it says so",
    rests = { "handbook, 2.1", thresholds = "ours" },
    judge = function(pool, p)
      local hours = pool.measures.hours_closed
      if hours:at_most(p.closed) then return met "{hours}" end
      if hours:at_most(p.often_closed) then return partly_met "{hours}, more than {p.closed}" end
      return not_met "{hours}, more than {p.often_closed}"
    end,
    not_met = cause_of_concern {
      "Nobody can rely on the pool to be open",
      recommendations = { { "The pool should publish hours that it can keep", within = "6 weeks" } },
    },
  },

  -- Another area's outcomes, and a survey: whoever cares to answer is no sample, so it is told and decides nothing.
  characteristic "content" {
    level = "good",
    text  = "Those who use the pool feel safe and are heard",
    rests = "handbook, 2.2",
    judge = function(pool)
      local safe, heard = pool.outcomes["swimmers/feel-safe"], pool.outcomes["swimmers/heard"]
      local again = pool.surveys.would_return
      if safe:not_met() or heard:not_met() then return not_met "feeling safe is {safe}, being heard {heard}" end
      if safe:partly_met() or heard:partly_met() then return partly_met "feeling safe is {safe}, being heard {heard}" end
      if again:missing() then return met "swimmers feel safe and are heard" end
      return met "swimmers feel safe and are heard; {again} would come again"
    end,
  },

  characteristic "teaches" {
    level = "outstanding",
    text  = "Nearly all who come to learn can swim after it",
    rests = { "handbook, 2.3", thresholds = "ours" },
    judge = function(pool, p)
      local learners = pool.samples.learners
      if learners:at_least(p.most_learn) then return met "{learners} could swim 25 metres" end
      if learners:at_least(p.many_learn) then return partly_met "{learners} could swim 25 metres, fewer than {p.most_learn}" end
      return not_met "{learners} could swim 25 metres, fewer than {p.many_learn}"
    end,
  },
}
