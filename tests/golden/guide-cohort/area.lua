return area {
  title = "Calls", question = "Are calls answered?",
  characteristic "answered" { level = "good", text = "No fewer calls are answered than elsewhere", rests = "ours", judge = function(force)
    local answered = force.measures.answered
    local z = answered:z()
    if answered:outlier() == "below" then return not_met "{answered}, z {z}" end
    return met "{answered}, {z}"
  end },
}
