/* trial_tap.c: the Test Anything Protocol, version 14: a line a case; what failed as YAML, each text a JSON string,
 * which YAML reads. */
#include "report/columns.h"
#include "report/trial_report.h"

static void begin(struct trial_report *r) { buf_printf(r->out, "TAP version 14\n1..%zu\n", r->planned); }

/* A name on one line; "#" would begin a directive, and "\" escape. */
static void name(struct trial_report *r, const struct trial *t)
{
    struct buf text, plain;
    buf_init(&text);
    buf_init(&plain);
    suite_case_name(t->file, t->is, &text);
    safe(&plain, (struct str){text.data, text.length});
    for (size_t i = 0; i < plain.length; i++) {
        if (plain.data[i] == '#' || plain.data[i] == '\\') buf_char(r->out, '\\');
        buf_char(r->out, plain.data[i]);
    }
    buf_done(&text);
    buf_done(&plain);
}

static void json(struct trial_report *r, const char *key, struct buf *text)
{
    buf_put(r->out, key);
    buf_json(r->out, (struct str){text->data, text->length});
    buf_char(r->out, '\n');
    buf_done(text);
}

static void failure(struct trial_report *r, const struct trial *t, const struct decl_expected *e)
{
    struct buf of, expected, got;
    buf_init(&of), buf_init(&expected), buf_init(&got);
    trial_words(t, e, &of, &expected, &got);
    json(r, "    - of: ", &of);
    json(r, "      expected: ", &expected);
    json(r, "      got: ", &got);
}

static void details(struct trial_report *r, const struct trial *t)
{
    struct buf broken;
    bool any = false;
    buf_printf(r->out, "  ---\n  at: \"%s:%d\"\n", t->file->name, t->is->spot.line);
    buf_init(&broken);
    trial_broken_words(t, &broken);
    if (t->state == TRIAL_BROKEN)
        json(r, "  broken: ", &broken);
    else
        buf_done(&broken);
    for (size_t i = 0; i < t->is->expected_count; i++) {
        if (t->held[i]) continue;
        if (!any) buf_put(r->out, "  failures:\n");
        any = true;
        failure(r, t, &t->is->expected[i]);
    }
    buf_put(r->out, "  ...\n");
}

static void tell(struct trial_report *r, const struct trial *t)
{
    buf_printf(r->out, "%s %zu - ", t->state == TRIAL_PASSED ? "ok" : "not ok", ++r->number);
    name(r, t);
    buf_char(r->out, '\n');
    if (t->state != TRIAL_PASSED) details(r, t);
}

static void mutants(struct trial_report *r)
{
    const struct mutants *m = r->mutants;
    for (size_t i = 0; m && i < m->count; i++)
        if (!m->list[i].noticed)
            buf_printf(r->out, "# not noticed: %s (%s:%d)\n", m->list[i].what, m->list[i].file, m->list[i].line);
    if (m)
        buf_printf(r->out, "# mutants: noticed %zu of %zu\n", m->noticed, m->count);
    else if (r->mutate)
        buf_put(r->out, "# mutants: not tried; mend the cases first\n");
}

static void coverage(struct trial_report *r)
{
    if (!r->coverage) return;
    size_t covered = coverage_covered(r->coverage, COVER_KINDS);
    for (size_t i = 0; i < r->coverage->count; i++) {
        const struct cover_item *item = &r->coverage->items[i];
        if (item->hits) continue;
        buf_put(r->out, "# not covered: ");
        cover_words(r->coverage, item, r->out);
        buf_printf(r->out, " (%s:%d)\n", item->file, item->line);
    }
    buf_printf(r->out, "# coverage: %u%% (%zu of %zu)\n", cover_percent(covered, r->coverage->count), covered,
               r->coverage->count);
}

static void end(struct trial_report *r)
{
    coverage(r);
    mutants(r);
}

const struct trial_format TRIAL_TAP = {"tap", begin, tell, end};
