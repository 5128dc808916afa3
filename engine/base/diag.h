/* diag.h: what is wrong, and where.
 *
 * A list of problems is owned by the caller, has a stated maximum and never fails: past the maximum, or
 * out of memory, problems are counted, not kept; what is graver takes the place of what is less so. Rendered in one
 * place (diag_render), as
 *
 *   samples/x.json:14:22: error: "margin" must be a number, got the string "1.9%"
 *      14 |       "margin": "1.9%",
 *         |                 ^^^^^^
 *   hint: write 0.019; proportions are fractions of one
 */
#ifndef BASE_DIAG_H
#define BASE_DIAG_H
#include "base/buf.h"

enum severity {
    DIAG_ERROR,
    DIAG_WARNING,
    DIAG_QUESTION, /* may well be right as it stands; somebody should look */
    DIAG_NOTE,
    DIAG_SLIP /* an error where the list is strict, else a warning: what breaks one rule, not its pack */
};

#define DIAG_MESSAGE 400 /* bytes, with the NUL; longer texts are cut at a character and end in "…" */
#define DIAG_HINT 240
#define DIAG_EXCERPT 160

/* A place in a file. line and column count from 1, columns in characters (code points); 0: unknown. */
struct place {
    const char *file; /* as the user gave it; diags keep a copy of their own, so it may be gone once it was added */
    uint64_t line;
    uint32_t column, width; /* width in characters, at least 1 when column is known */
};

struct diag {
    enum severity severity;
    bool slip;                  /* it was added as one */
    struct place place;
    char message[DIAG_MESSAGE];
    char code[8];               /* "P101", of what has one that stays the same; else "" */
    char hint[DIAG_HINT];       /* "" where there is none */
    char excerpt[DIAG_EXCERPT]; /* the line of the place, or the part around it; "" where unknown */
    uint32_t excerpt_column;    /* the column of place within excerpt, from 1 */
};

struct diags {
    struct diag *list;
    size_t count, capacity;
    size_t limit;                /* how many are kept; default 50 */
    bool strict;                 /* slips are errors; false until the owner says so */
    size_t errors, warnings, questions; /* all of them, the dropped ones too */
    size_t slips;                /* of the warnings */
    bool starved;                /* memory ended: what was not told is not known to be right */
    const char *within;          /* the folder that the relative names of files told from now on stand in; NULL: none. Borrowed, and set back by who set it */
    char **files;                /* the names of files, each once; private */
    size_t file_count;
};

void diags_init(struct diags *d);
void diags_done(struct diags *d);
/* Add one. hint may be NULL. Returns the diag, to be given an excerpt, or NULL when it was only counted. */
struct diag *diag_add(struct diags *d, enum severity severity, struct place place, const char *hint,
                      const char *format, ...) __attribute__((format(printf, 5, 6)));
/* Slips are errors from now on, and those that were told are: of what was to be read in spite of them. */
void diags_harden(struct diags *d);
/* Add the error that memory ended, and say so in `starved`. what: "" or " while ..."; file may be NULL. */
void diag_starve(struct diags *d, const char *file, const char *what);
/* Set the excerpt from the whole line `line` (without its newline; may be long) of diag->place. */
void diag_excerpt(struct diag *diag, const char *line, size_t length);
/* Move all of `from` to the end of `to`; from is then empty. Keeps to's limit. */
void diags_move(struct diags *to, struct diags *from);
/* The same of what was opened again: what `to` was told word for word, of one place, is not told twice. Where all that was kept
 * was told, so was what was only counted. */
void diags_move_new(struct diags *to, struct diags *from);
void diags_sort(struct diags *d); /* by file (order of first appearance), line, column, then as added */
/* Append all to `out`, then "… and N more" and a count line. colour: ANSI colours. */
void diags_render(const struct diags *d, struct buf *out, bool colour);
void diag_render(const struct diag *diag, struct buf *out, bool colour);
#endif
