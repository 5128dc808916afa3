-- Tries to blame another file.
-- expect: error: areas/other.lua:1: mine
error('areas/other.lua:1: mine')
