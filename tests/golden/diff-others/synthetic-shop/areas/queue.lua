return area {
  title = "Queue", question = "How long do people wait?",
  characteristic "wait" {
    level = "good", text = "Nobody waits long", rests = "ours",
    judge = function(shop, p)
      local wait = shop.measures.wait
      local standing = wait:standing()
      if wait:outlier() == "above" then return not_met "{wait}: {standing}" end
      return met "{wait}: {standing}"
    end,
    not_met = area_for_improvement "The shop should open more tills.",
  },
}
