/* coverage.h: what of a pack its cases are about, by meaning and not by lines.
 *
 * What there is to cover: each characteristic in each outcome that it can have (by the words of its rule, script/sayings.h; with `findings` met, partly met and not
 * met; and every one without evidence); each grade that a graded area can have (by rungs, a cause of concern, caps; a ladder that is a function: any); each cap acting and not acting; each item that can be raised, raised and not raised.
 * What no combination of outcomes brings about is among it, until whoever knows leaves it out (lint/narrow.h).
 *
 * Something is covered where a case says so and is right: it expects that outcome, that grade (which covers the caps that acted or did not on the way to it), a list that has the
 * item or, of its area, has it not. What merely happened in a case that expects something else is not covered: nobody would notice if it changed.
 */
#ifndef TRIAL_COVERAGE_H
#define TRIAL_COVERAGE_H
#include "trial/trial.h"

enum cover_kind { COVER_OUTCOME, COVER_GRADE, COVER_CAP, COVER_RAISE, COVER_KINDS };
struct cover_item {
    enum cover_kind kind;
    uint32_t area, characteristic; /* NO_SLOT where it is of none */
    const struct decl_cap *cap;
    int word;  /* an outcome, of which a raise hangs on too; a grade */
    bool yes;  /* acting, raised; else not */
    const char *file; int line; /* where it is declared */
    size_t hits; /* expectations */
};
struct coverage {
    const struct pack *pack;
    struct cover_item *items; size_t count;
};
/* The outcomes that a characteristic can have, a bit for each: those that its rule says, and no evidence. */
unsigned coverage_outcomes(const struct pack *pack, uint32_t characteristic);
/* In the arena; jumps when out of memory. In the pack's order. */
void coverage_make(struct coverage *c, const struct pack *pack, struct arena *arena);
void coverage_count(struct coverage *c, const struct trial *t);
size_t coverage_covered(const struct coverage *c, enum cover_kind kind); /* COVER_KINDS: of all */
size_t coverage_items(const struct coverage *c, enum cover_kind kind);
bool coverage_reaches(const struct coverage *c, double percent); /* exactly, not as it is rounded */
#endif
