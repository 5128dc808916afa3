/* test_compare.c: two sides and what changed between them. Whichever way a side was made, it is the same; a side against
 * itself has no difference; turned round, every difference is turned round. Over data that is made up by a little
 * generator, the same in every run. */
#include <inttypes.h>
#include <math.h>

#include "base/mem.h"
#include "compare/compare.h"
#include "little.h"
#include "report/diff.h"
#include "report/stream.h"
#include "unit.h"

static struct diags diags;
static struct buf told;

static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    little_write();
}

static void end(void)
{
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

static const char *problems(void)
{
    buf_clear(&told);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

/* --- Made-up data ----------------------------------------------------------------------------------------------------- */

static uint32_t state;
static unsigned any(unsigned below) /* Numerical Recipes' generator */
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}

static void write_sample(FILE *out, const char *id, unsigned size, bool *some)
{
    if (any(6) == 0) return;
    fprintf(out, "%s\"%s\":", *some ? "," : "", id);
    *some = true;
    if (any(6) == 0)
        fprintf(out, "{\"missing\":\"%s\"}", any(2) ? "not-supplied" : "unreadable");
    else
        fprintf(out, "{\"reviewed\":%u,\"met\":%u}", size, any(size + 1));
}

static void write_judgments(FILE *out)
{
    static const char *const grades[] = {"inadequate", "requires-improvement", "adequate", "good", "outstanding"};
    fprintf(out, ",\"judgments\":[{\"area\":\"calls\",\"grade\":\"%s\",\"date\":\"2021-03\"}", grades[any(5)]);
    switch (any(5)) {
    case 0: fprintf(out, ",{\"area\":\"calls\",\"grade\":\"%s\",\"status\":\"corrected\",\"date\":\"2021-0%u\",\"note\":\"a slip\"}", grades[any(5)], 4 + any(5)); break;
    case 1: fprintf(out, ",{\"area\":\"crime\",\"grade\":\"%s\",\"status\":\"carried-over\",\"date\":\"20%u\"}", grades[any(5)], 10 + any(5)); break;
    case 2: fprintf(out, ",{\"area\":\"crime\",\"grade\":\"%s\"},{\"area\":\"crime\",\"grade\":\"good\",\"status\":\"revisit\",\"date\":\"2022\"}", grades[any(5)]); break;
    default: break;
    }
    fprintf(out, "],\"moderations\":[");
    if (any(3) == 0)
        fprintf(out, "{\"area\":\"crime\",\"to\":\"%s\",\"by\":\"A\",\"date\":\"2021-05\",\"why\":\"w%u\"%s}", grades[any(5)], any(3),
                any(2) ? ",\"withdrawn\":\"2021-06\"" : "");
    fprintf(out, "]");
}

static void write_actions(FILE *out)
{
    static const char *const statuses[] = {"raised", "closed", "repeated", "reopened", "escalated", "being-progressed"};
    fprintf(out, ",\"actions\":[");
    for (unsigned i = 0, some = 0; i < 3; i++) {
        if (any(3) == 0) continue;
        fprintf(out, "%s{\"id\":\"a%u\",\"kind\":\"%s\",\"area\":\"calls\",%s\"text\":\"t%u\",\"events\":[{\"date\":\"2020-01-01\",\"status\":\"raised\"}",
                some++ ? "," : "", i, any(2) ? "cause-of-concern" : "area-for-improvement",
                any(3) ? "" : "\"against\":\"calls/answered\",", i);
        if (any(2)) fprintf(out, ",{\"date\":\"2020-0%u-01\",\"status\":\"%s\",\"by\":\"I\"}", 2 + any(7), statuses[any(6)]);
        fprintf(out, "],\"recommendations\":[{\"text\":\"r\",\"deadline\":\"%s\"}]}", any(2) ? "2020-05-05" : "3 months");
    }
    fprintf(out, "]");
}

static void write_org(FILE *out, unsigned n)
{
    bool some = false;
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"O %u\",\"samples\":{", n, n);
    write_sample(out, "answered", 60, &some);
    write_sample(out, "files", 50, &some);
    write_sample(out, "letters", 40, &some);
    fprintf(out, "},\"measures\":{\"delay\":%u},\"findings\":[", 8 + any(5));
    for (unsigned i = 0, count = any(4); i < count; i++)
        fprintf(out, "%s{\"kind\":\"%s\",\"against\":\"calls/polite\",\"text\":\"f%u\",\"weight\":%u}", i ? "," : "",
                any(3) ? "strength" : "weakness", any(4), 1 + any(2));
    fprintf(out, "]");
    write_judgments(out);
    write_actions(out);
    fprintf(out, "}\n");
}

/* Organisations from `from` to `to`, of which some are left out. */
static void write_data(const char *file, unsigned seed, unsigned from, unsigned to, int year)
{
    FILE *out = fopen(file, "w");
    const char *header = strchr(little_header, ',');
    const char *rest = strstr(header, "\"scale\"");
    ck_assert_ptr_nonnull(out);
    state = seed;
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r%d\",\"year\":%d,%s", year, year, rest);
    for (unsigned n = from; n < to; n++)
        if (n == from || any(8)) write_org(out, n);
    fclose(out);
}

/* --- Sides ------------------------------------------------------------------------------------------------------------ */

struct graded { struct pack *pack; struct load *load; struct cohort *cohort; };

static struct graded opened(const char *pack, const char *file)
{
    struct graded g = {.pack = pack_open(pack, NULL, &diags)};
    ck_assert_msg(g.pack != NULL, "%s", problems());
    g.load = load_open(file, &diags);
    ck_assert_msg(g.load != NULL, "%s", problems());
    g.cohort = cohort_open(g.load, &g.pack->cohort);
    ck_assert_msg(load_check(g.load, 1, &diags), "%s", problems());
    return g;
}

static void closed(struct graded g)
{
    cohort_close(g.cohort);
    load_close(g.load);
    pack_close(g.pack);
}

static struct judged *spot(const char *pack, const char *file, unsigned workers)
{
    struct run_totals totals;
    struct graded g = opened(pack, file);
    const struct side_grading grading = {.pack = g.pack, .load = g.load, .cohort = g.cohort, .name = file, .workers = workers};
    struct judged *side = side_grade(&grading, &totals, &diags);
    closed(g);
    return side;
}

static bool put(void *context, const void *bytes, size_t n) { return fwrite(bytes, 1, n, context) == n; }

static void write_result(const char *pack, const char *file, const struct format *format, const char *to)
{
    struct run_totals totals;
    struct graded g = opened(pack, file);
    FILE *out = fopen(to, "w");
    ck_assert_ptr_nonnull(out);
    struct stream stream = {.format = format, .load = g.load, .cohort = g.cohort, .context = out, .write = put,
                            .report = {.pack = g.pack, .of = 1, .workers = 1, .style = STYLE_PLAIN}};
    ck_assert_msg(stream_run(&stream, &totals, &diags), "%s", problems());
    fclose(out);
    closed(g);
}

static struct judged *read_back(const char *pack, const char *file, const struct format *format)
{
    write_result(pack, file, format, "result");
    struct judged *side = side_read("result", &diags);
    ck_assert_msg(side != NULL, "%s", problems());
    return side;
}

/* --- Both ways of making a side say the same ------------------------------------------------------------------------------ */

#define SAME_STR(a, b) ck_assert_msg(str_eq(a, b), "%.*s and %.*s", (int)(a).n, (a).s ? (a).s : "", (int)(b).n, (b).s ? (b).s : "")

static void same_date(struct date a, struct date b) { ck_assert_int_eq(date_compare(a, b), 0); }

static void same_moderation(const struct side_moderation *a, const struct side_moderation *b)
{
    ck_assert_int_eq(a == NULL, b == NULL);
    if (!a) return;
    SAME_STR(a->to, b->to);
    SAME_STR(a->by, b->by);
    SAME_STR(a->why, b->why);
    same_date(a->date, b->date);
    same_date(a->withdrawn, b->withdrawn);
}

static void same_judgment(const struct judged *x, const struct side_judgment *a, const struct judged *y, const struct side_judgment *b)
{
    ck_assert_int_eq(a->grade, b->grade);
    ck_assert_int_eq(a->computed, b->computed);
    ck_assert_int_eq(a->status, b->status);
    same_date(a->date, b->date);
    SAME_STR(side_published(x, a), side_published(y, b));
    ck_assert_int_eq(a->more == NULL, b->more == NULL);
    if (!a->more) return;
    SAME_STR(a->more->note, b->more->note);
    same_moderation(a->more->moderation, b->more->moderation);
    ck_assert_uint_eq(a->more->withdrawn_count, b->more->withdrawn_count);
    for (size_t i = 0; i < a->more->withdrawn_count; i++) same_moderation(&a->more->withdrawn[i], &b->more->withdrawn[i]);
    ck_assert_uint_eq(a->more->earlier_count, b->more->earlier_count);
    for (size_t i = 0; i < a->more->earlier_count; i++) SAME_STR(a->more->earlier[i].grade, b->more->earlier[i].grade);
}

static void same_item(const struct side_item *a, const struct side_item *b)
{
    SAME_STR(a->id, b->id);
    SAME_STR(a->text, b->text);
    SAME_STR(a->area, b->area);
    SAME_STR(a->against, b->against);
    ck_assert_int_eq(a->concern, b->concern);
    ck_assert_int_eq(a->recorded, b->recorded);
    ck_assert_uint_eq(a->event_count, b->event_count);
    for (size_t i = 0; i < a->event_count; i++) {
        SAME_STR(a->events[i].status, b->events[i].status);
        SAME_STR(a->events[i].by, b->events[i].by);
        same_date(a->events[i].date, b->events[i].date);
    }
    ck_assert_uint_eq(a->recommendation_count, b->recommendation_count);
    for (size_t i = 0; i < a->recommendation_count; i++) {
        SAME_STR(a->recommendations[i].text, b->recommendations[i].text);
        SAME_STR(a->recommendations[i].deadline, b->recommendations[i].deadline);
    }
}

static void same_values(const struct judged *x, const struct side_org *a, const struct judged *y, const struct side_org *b)
{
    ck_assert_uint_eq(a->value_count, b->value_count);
    for (size_t i = 0; i < a->value_count; i++) {
        const struct side_entry *e = &x->entries[a->values[i].entry];
        const struct side_value *v = side_value_of(b, side_entry_named(y, e->kind, e->id));
        ck_assert_msg(v != NULL, "%s of %s", e->id.s, a->id.s);
        ck_assert_int_eq(a->values[i].missing, v->missing);
        for (int n = 0; n < 3; n++) ck_assert_double_eq(a->values[i].number[n], v->number[n]);
    }
}

static void same_org(const struct judged *x, const struct side_org *a, const struct judged *y, const struct side_org *b)
{
    SAME_STR(a->id, b->id);
    SAME_STR(a->name, b->name);
    ck_assert_int_eq(a->in_scope, b->in_scope);
    ck_assert_int_eq(a->partial, b->partial);
    for (size_t i = 0; i < x->area_count; i++) same_judgment(x, &a->judgments[i], y, &b->judgments[i]);
    ck_assert_mem_eq(a->outcomes, b->outcomes, x->characteristic_count);
    ck_assert_mem_eq(a->read_start, b->read_start, (x->characteristic_count + 1) * sizeof *a->read_start);
    same_values(x, a, y, b);
    ck_assert_uint_eq(a->finding_count, b->finding_count);
    for (size_t i = 0; i < a->finding_count; i++) {
        SAME_STR(a->findings[i].text, b->findings[i].text);
        ck_assert_int_eq(a->findings[i].weakness, b->findings[i].weakness);
        ck_assert_uint_eq(a->findings[i].characteristic, b->findings[i].characteristic);
        ck_assert_double_eq(a->findings[i].weight, b->findings[i].weight);
    }
    ck_assert_uint_eq(a->item_count, b->item_count);
    for (size_t i = 0; i < a->item_count; i++) same_item(&a->items[i], &b->items[i]);
}

static void same_side(const struct judged *x, const struct judged *y)
{
    SAME_STR(x->pack, y->pack);
    SAME_STR(x->version, y->version);
    SAME_STR(x->digest, y->digest);
    SAME_STR(x->dataset_digest, y->dataset_digest);
    SAME_STR(x->round, y->round);
    same_date(x->latest, y->latest);
    ck_assert_uint_eq(x->partial, y->partial);
    ck_assert_uint_eq(x->area_count, y->area_count);
    for (size_t i = 0; i < x->area_count; i++) ck_assert_int_eq(x->areas[i].graded, y->areas[i].graded);
    ck_assert_uint_eq(x->characteristic_count, y->characteristic_count);
    for (size_t i = 0; i < x->characteristic_count; i++) SAME_STR(x->characteristics[i].id, y->characteristics[i].id);
    ck_assert_uint_eq(x->org_count, y->org_count);
    for (size_t i = 0; i < x->org_count; i++) same_org(x, &x->orgs[i], y, &y->orgs[i]);
}

START_TEST(a_side_is_the_same_however_it_was_made)
{
    begin();
    for (unsigned seed = 1; seed <= 8; seed++) {
        write_data("data.jsonl", seed, 0, 12, 2021);
        struct judged *one = spot("little", "data.jsonl", 1), *many = spot("little", "data.jsonl", 3),
                      *json = read_back("little", "data.jsonl", &FORMAT_JSON),
                      *lines = read_back("little", "data.jsonl", &FORMAT_JSONL);
        same_side(one, many);
        same_side(one, json);
        same_side(one, lines);
        side_close(one), side_close(many), side_close(json), side_close(lines);
    }
    end();
}
END_TEST

/* --- A side against itself, and turned round ------------------------------------------------------------------------------ */

struct looking { /* a comparison, with its memory */
    struct compare c;
    struct arena arena;
    jmp_buf escape;
};

static void look(struct looking *l, const struct judged *was, const struct judged *now)
{
    arena_init(&l->arena);
    l->arena.escape = &l->escape;
    if (setjmp(l->escape) != 0) ck_abort_msg("out of memory");
    ck_assert(compare_make(&l->c, was, now, &(struct wish){{NULL, 0}, {0, 0, 0}}, &l->arena, &diags));
}

static void nothing_differs(const struct judged *side, const struct judged *again)
{
    struct looking l;
    look(&l, side, again);
    ck_assert_uint_eq(l.c.count, side->org_count);
    for (size_t i = 0; i < l.c.count; i++) {
        const struct org_diff *d = compare_org(&l.c, i, &l.arena);
        ck_assert_msg(!d->differs, "%s differs from itself", d->now->id.s);
        for (size_t k = 0; k < d->judgment_count; k++)
            ck_assert(d->judgments[k].change == JUDGMENT_UNCHANGED || d->judgments[k].change == JUDGMENT_CARRIED_OVER);
        for (size_t k = 0; k < d->lives.count; k++) ck_assert_msg(!life_differs(&d->lives.list[k]), "%s", life_change_name(d->lives.list[k].change));
    }
    arena_done(&l.arena);
}

START_TEST(a_side_does_not_differ_from_itself)
{
    begin();
    for (unsigned seed = 1; seed <= 40; seed++) {
        write_data("data.jsonl", seed, 0, 12, 2021);
        struct judged *one = spot("little", "data.jsonl", 1), *again = read_back("little", "data.jsonl", &FORMAT_JSONL);
        nothing_differs(one, one);
        nothing_differs(one, again);
        side_close(one), side_close(again);
    }
    end();
}
END_TEST

static enum judgment_change turned(enum judgment_change change)
{
    switch (change) {
    case JUDGMENT_IMPROVED: return JUDGMENT_DECLINED;
    case JUDGMENT_DECLINED: return JUDGMENT_IMPROVED;
    case JUDGMENT_HIGHER: return JUDGMENT_LOWER;
    case JUDGMENT_LOWER: return JUDGMENT_HIGHER;
    case JUDGMENT_NEWLY_GRADED: return JUDGMENT_NO_LONGER_GRADED;
    case JUDGMENT_NO_LONGER_GRADED: return JUDGMENT_NEWLY_GRADED;
    default: return change;
    }
}

static enum moved moved_back(enum moved moved)
{
    static const enum moved back[MOVED_WAYS] = {MOVED_NOT, MOVED_OTHERWISE, MOVED_SIMILAR, MOVED_HIGHER, MOVED_LOWER,
                                                MOVED_IMPROVED, MOVED_DECLINED, MOVED_FOUND, MOVED_LOST, MOVED_MISSING};
    return back[moved];
}

static const struct judgment_diff *other_way(const struct judgment_diff *d, const struct org_diff *back)
{
    for (size_t i = 0; i < back->judgment_count; i++)
        if (back->judgments[i].was == d->now && back->judgments[i].now == d->was) return &back->judgments[i];
    ck_abort_msg("a judgment has no counterpart the other way round");
    return NULL;
}

/* One that was withdrawn, or ended, was not there before. */
static enum moderation_change mirrored(enum moderation_change change)
{
    switch (change) {
    case MODERATION_WITHDRAWN:
    case MODERATION_ENDED: return MODERATION_ADDED;
    case MODERATION_ADDED: return MODERATION_ENDED; /* the older side knows of no withdrawal */
    default: return change;
    }
}

static void judgment_mirrors(const struct judgment_diff *d, const struct judgment_diff *back)
{
    bool carried = d->change == JUDGMENT_CARRIED_OVER || back->change == JUDGMENT_CARRIED_OVER;
    if (!carried) { /* that nobody looked again is said of the newer one alone */
        ck_assert_int_eq(d->change, turned(back->change));
        ck_assert_int_eq(d->steps, -back->steps);
    }
    if (d->moderation != MODERATION_WITHDRAWN && back->moderation != MODERATION_WITHDRAWN)
        ck_assert_int_eq(d->moderation, mirrored(back->moderation));
    ck_assert_int_eq(d->moderation == MODERATION_WITHDRAWN || d->moderation == MODERATION_ENDED, back->moderation == MODERATION_ADDED);
    ck_assert_uint_eq(d->outcome_count, back->outcome_count);
    ck_assert_uint_eq(d->finding_count, back->finding_count);
    ck_assert_uint_eq(d->reading_count, back->reading_count);
    for (size_t i = 0; i < d->reading_count; i++) {
        const struct reading_diff *r = &d->readings[i], *s = &back->readings[i];
        SAME_STR(r->entry->id, s->entry->id);
        ck_assert_int_eq(r->moved, moved_back(s->moved));
        ck_assert(isnan(r->p) ? isnan(s->p) : fabs(r->p - s->p) < 1e-9);
    }
}

static void org_mirrors(const struct org_diff *d, const struct org_diff *back)
{
    static const enum org_change changes[] = {ORG_SAME, ORG_RENAMED, ORG_REMOVED, ORG_ADDED};
    ck_assert_int_eq(d->change, changes[back->change]);
    ck_assert_uint_eq(d->judgment_count, back->judgment_count);
    for (size_t i = 0; i < d->judgment_count; i++) judgment_mirrors(&d->judgments[i], other_way(&d->judgments[i], back));
}

static void mirrors(const struct judged *a, const struct judged *b)
{
    struct looking there, back;
    look(&there, a, b), look(&back, b, a);
    ck_assert_uint_eq(there.c.count, back.c.count);
    for (size_t i = 0; i < there.c.count; i++) {
        const struct org_diff *d = compare_org(&there.c, i, &there.arena), *e = NULL;
        for (size_t k = 0; k < back.c.count && !e; k++) {
            const struct org_diff *x = compare_org(&back.c, k, &back.arena);
            if (x->was == d->now && x->now == d->was) e = x;
        }
        ck_assert_ptr_nonnull(e);
        org_mirrors(d, e);
    }
    arena_done(&there.arena), arena_done(&back.arena);
}

START_TEST(turned_round_every_difference_is_turned_round)
{
    begin();
    for (unsigned seed = 1; seed <= 40; seed++) {
        write_data("a.jsonl", seed, 0, 10, 2021);
        write_data("b.jsonl", seed + 1000, 3, 13, 2022);
        struct judged *a = spot("little", "a.jsonl", 1), *b = spot("little", "b.jsonl", 1);
        mirrors(a, b);
        side_close(a), side_close(b);
    }
    end();
}
END_TEST

/* A newer pack: calls is called phones, and everything is alike; its crosswalk is read both ways. */
static void write_newer(const char *crosswalk)
{
    char compared[600];
    if (mkdir("newer", 0777) != 0 || mkdir("newer/areas", 0777) != 0) abort();
    snprintf(compared, sizeof compared, "name = \"newer\", compared = { little = { %s } },", crosswalk);
    little_replace("newer/pack.lua", little_manifest, "name = \"little\",", compared);
    char manifest[8192];
    FILE *in = fopen("newer/pack.lua", "r");
    size_t n = fread(manifest, 1, sizeof manifest - 1, in);
    manifest[n] = '\0';
    fclose(in);
    little_replace("newer/pack.lua", manifest, "areas = { \"calls\"", "areas = { \"phones\"");
    folder_write("newer/areas/phones.lua", little_calls);
    folder_write("newer/areas/crime.lua", little_crime);
    folder_write("newer/areas/victims.lua", little_victims);
}

START_TEST(a_crosswalk_is_read_both_ways)
{
    begin();
    write_newer("comparability = 'alike', areas = { phones = 'calls', crime = { 'crime', comparability = 'not-comparable', because = 'it was tightened' } }");
    for (unsigned seed = 1; seed <= 10; seed++) {
        write_data("a.jsonl", seed, 0, 10, 2021);
        write_data("b.jsonl", seed + 1000, 3, 13, 2022);
        struct judged *a = spot("little", "a.jsonl", 1), *b = spot("newer", "b.jsonl", 1), *read = read_back("newer", "b.jsonl", &FORMAT_JSON);
        same_side(b, read);
        mirrors(a, b);
        mirrors(a, read);
        struct looking l;
        look(&l, a, read);
        ck_assert_uint_eq(l.c.crosswalk.count, 4);
        ck_assert_int_eq(l.c.crosswalk.links[0].change, AREA_RENAMED);
        ck_assert_int_eq(l.c.crosswalk.links[0].comparability, ALIKE);
        ck_assert_int_eq(l.c.crosswalk.links[1].comparability, NOT_COMPARABLE);
        SAME_STR(l.c.crosswalk.links[1].because, STR("it was tightened"));
        ck_assert_int_eq(l.c.crosswalk.links[2].change, AREA_NEW);
        ck_assert_int_eq(l.c.crosswalk.links[3].change, AREA_DROPPED);
        arena_done(&l.arena);
        side_close(a), side_close(b), side_close(read);
    }
    end();
}
END_TEST

/* --- Readings --------------------------------------------------------------------------------------------------------- */

static void write_two(const char *file, int year, unsigned answered, unsigned delay)
{
    FILE *out = fopen(file, "w");
    ck_assert_ptr_nonnull(out);
    fprintf(out, "{\"format\":\"peel.dataset.v1\",\"round\":\"r\",\"year\":%d,\"samples\":{\"answered\":{\"title\":\"Calls answered\",\"better\":\"higher\"}},"
                 "\"measures\":{\"delay\":{\"title\":\"Minutes\",\"better\":\"lower\"}}}\n"
                 "{\"id\":\"o\",\"name\":\"O\",\"samples\":{\"answered\":{\"reviewed\":40,\"met\":%u}},\"measures\":{\"delay\":%u}}\n", year, answered, delay);
    fclose(out);
}

static struct reading_diff reading(const struct judged *a, const struct judged *b, enum evidence_kind kind, const char *id)
{
    struct looking l;
    look(&l, a, b);
    struct reading_diff d = moved_entry(&l.c.crosswalk, side_entry_named(b, kind, str_of(id)), &a->orgs[0], &b->orgs[0]);
    arena_done(&l.arena);
    return d;
}

/* R: prop.test(c(36, 24), c(40, 40), correct = FALSE)$p.value is 0.001945774; of c(36, 30) it is 0.07748487. Of a plain
 * number nothing is tested. */
START_TEST(words_of_direction_need_significance)
{
    begin();
    write_two("a.jsonl", 2021, 24, 12);
    write_two("b.jsonl", 2022, 36, 9);
    write_two("c.jsonl", 2023, 30, 9);
    struct judged *a = spot("little", "a.jsonl", 1), *b = spot("little", "b.jsonl", 1), *c = spot("little", "c.jsonl", 1);
    struct reading_diff d = reading(a, b, EVIDENCE_SAMPLE, "answered");
    ck_assert_int_eq(d.moved, MOVED_IMPROVED);
    ck_assert_double_eq_tol(d.p, 0.001945774, 1e-9);
    ck_assert_int_eq(reading(b, a, EVIDENCE_SAMPLE, "answered").moved, MOVED_DECLINED);
    d = reading(c, b, EVIDENCE_SAMPLE, "answered");
    ck_assert_int_eq(d.moved, MOVED_SIMILAR);
    ck_assert_double_eq_tol(d.p, 0.07748487, 1e-8);
    d = reading(a, b, EVIDENCE_MEASURE, "delay");
    ck_assert_int_eq(d.moved, MOVED_OTHERWISE);
    ck_assert(isnan(d.p));
    ck_assert_int_eq(reading(b, c, EVIDENCE_MEASURE, "delay").moved, MOVED_NOT);
    side_close(a), side_close(b), side_close(c);
    end();
}
END_TEST

/* --- Deadlines --------------------------------------------------------------------------------------------------------- */

static const char *due(const char *deadline, const char *since)
{
    static struct buf text;
    struct date from = {0}, at;
    buf_clear(&text);
    if (*since) ck_assert(date_parse(str_of(since), &from));
    if (!lives_due(str_of(deadline), from, &at)) return "";
    date_write(at, &text);
    return buf_text(&text);
}

START_TEST(a_deadline_is_a_date_or_a_period)
{
    ck_assert_str_eq(due("2022-09-30", ""), "2022-09-30");
    ck_assert_str_eq(due("6 months", "2021-03-01"), "2021-09-01");
    ck_assert_str_eq(due("1 month", "2021-01-31"), "2021-02-28");
    ck_assert_str_eq(due("1 month", "2020-01-31"), "2020-02-29");
    ck_assert_str_eq(due("13 months", "2020-12"), "2022-01");
    ck_assert_str_eq(due("2 years", "2020"), "2022");
    ck_assert_str_eq(due("2 weeks", "2021-12-25"), "2022-01-08");
    ck_assert_str_eq(due("366 days", "2020-01-01"), "2021-01-01");
    ck_assert_str_eq(due("immediately", "2020-01-01"), "2020-01-01");
    ck_assert_str_eq(due("6 months", ""), "");        /* from when? */
    ck_assert_str_eq(due("6 months", "2020"), "");    /* of a year alone no month can be told */
    ck_assert_str_eq(due("10 days", "2020-02"), "");
    ck_assert_str_eq(due("soon", "2020-01-01"), "");
    ck_assert_str_eq(due("6 moons", "2020-01-01"), "");
    ck_assert_str_eq(due("999999999999 days", "2020-01-01"), "");
    ck_assert_str_eq(due("99999 years", "2020-01-01"), "");
}
END_TEST

/* --- What is broken --------------------------------------------------------------------------------------------------- */

static void cut(const char *text, size_t n)
{
    FILE *out = fopen("cut", "w");
    ck_assert(out && fwrite(text, 1, n, out) == n);
    fclose(out);
    struct diags found;
    diags_init(&found);
    ck_assert_msg(side_read("cut", &found) == NULL, "a result of which %zu bytes are left is taken as whole", n);
    ck_assert_uint_ge(found.errors, 1);
    diags_done(&found);
}

static char *slurp(const char *file, size_t *n)
{
    char *text = source_slurp(file, 1u << 24, n, &diags);
    ck_assert_ptr_nonnull(text);
    return text;
}

START_TEST(a_result_that_breaks_off_is_refused)
{
    static const struct format *const formats[] = {&FORMAT_JSON, &FORMAT_JSONL};
    begin();
    write_data("data.jsonl", 7, 0, 3, 2021);
    for (size_t f = 0; f < 2; f++) {
        size_t n;
        write_result("little", "data.jsonl", formats[f], "result");
        char *text = slurp("result", &n);
        for (size_t i = 0; i + 2 < n; i += 61) cut(text, i);
        mem_free(text);
    }
    end();
}
END_TEST

/* Whatever byte is changed, it is read or refused, and nothing else. */
START_TEST(a_result_that_was_changed_does_no_harm)
{
    size_t n;
    begin();
    write_data("data.jsonl", 7, 0, 3, 2021);
    write_result("little", "data.jsonl", &FORMAT_JSON, "result");
    char *text = slurp("result", &n);
    state = 99;
    for (int i = 0; i < 200; i++) {
        size_t at = any((unsigned)n);
        char was = text[at];
        text[at] = "{}[]\",:0x-"[any(10)];
        FILE *out = fopen("changed", "w");
        ck_assert(out && fwrite(text, 1, n, out) == n);
        fclose(out);
        struct diags found;
        diags_init(&found);
        struct judged *side = side_read("changed", &found);
        ck_assert_msg(side != NULL || found.errors > 0, "refused without a word");
        side_close(side);
        diags_done(&found);
        text[at] = was;
    }
    mem_free(text);
    end();
}
END_TEST

/* --- Memory that ends --------------------------------------------------------------------------------------------------- */

/* The whole of it: a side each way, compared and written. False: memory ended, and that was told. */
static bool whole_diff(const struct graded *g)
{
    struct run_totals totals;
    struct diags found;
    struct compare c;
    struct arena arena;
    struct buf out;
    jmp_buf escape;
    volatile bool good = false;
    diags_init(&found), arena_init(&arena), buf_init(&out);
    const struct side_grading grading = {.pack = g->pack, .load = g->load, .cohort = g->cohort, .name = "data.jsonl", .workers = 1};
    struct judged *volatile was = side_read("result", &found), *volatile now = was ? side_grade(&grading, &totals, &found) : NULL;
    arena.escape = &escape;
    if (now && setjmp(escape) == 0 && compare_make(&c, was, now, &(struct wish){{NULL, 0}, {0, 0, 0}}, &arena, &found)) {
        struct tally tally = {0};
        struct because because = {0};
        for (size_t i = 0; i < c.count; i++) {
            const struct org_diff *d = compare_org(&c, i, &arena);
            tally_add(&tally, &c, i, d);
            for (size_t k = 0; k < d->judgment_count; k++) {
                struct attribution a = attribution_of(&c, d, k, &arena);
                attribution_add(&because.sum, &a, &d->judgments[k]);
            }
        }
        struct diff_report r = {.c = &c, .tally = &tally, .because = &because, .style = STYLE_PLAIN};
        good = diff_write(&DIFF_TEXT, &r, &out) && diff_write(&DIFF_JSON, &r, &out) && diff_write(&DIFF_CSV, &r, &out);
    }
    ck_assert_msg(now || found.errors > 0 || found.starved, "failed without a word");
    arena_done(&arena), buf_done(&out);
    side_close(was), side_close(now);
    diags_done(&found);
    return good;
}

START_TEST(memory_may_end_anywhere)
{
    begin();
    write_data("a.jsonl", 3, 0, 3, 2021);
    write_data("data.jsonl", 4, 0, 3, 2022);
    write_result("little", "a.jsonl", &FORMAT_JSON, "result");
    struct graded g = opened("little", "data.jsonl");
    size_t nth = 1, failed;
    do {
        mem_fail_after(nth);
        bool good = whole_diff(&g);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(good == (failed == 0), "allocation %zu", nth);
        nth += nth < 2000 ? 7 : 97;
    } while (failed > 0 && nth < 100000);
    ck_assert_uint_eq(failed, 0);
    closed(g);
    end();
}
END_TEST

/* What is wrong is looked for in the text again, which takes memory of its own. */
START_TEST(a_wrong_result_is_told_wherever_memory_ends)
{
    size_t n, nth = 1, failed;
    begin();
    write_data("data.jsonl", 3, 0, 3, 2021);
    write_result("little", "data.jsonl", &FORMAT_JSON, "result");
    char *text = slurp("result", &n), *grade = strstr(text, "\"computed\": \"");
    ck_assert_ptr_nonnull(grade);
    grade[13] = '!';
    FILE *out = fopen("wrong", "w");
    ck_assert(out && fwrite(text, 1, n, out) == n);
    fclose(out);
    mem_free(text);
    do {
        struct diags found;
        mem_fail_after(nth);
        diags_init(&found);
        ck_assert_ptr_null(side_read("wrong", &found));
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(found.errors > 0 || found.starved, "allocation %zu: refused without a word", nth);
        if (failed == 0) {
            ck_assert_uint_eq(found.errors, 1);
            ck_assert_uint_gt(found.list[0].place.column, 0);
            ck_assert_ptr_nonnull(strstr(found.list[0].message, "is no grade of the scale"));
        }
        diags_done(&found);
        nth++;
    } while (failed > 0);
    end();
}
END_TEST

UNIT("compare", a_side_is_the_same_however_it_was_made, a_side_does_not_differ_from_itself,
     turned_round_every_difference_is_turned_round, a_crosswalk_is_read_both_ways, words_of_direction_need_significance,
     a_deadline_is_a_date_or_a_period, a_result_that_breaks_off_is_refused, a_result_that_was_changed_does_no_harm,
     memory_may_end_anywhere, a_wrong_result_is_told_wherever_memory_ends);
