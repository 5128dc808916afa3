/* row.c: see row.h. */
#include "report/row.h"
#include <csv.h>
#include <math.h>

/* A cell that a spreadsheet would run as a formula is kept a text by a blank before it. */
static bool looks_like_formula(struct str s) { return s.n > 0 && strchr("=+-@\t\r", *s.s); }

static void separate(struct row *row)
{
    if (row->started) buf_char(row->out, ',');
    row->started = true;
}

void row_text(struct row *row, struct str s)
{
    struct buf *out = row->out;
    separate(row);
    size_t most = 2 * s.n + 3;
    if (!buf_reserve(out, most)) return;
    if (!looks_like_formula(s)) {
        out->length += csv_write(out->data + out->length, most, s.s ? s.s : "", s.n);
        return;
    }
    size_t from = out->length;
    out->length += csv_write(out->data + from + 1, most - 1, s.s, s.n);
    out->data[from] = '"';
    out->data[from + 1] = ' ';
    out->length++;
}

void row_word(struct row *row, const char *s)
{
    separate(row);
    buf_put(row->out, s);
}

struct buf *row_cell(struct row *row)
{
    buf_clear(row->cell);
    return row->cell;
}

void row_put(struct row *row) { row_text(row, (struct str){row->cell->data, row->cell->length}); }

void row_count(struct row *row, size_t n)
{
    separate(row);
    buf_int(row->out, (int64_t)n);
}

void row_number(struct row *row, double d)
{
    separate(row);
    if (isfinite(d)) buf_double(row->out, d);
}

void row_date(struct row *row, const struct date *d)
{
    separate(row);
    if (d && d->year > 0) date_write(*d, row->out);
}

void row_join(struct row *row, struct str s)
{
    if (row->cell->length > 0) buf_put(row->cell, "; ");
    buf_str(row->cell, s);
}
