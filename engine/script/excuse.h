/* excuse.h: what an author lets stand, and why: `-- peel: allow P503: the reason`, in a comment of a rule file.
 *
 * Behind code it speaks of its line; on a line of its own, of the line below, and where a declaration or a block begins there, of all of it. Several codes have
 * commas between them. Nothing is decided here.
 */
#ifndef SCRIPT_EXCUSE_H
#define SCRIPT_EXCUSE_H
#include "base/arena.h"
#include "base/diag.h"

struct excuse { /* of one code; a comment that names two makes two */
    struct place place;   /* from `peel:` to the end of the comment */
    struct str word;      /* "P503", as it stands; n 0: there is none */
    int code;             /* 503; 0: it is no code, or nothing else that can be read */
    struct str reason;    /* n 0: none is given */
    uint64_t first, last; /* the lines that it speaks of; first 0: there are none */
    bool used;            /* for whoever looks it up */
    struct excuse *next;
};

/* Those of a file that Lua has compiled, in its order; NULL: none. In the arena, texts point into `text`. Jumps to the arena's escape. */
struct excuse *excuses_read(const char *file, struct str text, struct arena *arena);
#endif
