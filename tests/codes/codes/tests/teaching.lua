-- Made-up schools.
return cases {
  area = "teaching",
  --[[in the cases]]
  case "most lessons are well taught" { samples = { lessons = { met = 36, of = 40 } }, expect = { lessons = "met", grade = "good" } },
  --[[end]]
}
