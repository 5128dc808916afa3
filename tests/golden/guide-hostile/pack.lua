return pack {
  name = "nasty", version = "1|0 <b>", title = "<script>alert('1')</script> & \"quoted\"",
  note = "red\u{9b}2J\u{202e}turned; 1. no list\n\n# no heading",
  scale = { "poor", "good" },
  areas = { "a", "a-b" },
  references = { ref = "a | b `c` [d](http://x.example/?a=1&b=2\"), <http://y.example/_z_>.", other = "javascript:alert(1)" },
  evidence = { measures = { m = "- a *measure* | <img src=x onerror=alert(1)>", dead = "read by `nobody`" } },
  parameters = {
    some = { 0.5, "share | of the <standard>", rests = "ref, page `1`", unit = "sh|are" },
    unused = { -1e-7, "~~nothing~~", rests = "refer to nothing" },
  },
  ladder = { standard = "good", rungs = { poor = 0, good = 0.25 }, partly = 0, enough = 0.125 },
}
