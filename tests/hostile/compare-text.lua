-- Tries a threshold that is a text.
-- expect: error: 
return force.samples.files:at_least('0.5') and met 'x' or not_met 'x'
