/* diff.c: the formats of a difference, and what belongs to what is asked for. */
#include "report/diff.h"

static const struct diff_format *const FORMATS_OF_DIFF[] = {&DIFF_TEXT, &DIFF_MARKDOWN, &DIFF_JSON, &DIFF_CSV};

const struct diff_format *diff_format_named(struct str name)
{
    for (size_t i = 0; i < sizeof FORMATS_OF_DIFF / sizeof *FORMATS_OF_DIFF; i++)
        if (str_is(name, FORMATS_OF_DIFF[i]->name)) return FORMATS_OF_DIFF[i];
    return NULL;
}

static bool says_something(const struct side_judgment *j) { return j && (j->grade >= 0 || j->published != NO_PUBLISHED); }

bool diff_shows(const struct diff_request *q, const struct judgment_diff *d)
{
    switch (q->only) {
    case DIFF_CHANGED: return d->differs;
    case DIFF_IMPROVED: return d->change == JUDGMENT_IMPROVED || d->change == JUDGMENT_HIGHER;
    case DIFF_DECLINED: return d->change == JUDGMENT_DECLINED || d->change == JUDGMENT_LOWER;
    default: return d->differs || says_something(d->was) || says_something(d->now);
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

bool diff_write(const struct diff_format *format, struct diff_report *r, struct buf *out)
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
