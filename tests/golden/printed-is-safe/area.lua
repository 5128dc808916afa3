return area {
  title = "Prints", question = "What is shown?",
  characteristic "prints" { level = "good", text = "Prints", rests = "ours", judge = function()
    print "\27[31mred\u{9b}2J\u{202e}turned\r\7"
    print "second\tline"
    error("\27[31mred\u{9b}2J\u{202e}turned", 0)
  end },
}
