return area {
  title    = "Safety",
  question = "How safe are swimmers in and around the water?",

  -- A sample: so many reviewed, so many met. Ask for the best outcome first, and end with a plain return.
  characteristic "clean-water" {
    level  = "good",
    weight = 2,                                      -- counts twice in the ladder
    text   = "The water is clean whenever it is tested",
    rests  = "handbook, 1.1",
    judge = function(pool, p)
      local tests = pool.samples.water_tests
      if tests:surely_at_least(p.clean_water) then return met "{tests} were within the limits" end
      if tests:at_least(p.clean_water) then
        return partly_met "{tests} were within the limits: too few to be sure of {p.clean_water}"
      end
      return not_met "only {tests} were within the limits; {p.clean_water} are asked for"
    end,
    -- What an outcome raises is declared, not run. A cause of concern owns its recommendations, each with a deadline.
    not_met = cause_of_concern {
      "Swimmers bathe in water that is often not clean",
      recommendations = {
        { "The pool should close until ten tests running are within the limits", within = "1 day" },
        { "The pool should have its filters examined by somebody from outside", within = "3 months" },
      },
    },
  },

  -- A measure with a denominator: what is compared, and shown, is its rate.
  characteristic "watched" {
    level = "good",
    text  = "There are lifeguards enough at all times",
    rests = { "handbook, 1.2", thresholds = "ours" },
    judge = function(pool, p)
      local hours = pool.measures.hours_unwatched
      if hours:at_most(p.unwatched) then return met "{hours}" end
      if hours:at_most(p.often_unwatched) then return partly_met "{hours}, more than {p.unwatched}" end
      return not_met "{hours}, more than {p.often_unwatched}"
    end,
    partly_met = area_for_improvement "The pool should plan its shifts so that there are lifeguards enough",
    not_met    = area_for_improvement "The pool should close where there are not lifeguards enough, and plan its shifts anew",
  },

  characteristic "emergencies" {
    level = "good", weight = 2, text = "Staff know what to do when something happens", rests = "handbook, 1.3", findings = true,
    not_met = area_for_improvement "The pool should train its staff for emergencies",
  },

  -- Of the level above good: it is asked for only where most of good is met.
  characteristic "helps-others" {
    level = "outstanding", text = "The pool helps others to be safe", rests = "handbook, 1.4", findings = true,
    met = promising_practice "Helps other pools to be safe",
  },

  -- A cap limits the grade, whatever the sum says.
  cap "unwatched" {
    at = "requires-improvement", when = { "watched", "not-met" }, because = "nobody is safe where nobody watches",
  },
}
