/* lint.h: what can be said of a pack that loads, before there is any data. Nothing is judged of an organisation, and nothing of the pack is changed.
 *
 * What is declared is looked at as data; what only the source shows, by its text. Each part is a file of its own and a line in lint.c; what it may tell stands in codes.h.
 */
#ifndef LINT_LINT_H
#define LINT_LINT_H
#include "judge/pack.h"
#include "lint/codes.h"

struct lint {
    const struct pack *pack;
    struct arena *arena; /* has an escape; for what lives as long as the look */
    struct diags *diags;
};

/* All parts, in order; false: out of memory, told in diags. */
bool lint_pack(const struct pack *pack, struct diags *diags);

/* Tell one. The place is that of `word` on the line of the spot or the first after it that has it, else the line; word.s NULL: the line. hint may be NULL. */
void lint_tell(struct lint *l, enum lint_code code, struct spot spot, struct str word, const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/* The same at a place that is known: column and width in characters. */
void lint_tell_at(struct lint *l, enum lint_code code, struct place place, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* --- the parts ---------------------------------------------------------------------------------------------------- */
void lint_unread(struct lint *l); /* unread.c: P205 */
void lint_bands(struct lint *l);  /* bands.c: P301 to P304 */
#endif
