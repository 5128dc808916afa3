/* diff.c: the formats of a difference, and what belongs to what is asked for. */
#include "report/diff.h"
#include "report/paper.h"

static const struct diff_format *const FORMATS_OF_DIFF[] = {&DIFF_TEXT, &DIFF_MARKDOWN, &DIFF_HTML, &DIFF_JSON, &DIFF_CSV};

const struct diff_format *diff_format_named(struct str name)
{
    for (size_t i = 0; i < sizeof FORMATS_OF_DIFF / sizeof *FORMATS_OF_DIFF; i++)
        if (str_is(name, FORMATS_OF_DIFF[i]->name)) return FORMATS_OF_DIFF[i];
    return NULL;
}

bool diff_says_something(const struct side_judgment *j) { return j && (j->grade >= 0 || j->published != NO_PUBLISHED); }

bool diff_shows(const struct diff_request *q, const struct judgment_diff *d)
{
    switch (q->only) {
    case DIFF_CHANGED: return d->differs;
    case DIFF_IMPROVED: return d->change == JUDGMENT_IMPROVED || d->change == JUDGMENT_HIGHER;
    case DIFF_DECLINED: return d->change == JUDGMENT_DECLINED || d->change == JUDGMENT_LOWER;
    default: return d->differs || diff_says_something(d->was) || diff_says_something(d->now);
    }
}

bool diff_shows_life(const struct diff_request *q, const struct life *l)
{
    return q->only == DIFF_ALL || (q->only == DIFF_CHANGED && (life_differs(l) || l->overdue_count));
}

bool diff_finds(const struct diff_request *q, const struct org_diff *d)
{
    if (q->only == DIFF_ALL || q->only == DIFF_CHANGED) return d->differs;
    for (size_t i = 0; i < d->judgment_count; i++)
        if (diff_shows(q, &d->judgments[i])) return true;
    return false;
}

bool diff_shows_org(const struct diff_request *q, const struct org_diff *d)
{
    if (diff_finds(q, d)) return true;
    for (size_t i = 0; i < d->lives.count; i++)
        if (diff_shows_life(q, &d->lives.list[i])) return true;
    return false;
}

const struct org_diff *diff_pair(const struct diff_report *r, size_t i)
{
    arena_reset(r->work);
    return compare_org(r->c, i, r->work);
}

struct writing {
    const struct diff_format *format;
    const struct diff_report *report;
    struct buf *out;
};

static void write_all(void *context)
{
    const struct writing *w = context;
    w->format->write(w->report, w->out);
}

bool diff_write(const struct diff_format *format, struct diff_report *r, struct buf *out)
{
    struct paper paper;
    struct writing w = {format, r, out};
    r->arena = &paper.piece, r->work = &paper.work, r->scratch = &paper.scratch;
    bool done = paper_write(&paper, write_all, &w, out);
    r->arena = r->work = NULL, r->scratch = NULL;
    return done;
}
