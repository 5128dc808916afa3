-- Made up.
return cases {
  area = "visits",
  case "nothing is known" { expect = { ["in-time"] = "no-evidence", ["recorded"] = "no-evidence", ["ahead"] = "no-evidence", ["surely"] = "no-evidence", grade = "insufficient-evidence" } },
}
