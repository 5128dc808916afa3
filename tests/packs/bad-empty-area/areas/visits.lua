-- An area has no characteristic.
return area { title = "Visits", question = "How well?" }
