/* mutation.h: small changes of a pack's file that a good set of cases should notice: edits of tokens, never of text as such, so that comments and messages stay.
 *
 * Comparisons are turned round (at_least and below, at_most and above, surely_at_least and surely_below; >= and <, > and <=, == and ~=), answers exchanged (met and
 * not_met, partly_met to not_met), caps left out.
 */
#ifndef SCRIPT_MUTATION_H
#define SCRIPT_MUTATION_H
#include "base/arena.h"
#include "base/str.h"

struct mutation {
    uint32_t start, length; /* what is replaced */
    const char *with;       /* by what */
    const char *what;       /* in words: "`at_least` for `below`" */
    int line;
};
struct mutations { struct mutation *list; size_t count; };

/* Of an area's file. Into the arena; jumps when out of memory. */
void script_mutations(struct str text, struct arena *arena, struct mutations *to);
/* The value of a parameter, `name = { value, …`, declared at or below `line`; false: it is not found. */
bool script_parameter_value(struct str text, int line, struct str name, uint32_t *start, uint32_t *length);
#endif
