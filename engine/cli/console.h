/* console.h: where a command speaks. Data goes to standard output, diagnostics and progress to standard error; colours,
 * width and progress depend on what these are, never the data.
 */
#ifndef CLI_CONSOLE_H
#define CLI_CONSOLE_H
#include "base/diag.h"
#include "cli/settings.h"
#include "report/style.h"

struct console {
    struct style style; /* of standard output */
    bool error_colour;  /* of standard error */
    bool terminal;      /* standard output is one */
    bool error_terminal;
    bool quiet, verbose;
};
void console_init(struct console *c, const struct settings *s);
/* Of a page on standard output; one that is kept (-o) is always the plain one. */
struct style console_page(const struct console *c, const struct settings *s);
/* Problems, sorted, to standard error; warnings only where not quiet. */
void console_report(const struct console *c, struct diags *diags);
/* One line to standard error, "peel: ..."; printf. */
void console_note(const char *format, ...) __attribute__((format(printf, 1, 2)));
void console_error(const char *bytes, size_t n); /* to standard error, as it is */
/* Lines that a rule or a mapping printed, to standard error: it may print anything, so they are made safe, but for their ends and tabs. */
void console_printed(struct str lines);
/* Asks on standard error, and waits for a line: does it begin with a y? False where standard input is no terminal, or ends. */
bool console_ask(const char *question);
/* Is the error of a write that there is nobody (any more) to write to? Not worth a word. */
bool console_is_gone(int error);
/* To standard output; false where that failed (told, but for a closed pipe). */
bool console_write(const struct buf *text);
#endif
