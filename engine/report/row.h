/* row.h: a row of CSV being written (RFC 4180): cell by cell, commas between them. Free text is quoted by libcsv: others
 * have found the corner cases before us. Lists within a cell are joined by "; ". */
#ifndef REPORT_ROW_H
#define REPORT_ROW_H
#include "data/model.h"

struct row {
    struct buf *out, *cell; /* cell: scratch */
    bool started;
};
void row_text(struct row *row, struct str s); /* what an author wrote: always quoted, and never run as a formula */
void row_word(struct row *row, const char *s); /* a word or number of ours: nothing in it needs quotes */
void row_count(struct row *row, size_t n);
void row_number(struct row *row, double d); /* empty where it is not finite */
void row_date(struct row *row, const struct date *d); /* empty where there is none; d may be NULL */
/* A cell put together: row_cell empties the scratch, row_join adds to it, row_put writes it. */
struct buf *row_cell(struct row *row);
void row_join(struct row *row, struct str s);
void row_put(struct row *row);
#endif
