-- Tries `loadstring`.
-- expect: error: `loadstring` is not available to rules
loadstring('return 1')()
