-- Tries to run for ever without a loop's keyword.
-- expect: limit: more than 1,000,000 instructions
::again::
goto again
