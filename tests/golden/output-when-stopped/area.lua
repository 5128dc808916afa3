return area {
  title = "Endless", question = "Is it done?",
  characteristic "loop" { level = "good", text = "Loops", rests = "ours", judge = function() while true do end end },
}
