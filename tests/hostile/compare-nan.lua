-- Tries a threshold that nothing reaches and nothing misses.
-- expect: error: 
return force.samples.files:at_least(0 / 0) and met 'x' or not_met 'x'
