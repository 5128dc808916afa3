-- Tries to call a sample higher than a bare number.
-- expect: error: compared_with wants another sample, got 0.5: of a bare number ask :at_least(x) or :below(x)
return force.samples.files:compared_with(0.5) == "higher" and met "x" or not_met "x"
