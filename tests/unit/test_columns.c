/* test_columns.c: the columns of a dataset: who counts, why who does not, and that neither workers, nor the order of
 * the file, nor its form, nor who asks first shows. All data are made up. */
#include "columns.h"

#include <math.h>
#include <pthread.h>

#define S(text) ((struct str){text, sizeof(text) - 1})
#define HEADER                                                                                                         \
    "{\"format\":\"peel.dataset.v1\",\"round\":\"synthetic\",\"year\":2026,\"measures\":{"                             \
    "\"size\":{\"title\":\"Size\"},\"count\":{\"title\":\"Count\"},"                                                   \
    "\"rate\":{\"title\":\"Rate\",\"per\":10,\"denominator\":\"size\"}}"

static struct str listed[] = {S("a"), S("b"), S("closed"), S("left")};
static struct cohort_left_out left_out[] = {{S("left"), S("it is none of them")}};
static struct cohort_choice choices[3];
static struct cohort_plan plan = {choices, 3};

enum { COUNT, RATE, LIKE }; /* which choice */

static void choose(void)
{
    choices[COUNT] = (struct cohort_choice){.measure = S("count"), .rules = outlier_rules_default};
    choices[COUNT].left_out = left_out;
    choices[COUNT].left_out_count = 1;
    choices[RATE] = choices[COUNT];
    choices[RATE].measure = S("rate");
    choices[LIKE] = (struct cohort_choice){.measure = S("absent"), .rules = outlier_rules_default};
    plan.count = 2;
}

static void write_orgs(const char *path, const char *const *orgs, size_t count, bool lines)
{
    FILE *out = fopen(path, "w");
    fprintf(out, lines ? HEADER "}\n" : HEADER ",\"organisations\":[\n");
    for (size_t i = 0; i < count; i++) fprintf(out, "%s%s\n", orgs[i], lines || i + 1 == count ? "" : ",");
    if (!lines) fputs("]}\n", out);
    fclose(out);
}

/* Each way of not counting, and five that do. */
static const char *const ways[] = {
    "{\"id\":\"e\",\"name\":\"E\",\"measures\":{\"size\":5,\"count\":5,\"rate\":5}}",
    "{\"id\":\"d\",\"name\":\"D\",\"measures\":{\"size\":5,\"count\":4,\"rate\":4}}",
    "{\"id\":\"c\",\"name\":\"C\",\"measures\":{\"size\":5,\"count\":3,\"rate\":3}}",
    "{\"id\":\"b\",\"name\":\"B\",\"measures\":{\"size\":5,\"count\":2,\"rate\":2}}",
    "{\"id\":\"a\",\"name\":\"A\",\"measures\":{\"size\":5,\"count\":1,\"rate\":1}}",
    "{\"id\":\"closed\",\"name\":\"Closed\",\"in_scope\":false,\"measures\":{\"size\":5,\"count\":1000,\"rate\":1000}}",
    "{\"id\":\"left\",\"name\":\"Left\",\"measures\":{\"size\":5,\"count\":1000,\"rate\":1000}}",
    "{\"id\":\"not-there\",\"name\":\"N\"}",
    "{\"id\":\"no-size\",\"name\":\"N\",\"measures\":{\"count\":3,\"rate\":3}}",
    "{\"id\":\"no-people\",\"name\":\"N\",\"measures\":{\"size\":0,\"count\":3,\"rate\":3}}",
    "{\"id\":\"negative\",\"name\":\"N\",\"measures\":{\"size\":-2,\"count\":3,\"rate\":3}}",
    "{\"id\":\"endless\",\"name\":\"N\",\"measures\":{\"size\":1e-300,\"count\":3,\"rate\":1e300}}",
    "{\"id\":\"m-supplied\",\"name\":\"N\",\"measures\":{\"size\":5,\"count\":{\"missing\":\"not-supplied\"},\"rate\":"
    "1}}",
    "{\"id\":\"m-unreadable\",\"name\":\"N\",\"measures\":{\"size\":5,\"count\":{\"missing\":\"unreadable\"},\"rate\":"
    "1}}",
    "{\"id\":\"m-applicable\",\"name\":\"N\",\"measures\":{\"size\":{\"missing\":\"not-applicable\"},\"count\":{"
    "\"missing\":"
    "\"not-applicable\"},\"rate\":1}}",
    "{\"id\":\"m-predates\",\"name\":\"N\",\"measures\":{\"size\":5,\"count\":{\"missing\":\"predates\"},\"rate\":"
    "{\"missing\":\"predates\"}}}",
    "{\"id\":\"m-abolished\",\"name\":\"N\",\"measures\":{\"size\":{\"missing\":\"unreadable\"},\"count\":{\"missing\":"
    "\"abolished\"},\"rate\":{\"missing\":\"abolished\"}}}",
    "{\"id\":\"m-collected\",\"name\":\"N\",\"measures\":{\"size\":5,\"count\":{\"missing\":\"not-collected\"},"
    "\"rate\":1}}",
};
enum { WAYS = sizeof ways / sizeof *ways };

/* Those that the header leaves without a denominator count by their value. */
static void count_is_right(void)
{
    struct buf text;
    buf_init(&text);
    side_describe(COUNT, &text);
    const char *at = buf_text(&text);
    ck_assert_ptr_nonnull(strstr(at, "\nlines 0 "));
    ck_assert_int_eq(strncmp(at, "n 9: 1 2 3 3 3 3 3 4 5\n", 23), 0);
    ck_assert_str_eq(strstr(at, "absent"),
                     "absent closed:out-of-scope left:left-out m-abolished:abolished m-applicable:not-applicable "
                     "m-collected:not-collected m-predates:predates m-supplied:not-supplied m-unreadable:unreadable "
                     "not-there:not-collected\n");
    buf_done(&text);
}

static void rate_is_right(void)
{
    struct buf text;
    buf_init(&text);
    side_describe(RATE, &text);
    const char *at = buf_text(&text);
    ck_assert_int_eq(strncmp(at, "n 8: 2 2 2 2 4 6 8 10\n", 22), 0);
    ck_assert_str_eq(strstr(at, "absent"),
                     "absent closed:out-of-scope endless:no-rate left:left-out m-abolished:abolished "
                     "m-applicable:not-applicable m-predates:predates negative:no-rate no-people:no-rate "
                     "no-size:not-collected not-there:not-collected\n");
    buf_done(&text);
}

START_TEST(who_counts_and_why_who_does_not)
{
    folder_enter();
    choose();
    for (int lines = 0; lines < 2; lines++) {
        write_orgs("x", ways, WAYS, lines);
        for (unsigned workers = 1; workers <= 3; workers++) {
            side_open("x", &plan, workers);
            count_is_right();
            rate_is_right();
            side_close();
        }
    }
    folder_leave();
}
END_TEST

START_TEST(as_each_sees_it)
{
    folder_enter();
    choose();
    write_orgs("x", ways, WAYS, true);
    side_open("x", &plan, 1);
    struct cohort_view a = side_view(COUNT, "a"), closed = side_view(COUNT, "closed"), left = side_view(COUNT, "left");
    ck_assert(a.standing == COHORT_STANDS && a.n == 9 && a.among);
    ck_assert(fabs(a.lines->mean - 3) < 1e-12); /* (1 + 2 + 5 * 3 + 4 + 5) / 9 */
    ck_assert(closed.standing == COHORT_OUT_OF_SCOPE && !closed.lines);
    ck_assert(left.standing == COHORT_LEFT_OUT && str_is(left.why, "it is none of them"));
    ck_assert(cohort_is_used(side.cohort, COUNT) && !cohort_is_used(side.cohort, RATE));
    ck_assert_uint_eq(cohort_count(side.cohort), 2);
    ck_assert(str_is(cohort_name(side.cohort, 0), "E") && str_is(cohort_name(side.cohort, WAYS - 1), "N"));
    side_close();
    folder_leave();
}
END_TEST

START_TEST(a_list_counts_those_on_it)
{
    folder_enter();
    choose();
    choices[COUNT].peers = PEERS_NAMED;
    choices[COUNT].named = listed;
    choices[COUNT].named_count = 4;
    choices[COUNT].rules.fewest = 2;
    write_orgs("x", ways, WAYS, true);
    side_open("x", &plan, 2);
    struct buf text;
    buf_init(&text);
    side_describe(COUNT, &text);
    ck_assert_int_eq(strncmp(buf_text(&text), "n 2: 1 2\n", 9), 0);
    ck_assert_str_eq(strstr(buf_text(&text), "absent"), "absent closed:out-of-scope left:left-out\n");
    ck_assert(side_view(COUNT, "a").among && !side_view(COUNT, "c").among);
    ck_assert(side_view(COUNT, "c").standing == COHORT_STANDS);
    buf_done(&text);
    side_close();
    folder_leave();
}
END_TEST

/* By size, of two: a peer without a value is a peer all the same; who was left out is none; whose size is missing has
 * none. */
START_TEST(similar_ones)
{
    static const char *const few[] = {
        "{\"id\":\"p\",\"name\":\"P\",\"measures\":{\"size\":10,\"count\":1}}",
        "{\"id\":\"q\",\"name\":\"Q\",\"measures\":{\"size\":20,\"count\":2}}",
        "{\"id\":\"r\",\"name\":\"R\",\"measures\":{\"size\":30}}",
        "{\"id\":\"left\",\"name\":\"L\",\"measures\":{\"size\":31,\"count\":1000}}",
        "{\"id\":\"out\",\"name\":\"O\",\"in_scope\":false,\"measures\":{\"size\":32,\"count\":1000}}",
        "{\"id\":\"s\",\"name\":\"S\",\"measures\":{\"size\":40,\"count\":4}}",
        "{\"id\":\"none\",\"name\":\"Z\",\"measures\":{\"count\":9}}",
    };
    folder_enter();
    choose();
    choices[COUNT].peers = PEERS_SIMILAR;
    choices[COUNT].similar = S("size");
    choices[COUNT].count = 2;
    choices[COUNT].rules.fewest = 2;
    write_orgs("x", few, 7, false);
    side_open("x", &plan, 1);
    struct cohort_view s = side_view(COUNT, "s"), q = side_view(COUNT, "q"), none = side_view(COUNT, "none");
    ck_assert(s.n == 2 && s.sorted[0] == 2 && s.sorted[1] == 4); /* r, then q */
    ck_assert(q.n == 2 && q.sorted[0] == 1 && q.sorted[1] == 2); /* p and r are ten away, s is twenty */
    ck_assert(none.standing == COHORT_NO_LIKENESS);
    struct buf text;
    buf_init(&text);
    side_describe(COUNT, &text);
    ck_assert_str_eq(strstr(buf_text(&text), "absent"),
                     "absent left:left-out none:not-collected out:out-of-scope r:not-collected\n");
    buf_done(&text);
    side_close();
    folder_leave();
}
END_TEST

/* --- By another measure ------------------------------------------------------------------------------------------- */

static const struct cohort_unless large = {S("size"), true, 30, S("too large")};

static const char *const sized[] = {
    "{\"id\":\"p\",\"name\":\"P\",\"measures\":{\"size\":10,\"count\":1}}",
    "{\"id\":\"q\",\"name\":\"Q\",\"measures\":{\"size\":20,\"count\":2}}",
    "{\"id\":\"on\",\"name\":\"R\",\"measures\":{\"size\":30,\"count\":3}}",
    "{\"id\":\"large\",\"name\":\"S\",\"measures\":{\"size\":30.5,\"count\":1000}}",
    "{\"id\":\"bare\",\"name\":\"T\",\"measures\":{\"size\":31}}",
    "{\"id\":\"out\",\"name\":\"O\",\"in_scope\":false,\"measures\":{\"size\":32,\"count\":1000}}",
    "{\"id\":\"left\",\"name\":\"L\",\"measures\":{\"count\":1000}}",
    "{\"id\":\"none\",\"name\":\"Z\",\"measures\":{\"size\":{\"missing\":\"unreadable\"},\"count\":1000}}",
    "{\"id\":\"no-one\",\"name\":\"Z\"}",
};

static void says_of(uint32_t choice, const char *begins, const char *absent)
{
    struct buf text;
    buf_init(&text);
    side_describe(choice, &text);
    ck_assert_msg(strncmp(buf_text(&text), begins, strlen(begins)) == 0, "%s", buf_text(&text));
    ck_assert_str_eq(strstr(buf_text(&text), "absent"), absent);
    buf_done(&text);
}

static const struct cohort_absent *absent_of(const struct cohort_entry *e, const char *id)
{
    for (size_t i = 0; i < e->absent_count; i++)
        if (str_is(cohort_id(side.cohort, e->absent[i].organisation), id)) return &e->absent[i];
    ck_abort_msg("%s is not absent", id);
    return NULL;
}

/* Above the limit and not on it; of whom the size is missing it is not known, and of what is missing itself that is
 * told. */
START_TEST(who_is_beyond_does_not_count)
{
    struct cohort_entry e;
    folder_enter();
    choose();
    choices[COUNT].unless = large;
    choices[RATE] = choices[COUNT];
    choices[RATE].unless = (struct cohort_unless){S("size"), false, 20, S("too small")};
    choices[RATE].measure = S("size");
    choices[COUNT].rules.fewest = choices[RATE].rules.fewest = 2;
    write_orgs("x", sized, 9, true);
    side_open("x", &plan, 2);
    says_of(COUNT, "n 3: 1 2 3\n",
            "absent bare:left-out large:left-out left:left-out no-one:not-collected none:undecided out:out-of-scope\n");
    says_of(RATE, "n 4: 20 30 30.5 31\n",
            "absent left:left-out no-one:not-collected none:unreadable out:out-of-scope p:left-out\n");
    cohort_entry(side.cohort, COUNT, &side.arena, &e);
    ck_assert(str_is(absent_of(&e, "large")->note, "too large"));
    ck_assert(str_is(absent_of(&e, "left")->note, "it is none of them"));
    ck_assert(str_is(absent_of(&e, "none")->note, "its \"size\" is missing: unreadable"));
    ck_assert_ptr_null(absent_of(&e, "no-one")->note.s);
    struct cohort_view beyond = side_view(COUNT, "large"), none = side_view(COUNT, "none"), on = side_view(COUNT, "on");
    ck_assert(beyond.standing == COHORT_BEYOND && str_is(beyond.why, "too large") && !beyond.lines);
    ck_assert(none.standing == COHORT_UNDECIDED && on.standing == COHORT_STANDS);
    ck_assert(side_view(COUNT, "left").standing == COHORT_LEFT_OUT);
    side_close();
    folder_leave();
}
END_TEST

/* Who is beyond is nobody's peer; who is not decided is one by its size, and missing: here sizes are sizes, and the
 * count decides. */
START_TEST(who_is_beyond_is_nobodys_peer)
{
    static const char *const few[] = {
        "{\"id\":\"p\",\"name\":\"P\",\"measures\":{\"size\":10,\"count\":1,\"rate\":1}}",
        "{\"id\":\"q\",\"name\":\"Q\",\"measures\":{\"size\":20,\"count\":2,\"rate\":2}}",
        "{\"id\":\"r\",\"name\":\"R\",\"measures\":{\"size\":22,\"count\":9,\"rate\":1000}}",
        "{\"id\":\"s\",\"name\":\"S\",\"measures\":{\"size\":25,\"rate\":1000}}",
        "{\"id\":\"t\",\"name\":\"T\",\"measures\":{\"size\":40,\"count\":4,\"rate\":4}}",
    };
    folder_enter();
    choose();
    choices[RATE].peers = PEERS_SIMILAR;
    choices[RATE].similar = S("size");
    choices[RATE].count = 2;
    choices[RATE].rules.fewest = 2;
    choices[RATE].unless = (struct cohort_unless){S("count"), true, 8, S("too many")};
    write_orgs("x", few, 5, true);
    side_open("x", &plan, 1);
    struct cohort_view t = side_view(RATE, "t"); /* s, which is missing, and q: r is passed over */
    ck_assert(t.n == 2 && t.sorted[0] == 1 && t.sorted[1] == 1);
    ck_assert(side_view(RATE, "r").standing == COHORT_BEYOND && side_view(RATE, "s").standing == COHORT_UNDECIDED);
    says_of(RATE, "n 3", "absent r:left-out s:undecided\n");
    side_close();
    folder_leave();
}
END_TEST

START_TEST(what_decides_may_be_in_no_dataset)
{
    folder_enter();
    choose();
    choices[COUNT].unless = (struct cohort_unless){S("absent"), true, 0, S("too much")};
    write_orgs("x", sized, 3, true);
    side_open("x", &plan, 1);
    says_of(COUNT, "n 0", "absent on:undecided p:undecided q:undecided\n");
    ck_assert(side_view(COUNT, "p").standing == COHORT_UNDECIDED);
    side_close();
    folder_leave();
}
END_TEST

START_TEST(what_the_dataset_lacks_has_no_column)
{
    folder_enter();
    choose();
    plan.count = 3; /* "absent" is in no catalogue */
    choices[RATE].peers = PEERS_SIMILAR;
    choices[RATE].similar = S("nothing");
    choices[RATE].count = 3;
    write_orgs("x", ways, WAYS, true);
    side_open("x", &plan, 1);
    ck_assert_uint_eq(cohort_count(side.cohort), 2);
    ck_assert_uint_eq(cohort_choice_of(side.cohort, NO_SLOT), COHORT_NONE);
    ck_assert_uint_eq(cohort_choice_of(NULL, 0), COHORT_NONE);
    ck_assert(side_view(RATE, "a").standing == COHORT_NO_LIKENESS);
    struct cohort_entry e;
    cohort_entry(side.cohort, RATE, &side.arena, &e);
    ck_assert(e.n == 0 && e.above_count == 0 && e.absent_count == WAYS);
    side_close();
    folder_leave();
}
END_TEST

/* --- Many -------------------------------------------------------------------------------------------------------- */

enum { MANY = 3000 };

static const char *beyond; /* written as the count and the rate of those whose size is above 150 */

/* Organisation i, whatever its place in the file: tied values, missing ones, some far out. */
static void write_one(FILE *out, unsigned i, double unit, const char *end)
{
    static const char *const missing[] = {"not-collected",  "not-supplied", "unreadable",
                                          "not-applicable", "predates",     "abolished"};
    unsigned mixed = i * 2654435761u >> 8;
    bool other = beyond && mixed % 2003 + 1 > 1500;
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"O %u\",\"in_scope\":%s,\"measures\":{\"size\":%.17g,", i, i,
            i % 17 == 3 ? "false" : "true", (double)(mixed % 2003 + 1) / 10 * unit);
    if (other)
        fprintf(out, "\"rate\":%s,\"count\":", beyond);
    else
        fprintf(out, "\"rate\":%u,\"count\":", mixed % 50);
    if (other)
        fputs(beyond, out);
    else if (i % 11 == 5)
        fprintf(out, "{\"missing\":\"%s\"}", missing[i % 6]);
    else
        fprintf(out, "%.17g", (double)(mixed % 1009 + 1) / 10 * unit);
    fprintf(out, "}}%s\n", end);
}

static void write_many(const char *path, unsigned step, double unit, bool lines)
{
    FILE *out = fopen(path, "w");
    fprintf(out, lines ? HEADER "}\n" : HEADER ",\"organisations\":[\n");
    for (unsigned i = 0; i < MANY; i++) write_one(out, i * step % MANY, unit, lines || i + 1 == MANY ? "" : ",");
    if (!lines) fputs("]}\n", out);
    fclose(out);
}

static void choose_many(void)
{
    choose();
    choices[RATE].peers = PEERS_SIMILAR;
    choices[RATE].similar = S("size");
    choices[RATE].count = 12;
    choices[RATE].left_out_count = 0;
}

static char *described(const char *path, unsigned workers)
{
    struct buf text;
    buf_init(&text);
    side_open(path, &plan, workers);
    side_describe(COUNT, &text);
    side_describe(RATE, &text);
    side_close();
    char *copy = strdup(buf_text(&text));
    buf_done(&text);
    return copy;
}

START_TEST(neither_workers_nor_order_nor_form_show)
{
    folder_enter();
    choose_many();
    write_many("first", 1, 1, true);
    write_many("other", 1009, 1, true); /* 1009 and 3000 have no factor in common: each once */
    write_many("array", 7, 1, false);
    char *first = described("first", 1);
    static const struct {
        const char *path;
        unsigned workers;
    } ways_there[] = {{"first", 4}, {"other", 1}, {"other", 3}, {"array", 1}, {"array", 5}};
    for (size_t i = 0; i < 5; i++) {
        char *again = described(ways_there[i].path, ways_there[i].workers);
        ck_assert_msg(strcmp(first, again) == 0, "%s, %u workers", ways_there[i].path, ways_there[i].workers);
        free(again);
    }
    free(first);
    folder_leave();
}
END_TEST

struct placed {
    char id[8];
    enum outlier_place place;
    double rank;
};
static struct placed placed[2][2 * MANY];

static size_t places_of(const char *path, struct placed *out)
{
    size_t n = 0;
    side_open(path, &plan, 1);
    for (size_t i = 0; i < side.count; i++)
        for (uint32_t choice = 0; choice < 2; choice++) {
            const struct org *org = side.orgs[i];
            struct cohort_view v = cohort_view(side.cohort, choice, org, &side.arena);
            if (v.standing != COHORT_STANDS) continue;
            uint32_t slot = cohort_slot(side.cohort, choice);
            double value = org->measures[slot].value.value;
            if (org->measures[slot].is.missing) continue;
            if (choice == RATE)
                value = entry_rate(&load_dataset(side.load)->catalogues[EVIDENCE_MEASURE].entries[slot], value,
                                   org->measures[0].value.value);
            struct placed *p = &out[n++];
            snprintf(p->id, sizeof p->id, "%s", org->id.s);
            p->place = outlier_place(v.lines, value);
            p->rank = numbers_rank(v.sorted, v.n, value, RANK_FROM_LOWEST, RANK_MINIMUM);
        }
    side_close();
    return n;
}

/* The counts of those that are beyond a thousand times as large, below zero, or missing: not one line moves, nor
 * anybody's place. */
START_TEST(the_values_of_those_beyond_do_not_show)
{
    folder_enter();
    choose_many();
    choices[COUNT].unless = choices[RATE].unless = (struct cohort_unless){S("size"), true, 150, S("too large")};
    write_many("first", 1, 1, true);
    char *first = described("first", 1);
    ck_assert_ptr_nonnull(strstr(first, ":left-out"));
    static const char *const instead[] = {"1e9", "-7", "{\"missing\":\"not-supplied\"}"};
    for (size_t i = 0; i < 3; i++) {
        beyond = instead[i];
        write_many("other", 1009, 1, true);
        beyond = NULL;
        char *again = described("other", 3);
        ck_assert_str_eq(first, again);
        free(again);
    }
    free(first);
    folder_leave();
}
END_TEST

/* All sizes and counts a thousand times as large, and a thousandth: nobody's place changes. */
START_TEST(the_unit_does_not_show)
{
    folder_enter();
    choose_many();
    write_many("one", 1, 1, true);
    size_t n = places_of("one", placed[0]), outside = 0;
    static const double units[] = {1000, 0.001};
    for (size_t u = 0; u < 2; u++) {
        write_many("other", 1, units[u], true);
        ck_assert_uint_eq(places_of("other", placed[1]), n);
        for (size_t i = 0; i < n; i++) {
            ck_assert_str_eq(placed[0][i].id, placed[1][i].id);
            ck_assert_msg(placed[0][i].place == placed[1][i].place && placed[0][i].rank == placed[1][i].rank,
                          "%s, unit %g: rank %g, was %g", placed[0][i].id, units[u], placed[1][i].rank,
                          placed[0][i].rank);
            outside += placed[0][i].place != PLACE_WITHIN;
        }
    }
    ck_assert_uint_gt(outside, 1000); /* there was something to change */
    folder_leave();
}
END_TEST

/* --- Many at once ------------------------------------------------------------------------------------------------- */

enum { ASKERS = 8 };

struct asker {
    pthread_t thread;
    pthread_barrier_t *start;
    struct buf said;
    size_t from;
};

static void *ask_all(void *of)
{
    struct asker *a = of;
    struct arena arena;
    arena_init(&arena);
    pthread_barrier_wait(a->start);
    for (size_t i = 0; i < side.count; i++) {
        const struct org *org = side.orgs[(i + a->from) % side.count]; /* each begins with another */
        for (uint32_t choice = 0; choice < 2; choice++) {
            struct cohort_view v = cohort_view(side.cohort, choice, org, &arena);
            if ((i + a->from) % side.count < 50 && v.lines)
                buf_printf(&a->said, "%s %zu %.17g %.17g\n", org->id.s, v.n, v.lines->lower, v.lines->upper);
        }
    }
    arena_done(&arena);
    return NULL;
}

static int by_text(const void *x, const void *y) { return strcmp(*(char *const *)x, *(char *const *)y); }

static char *in_order(struct buf *said)
{
    char *lines[200], *text = strdup(buf_text(said)), *all = calloc(1, said->length + 1);
    size_t n = 0;
    for (char *at = strtok(text, "\n"); at; at = strtok(NULL, "\n")) lines[n++] = at;
    qsort(lines, n, sizeof *lines, by_text);
    for (size_t i = 0; i < n; i++) strcat(strcat(all, lines[i]), "\n");
    free(text);
    return all;
}

START_TEST(many_that_ask_first_at_once_are_told_the_same)
{
    struct asker askers[ASKERS];
    pthread_barrier_t start;
    folder_enter();
    choose_many();
    write_many("x", 1, 1, true);
    side_open("x", &plan, 2);
    pthread_barrier_init(&start, NULL, ASKERS);
    for (size_t i = 0; i < ASKERS; i++) {
        askers[i] = (struct asker){.start = &start, .from = i * 371};
        buf_init(&askers[i].said);
        ck_assert_int_eq(pthread_create(&askers[i].thread, NULL, ask_all, &askers[i]), 0);
    }
    for (size_t i = 0; i < ASKERS; i++) pthread_join(askers[i].thread, NULL);
    char *first = in_order(&askers[0].said);
    ck_assert_uint_gt(strlen(first), 1000);
    for (size_t i = 0; i < ASKERS; i++) {
        char *other = in_order(&askers[i].said);
        ck_assert_str_eq(first, other);
        free(other);
        buf_done(&askers[i].said);
    }
    free(first);
    pthread_barrier_destroy(&start);
    side_close();
    folder_leave();
}
END_TEST

/* --- Without memory ------------------------------------------------------------------------------------------------
 */

struct telling {
    struct buf *text;
    bool good;
};

static void tell_all(void *context)
{
    struct telling *t = context;
    bool good = side_read();
    for (size_t i = 0; good && i < side.count; i++)
        for (uint32_t choice = 0; choice < 2; choice++)
            good = good && cohort_view(side.cohort, choice, side.orgs[i], &side.arena).standing != COHORT_STARVED;
    if (good) side_describe(COUNT, t->text), side_describe(RATE, t->text);
    t->good = good;
}

/* Everything, with what it describes; false: it ran out somewhere. */
static bool all_of_it(struct buf *text)
{
    struct telling t = {text, false};
    return side_fill("x", &plan, 1) && arena_guard(&side.arena, tell_all, &t) && t.good && !text->failed;
}

START_TEST(out_of_memory_at_every_step)
{
    struct buf text, full;
    size_t n = 1, failed = 1;
    folder_enter();
    choose();
    choices[RATE].peers = PEERS_SIMILAR;
    choices[RATE].similar = S("size");
    choices[RATE].count = 4;
    write_orgs("x", ways, WAYS, true);
    buf_init(&full);
    ck_assert(all_of_it(&full));
    side_close();
    for (; failed > 0; n++) {
        buf_init(&text);
        mem_fail_after(n);
        bool good = all_of_it(&text);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(!good || strcmp(buf_text(&text), buf_text(&full)) == 0, "step %zu: another answer", n);
        ck_assert_msg(failed == 0 ? good : true, "step %zu: nothing failed, yet no answer", n);
        side_close();
        buf_done(&text);
    }
    ck_assert_uint_gt(n, 20);
    buf_done(&full);
    folder_leave();
}
END_TEST

UNIT("columns", who_counts_and_why_who_does_not, as_each_sees_it, a_list_counts_those_on_it, similar_ones,
     who_is_beyond_does_not_count, who_is_beyond_is_nobodys_peer, what_decides_may_be_in_no_dataset,
     what_the_dataset_lacks_has_no_column, neither_workers_nor_order_nor_form_show,
     the_values_of_those_beyond_do_not_show, the_unit_does_not_show, many_that_ask_first_at_once_are_told_the_same,
     out_of_memory_at_every_step);
