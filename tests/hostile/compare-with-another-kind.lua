-- Tries to call a sample higher than a measure.
-- expect: error: compared_with wants another sample, got a measure
return force.samples.files:compared_with(force.measures.rate) == "higher" and met "x" or not_met "x"
