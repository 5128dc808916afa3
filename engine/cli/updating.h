/* updating.h: the second half of peel test --update: shows the difference, asks, and writes the files of the cases, each whole or not at all. */
#ifndef CLI_UPDATING_H
#define CLI_UPDATING_H
#include "cli/console.h"

enum updating { UPDATING_NOTHING /* is written */, UPDATING_WRITTEN, UPDATING_FAILED };
/* Do the options go together? Else told. */
bool updating_fits(const struct settings *s, struct diags *diags);
enum updating updating(struct update *u, const struct suite *suite, const struct settings *s, const struct console *console, struct diags *diags);
#endif
