/* commands.c: the list of commands. */
#include "cli/command.h"

const struct command *const COMMANDS[] = {&COMMAND_GRADE, &COMMAND_EXPLAIN, &COMMAND_CHECK, &COMMAND_TEST,
                                           &COMMAND_GUIDE, &COMMAND_REPL,    &COMMAND_IMPORT, NULL};

const struct command *command_named(struct str name)
{
    for (size_t i = 0; COMMANDS[i]; i++)
        if (str_is(name, COMMANDS[i]->name)) return COMMANDS[i];
    return NULL;
}
