/* history.h: peel diff of three or more results: a history. diff.c hands over to it. */
#ifndef CLI_HISTORY_H
#define CLI_HISTORY_H
#include "cli/command.h"

enum peel_exit history_run(const struct settings *s, struct console *console);
#endif
