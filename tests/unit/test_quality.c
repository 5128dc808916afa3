/* The questions that a dataset raises about itself. */
#include "cohort/quality.h"

#include <math.h>
#include <stdio.h>

#include "base/mem.h"
#include "cohort/consistency.h"
#include "cohort/earlier.h"
#include "folder.h"
#include "unit.h"

/* --- Asking as `peel check` does -----------------------------------------------------------------------------------
 */

struct given {
    const char *path;
    struct diags diags;
    struct load *load;
    struct quality *quality;
};

struct passing {
    struct given *g;
    struct batch batch;
    struct arena arena;
    bool good;
};

static void ask_each(void *context)
{
    struct passing *p = context;
    while (p->good && load_bring(p->g->load, &p->batch, &p->g->diags))
        for (size_t i = 0; p->good && i < p->batch.count; i++, arena_reset(&p->arena)) {
            const struct org *org = load_org(p->g->load, &p->batch, i, &p->arena, NULL);
            p->good = org && quality_ask(p->g->quality, &p->batch, i, org, &p->g->diags);
        }
}

static bool pass(struct given *g)
{
    struct passing p = {.g = g, .good = true};
    batch_init(&p.batch), arena_init(&p.arena);
    bool good = arena_guard(&p.arena, ask_each, &p) && p.good;
    arena_done(&p.arena), batch_done(&p.batch);
    return good && g->diags.errors == 0; /* load_bring may have ended early: the diags know (load.h) */
}

static bool check_one(struct given *g, unsigned workers)
{
    bool good = g->quality && quality_watch(g->quality) && load_check(g->load, workers, &g->diags);
    good = good && quality_draw(g->quality);
    if (!good && g->quality) quality_end(g->quality);
    return good;
}

static bool ask_one(struct given *g)
{
    bool good = quality_begin(g->quality) && load_rewind(g->load) && pass(g);
    quality_end(g->quality);
    diags_sort(&g->diags);
    return good;
}

static void let_go(struct given *g)
{
    quality_close(g->quality);
    load_close(g->load);
    diags_done(&g->diags);
}

/* The later of two given (older NULL: there is none) is left in *g; false: out of memory, or no good dataset. */
static bool ask_all(struct given *g, const char *older, double width, unsigned workers)
{
    struct given before = {.path = older};
    bool good = true, compared = true;
    diags_init(&before.diags);
    g->load = load_open(g->path, &g->diags);
    if (g->load) g->quality = quality_open(g->load, width);
    if (older && (before.load = load_open(older, &before.diags))) before.quality = quality_open(before.load, width);
    if (before.quality && g->quality) compared = quality_compare(g->quality, before.quality);
    bool first = older && check_one(&before, workers);
    good = check_one(g, workers);
    if (first) first = ask_one(&before);
    good = good && ask_one(g);
    let_go(&before);
    return good && compared && (first || !older);
}

/* "4:18 Alder: "calls" is ...": a line each. Valid until asked again. */
static const char *asked_of(const char *path, const char *older, double width, unsigned workers)
{
    static struct buf text;
    struct given g = {.path = path};
    diags_init(&g.diags);
    g.diags.limit = 10000;
    buf_clear(&text);
    ck_assert_msg(ask_all(&g, older, width, workers), "%s", g.diags.count ? g.diags.list[0].message : "starved");
    ck_assert_uint_eq(g.diags.questions, g.diags.count);
    for (size_t i = 0; i < g.diags.count; i++) {
        const struct diag *d = &g.diags.list[i];
        ck_assert_int_eq(d->severity, DIAG_QUESTION);
        buf_printf(&text, "%llu:%u %s\n", (unsigned long long)d->place.line, d->place.column, d->message);
    }
    let_go(&g);
    return buf_text(&text);
}

#define HEAD(year, measures)                                                                                           \
    "{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": " #year ", \"measures\": {" measures "}, "          \
    "\"organisations\": [\n"
#define NORTH(values) "{\"id\": \"north\", \"name\": \"North\", \"measures\": {" values "}}\n]}\n"

/* What is asked of one organisation, whose values stand on line 2. */
static const char *asked(const char *content)
{
    folder_write("x.json", content);
    return asked_of("x.json", NULL, 3, 1);
}

static const char *asked_since(const char *older, const char *content)
{
    folder_write("older.json", older);
    folder_write("x.json", content);
    return asked_of("x.json", "older.json", 3, 1);
}

/* --- Changes -------------------------------------------------------------------------------------------------------
 */

START_TEST(a_change_is_by_a_factor)
{
    static const struct {
        double now, before, factor;
        enum change is;
    } rows[] = {
        {2, 1, 2, CHANGE_WITHIN},          {2.001, 1, 2, CHANGE_BEYOND},      {1, 2, 2, CHANGE_WITHIN},
        {0.999, 2, 2, CHANGE_BEYOND},      {-2, -1, 2, CHANGE_WITHIN},        {-3, -1, 2, CHANGE_BEYOND},
        {0, 0, 2, CHANGE_WITHIN},          {-0.0, 0, 1, CHANGE_WITHIN},       {1e-300, 0, 2, CHANGE_FROM_ZERO},
        {-1, 0, 2, CHANGE_FROM_ZERO},      {0, -1, 2, CHANGE_TO_ZERO},        {1, -1, 1e300, CHANGE_OF_SIGN},
        {5, 5, 1, CHANGE_WITHIN},          {5.1, 5, 1, CHANGE_BEYOND},        {4.9, 5, 1, CHANGE_BEYOND},
        {1e300, 1e-300, 2, CHANGE_BEYOND}, {1e-300, 1e300, 2, CHANGE_BEYOND}, {1e300, 1e-300, 1e308, CHANGE_BEYOND},
    };
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++)
        ck_assert_msg(change_of(rows[i].now, rows[i].before, rows[i].factor) == rows[i].is, "row %zu", i);
    /* On the factor is within, however it is rounded: 3 times what it was, both ways. */
    for (int i = 1; i < 1000; i++) {
        ck_assert_int_eq(change_of(i * 0.1 * 3, i * 0.1, 3), CHANGE_WITHIN);
        ck_assert_int_eq(change_of(i * 0.1, i * 0.1 * 3, 3), CHANGE_WITHIN);
        ck_assert_int_eq(change_of(i / 10.0 * 1.1, i / 10.0, 1.1), CHANGE_WITHIN);
    }
}
END_TEST

#define CALLS_WITHIN_2 "\"calls\": {\"title\": \"C\", \"unit\": \"calls\", \"changes_within\": 2}"

START_TEST(this_year_is_read_against_last)
{
    folder_enter();
    ck_assert_str_eq(asked_since(HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": 10"),
                                 HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 25")),
                     "2:56 North: \"calls\" is 25 calls, 2.5 times the 10 calls of 2019, outside a factor of 2 "
                     "(older.json:2)\n");
    ck_assert_str_eq(asked_since(HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": 10"),
                                 HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 1")),
                     "2:56 North: \"calls\" is 1 call, 0.1 times the 10 calls of 2019, outside a factor of 2 "
                     "(older.json:2)\n");
    /* Told from the factor, however close. */
    ck_assert_str_eq(asked_since(HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": 1000000"),
                                 HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 2000010")),
                     "2:56 North: \"calls\" is 2000010 calls, 2.00001 times the 1000000 calls of 2019, outside a "
                     "factor of 2 (older.json:2)\n");
    /* By the unit and the factor that each year has: the older one declares none, and another unit. */
    ck_assert_str_eq(asked_since(HEAD(2019, "\"x\": {\"title\": \"X\"}, \"calls\": {\"title\": \"C\", \"unit\": "
                                            "\"hundreds of calls\"}") NORTH("\"calls\": 0.25"),
                                 HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 25")),
                     "2:56 North: \"calls\" is 25 calls, 100 times the 0.25 hundreds of calls of 2019, outside a "
                     "factor of 2 (older.json:2)\n");
    folder_leave();
}
END_TEST

START_TEST(what_cannot_be_compared_is_not_asked_about)
{
    static const char *const olders[] = {
        HEAD(2018, CALLS_WITHIN_2) NORTH("\"calls\": 10"), /* a gap */
        HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 10"), /* the same year */
        HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": {\"missing\": \"predates\"}"),
        HEAD(2019, CALLS_WITHIN_2) NORTH(""),                               /* not mentioned */
        HEAD(2019, "\"other\": {\"title\": \"C\"}") NORTH("\"other\": 10"), /* no such measure then */
        HEAD(2019, CALLS_WITHIN_2) "{\"id\": \"south\", \"name\": \"North\", \"measures\": {\"calls\": 10}}]}",
    };
    folder_enter();
    for (size_t i = 0; i < sizeof olders / sizeof *olders; i++)
        ck_assert_str_eq(asked_since(olders[i], HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 25")), "");
    ck_assert_str_eq(asked_since(HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": 10"),
                                 HEAD(2020, "\"calls\": {\"title\": \"C\"}") NORTH("\"calls\": 25")),
                     "");
    folder_leave();
}
END_TEST

START_TEST(a_gap_is_known)
{
    folder_enter();
    struct given list[3] = {{.path = "a.json"}, {.path = "b.json"}, {.path = "c.json"}};
    folder_write("a.json", HEAD(2018, CALLS_WITHIN_2) NORTH("\"calls\": 10"));
    folder_write("b.json", HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 10"));
    folder_write("c.json", HEAD(2019, "\"calls\": {\"title\": \"C\"}") NORTH("\"calls\": 10"));
    for (size_t i = 0; i < 3; i++) {
        diags_init(&list[i].diags);
        list[i].load = load_open(list[i].path, &list[i].diags);
        list[i].quality = quality_open(list[i].load, 3);
    }
    ck_assert(quality_compare(list[0].quality, list[1].quality) && quality_is_alone(list[1].quality));
    ck_assert(quality_compare(list[1].quality, list[2].quality) && !quality_is_alone(list[1].quality));
    ck_assert(!quality_is_alone(list[2].quality)); /* it has nothing to ask */
    for (size_t i = 0; i < 3; i++) let_go(&list[i]);
    folder_leave();
}
END_TEST

/* --- Parts ---------------------------------------------------------------------------------------------------------
 */

#define SUM(within)                                                                                                    \
    "\"a\": {\"title\": \"A\", \"parts\": [\"b\", \"c\"]" within                                                       \
    "}, \"b\": {\"title\": \"B\"}, \"c\": {\"title\": \"C\"}"

START_TEST(parts_add_up)
{
    static const struct {
        const char *content, *said;
    } rows[] = {
        {HEAD(2020, SUM("")) NORTH("\"a\": 3, \"b\": 1, \"c\": 2"), ""},
        {HEAD(2020, SUM("")) NORTH("\"a\": 0.3, \"b\": 0.1, \"c\": 0.2"), ""},
        {HEAD(2020, SUM("")) NORTH("\"a\": 1, \"b\": 1e15, \"c\": -999999999999999.0"), ""},
        {HEAD(2020, SUM("")) NORTH("\"a\": 1, \"b\": 1e9, \"c\": -999999998.5"), ""}, /* as test_import.c */
        {HEAD(2020, SUM("")) NORTH("\"a\": 1e308, \"b\": 1e308, \"c\": 1e308"),
         ""}, /* beyond a double: nothing is said */
        {HEAD(2020, SUM("")) NORTH("\"a\": 4, \"b\": 1"), ""},
        {HEAD(2020, SUM("")) NORTH("\"a\": 4, \"b\": 1, \"c\": {\"missing\": \"unreadable\"}"), ""},
        {HEAD(2020, SUM("")) NORTH("\"b\": 1, \"c\": 9"), ""},
        {HEAD(2020, SUM("")) NORTH("\"a\": 1017690.05, \"b\": 1017690.07, \"c\": 0"),
         "2:52 North: \"a\" is 1017690.05, and its 2 parts add up to 1017690.07: a difference of 0.02, where none is "
         "allowed\n"},
        {HEAD(2020, SUM("")) NORTH("\"a\": -4, \"b\": -1, \"c\": -2"),
         "2:52 North: \"a\" is -4, and its 2 parts add up to -3: a difference of 1, where none is allowed\n"},
        {HEAD(2020, SUM(", \"parts_within\": 0.25")) NORTH("\"a\": -4, \"b\": -1, \"c\": -2"), ""},
        {HEAD(2020, SUM(", \"parts_within\": 0.2499")) NORTH("\"a\": 4, \"b\": 1, \"c\": 2"),
         "2:52 North: \"a\" is 4, and its 2 parts add up to 3: a difference of 1, where 0.9996 (25%) is allowed\n"},
        {HEAD(2020, SUM("")) NORTH("\"a\": 1e-320, \"b\": 0, \"c\": 0"),
         "2:52 North: \"a\" is 1e-320, and its 2 parts add up to 0: a difference of 1e-320, where none is allowed\n"},
        {HEAD(2020, SUM("")) NORTH("\"a\": 1e200, \"b\": 1, \"c\": 0"),
         "2:52 North: \"a\" is 1e200, and its 2 parts add up to 1: a difference of 1e200, where none is allowed\n"},
    };
    folder_enter();
    for (size_t i = 0; i < sizeof rows / sizeof *rows; i++) ck_assert_str_eq(asked(rows[i].content), rows[i].said);
    folder_leave();
}
END_TEST

/* --- Outliers ------------------------------------------------------------------------------------------------------
 */

static uint64_t chance_state = 88172645463325252u;
static unsigned chance(unsigned below)
{
    chance_state ^= chance_state << 13;
    chance_state ^= chance_state >> 7;
    chance_state ^= chance_state << 17;
    return (unsigned)((chance_state >> 33) % below);
}

enum { ORGS = 60, MEASURES = 4 };
static unsigned values[ORGS][MEASURES]; /* 0: missing */

/* Skewed ones, even ones, some missing. */
static void draw_values(void)
{
    for (int o = 0; o < ORGS; o++)
        for (int m = 0; m < MEASURES; m++) {
            unsigned even = 100 + chance(100), wild = chance(12) == 0 ? 1 + chance(40) : 1;
            values[o][m] = chance(15) == 0 ? 0 : m % 2 ? even * wild * wild : even;
        }
}

/* The same organisations in another order, their values times a unit, `beside` of them out of scope. */
static void write_orgs(const char *name, bool lines, const int *order, unsigned unit, unsigned beside)
{
    FILE *f = fopen(name, "w");
    fprintf(f,
            "{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2021, \"measures\": {\"m0\": {\"title\": "
            "\"M\"}, \"m1\": {\"title\": \"M\"}, \"m2\": {\"title\": \"M\"}, \"m3\": {\"title\": \"M\", \"per\": 100, "
            "\"denominator\": \"m0\"}}%s\n",
            lines ? "}" : ", \"organisations\": [");
    for (unsigned i = 0; i < beside; i++)
        fprintf(f,
                "{\"id\": \"x%u\", \"name\": \"X\", \"in_scope\": false, \"measures\": {\"m0\": 1, \"m1\": 99999999, "
                "\"m3\": 7}}%s\n",
                i, lines ? "" : ",");
    for (int i = 0; i < ORGS; i++) {
        fprintf(f, "{\"id\": \"o%d\", \"name\": \"Org %d\", \"measures\": {", order[i], order[i]);
        for (int m = 0, first = 1; m < MEASURES; m++) {
            if (!values[order[i]][m]) continue;
            fprintf(f, "%s\"m%d\": %u", first ? "" : ", ", m, values[order[i]][m] * unit);
            first = 0;
        }
        fprintf(f, "}}%s\n", lines || i + 1 == ORGS ? "" : ",");
    }
    fprintf(f, lines ? "" : "]}\n");
    fclose(f);
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The questions without their places, in order of text; `brief`: who and what alone, since figures have a unit. */
static const char *sorted_questions(const char *path, double width, unsigned workers, bool brief)
{
    static char copy[1 << 16], out[4][1 << 16];
    static int turn;
    char *lines[1000], *to = out[turn = (turn + 1) % 4];
    size_t n = 0;
    snprintf(copy, sizeof copy, "%s", asked_of(path, NULL, width, workers));
    for (char *line = strtok(copy, "\n"); line; line = strtok(NULL, "\n")) {
        lines[n] = strchr(line, ' ') + 1;
        if (brief) *strstr(lines[n], " is ") = '\0';
        n++;
    }
    qsort(lines, n, sizeof *lines, by_text);
    *to = '\0';
    for (size_t i = 0; i < n; i++) sprintf(to + strlen(to), "%s\n", lines[i]);
    return to;
}

static void shuffle(int *order)
{
    for (int i = ORGS - 1; i > 0; i--) {
        int k = (int)chance((unsigned)i + 1), t = order[i];
        order[i] = order[k], order[k] = t;
    }
}

START_TEST(neither_order_nor_unit_nor_who_is_out_of_scope_matters)
{
    folder_enter();
    size_t any = 0;
    for (int round = 0; round < 20; round++) {
        int order[ORGS];
        for (int i = 0; i < ORGS; i++) order[i] = i;
        double width = round % 3 + 1;
        draw_values();
        write_orgs("a.json", false, order, 1, 0);
        const char *first = sorted_questions("a.json", width, 1, false);
        any += strlen(first) > 0;
        ck_assert_str_eq(sorted_questions("a.json", width, 3, false), first);
        shuffle(order);
        write_orgs("b.json", false, order, 1, 3);
        ck_assert_str_eq(sorted_questions("b.json", width, 1, false), first);
        write_orgs("b.jsonl", true, order, 1, 0);
        ck_assert_str_eq(sorted_questions("b.jsonl", width, 2, false), first);
        write_orgs("c.json", false, order, 1000, 0);
        ck_assert_str_eq(sorted_questions("c.json", width, 1, true), sorted_questions("a.json", width, 1, true));
    }
    ck_assert_uint_gt(any, 15);
    folder_leave();
}
END_TEST

/* One among eleven like ones is 10/sqrt(11) = 3.015 SD off, among ten 9/sqrt(10) = 2.846: whatever it is. */
START_TEST(among_few_nobody_is_far_off)
{
    folder_enter();
    for (int n = 10; n <= 11; n++) {
        FILE *f = fopen("x.json", "w");
        fputs(HEAD(2020, "\"a\": {\"title\": \"A\"}"), f);
        for (int i = 0; i < n; i++)
            fprintf(f, "{\"id\": \"o%d\", \"name\": \"O\", \"measures\": {\"a\": %d}}%s\n", i, i ? 0 : 1000000,
                    i + 1 < n ? "," : "]}");
        fclose(f);
        ck_assert_str_eq(asked_of("x.json", NULL, 3, 1),
                         n == 10 ? ""
                                 : "2:45 O: \"a\" is 1000000; that stands outside the upper line, 995443.1 (z 3.02, "
                                   "lines at 3 SD; 11 organisations counted, values as they are)\n");
    }
    folder_leave();
}
END_TEST

/* --- Words ---------------------------------------------------------------------------------------------------------
 */

START_TEST(what_is_long_is_cut_so_that_figures_stay)
{
    static char content[4000], name[300], number[400];
    folder_enter();
    for (size_t i = 0; i + 3 < sizeof name; i += 2) memcpy(name + i, "é", 3);
    memset(number, '0', sizeof number - 1);
    snprintf(content, sizeof content,
             HEAD(2020, SUM("")) "{\"id\": \"o\", \"name\": \"x%s\", \"measures\": "
                                 "{\"a\": 1.%s, \"b\": 1, \"c\": 1}}]}",
             name, number);
    const char *said = asked(content);
    ck_assert_ptr_nonnull(strstr(said, "é…: \"a\" is 1.0000"));
    ck_assert_ptr_nonnull(strstr(said, "0…, and its 2 parts add up to 2: a difference of 1, where none is allowed\n"));
    folder_leave();
}
END_TEST

START_TEST(past_the_limit_they_are_counted)
{
    folder_enter();
    struct given g = {.path = "x.json"};
    diags_init(&g.diags);
    g.diags.limit = 2;
    folder_write("x.json",
                 HEAD(2020, SUM("") ", \"d\": {\"title\": \"D\", \"parts\": [\"b\"]}, \"e\": {\"title\": \"E\", "
                                    "\"parts\": [\"b\"]}") NORTH("\"e\": 9, \"d\": 9, \"a\": 9, \"b\": 1, \"c\": 1"));
    ck_assert(ask_all(&g, NULL, 3, 1));
    ck_assert(g.diags.count == 2 && g.diags.questions == 3 && g.diags.errors == 0);
    let_go(&g);
    folder_leave();
}
END_TEST

/* --- What goes wrong -----------------------------------------------------------------------------------------------
 */

START_TEST(a_file_that_grew_is_not_kept)
{
    folder_enter();
    struct given g = {.path = "x.jsonl"};
    struct earlier e;
    struct batch batch;
    struct arena arena;
    diags_init(&g.diags), batch_init(&batch), arena_init(&arena);
    folder_write("x.jsonl", "{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2020, \"measures\": {\"a\": "
                            "{\"title\": \"A\"}}}\n{\"id\": \"o\", \"name\": \"O\", \"measures\": {\"a\": 5}}\n");
    g.load = load_open("x.jsonl", &g.diags);
    ck_assert(load_check(g.load, 1, &g.diags));
    earlier_init(&e, g.load);
    ck_assert(earlier_want(&e, 0) == 0 && earlier_want(&e, 0) == 0 && earlier_make_room(&e) && load_rewind(g.load));
    ck_assert(isnan(e.cells[0][0]) && load_bring(g.load, &batch, &g.diags));
    struct org *org = load_org(g.load, &batch, 0, &arena, NULL);
    org->index = 1;
    earlier_keep(&e, org);
    ck_assert(isnan(e.cells[0][0]));
    org->index = 0;
    earlier_keep(&e, org);
    ck_assert(earlier_find(&e, STR("o")) == 0 && e.cells[0][0] == 5);
    ck_assert(earlier_find(&e, STR("p")) == LOAD_NONE);
    earlier_done(&e);
    ck_assert(earlier_find(&e, STR("o")) == LOAD_NONE);
    arena_done(&arena), batch_done(&batch), let_go(&g);
    folder_leave();
}
END_TEST

struct tried {
    bool good;
    size_t failed, kept, questions;
};

/* The nth allocation, and all after it, fail; 0: none. */
static struct tried try_with(size_t n, bool pair)
{
    struct given g = {.path = pair ? "newer.json" : "x.json"};
    struct tried t;
    diags_init(&g.diags);
    mem_fail_after(n);
    t.good = ask_all(&g, pair ? "older.json" : NULL, 1, 1);
    t.failed = mem_failed();
    mem_fail_after(0);
    t.kept = g.diags.count, t.questions = g.diags.questions;
    let_go(&g);
    return t;
}

/* Where one is called good, all was asked. */
START_TEST(without_memory)
{
    folder_enter();
    int order[ORGS];
    for (int i = 0; i < ORGS; i++) order[i] = i;
    draw_values();
    write_orgs("x.json", false, order, 1, 0);
    folder_write("older.json", HEAD(2019, CALLS_WITHIN_2) NORTH("\"calls\": 10"));
    folder_write("newer.json", HEAD(2020, CALLS_WITHIN_2) NORTH("\"calls\": 25"));
    for (int pair = 0; pair < 2; pair++) {
        struct tried whole = try_with(0, pair);
        ck_assert(whole.good && whole.questions > 0);
        ck_assert(whole.kept == (whole.questions < 50 ? whole.questions : 50));
        for (size_t n = 1, failed = 1; failed; n++) {
            struct tried t = try_with(n, pair);
            failed = t.failed;
            ck_assert_msg(!t.good || t.questions == whole.questions, "step %zu: good, and %zu of %zu asked", n,
                          t.questions, whole.questions);
            ck_assert(failed || t.good);
            ck_assert_uint_lt(n, 2000);
        }
    }
    folder_leave();
}
END_TEST

UNIT("quality", a_change_is_by_a_factor, this_year_is_read_against_last, what_cannot_be_compared_is_not_asked_about,
     a_gap_is_known, parts_add_up, neither_order_nor_unit_nor_who_is_out_of_scope_matters, among_few_nobody_is_far_off,
     what_is_long_is_cut_so_that_figures_stay, past_the_limit_they_are_counted, a_file_that_grew_is_not_kept,
     without_memory);
