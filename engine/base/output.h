/* output.h: written whole or not at all. To a path: a temporary file beside it, renamed over it by
 * output_commit; until then the old file is untouched. To NULL: standard output, as it comes. */
#ifndef BASE_OUTPUT_H
#define BASE_OUTPUT_H
#include "base/diag.h"

struct output {
    int fd;
    const char *path; /* NULL: standard output */
    char *temporary;
    bool failed;      /* sticky; the reason is told by output_commit */
    int error;        /* errno of the first failure */
};

bool output_open(struct output *o, const char *path, struct diags *diags);
void output_write(struct output *o, const void *bytes, size_t n);
bool output_commit(struct output *o, struct diags *diags); /* closes; false and an error where something failed */
void output_abort(struct output *o);                        /* closes and removes; harmless after commit */
/* For a handler of signals that end the program: removes the temporary file of the output that is open. One is open at a
 * time. */
void output_abandon(void);
#endif
