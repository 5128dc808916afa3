-- The file declares no area.
return { title = "Visits" }
