/* commands.c: the list of commands. */
#include "cli/command.h"

/* As they are shown. */
const struct command *const COMMANDS[] = {
    &COMMAND_GRADE,
    &COMMAND_EXPLAIN,
    &COMMAND_DIFF,
    &COMMAND_CHECK,
    &COMMAND_TEST,
    &COMMAND_IMPACT,
    &COMMAND_GUIDE,
    &COMMAND_REPL,
    &COMMAND_ANNOTATE,
    &COMMAND_IMPORT,
    &COMMAND_INIT,
    NULL,
};

const struct command *command_named(struct str name)
{
    for (size_t i = 0; COMMANDS[i]; i++)
        if (str_is(name, COMMANDS[i]->name)) return COMMANDS[i];
    return NULL;
}
