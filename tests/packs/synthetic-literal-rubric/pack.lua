-- The published rubric of crime recording as its words have it, with numbers made up: what is a substantial proportion is a high one too, and what is not high is not substantial either.
return pack { -- peel: allow P502: golden cases hold it, not cases of its own
  name = "synthetic-literal-rubric", version = "1.0.0", title = "A rubric, made up",
  scale = { "inadequate", "requires-improvement", "adequate", "good", "outstanding" },
  areas = { "recording" },
  evidence = { estimates = { recorded = "Reports that are recorded" }, measures = { days = "Days until a report is recorded" } },
  parameters = {
    majority    = { 0.95, "share that is a substantial majority", rests = "ours", unit = "share" },
    substantial = { 0.93, "share that is a substantial proportion", rests = "ours", unit = "share" },
    high        = { 0.90, "share that is a high proportion", rests = "ours", unit = "share" },
    low         = { 0.85, "share below which records cannot be trusted", rests = "ours", unit = "share" }, -- peel: allow P206: the literal reading has no use for it
    soon        = { 1, "days within which a report is recorded", rests = "ours", unit = "days" },
    late        = { 3, "days after which it is late", rests = "ours", unit = "days" },
    partly      = { 0.5, "credit", rests = "ours", unit = "share" },
    all         = { 1, "share", rests = "ours", unit = "share" },
    most        = { 0.8, "share", rests = "ours", unit = "share" },
  },
  ladder = {
    standard = "good", concern = "inadequate", rungs = { ["requires-improvement"] = 0, adequate = "partly", good = "most", outstanding = "all" },
    partly = "partly", enough = "partly",
  },
}
