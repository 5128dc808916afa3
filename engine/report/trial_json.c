/* trial_json.c: peel.test.v1: test.schema.json says what it holds. A line a case. */
#include "report/emit.h"
#include "report/trial_report.h"

static void text(struct trial_report *r, const char *key, struct str value)
{
    buf_printf(r->out, "\"%s\": ", key);
    emit_json(r->out, value);
}

static void taken(struct trial_report *r, const char *key, struct buf *value)
{
    text(r, key, (struct str){value->data ? value->data : "", value->length});
    r->out->failed = r->out->failed || value->failed;
    buf_done(value);
}

static void begin(struct trial_report *r)
{
    const struct pack *pack = r->suite->pack;
    buf_put(r->out, "{\"format\": \"peel.test.v1\",\n \"engine\": \"" PEEL_VERSION "\",\n \"pack\": {");
    text(r, "name", pack->decl.name);
    buf_put(r->out, ", "), text(r, "version", pack->decl.version);
    buf_put(r->out, ", "), text(r, "digest", str_of(pack->digest));
    buf_put(r->out, "},\n \"cases\": [");
}

static void failure(struct trial_report *r, const struct trial *t, const struct decl_expected *e)
{
    struct buf of, expected, got;
    buf_init(&of), buf_init(&expected), buf_init(&got);
    trial_words(t, e, &of, &expected, &got);
    buf_char(r->out, '{');
    taken(r, "of", &of);
    buf_put(r->out, ", "), taken(r, "expected", &expected);
    buf_put(r->out, ", "), taken(r, "got", &got);
    if (e->kind == EXPECT_OUTCOME)
        buf_put(r->out, ", "), text(r, "reason", t->result->verdicts[e->characteristic].reason);
    buf_char(r->out, '}');
}

static void tell(struct trial_report *r, const struct trial *t)
{
    static const char *const states[] = {"passed", "failed", "broken"};
    struct buf name, broken;
    size_t told = 0;
    buf_init(&name), buf_init(&broken);
    suite_case_name(t->file, t->is, &name);
    buf_put(r->out, r->number++ ? ",\n  {" : "\n  {");
    taken(r, "name", &name);
    buf_put(r->out, ", "), text(r, "file", str_of(t->file->name));
    buf_printf(r->out, ", \"line\": %d, \"status\": \"%s\", \"failures\": [", t->is->spot.line, states[t->state]);
    for (size_t i = 0; i < t->is->expected_count; i++) {
        if (t->held[i]) continue;
        if (told++) buf_put(r->out, ", ");
        failure(r, t, &t->is->expected[i]);
    }
    buf_put(r->out, "], \"broken\": ");
    trial_broken_words(t, &broken);
    emit_text(r->out, (struct str){broken.data, broken.length});
    buf_char(r->out, '}');
    buf_done(&broken);
}

static void item(struct trial_report *r, const struct cover_item *i)
{
    static const char *const kinds[] = {"outcome", "grade", "cap", "raise"};
    struct buf what;
    buf_init(&what);
    cover_words(r->coverage, i, &what);
    buf_printf(r->out, "{\"kind\": \"%s\", ", kinds[i->kind]);
    taken(r, "what", &what);
    buf_put(r->out, ", "), text(r, "file", str_of(i->file));
    buf_printf(r->out, ", \"line\": %d}", i->line);
}

static void coverage(struct trial_report *r)
{
    const struct coverage *c = r->coverage;
    size_t told = 0;
    buf_put(r->out, ",\n \"coverage\": {");
    buf_printf(r->out, "\"covered\": %zu, \"of\": %zu", coverage_covered(c, COVER_KINDS), c->count);
    for (int kind = 0; kind < COVER_KINDS; kind++)
        buf_printf(r->out, ", \"%s\": {\"covered\": %zu, \"of\": %zu}", cover_kind_name((enum cover_kind)kind),
                   coverage_covered(c, (enum cover_kind)kind), coverage_items(c, (enum cover_kind)kind));
    buf_put(r->out, ",\n  \"uncovered\": [");
    for (size_t i = 0; i < c->count; i++) {
        if (c->items[i].hits) continue;
        buf_put(r->out, told++ ? ",\n   " : "\n   ");
        item(r, &c->items[i]);
    }
    buf_put(r->out, "]}");
}

static void mutants(struct trial_report *r)
{
    const struct mutants *m = r->mutants;
    size_t told = 0;
    buf_printf(r->out, ",\n \"mutants\": {\"made\": %zu, \"noticed\": %zu, \"unnoticed\": [", m->count, m->noticed);
    for (size_t i = 0; i < m->count; i++) {
        if (m->list[i].noticed) continue;
        buf_put(r->out, told++ ? ",\n   {" : "\n   {");
        text(r, "what", str_of(m->list[i].what));
        buf_put(r->out, ", "), text(r, "file", str_of(m->list[i].file));
        buf_printf(r->out, ", \"line\": %d}", m->list[i].line);
    }
    buf_put(r->out, "]}");
}

static void end(struct trial_report *r)
{
    const struct trial_totals *t = &r->totals;
    buf_put(r->out, "]");
    if (r->coverage) coverage(r);
    if (r->mutants)
        mutants(r);
    else if (r->mutate)
        buf_put(r->out, ",\n \"mutants\": null");
    buf_printf(r->out, ",\n \"totals\": {\"cases\": %zu, \"passed\": %zu, \"failed\": %zu, \"broken\": %zu}}\n",
               t->cases, t->passed, t->failed, t->broken);
}

const struct trial_format TRIAL_JSON = {"json", begin, tell, end};
