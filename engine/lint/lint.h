/* lint.h: what can be said of a pack that loads, before there is any data. Nothing is judged of an organisation, and nothing of the pack is changed.
 *
 * What is declared is looked at as data; what only the source shows, by its text. Each part is a file of its own and a line in lint.c; what it may tell stands in codes.h.
 * What the author excuses (script/excuse.h) is kept apart, with the reason as its hint.
 */
#ifndef LINT_LINT_H
#define LINT_LINT_H
#include "judge/pack.h"
#include "lint/codes.h"
#include "script/excuse.h"

struct lint {
    const struct pack *pack;
    struct arena *arena; /* has an escape; for what lives as long as the look */
    struct diags *diags, *excused;
    struct excuse **excuses; /* of each file of the pack */
    size_t loaded, loaded_excused; /* of diags and excused: what was told when the pack was loaded */
    bool in_part;            /* some part could not look (told in a note): an excuse may be needed for what it would have told */
    struct line_at { struct str text; const char *at; uint64_t number; } line; /* the last that was asked for (lint.c): most ask further down */
    struct lint_gists *gists; /* gists.h */
    struct prospect *prospect; /* prospect.h */
    struct pool *pools;       /* two; combine.h */
    struct asker *asker;      /* asker.h; closed in the end */
};

/* All parts, in order, but the first alone where diags has errors (slips, told when the pack was loaded); false: out of memory, told in diags. */
bool lint_pack(const struct pack *pack, struct diags *diags, struct diags *excused);

/* Tell one. The place is that of `word` on the line of the spot or the first after it that has it, else the line; word.s NULL: the line. hint may be NULL. */
void lint_tell(struct lint *l, enum lint_code code, struct spot spot, struct str word, const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
/* The same at a place that is known: column and width in characters. */
void lint_tell_at(struct lint *l, enum lint_code code, struct place place, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));

/* Does a text say this id, as a word of its own? (unread.c) */
bool lint_says(struct str text, struct str id);

/* --- the parts ---------------------------------------------------------------------------------------------------- */
void lint_source(struct lint *l);    /* source.c: P103 to P120, P503: what proofreading tells */
void lint_unread(struct lint *l);    /* unread.c: P205 to P208 */
void lint_reach(struct lint *l);     /* reach.c: P210 to P218 */
void lint_constant(struct lint *l);  /* constant.c: P219 */
void lint_bands(struct lint *l);     /* bands.c: P301 to P304 */
void lint_direction(struct lint *l); /* direction.c: P401, P402 */
void lint_care(struct lint *l);      /* care.c: P501, P502 */
void lint_excuses(struct lint *l); /* excuses.c: P601 to P603; the last, since it tells what no other part needed */

/* A number as text, in the arena, rounded to so many decimals; for messages. */
const char *lint_number(struct lint *l, double number, int decimals);
#endif
