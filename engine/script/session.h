/* session.h: lines that a person types, run one after another before the organisation that sits, in the sandbox of rules and under its limits, which start
 * afresh with each line. Nothing here shows lua.h.
 *
 * A line is an expression, whose values are shown, or statements. It sees what a rule sees, `force` and `p` besides; what it gives a name to, by `local` or
 * without, stays for the lines after it. It belongs to no characteristic, so it may read every outcome and area: all have been judged.
 * No rule can see what a session keeps, and no result has anything of it.
 */
#ifndef SCRIPT_SESSION_H
#define SCRIPT_SESSION_H
#include "script/script.h"

/* Once, on a script that is bound. false: out of memory. */
bool session_open(struct script *s);
/* Another name for `force`, as the rules of the pack call it; one that is taken already, or is none, is passed over. false: out of memory. */
bool session_alias(struct script *s, struct str name);

enum session {
    SESSION_RAN,        /* the verdict says how it ended: PEEL_MET where it ran through, PEEL_NO_EVIDENCE, PEEL_ERROR, PEEL_LIMIT */
    SESSION_UNFINISHED, /* something is still open at its end; nothing was told */
    SESSION_UNREADABLE  /* it is no Lua: told in diags */
};
struct line {
    const char *name;  /* in places: "<line 3>" */
    struct str text;
    bool last;         /* nothing comes after it: what is still open is a mistake */
    uint32_t here;     /* the characteristic that force.findings:here() is about, or NO_SLOT */
    const struct allowance *all;
};
struct said_line {
    bool any;         /* it gave values */
    struct str shown; /* them, as people read them, in the arena */
    struct verdict verdict; /* what was read; the reason is without its place */
};
/* After script_sit. What comes of it lives in `arena`, which has an escape, until the next line. What it printed: script_printed. */
enum session session_line(struct script *s, const struct line *line, struct arena *arena, struct said_line *to, struct diags *diags);

/* Stop the line that is running, from a handler of signals; it ends as PEEL_LIMIT. */
void session_interrupt(struct script *s);

/* What the end of a line may be completed to: the names that begin as it does, each ended by a NUL, in order of bytes. *start: where in the line they begin. Runs nothing of the author's. */
void session_complete(struct script *s, struct str line, struct buf *to, size_t *start);
#endif
