-- Tries to have a sample compared with itself.
-- expect: error: change_from wants another sample, got the same one
return force.samples.files:change_from(force.samples.files) == "similar" and met "x" or not_met "x"
