return area {
  title    = "Leadership",
  question = "How well is the school led?",
  depends  = { "safeguarding" },

  characteristic "safe-first" {
    level = "secure",
    text  = "Leaders make safety the first thing",
    rests = "handbook",
    judge = function(school)
      local safety = school.areas["safeguarding"]
      if safety:at_least("secure") then return met "safeguarding is {safety}" end
      if safety:below("developing") then return not_met "safeguarding is {safety}" end
      return partly_met "safeguarding is {safety}"
    end,
  },

  characteristic "funds" {
    level = "secure",
    text  = "Money lasts",
    rests = { "handbook", thresholds = "ours" },
    judge = function(school, p)
      local reserves = school.measures.reserves
      if reserves:at_least(p.reserves) then return met "{reserves}" end
      return partly_met "{reserves}, less than {p.reserves} months"
    end,
  },

  characteristic "governs" { level = "secure", text = "Governors know the school and challenge its leaders", rests = "handbook", findings = true,
    not_met = cause_of_concern { "Governors do not know the school",
      recommendations = { { "The board should be reviewed from outside", by = "2026-03-31" } } } },

  characteristic "spreads" { level = "leading", text = "The school helps others to improve", rests = "handbook", findings = true },

  cap "unsafe" { at = "developing", when = { "safe-first", "not-met" }, because = "no school is well led where children are not safe" },
}
