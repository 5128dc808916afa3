/* diff.h: two judged sides and what changed between them, as a page (text, Markdown, HTML), as peel.diff.v1 (JSON,
 * diff.schema.json) and as rows (CSV). Renders what compare/ found, and decides nothing.
 *
 * The sum comes first, then what was asked for, piece by piece: an organisation's differences are worked out when they
 * are told, and forgotten after. README.md describes the formats.
 */
#ifndef REPORT_DIFF_H
#define REPORT_DIFF_H
#include "compare/attribution.h"
#include "report/impact.h"

enum diff_by { DIFF_BY_ORGANISATION, DIFF_BY_AREA, DIFF_BY_RULE, DIFF_BY_RAISED };
enum diff_only { DIFF_ALL, DIFF_CHANGED, DIFF_IMPROVED, DIFF_DECLINED };
struct diff_request {
    enum diff_by by; /* how pages and rows are put in order; JSON has one order */
    enum diff_only only;
};
struct because { /* of what it changed */
    struct attribution_sum sum;
    const struct impact *impact;   /* edit by edit, on the newer data; NULL: not asked for, or not of one scale */
};
struct diff_report {
    const struct compare *c;
    const struct tally *tally;
    const struct because *because;
    struct diff_request request;
    struct style style;
    struct arena *arena, *work; /* made by diff_write: for one piece of the page, and for one organisation's differences */
    struct buf *scratch;        /* likewise */
    void (*drain)(void *context, struct buf *out); /* lets go of what is there, and empties it */
    void *context;
};
struct diff_format {
    const char *name;
    void (*write)(const struct diff_report *r, struct buf *out);
};
extern const struct diff_format DIFF_TEXT, DIFF_MARKDOWN, DIFF_HTML, DIFF_JSON, DIFF_CSV;
const struct diff_format *diff_format_named(struct str name); /* NULL: no such */
/* False: out of memory. arena, work and scratch need not be set. */
bool diff_write(const struct diff_format *format, struct diff_report *r, struct buf *out);
/* Pair i, in `work`, which is emptied first; NULL: it is not asked for. */
const struct org_diff *diff_pair(const struct diff_report *r, size_t i);

/* Does it belong to what is asked for? A judgment without a grade then or now, of which there is nothing to tell, never does. */
bool diff_shows(const struct diff_request *q, const struct judgment_diff *d);
bool diff_says_something(const struct side_judgment *j); /* has it a grade, computed or published? Of NULL, no */
bool diff_shows_life(const struct diff_request *q, const struct life *l);
bool diff_shows_org(const struct diff_request *q, const struct org_diff *d);
/* Is there a difference among what is asked for? What the exit status says. */
bool diff_finds(const struct diff_request *q, const struct org_diff *d);

/* --- diff_words.c ------------------------------------------------------------------------------------------------- */
/* "good, carried over from 2016; published: adequate" */
void diff_words_grade(const struct judged *side, const struct side_judgment *j, struct buf *out);
/* The same of what a judgment was: where areas were merged, of each: "Buildings: good; Meals: fair" */
void diff_words_before(const struct crosswalk *x, const struct judgment_diff *d, struct buf *out);
/* "declined, by 1 grade"; "not comparable" */
void diff_words_judgment(const struct judgment_diff *d, struct buf *out);
/* "closed on 2022-05-01 by HMICFRS" */
void diff_words_life(const struct life *l, struct buf *out);
/* Of the newer dataset, else of the older; the id where neither has one. */
struct str diff_words_title(const struct reading_diff *d);
/* "52 of 60 (86.7%), was 41 of 60 (68.3%): improved (p = 0.018)" */
void diff_words_reading(const struct compare *c, const struct reading_diff *d, struct buf *out);
/* "moderated to good by A. Person on 2022-05-01: why" */
void diff_words_decision(const struct judgment_diff *d, struct buf *out);
#endif
