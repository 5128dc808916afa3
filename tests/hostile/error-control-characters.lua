-- Tries to write to the terminal through a message.
-- expect: error: ]0;mine
error('\27]0;mine\7\n\0')
