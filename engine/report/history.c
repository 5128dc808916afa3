/* history.c: the formats of a history, and what belongs to what is asked for. */
#include "report/history.h"

static const struct history_format *const FORMATS_OF_HISTORY[] = {&HISTORY_TEXT, &HISTORY_MARKDOWN, &HISTORY_JSON,
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

static bool has_grade(const struct side_judgment *j) { return j && (j->grade >= 0 || j->published != NO_PUBLISHED); }

bool history_shows(const struct history_report *r, const struct history_row *row, const struct org_history *o)
{
    for (size_t k = 0; k < r->h->count; k++) {
        const struct judgment_diff *d = history_change(row, o, k);
        if (d && diff_shows(&r->request, d)) return true;
        if (r->request.only == DIFF_ALL && has_grade(history_judgment(row, o, k))) return true;
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
    if (!d || !d->was || !d->now || !has_grade(d->was) || !has_grade(d->now)) return "";
    return d->change == JUDGMENT_NOT_COMPARABLE || d->link->comparability != ALIKE ? "no" : "yes";
}

bool history_write(const struct history_format *format, struct history_report *r, struct buf *out)
{
    struct arena arena, work;
    struct buf scratch;
    jmp_buf escape;
    volatile bool done = false;
    arena_init(&arena), arena_init(&work), buf_init(&scratch);
    arena.escape = work.escape = &escape;
    r->arena = &arena, r->work = &work, r->scratch = &scratch;
    if (setjmp(escape) == 0) {
        format->write(r, out);
        done = !out->failed && !scratch.failed;
    }
    arena_done(&arena), arena_done(&work), buf_done(&scratch);
    r->arena = r->work = NULL, r->scratch = NULL;
    return done;
}
