/* moved.h: what was read of an organisation, then and now: which readings moved, and what may be said of it (law 10). */
#ifndef COMPARE_MOVED_H
#define COMPARE_MOVED_H
#include "compare/crosswalk.h"
#include "stats/comparison.h"

/* In order of what may be said, least first. A direction is claimed only where the difference is significant at MOVED_LEVEL; better or worse, only where the newer dataset says which way is. */
enum moved {
    MOVED_NOT,       /* or nobody knows: on one side no rule came as far as reading it */
    MOVED_OTHERWISE, /* another value, of which statistics can say nothing: no word of direction */
    MOVED_SIMILAR,   /* no significant change */
    MOVED_LOWER,
    MOVED_HIGHER,
    MOVED_DECLINED,
    MOVED_IMPROVED,
    MOVED_LOST,      /* it was there, and is missing now */
    MOVED_FOUND,     /* it was missing, and is there now */
    MOVED_MISSING,   /* missing both times, for another reason */
    MOVED_WAYS
};
#define MOVED_LEVEL 0.95
const char *moved_name(enum moved moved); /* "improved", "no-significant-change", ... */

struct reading_diff {
    const struct side_entry *entry;          /* of the newer side, or of the older where that has none */
    const struct side_value *was, *now;      /* NULL: nobody read it */
    const struct side_org *was_org, *now_org;
    const struct side_entry *was_entry;      /* NULL: the older dataset has no such */
    enum moved moved;
    double p;                                /* NaN: nothing was tested */
    enum dispute dispute;                    /* MOVED_SIMILAR: test and interval do not say the same */
};
/* One entry of the newer side, in two organisations. A value that is not the same does not say that the rate is: of what has a denominator both are looked at. */
struct reading_diff moved_entry(const struct crosswalk *c, uint32_t entry, const struct side_org *was, const struct side_org *now);

/* The value in words, as phrase.h says it of a dataset: "52 of 60 (86.7%)". */
void moved_value(const struct judged *side, const struct side_org *org, const struct side_entry *entry, const struct side_value *v, struct buf *out);
#endif
