-- Made up: one characteristic for each way that a measure stands among others.
return area {
  title    = "Standing",
  question = "How does the library stand among the others?",

  characteristic "staffed" {
    level = "good", text = "Staff are not fewer than elsewhere", rests = "ours",
    judge = function(library, p)
      local staff = library.measures.staff
      local standing = staff:standing()
      if staff:outlier() == "below" then return not_met "{staff}: {standing}" end
      if staff:outlier() == "above" then return met "{staff}: {standing}" end
      return partly_met "{staff}: {standing}"
    end,
    not_met = area_for_improvement "The library should find staff.",
  },

  characteristic "lends" {
    level = "good", text = "Loans are above the mean of all", rests = "ours",
    judge = function(library, p)
      local loans = library.measures.loans
      local mean = loans:cohort_mean()
      if loans:above(mean) then return met "{loans} loans, above the mean of {mean}" end
      return not_met "{loans} loans, not above the mean of {mean}"
    end,
  },

  characteristic "balanced" {
    level = "good", text = "No library spends much more than it has", rests = "ours",
    judge = function(library, p)
      local balance = library.measures.balance
      if balance:outlier() == "below" then return not_met "{balance}" end
      return met "{balance}"
    end,
  },

  characteristic "keeps" {
    level = "good", text = "Pages kept are not far from what others keep", rests = "ours",
    judge = function(library, p)
      local spread = library.measures.spread
      local z = spread:z()
      if z > 1 then return not_met "z {z}" end
      return met "z {z}"
    end,
  },

  characteristic "doors" {
    level = "good", text = "Doors are as many as elsewhere", rests = "ours",
    judge = function(library, p)
      local same = library.measures.same
      local standing = same:standing()
      if same:outlier() then return not_met "{same}: {standing}" end
      return met "{same}: {standing}"
    end,
  },

  characteristic "rooms" {
    level = "good", text = "Reading rooms are not fewer than elsewhere", rests = "ours",
    judge = function(library, p)
      local rare = library.measures.rare
      if rare:outlier() == "below" then return not_met "{rare}" end
      return met "{rare}"
    end,
  },

  characteristic "fined" {
    level = "good", text = "Fines are not above those of libraries of like size", rests = "ours",
    judge = function(library, p)
      local fines = library.measures.fines
      local standing = fines:standing()
      if fines:outlier() == "above" then return not_met "{fines}: {standing}" end
      return met "{fines}: {standing}"
    end,
  },

  characteristic "visited" {
    level = "good", text = "The library is among the three most visited", rests = "ours",
    judge = function(library, p)
      local rank, of = library.measures.visits:rank("highest")
      if rank <= 3 then return met "{rank} of {of}" end -- peel: allow P503: it is the rank that is tried out here
      return not_met "{rank} of {of}"
    end,
  },

  characteristic "open" {
    level = "good", text = "Hours are like those of six chosen libraries", rests = "ours",
    judge = function(library, p)
      local chosen = library.measures.chosen
      if chosen:outlier() == "below" then return not_met "{chosen}" end
      local standing = chosen:standing()
      return met "{chosen}: {standing}"
    end,
  },
}
