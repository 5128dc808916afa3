/* page.h: what a command answers, to the file that -o names or, without one, to standard output: whole, or not at all.
 * Where standard output has no reader any more that is no mistake, and nothing is said of it; but it is no answer. */
#ifndef CLI_PAGE_H
#define CLI_PAGE_H
#include "base/output.h"

/* A text that is there. */
bool page_write(const char *path, const struct buf *text, struct diags *diags);

/* One that is let go piece by piece: `write` puts it into `out`, and empties that by page_drain whenever it likes. False,
 * and told as out of memory `meanwhile`, where it answers false. */
typedef bool page_writer(void *context, struct output *output, struct buf *out);
bool page_stream(const char *path, page_writer *write, void *context, const char *meanwhile, struct diags *diags);
void page_drain(void *output, struct buf *out); /* where it is worth a write */
#endif
