-- Tries a level of confidence beyond certainty.
-- expect: error: 
return force.samples.files:lower(math.huge) > 0 and met 'x' or not_met 'x'
