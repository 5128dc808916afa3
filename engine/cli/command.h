/* command.h: the commands. A command is a line in the list of commands.c and a file of its own; all it prints goes
 * through its console. */
#ifndef CLI_COMMAND_H
#define CLI_COMMAND_H
#include "cli/console.h"
#include "cli/settings.h"

struct command {
    const char *name;
    const char *synopsis; /* what stands behind the name in the usage line */
    const char *about;    /* one line */
    const char *text;     /* paragraphs of the help */
    size_t least, most;   /* operands; most 0: no end */
    const char *wants;    /* what the operands are, in words */
    const struct option *const *options;
    enum peel_exit (*run)(const struct settings *s, struct console *console);
};
extern const struct command COMMAND_ANNOTATE;
extern const struct command COMMAND_CHECK;
extern const struct command COMMAND_DIFF;
extern const struct command COMMAND_EXPLAIN;
extern const struct command COMMAND_GRADE;
extern const struct command COMMAND_GUIDE;
extern const struct command COMMAND_IMPACT;
extern const struct command COMMAND_IMPORT;
extern const struct command COMMAND_INIT;
extern const struct command COMMAND_REPL;
extern const struct command COMMAND_TEST;
extern const struct command *const COMMANDS[]; /* ends in NULL */
const struct command *command_named(struct str name);

void usage_line(const struct command *c, struct buf *out);
void usage_command(const struct command *c, size_t width, struct buf *out); /* the whole help of a command */
void usage_program(struct buf *out);
#endif
