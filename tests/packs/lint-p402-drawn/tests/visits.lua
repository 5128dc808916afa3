-- Made up.
return cases {
  area = "visits",
  case "nothing is known" { expect = { ["in-time"] = "no-evidence", ["part-1"] = "no-evidence", ["part-2"] = "no-evidence", ["part-3"] = "no-evidence", ["part-4"] = "no-evidence", ["part-5"] = "no-evidence", ["part-6"] = "no-evidence", ["part-7"] = "no-evidence", ["part-8"] = "no-evidence", ["part-9"] = "no-evidence", ["part-10"] = "no-evidence", ["part-11"] = "no-evidence", ["ahead"] = "no-evidence", grade = "insufficient-evidence" } },
}
