/* test_load_records.c: the records that a dataset becomes: the same of both forms and of every spelling, filled where
 * nothing is said, and made with no more memory than there is. */
#include "data/phrase.h"
#include "loading.h"

static void put_citation(struct buf *b, const struct citation *c)
{
    buf_printf(b, " [%d %.*s]", (int)c->source, (int)c->place.n, c->place.s ? c->place.s : "");
}

static void put_date(struct buf *b, struct date d) { buf_printf(b, " %d-%d-%d", d.year, d.month, d.day); }

static void put_str(struct buf *b, struct str s) { buf_printf(b, " '%.*s'", (int)s.n, s.s ? s.s : ""); }

static void put_evidence(struct buf *b, const struct dataset *d, const struct org *o)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        for (uint32_t slot = 0; slot < d->catalogues[kind].count; slot++) {
            const struct evidence *is = org_evidence(o, (enum evidence_kind)kind, slot);
            org_pointer(d, o, (enum evidence_kind)kind, slot, b);
            buf_printf(b, " %d %d %u ", is->missing, is->mentioned, is->offset);
            phrase_value(d, o, (enum evidence_kind)kind, slot, b);
            put_citation(b, &is->source);
            put_str(b, is->note);
            buf_char(b, '\n');
        }
    for (size_t i = 0; i < d->catalogues[EVIDENCE_ESTIMATE].count; i++)
        buf_printf(b, "%g %d\n", o->estimates[i].level, (int)o->estimates[i].n);
    for (size_t i = 0; i < d->catalogues[EVIDENCE_SAMPLE].count; i++)
        buf_printf(b, "%d\n", (int)o->samples[i].population);
}

static void put_records(struct buf *b, const struct org *o)
{
    for (size_t i = 0; i < o->finding_count; i++) {
        const struct finding *f = &o->findings[i];
        buf_printf(b, "finding %d %g %u", f->weakness, f->weight, f->offset);
        put_str(b, f->id), put_str(b, f->text), put_str(b, f->note), put_citation(b, &f->source);
        for (size_t j = 0; j < f->against_count; j++) {
            put_str(b, f->against[j]);
            ck_assert_uint_eq(f->against_slot[j], NO_SLOT);
        }
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->judgment_count; i++) {
        const struct judgment *j = &o->judgments[i];
        buf_printf(b, "judgment %d %d %u", j->grade, j->status, j->offset);
        put_str(b, j->area), put_str(b, j->round), put_str(b, j->note), put_date(b, j->date),
            put_citation(b, &j->source);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->moderation_count; i++) {
        const struct moderation *m = &o->moderations[i];
        buf_printf(b, "moderation %d %u", m->to, m->offset);
        put_str(b, m->area), put_str(b, m->by), put_str(b, m->why), put_date(b, m->date), put_date(b, m->withdrawn);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->action_count; i++) {
        const struct action *a = &o->actions[i];
        buf_printf(b, "action %d %u", a->concern, a->offset);
        put_str(b, a->id), put_str(b, a->area), put_str(b, a->text), put_str(b, a->round), put_citation(b, &a->source);
        for (size_t j = 0; j < a->event_count; j++)
            put_date(b, a->events[j].date), put_str(b, a->events[j].status), put_str(b, a->events[j].comment),
                put_str(b, a->events[j].by);
        for (size_t j = 0; j < a->recommendation_count; j++)
            put_str(b, a->recommendations[j].text), put_str(b, a->recommendations[j].deadline);
        buf_char(b, '\n');
    }
    for (size_t i = 0; i < o->stated_count; i++) {
        buf_printf(b, "stated %d %d %u", o->stated[i].grade, (int)o->stated[i].count, o->stated[i].offset);
        put_citation(b, &o->stated[i].source);
        buf_char(b, '\n');
    }
}

static void put_org(struct buf *b, const struct dataset *d, const struct org *o)
{
    buf_printf(b, "organisation %llu %d %u", (unsigned long long)o->index, o->in_scope, o->id_offset);
    put_str(b, o->id), put_str(b, o->name);
    buf_char(b, '\n');
    put_evidence(b, d, o);
    put_records(b, o);
}

struct second_pass {
    struct load *load;
    struct batch batch;
    struct arena arena;
    struct buf *out;
    struct diags *d;
};

static void put_all(void *context)
{
    struct second_pass *p = context;
    while (load_bring(p->load, &p->batch, p->d))
        for (size_t i = 0; i < p->batch.count; i++) {
            const struct org *o = load_org(p->load, &p->batch, i, &p->arena, NULL);
            ck_assert_ptr_nonnull(o);
            if (p->out) put_org(p->out, load_dataset(p->load), o);
            arena_reset(&p->arena);
        }
}

/* Loads a file in full, both passes; out gets its records. False, and problems, where that fails. */
static bool load_all(const char *name, unsigned workers, struct buf *out, struct diags *d)
{
    struct second_pass p = {.load = load_open(name, d), .out = out, .d = d};
    batch_init(&p.batch);
    arena_init(&p.arena);
    bool good = p.load && load_check(p.load, workers, d) && load_rewind(p.load);
    if (good && !arena_guard(&p.arena, put_all, &p)) /* load_org found no memory: that is the caller's to tell */
        diag_add(d, DIAG_ERROR, (struct place){name, 0, 0, 0}, NULL, "out of memory");
    good = good && d->errors == 0;
    load_close(p.load);
    arena_done(&p.arena);
    batch_done(&p.batch);
    return good;
}

static const char *sample_path(const char *name)
{
    static char path[600];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/tests/schema/good/%s", root ? root : ".", name);
    return path;
}

START_TEST(both_forms_give_the_same_records)
{
    struct buf one, other;
    struct diags d;
    buf_init(&one), buf_init(&other), diags_init(&d);
    ck_assert(load_all(sample_path("synthetic-everything.json"), 1, &one, &d));
    ck_assert(load_all(sample_path("synthetic-everything.jsonl"), 1, &other, &d));
    ck_assert_str_eq(buf_text(&one), buf_text(&other));
    ck_assert_ptr_nonnull(strstr(buf_text(&one), "/organisations/0/measures/incidents 0 1 "));
    ck_assert_ptr_nonnull(
        strstr(buf_text(&one), "13157 incidents (12 per 1,000 residents) [0 page 4] 'provisional'\n"));
    ck_assert_ptr_nonnull(strstr(buf_text(&one), "/organisations/1/samples/files 1 0 0 not collected"));
    buf_done(&one), buf_done(&other), diags_done(&d);
}
END_TEST

/* Every number and string the short way, every key the long way; and all with escapes and white space in their way. */
START_TEST(other_spellings_give_the_same_records)
{
    struct buf one, other;
    struct diags d;
    static char text_of[8000];
    buf_init(&one), buf_init(&other), diags_init(&d);
    ck_assert(load_all(sample_path("synthetic-everything.json"), 1, &one, &d));
    FILE *file = fopen(sample_path("synthetic-everything.json"), "r");
    text_of[fread(text_of, 1, sizeof text_of - 1, file)] = '\0';
    fclose(file);
    folder_enter();
    folder_write("x.json", spaced(text_of));
    ck_assert(load_all("x.json", 1, &other, &d));
    ck_assert_str_eq(buf_text(&other), buf_text(&one));
    for (char *at = text_of; (at = strstr(at, ", \""));) memcpy(at, "\n,\"", 3);
    folder_write("x.json", text_of);
    buf_clear(&other);
    ck_assert(load_all("x.json", 1, &other, &d));
    ck_assert_str_eq(buf_text(&other), buf_text(&one));
    buf_done(&one), buf_done(&other), diags_done(&d);
    folder_leave();
}
END_TEST

/* The record of what is not mentioned, of what the catalogue cites, and of defaults. */
START_TEST(records_are_filled)
{
    struct diags d;
    struct batch batch;
    struct arena arena;
    diags_init(&d), batch_init(&batch), arena_init(&arena);
    struct load *load = load_open(sample_path("synthetic-everything.json"), &d);
    ck_assert(load_check(load, 1, &d) && load_rewind(load) && load_bring(load, &batch, &d));
    const struct dataset *data = load_dataset(load);
    const struct org *north = load_org(load, &batch, 0, &arena, NULL), *south = load_org(load, &batch, 1, &arena, NULL);
    ck_assert_uint_eq(load_count(load), 2);
    ck_assert_uint_eq(load_in_scope(load), 1);
    ck_assert(str_is(load_id(load, 1), "south"));
    uint32_t incidents = catalogue_find(&data->catalogues[EVIDENCE_MEASURE], STR("incidents"));
    ck_assert_uint_eq(south->measures[incidents].is.missing, PEEL_NOT_COLLECTED);
    ck_assert(!south->measures[incidents].is.mentioned);
    ck_assert_uint_eq(south->measures[incidents].is.source.source, 0); /* the catalogue's */
    ck_assert_uint_eq(south->measures[0].is.source.source, NO_SLOT);
    ck_assert(south->estimates[0].level == 0.95);
    ck_assert(!south->in_scope);
    ck_assert(str_is(north->measures[incidents].value.spelled, "13157"));
    ck_assert_int_eq(
        memcmp(batch.text + batch.pieces[0].start + north->measures[incidents].is.offset, "{\"value\": 13157", 15), 0);
    ck_assert_uint_eq(north->samples[1].met_missing, PEEL_UNREADABLE);
    ck_assert_uint_eq(north->samples[1].is.missing, PEEL_UNREADABLE);
    ck_assert_int_eq(data->catalogues[EVIDENCE_MEASURE].entries[incidents].denominator, 0);
    ck_assert_uint_eq(data->sources[0].published.month, 5);
    struct str near;
    ck_assert(load_has(load, STR("north"), &near));
    ck_assert(!load_has(load, STR("nort"), &near));
    ck_assert(str_is(near, "north"));
    ck_assert(!load_has(load, STR("elsewhere"), &near));
    ck_assert_ptr_null(near.s);
    ck_assert_int_eq(strncmp(load_digest(load), "sha256:", 7), 0);
    load_close(load), arena_done(&arena), batch_done(&batch), diags_done(&d);
}
END_TEST

/* --- Memory --- */

static size_t fail_until_it_works(const char *name, unsigned workers)
{
    for (size_t n = 1;; n++) {
        struct diags d;
        diags_init(&d);
        mem_fail_after(n);
        bool good = load_all(name, workers, NULL, &d);
        size_t failed = mem_failed();
        mem_fail_after(0);
        if (!good && failed) ck_assert(d.errors > 0 && d.starved);
        diags_done(&d);
        if (good && !failed) return n;
        ck_assert_uint_lt(n, 5000);
    }
}

START_TEST(without_memory)
{
    char path[600];
    snprintf(path, sizeof path, "%s", sample_path("synthetic-everything.json"));
    ck_assert_uint_gt(fail_until_it_works(path, 1), 10);
    ck_assert_uint_gt(fail_until_it_works(path, 2), 10);
    snprintf(path, sizeof path, "%s", sample_path("synthetic-everything.jsonl"));
    ck_assert_uint_gt(fail_until_it_works(path, 1), 10);
}
END_TEST

/* The same while there is much to complain of. */
START_TEST(without_memory_for_complaints)
{
    folder_enter();
    folder_write(
        "x.json", HEAD NAMES ORGS
        "\"measures\": {\"cals\": 1, \"calls\": \"n/a\"}, \"estimates\": {\"recorded\": {\"value\": \"1.9%\"}},"
        "\"findings\": [{\"id\": \"f\"}, {\"id\": \"f\"}], \"judgments\": [{\"area\": \"a\", \"grade\": "
        "\"god\"}]}]}\n");
    for (size_t n = 1;; n++) {
        struct diags d;
        diags_init(&d);
        mem_fail_after(n);
        ck_assert(!load_all("x.json", 1, NULL, &d));
        size_t failed = mem_failed();
        mem_fail_after(0);
        ck_assert_uint_gt(d.errors, 0);
        diags_done(&d);
        if (!failed) break;
        ck_assert_uint_lt(n, 5000);
    }
    folder_leave();
}
END_TEST

UNIT("load records", both_forms_give_the_same_records, other_spellings_give_the_same_records, records_are_filled,
     without_memory, without_memory_for_complaints);
