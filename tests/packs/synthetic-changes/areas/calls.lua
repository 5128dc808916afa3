return area {
  title = "Calls", question = "Are calls answered better than before?",
  characteristic "answered" { level = "good", text = "More calls are answered", rests = "ours", judge = function(force, p)
    local now, before = force.samples.answered, force.samples.answered_before
    local change = now:change_from(before)
    if change == "declined" then return not_met "{now} were answered, significantly fewer than {before}, {p.years} year earlier" end
    return met "{now} were answered, after {before}: {change}"
  end },
  characteristic "dropped" { level = "good", text = "Fewer calls are dropped", rests = "ours", judge = function(force)
    local now, before = force.measures.dropped, force.measures.dropped_before
    local change = now:change_from(before)
    if change == "improved" then return met "{now}, fewer than {before}" end
    return not_met "{now}, after {before}: {change}"
  end },
  characteristic "recorded" { level = "good", text = "No fewer calls are recorded", rests = "ours", judge = function(force)
    local now, before = force.estimates.recorded, force.estimates.recorded_before
    if now:compared_with(before) == "similar" then return met "{now}, no significant change from {before}" end
    return not_met "{now} after {before}"
  end },
  characteristic "waiting" { level = "good", text = "No more callers wait too long", rests = "ours", judge = function(force)
    local now, before = force.measures.waited, force.measures.waited_before
    if now:compared_with(before) == "higher" then return not_met "{now}, significantly more than {before}" end
    return met "{now}, after {before}"
  end },
  characteristic "trusted" { level = "good", text = "The desk is trusted as before", rests = "ours", judge = function(force)
    if force.estimates.recorded:compared_with(force.estimates.trusted) == "higher" then return met "trusted" end
    return not_met "not trusted"
  end },
}
