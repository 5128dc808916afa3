local questions = {}
for _, id in ipairs { "looped", "b-c" } do
  questions[#questions + 1] = characteristic(id) { level = "good", text = "Made by a loop", rests = "ours",
    judge = function(force) return met "{force.name}" end }
end
questions.title, questions.question = "A", "Is it made by a loop?"
questions[#questions + 1] = characteristic "dynamic" { level = "good", text = "Reads what it pleases", rests = "ours",
  judge = function(force)
    local id = "m"
    for _ = 1, 2 do id = id .. "" end
    return met(force.measures[id]:missing() or "it is there")
  end }
return area(questions)
