/* history.c: the formats of a history, and what belongs to what is asked for. */
#include "report/history.h"
#include "report/paper.h"

static const struct history_format *const FORMATS_OF_HISTORY[] = {&HISTORY_TEXT, &HISTORY_MARKDOWN, &HISTORY_HTML, &HISTORY_JSON,
                                                                  &HISTORY_CSV};

const struct history_format *history_format_named(struct str name)
{
    for (size_t i = 0; i < sizeof FORMATS_OF_HISTORY / sizeof *FORMATS_OF_HISTORY; i++)
        if (str_is(name, FORMATS_OF_HISTORY[i]->name)) return FORMATS_OF_HISTORY[i];
    return NULL;
}

const struct org_history *history_line(const struct history_report *r, size_t i)
{
    arena_reset(r->work);
    return history_org(r->h, i, r->work);
}

bool history_shows(const struct history_report *r, const struct history_row *row, const struct org_history *o)
{
    for (size_t k = 0; k < r->h->count; k++) {
        const struct judgment_diff *d = history_change(row, o, k);
        if (d && diff_shows(&r->request, d)) return true;
        if (r->request.only == DIFF_ALL && diff_says_something(history_judgment(row, o, k))) return true;
    }
    return false;
}

bool history_finds(const struct diff_request *q, const struct history *h, const struct org_history *o)
{
    if (q->only == DIFF_ALL || q->only == DIFF_CHANGED) return o->differs;
    for (size_t k = 1; k < h->count; k++)
        if (o->steps[k] && diff_finds(q, o->steps[k])) return true;
    return false;
}

const char *history_comparable(const struct history_row *row, const struct org_history *o, size_t side)
{
    const struct judgment_diff *d = history_change(row, o, side);
    if (!d || !diff_says_something(d->was) || !diff_says_something(d->now)) return "";
    return d->change == JUDGMENT_NOT_COMPARABLE || d->link->comparability != ALIKE ? "no" : "yes";
}

struct writing {
    const struct history_format *format;
    const struct history_report *report;
    struct buf *out;
};

static void write_all(void *context)
{
    const struct writing *w = context;
    w->format->write(w->report, w->out);
}

bool history_write(const struct history_format *format, struct history_report *r, struct buf *out)
{
    struct paper paper;
    struct writing w = {format, r, out};
    r->arena = &paper.piece, r->work = &paper.work, r->scratch = &paper.scratch;
    bool done = paper_write(&paper, write_all, &w, out);
    r->arena = r->work = NULL, r->scratch = NULL;
    return done;
}
