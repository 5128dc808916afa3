-- Evidence is made up.
return cases {
  area = "teaching",
  case "most lessons are well taught" {
    samples = { lessons = { met = 36, of = 40 } },
    expect  = { lessons = "met", grade = "good", raises = {}, because = { lessons = "36 of 40" } },
  },
  each "lessons well taught, of 40" {
    vary = function(met) return { samples = { lessons = { met = met, of = 40 } } } end,
    { 32, lessons = "met", grade = "good" },
  },
  case "nobody looked" { samples = { lessons = missing "not-supplied" }, expect = { lessons = "no-evidence", grade = "insufficient-evidence" } },
}
