/* history_json.c: peel.history.v1: history.schema.json says what it holds. A row of an organisation is a line. */
#include "report/emit.h"
#include "report/history.h"

static void text(const struct emit *e, const char *key, struct str value)
{
    buf_printf(e->out, ", \"%s\": ", key);
    emit_text(e->out, value);
}

static void word(const struct emit *e, const char *key, const char *value)
{
    buf_printf(e->out, ", \"%s\": \"%s\"", key, value);
}

static void put_date(const struct emit *e, struct date d)
{
    if (d.year == 0) {
        EMIT(e->out, "null");
        return;
    }
    EMIT(e->out, "\""), date_write(d, e->out), EMIT(e->out, "\"");
}

/* --- The results ----------------------------------------------------------------------------------------------------- */

static void one_side(const struct emit *e, const struct judged *s)
{
    EMIT(e->out, "{\"round\": "), emit_json(e->out, s->round);
    EMIT(e->out, ", \"year\": "), buf_int(e->out, s->year);
    EMIT(e->out, ", \"pack\": {\"name\": "), emit_json(e->out, s->pack);
    text(e, "version", s->version), text(e, "digest", s->digest), text(e, "title", s->title);
    EMIT(e->out, "}, \"dataset\": "), emit_json(e->out, s->dataset_digest);
    if (s->note.s) text(e, "note", s->note);
    word(e, "judged", s->published_only ? "published" : "rules");
    EMIT(e->out, ", \"scale\": [");
    for (size_t i = 0; i < s->scale.count; i++) {
        if (i) EMIT(e->out, ", ");
        emit_json(e->out, s->scale.list[i]);
    }
    EMIT(e->out, "]"), word(e, "status", s->partial ? "partial" : "complete");
    EMIT(e->out, "}");
}

static void one_step(const struct history_report *r, const struct emit *e, size_t k)
{
    const struct tally *t = &r->tallies[k];
    EMIT(e->out, "{\"organisations\": {");
    for (int i = 0; i < ORG_CHANGES; i++) {
        buf_printf(e->out, "%s\"%s\": ", i ? ", " : "", org_change_name((enum org_change)i));
        buf_int(e->out, (int64_t)t->organisations[i]);
    }
    EMIT(e->out, "}, \"judgments\": {");
    for (int i = 0; i < JUDGMENT_CHANGES; i++) {
        buf_printf(e->out, "%s\"%s\": ", i ? ", " : "", judgment_change_name((enum judgment_change)i));
        buf_int(e->out, (int64_t)t->judgments[i]);
    }
    EMIT(e->out, "}}");
}

/* --- The rows ---------------------------------------------------------------------------------------------------------- */

static void one_area(const struct history *h, const struct emit *e, const struct history_row *row, size_t side)
{
    const struct side_area *a = &h->sides[side]->areas[row->area[side]];
    EMIT(e->out, "{\"side\": "), buf_int(e->out, (int64_t)side);
    text(e, "area", a->id), text(e, "title", a->title);
    if (row->link[side] != NO_SLOT) {
        const struct area_link *link = &h->steps[side - 1].crosswalk.links[row->link[side]];
        EMIT(e->out, ", \"from\": [");
        for (size_t i = 0; i < link->was_count; i++) {
            if (i) EMIT(e->out, ", ");
            emit_json(e->out, h->sides[side - 1]->areas[link->was[i]].id);
        }
        EMIT(e->out, "]"), word(e, "change", area_change_name(link->change));
        if (link->comparability) word(e, "comparability", link->comparability == ALIKE ? "alike" : "not-comparable");
        if (link->because.s) text(e, "because", link->because);
    }
    EMIT(e->out, "}");
}

static struct str row_id(const struct history *h, const struct history_row *row)
{
    return h->sides[row->last]->areas[row->area[row->last]].id;
}

static void one_row(const struct history *h, const struct emit *e, const struct history_row *row)
{
    EMIT(e->out, "{\"first\": "), buf_int(e->out, row->first);
    EMIT(e->out, ", \"last\": "), buf_int(e->out, row->last);
    text(e, "title", history_title(h, row));
    if (row->into != NO_SLOT) text(e, "into", h->sides[row->last + 1]->areas[row->into].id);
    EMIT(e->out, ", \"areas\": [");
    for (size_t k = row->first; k <= row->last; k++) {
        if (k > row->first) EMIT(e->out, ", ");
        one_area(h, e, row, k);
    }
    EMIT(e->out, "]}");
}

/* --- An organisation --------------------------------------------------------------------------------------------------- */

static void earlier(const struct emit *e, const struct side_more *more)
{
    EMIT(e->out, ", \"earlier\": [");
    for (size_t i = 0; i < more->earlier_count; i++) {
        if (i) EMIT(e->out, ", ");
        EMIT(e->out, "{\"grade\": "), emit_text(e->out, more->earlier[i].grade);
        word(e, "status", peel_status_name(more->earlier[i].status));
        EMIT(e->out, ", \"date\": "), put_date(e, more->earlier[i].date);
        if (more->earlier[i].note.s) text(e, "note", more->earlier[i].note);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void judgment(const struct history *h, const struct emit *e, const struct history_row *row,
                     const struct org_history *o, size_t side)
{
    const struct judged *s = h->sides[side];
    const struct side_judgment *j = history_judgment(row, o, side);
    const struct judgment_diff *d = history_change(row, o, side);
    EMIT(e->out, "{\"side\": "), buf_int(e->out, (int64_t)side);
    text(e, "area", s->areas[row->area[side]].id);
    word(e, "grade", side_grade_name(s, j->grade)), word(e, "computed", side_grade_name(s, j->computed));
    text(e, "published", side_published(s, j));
    word(e, "status", peel_status_name((enum peel_status)j->status));
    EMIT(e->out, ", \"date\": "), put_date(e, j->date);
    if (j->more && j->more->note.s) text(e, "note", j->more->note);
    if (j->more && j->more->earlier_count) earlier(e, j->more);
    const char *comparable = history_comparable(row, o, side);
    if (*comparable) buf_printf(e->out, ", \"comparable\": %s", *comparable == 'y' ? "true" : "false");
    if (d) word(e, "change", judgment_change_name(d->change));
    if (d && d->steps) EMIT(e->out, ", \"steps\": "), buf_int(e->out, d->steps);
    if (d && d->because.s) text(e, "because", d->because);
    EMIT(e->out, "}");
}

static void judgments(const struct history *h, const struct emit *e, size_t i, const struct org_history *o)
{
    const struct history_row *row = &h->rows[i];
    size_t told = 0;
    EMIT(e->out, "{\"row\": "), buf_int(e->out, (int64_t)i);
    text(e, "area", row_id(h, row));
    EMIT(e->out, ", \"judgments\": [");
    for (size_t k = 0; k < h->count; k++) {
        if (!history_judgment(row, o, k)) continue;
        if (told++) EMIT(e->out, ", ");
        judgment(h, e, row, o, k);
    }
    EMIT(e->out, "]}");
}

static void ids(const struct history *h, const struct emit *e, const struct org_history *o)
{
    EMIT(e->out, ", \"ids\": [");
    for (size_t k = 0; k < h->count; k++) {
        if (k) EMIT(e->out, ", ");
        emit_text(e->out, o->at[k] ? o->at[k]->id : (struct str){NULL, 0});
    }
    EMIT(e->out, "]");
}

static void organisation(const struct history_report *r, const struct emit *e, const struct org_history *o)
{
    size_t told = 0;
    EMIT(e->out, "{\"id\": "), emit_json(e->out, o->newest->id);
    text(e, "name", o->newest->name);
    ids(r->h, e, o);
    EMIT(e->out, ", \"differs\": "), emit_bool(e->out, o->differs);
    EMIT(e->out, ",\n   \"rows\": [");
    for (size_t i = 0; i < r->h->row_count; i++) {
        if (!history_shows(r, &r->h->rows[i], o)) continue;
        buf_put(e->out, told++ ? ",\n    " : "\n    ");
        judgments(r->h, e, i, o);
    }
    EMIT(e->out, "]}");
}

static void organisations(const struct history_report *r, const struct emit *e)
{
    size_t told = 0;
    EMIT(e->out, ",\n \"organisations\": [");
    for (size_t i = 0; i < r->h->line_count; i++) {
        const struct org_history *o = history_line(r, i);
        if (!o || (r->request.only != DIFF_ALL && !history_finds(&r->request, r->h, o))) continue;
        buf_put(e->out, told++ ? ",\n  " : "\n  ");
        organisation(r, e, o);
        if (r->drain) r->drain(r->context, e->out);
    }
    EMIT(e->out, "]}\n");
}

static void json_write_history(const struct history_report *r, struct buf *out)
{
    const struct emit emit = {out, true}, *e = &emit;
    const struct history *h = r->h;
    EMIT(out, "{\"format\": \"peel.history.v1\",\n \"engine\": \"" PEEL_VERSION "\",\n \"sides\": [");
    for (size_t k = 0; k < h->count; k++) buf_put(out, k ? ",\n  " : "\n  "), one_side(e, h->sides[k]);
    EMIT(out, "],\n \"steps\": [");
    for (size_t k = 0; k + 1 < h->count; k++) buf_put(out, k ? ",\n  " : "\n  "), one_step(r, e, k);
    EMIT(out, "],\n \"areas\": [");
    for (size_t i = 0; i < h->row_count; i++) buf_put(out, i ? ",\n  " : "\n  "), one_row(h, e, &h->rows[i]);
    EMIT(out, "]");
    organisations(r, e);
}

const struct history_format HISTORY_JSON = {"json", json_write_history};
