/* source.h: an input that can be read twice. A pipe, or "-" for standard input, is spooled to an
 * unnamed temporary file first, so that memory stays bounded. */
#ifndef BASE_SOURCE_H
#define BASE_SOURCE_H
#include "base/diag.h"

struct source {
    int fd;
    const char *name; /* the path as given, "<stdin>" for "-"; borrowed */
    uint64_t size;
};

/* Open `path`. On failure (missing, a directory, unreadable) adds an error and returns false. */
bool source_open(struct source *s, const char *path, struct diags *diags);
/* A text of our own, to be read like a file: it is put into an unnamed temporary one. name is borrowed. */
bool source_open_text(struct source *s, const char *name, const char *text, size_t n, struct diags *diags);
void source_close(struct source *s);
/* Read up to n bytes at `offset`; returns how many (0 at the end), -1 on error. Does not move anything. */
long source_read(const struct source *s, uint64_t offset, void *to, size_t n);
/* A whole ordinary file into memory, NUL-terminated besides; NULL (and an error) past `limit` bytes. Free with mem_free. */
char *source_slurp(const char *path, size_t limit, size_t *length, struct diags *diags);
#endif
