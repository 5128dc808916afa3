-- Its characteristic "c" would have the anchor of the area "a", characteristic "b-c".
return area {
  title = "1) </section></main><script>", question = "# *Who?* ",
  characteristic "c" { level = "good", text = "+ plus | pipe", rests = { "``code``", "ref" }, judge = function(force, p)
    local m, made = force.measures.m, "a" .. p.some
    if m:above("`|<x>`") then return met "<b>{m}</b> | `{p.some}` \u{e9}\u{202e}" end
    if m:missing() then return met(made) end
    return not_met [[{{braces}} https://z.example/a?b=<c>.]]
  end,
    met = promising_practice "_under_ <i>",
    not_met = cause_of_concern { "&amp; | \\", recommendations = { { "1. <do>", within = "2 days" }, { "-", by = "2030-01-01" } } },
  },
}
