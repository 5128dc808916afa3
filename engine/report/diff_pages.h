/* diff_pages.h: a difference as a page being written, piece by piece: each piece is a document of its own, so that no more
 * than one is in memory. diff_text.c begins and ends them; diff_head.c, diff_by_org.c and diff_by.c say what is in them. */
#ifndef REPORT_DIFF_PAGES_H
#define REPORT_DIFF_PAGES_H
#include "report/diff_because.h"

struct pages {
    const struct diff_report *r;
    const struct crosswalk *x;
    struct press press;
    struct document doc;
    struct buf *scratch; /* the report's */
};

void pages_begin(struct pages *p);
void pages_end(struct pages *p);         /* draws the piece, and forgets it */
void pages_say_scratch(struct pages *p); /* what the scratch holds, said; and empties it */

/* The judgment, where it is among what is asked for; else NULL. */
const struct judgment_diff *pages_differing(const struct diff_report *r, const struct org_diff *d, size_t i);
struct str pages_area_title(const struct crosswalk *x, const struct area_link *link);
struct str pages_org_name(const struct org_diff *d);
void pages_judgment_cells(struct pages *p, struct block *table, const struct judgment_diff *d, size_t column); /* before, now, change */
enum { PAGES_FEW = 5 }; /* organisations: of more, those without a difference are passed over */

/* Pieces. */
void pages_head(struct pages *p);
void pages_links(struct pages *p); /* which area is which */
void pages_edits(struct pages *p);
void pages_by_organisation(struct pages *p);
void pages_by_area(struct pages *p);
void pages_by_rule(struct pages *p);
void pages_by_raised(struct pages *p); /* areas for improvement and causes of concern, of all organisations */
#endif
