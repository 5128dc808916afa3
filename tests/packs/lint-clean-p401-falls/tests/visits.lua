-- Made up.
return cases {
  area = "visits",
  case "nothing is known" { expect = { ["in-time"] = "no-evidence", ["recorded"] = "no-evidence", ["ahead"] = "no-evidence", ["heard"] = "no-evidence", grade = "insufficient-evidence" } },
}
