/* history.h: organisations and areas through three or more results, as a page (text, Markdown, HTML), as peel.history.v1
 * (JSON, history.schema.json) and as rows (CSV). Renders what compare/history found, and decides nothing.
 *
 * A page has a line for each organisation and area, the years across; where there are more years than the width has
 * room for, the table goes on below, and begins with the year that the one before ended with. An organisation is
 * worked out when it is told, and forgotten after.
 */
#ifndef REPORT_HISTORY_H
#define REPORT_HISTORY_H
#include "compare/history.h"
#include "report/diff.h"

struct history_report {
    const struct history *h;
    const struct tally *tallies; /* of each step; of what is asked for */
    struct diff_request request;
    struct style style;
    struct arena *arena, *work; /* made by history_write: for one piece of the page, and for one organisation */
    struct buf *scratch;        /* likewise */
    void (*drain)(void *context, struct buf *out);
    void *context;
};
struct history_format {
    const char *name; /* those of diff.h */
    void (*write)(const struct history_report *r, struct buf *out);
};
extern const struct history_format HISTORY_TEXT, HISTORY_MARKDOWN, HISTORY_HTML, HISTORY_JSON, HISTORY_CSV;
const struct history_format *history_format_named(struct str name); /* NULL: no such */
/* False: out of memory. arena, work and scratch need not be set. */
bool history_write(const struct history_format *format, struct history_report *r, struct buf *out);

/* Line i, in `work`, which is emptied first; NULL: it is not asked for. */
const struct org_history *history_line(const struct history_report *r, size_t i);
/* Does a row belong to what is asked for? With improved and declined, if it was so in some step. */
bool history_shows(const struct history_report *r, const struct history_row *row, const struct org_history *o);
/* Is there a difference among what is asked for? What the exit status says: that of each two neighbours. */
bool history_finds(const struct diff_request *q, const struct history *h, const struct org_history *o);

/* May this judgment be compared with the one of the side before: "yes", "no", or "" where there is none. */
const char *history_comparable(const struct history_row *row, const struct org_history *o, size_t side);
#endif
