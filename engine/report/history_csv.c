/* history_csv.c: the long form: a row for each organisation, area and year, for R and spreadsheets. */
#include "report/history.h"
#include "report/row.h"

static const char HEAD[] = "organisation,name,row,area,title,round,year,pack,grade,computed,published,status,date,"
                           "comparable_with_previous,change,steps\n";

static void judgment(const struct history_report *r, struct row *out, const struct history_row *row,
                     const struct org_history *o, size_t side)
{
    const struct judged *s = r->h->sides[side];
    const struct side_judgment *j = history_judgment(row, o, side);
    const struct judgment_diff *d = history_change(row, o, side);
    const struct side_area *area = &s->areas[row->area[side]];
    row_text(out, o->newest->id), row_text(out, o->newest->name);
    row_text(out, r->h->sides[row->last]->areas[row->area[row->last]].id);
    row_text(out, area->id), row_text(out, area->title);
    row_text(out, s->round), row_number(out, s->year), row_text(out, s->pack);
    row_word(out, side_grade_name(s, j->grade)), row_word(out, side_grade_name(s, j->computed));
    row_text(out, side_published(s, j));
    row_word(out, peel_status_name((enum peel_status)j->status));
    row_date(out, &j->date);
    row_word(out, history_comparable(row, o, side));
    row_word(out, d ? judgment_change_name(d->change) : "");
    row_cell(out), buf_int(out->cell, d ? d->steps : 0);
    row_word(out, d && d->steps ? buf_text(out->cell) : "");
    buf_char(out->out, '\n');
    out->started = false;
    if (r->drain) r->drain(r->context, out->out);
}

static void whole_row(const struct history_report *r, struct row *out, const struct history_row *row,
                      const struct org_history *o)
{
    if (!o || !history_shows(r, row, o)) return;
    for (size_t k = 0; k < r->h->count; k++)
        if (history_judgment(row, o, k)) judgment(r, out, row, o, k);
}

static void csv_write_history(const struct history_report *r, struct buf *out)
{
    const struct history *h = r->h;
    struct row row = {out, r->scratch, false};
    bool by_area = r->request.by == DIFF_BY_AREA;
    buf_put(out, HEAD);
    for (size_t i = 0; by_area && i < h->row_count; i++)
        for (size_t k = 0; k < h->line_count; k++) whole_row(r, &row, &h->rows[i], history_line(r, k));
    for (size_t k = 0; !by_area && k < h->line_count; k++) {
        const struct org_history *o = history_line(r, k);
        for (size_t i = 0; i < h->row_count; i++) whole_row(r, &row, &h->rows[i], o);
    }
}

const struct history_format HISTORY_CSV = {"csv", csv_write_history};
