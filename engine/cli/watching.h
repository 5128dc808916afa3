/* watching.h: peel test --watch: runs again whenever a file of the pack, or of its cases, is another, until Ctrl-C.
 *
 * The files are read and compared four times a second. Being told by the system (inotify) was weighed and left: editors put a new file in the place of the old one
 * and take folders away, shared and mounted folders tell nothing, and it would be the one part that is another on each system. A pack is read in less than
 * a millisecond, a file that was saved as it was is no change, and nothing hangs on the clock of a file.
 */
#ifndef CLI_WATCHING_H
#define CLI_WATCHING_H
#include "cli/console.h"
#include "peel.h"

typedef enum peel_exit watched_run(const struct settings *s, struct console *console);
/* Do the options go together? Else told. */
bool watching_fits(const struct settings *s, struct diags *diags);
/* What the last run answered. A pack that cannot be found is run once: that tells so. */
enum peel_exit watching(const struct settings *s, struct console *console, watched_run *once);
#endif
