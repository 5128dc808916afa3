/* test_lint_combine.c: what is said of all combinations of outcomes, held to trying each of them, on areas that are drawn; and the limits of the looking. */
#include "base/mem.h"
#include "judge/raise.h"
#include "lint/narrow.h"
#include "lint/prospect.h"
#include "unit.h"
#include "data/load.h"
#include <math.h>
#include <stdarg.h>
#include <string.h>
#include "folder.h"

enum { MOST = 5, TEXT = 16384 };

static char manifest[TEXT], area[TEXT];
static struct diags diags, excused;
static struct arena arena;
static struct pack *pack;

/* --- a pack of one area ----------------------------------------------------------------------------------------------- */

static void open_pack(void)
{
    folder_write("drawn/pack.lua", manifest);
    folder_write("drawn/areas/a.lua", area);
    diags_init(&diags);
    diags_init(&excused);
    arena_init(&arena);
    pack = pack_open("drawn", NULL, &diags);
    ck_assert_msg(pack != NULL, "%s\n%s\n%s", diags.count ? diags.list[0].message : "?", manifest, area);
}

static void close_pack(void)
{
    pack_close(pack);
    arena_done(&arena);
    diags_done(&diags);
    diags_done(&excused);
}

/* --- drawing one ---------------------------------------------------------------------------------------------------------- */

static uint64_t seed;
static unsigned draw(unsigned below)
{
    seed = seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
    return (unsigned)(seed >> 33) % below;
}

static void add(char *to, const char *format, ...) __attribute__((format(printf, 2, 3)));
static void add(char *to, const char *format, ...)
{
    va_list args;
    size_t n = strlen(to);
    va_start(args, format);
    vsnprintf(to + n, TEXT - n, format, args);
    va_end(args);
}

static const char *const LEVELS[] = {"poor", "fair", "good", "best"};
static const char *const ANSWERS[] = {"met", "partly_met", "not_met", "not_applicable"};
static const char *const OUTCOMES[] = {"met", "partly-met", "not-met"};

static void draw_characteristic(int i)
{
    static const char *const weights[] = {"1", "1", "0.1", "0.3", "2"};
    add(area, "  characteristic \"c%d\" { level = \"%s\", weight = %s, text = \"C\", rests = \"ours\",\n    judge = function(f)\n      local s = f.samples.s\n",
        i, LEVELS[draw(2) ? 2 : draw(4) ? 3 : 1], weights[draw(5)]);
    for (int k = 0; k < 4; k++)
        if (draw(k == 3 ? 6 : 4)) add(area, "      if s:at_least(0.%d) then return %s \"{s}\" end\n", 9 - k, ANSWERS[k]);
    add(area, "      return no_evidence \"none\"\n    end,\n");
    for (int k = 1; k < 3; k++)
        if (!draw(4)) add(area, "    %s = cause_of_concern { \"C\", recommendations = { { \"R\", within = \"3 months\" } } },\n", ANSWERS[k]);
    add(area, "  },\n");
}

static void draw_cap(int i, int count, bool functions)
{
    add(area, "  cap \"k%d\" { at = \"%s\", because = \"B\", when = ", i, LEVELS[draw(3)]);
    int c = (int)draw((unsigned)count), d = (int)draw((unsigned)count);
    if (!functions || draw(2))
        add(area, "{ \"c%d\", \"%s\" } },\n", c, OUTCOMES[draw(3)]);
    else if (draw(2))
        add(area, "function(a) return a:outcome(\"c%d\") == \"%s\" and a:outcome(\"c%d\") ~= \"%s\" end },\n", c, OUTCOMES[draw(3)], d,
            OUTCOMES[draw(3)]);
    else
        add(area, "function(a) return a:count(\"not-met\") > %u end },\n", draw(3));
}

static void draw_ladder(int count)
{
    int c = (int)draw((unsigned)count), d = (int)draw((unsigned)count);
    switch (draw(3)) {
    case 0: /* by names alone */
        add(area, "  ladder = function(a)\n    if a:outcome(\"c%d\") == \"met\" then return \"best\" end\n    if a:outcome(\"c%d\") == \"not-met\" then return "
                  "\"poor\" end\n    return \"good\"\n  end,\n", c, d);
        break;
    case 1: /* by shares, and a name */
        add(area, "  ladder = function(a)\n    if a:concerns() > 1 then return \"poor\" end\n    if a:share() >= 0.6 and a:outcome(\"c%d\") == \"met\" then return "
                  "\"best\" end\n    if a:count(\"partly-met\", \"good\") == 1 then return \"fair\" end\n    return \"good\"\n  end,\n", c);
        break;
    default: /* one that the text does not tell */
        add(area, "  ladder = function(a)\n    local names = { \"c%d\", \"c%d\" }\n    for _, n in ipairs(names) do if a:outcome(n) == \"not-met\" then return "
                  "\"fair\" end end\n    return \"best\"\n  end,\n", c, d);
    }
}

static int draw_pack(bool functions)
{
    int count = 1 + (int)draw(functions ? MOST - 1 : MOST), caps = (int)draw(4);
    snprintf(manifest, sizeof manifest,
             "return pack { name = \"drawn\", version = \"1\", title = \"Drawn\", scale = { \"poor\", \"fair\", \"good\", \"best\" }, areas = { \"a\" },\n"
             "  evidence = { samples = { s = \"S\" } },\n  ladder = { standard = \"good\", %s rungs = { fair = 0, good = 0.%u, best = { 0.%u, beyond = 0.%u } }, "
             "partly = 0.%u, enough = 0.%u },\n  parameters = { findings_met = { 0.7, \"M\", rests = \"ours\", unit = \"share\" }, findings_partly = { 0.4, \"P\", rests = \"ours\", "
             "unit = \"share\" } } }\n",
             draw(4) ? "concern = \"poor\"," : "", 1 + draw(6), 7 + draw(3), draw(10), draw(2) ? 5 : 3 + draw(5), draw(10));
    area[0] = '\0';
    add(area, "return area { title = \"A\", question = \"Q?\",\n  characteristic \"c0\" { level = \"good\", text = \"C\", rests = \"ours\", findings = true },\n");
    for (int i = 1; i < count; i++) draw_characteristic(i);
    for (int i = 0; i < caps; i++) draw_cap(i, count, functions);
    if (functions && draw(4)) draw_ladder(count);
    add(area, "}\n");
    return count;
}

/* --- the truth: every combination, by the judge and a script, with nothing remembered ------------------------------------------ */

struct truth {
    bool reached[4], before[4], fell_short;
    bool taken[4];
    bool matters[MOST + 1], falls[MOST + 1];
    struct { bool holds, fails, would_act, decides, acts; } caps[4];
};
struct seen { bool concerns; int grade, before; bool holds[4], acts[4]; struct climb climb; };

static struct script *script;
static struct arena lasting, passing;
static struct load *nobody; /* to which it is bound */

static void open_script(void)
{
    nobody = load_open_text("nobody", STR("{\"format\":\"peel.dataset.v1\",\"round\":\"r\",\"year\":2000,\"organisations\":[]}"), &diags);
    arena_init(&lasting);
    arena_init(&passing);
    script = pack_script(pack, &lasting);
    ck_assert(script && script_bind(script, load_dataset(nobody), NULL));
}

static void close_script(void)
{
    script_free(script);
    load_close(nobody);
    arena_done(&passing);
    arena_done(&lasting);
}

static int ask(uint32_t n, bool ladder, int function, const struct board *b, bool *holds)
{
    static const struct org org;
    struct verdict v;
    int grade = PEEL_INSUFFICIENT_EVIDENCE;
    arena_reset(&passing);
    script_sit(script, &org, b, &passing);
    if (ladder)
        script_ladder(script, function, n, &grade, &v);
    else
        script_when(script, function, n, &v);
    ck_assert_msg(v.outcome < PEEL_ERROR, "%s", v.reason.s);
    if (holds) *holds = v.outcome == PEEL_MET;
    return grade;
}

static struct seen judge(const uint8_t *outcomes)
{
    uint8_t outcome[MOST + 1];
    int grade[1] = {PEEL_UNGRADED};
    uint16_t concerns[1] = {0};
    struct board b = {&pack->shape, outcome, grade, concerns, NULL, NULL};
    struct capped acted[4];
    size_t n;
    memcpy(outcome, outcomes, pack->characteristic_count);
    for (size_t i = 0; i < pack->characteristic_count; i++) concerns[0] = (uint16_t)(concerns[0] + raise_concerns(pack->characteristics[i].decl, outcome[i]));
    struct seen s = {.concerns = concerns[0] > 0, .climb = ladder_climb(&pack->ladder, &b, 0)};
    int function = ladder_function(pack, 0);
    s.before = function < 0 ? s.climb.grade : ladder_may_ask(&pack->ladder, &b, 0) ? ask(0, true, function, &b, NULL) : PEEL_INSUFFICIENT_EVIDENCE;
    s.grade = s.before;
    if (s.before < 0) return s;
    for (size_t i = 0; i < pack->areas[0].cap_count; i++) {
        const struct cap *cap = &pack->areas[0].caps[i];
        if (cap->characteristic != NO_SLOT)
            s.holds[i] = cap_holds(cap, &b);
        else
            ask(0, false, cap->decl->when, &b, &s.holds[i]);
    }
    s.grade = caps_act(pack->areas[0].caps, s.holds, pack->areas[0].cap_count, s.before, acted, &n);
    for (size_t i = 0; i < n; i++) s.acts[acted[i].cap - pack->areas[0].caps] = true;
    return s;
}

static void learn(struct truth *t, const struct seen *s)
{
    const struct cap *caps = pack->areas[0].caps;
    struct footing f = {s->climb.share, s->climb.evidenced};
    bool moot = s->climb.concern || (s->concerns && ladder_function(pack, 0) >= 0); /* it is graded whatever is known */
    if (!moot && !isnan(f.share) && !ladder_enough(&pack->ladder, &f)) t->fell_short = true;
    if (s->grade < 0) return;
    if (s->climb.reached) t->taken[s->climb.reached - pack->ladder.rungs] = true;
    t->reached[s->grade] = t->before[s->before] = true;
    for (size_t i = 0; i < pack->areas[0].cap_count; i++) {
        int without = s->before;
        for (size_t k = 0; k < pack->areas[0].cap_count; k++)
            if (k != i && s->holds[k] && caps[k].at < without) without = caps[k].at;
        if (s->acts[i]) t->caps[i].acts = true;
        if (s->holds[i]) t->caps[i].holds = true;
        if (!s->holds[i]) t->caps[i].fails = true;
        if (s->holds[i] && s->before > caps[i].at) t->caps[i].would_act = true;
        if (without != s->grade) t->caps[i].decides = true;
    }
}

static bool next(uint8_t *outcomes, const uint8_t *ways, size_t count)
{
    for (size_t i = 0; i < count; i++) {
        do outcomes[i]++;
        while (outcomes[i] <= PEEL_NO_EVIDENCE && !(ways[i] >> outcomes[i] & 1));
        if (outcomes[i] <= PEEL_NO_EVIDENCE) return true;
        for (outcomes[i] = 0; !(ways[i] >> outcomes[i] & 1);) outcomes[i]++;
    }
    return false;
}

static void compare_with_better(struct truth *t, uint8_t *outcomes, const uint8_t *ways, size_t i, int grade)
{
    uint8_t was = outcomes[i];
    for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++) {
        if (!(ways[i] >> o & 1) || o == was) continue;
        outcomes[i] = (uint8_t)o;
        int other = judge(outcomes).grade;
        t->matters[i] = t->matters[i] || other != grade;
        if (was <= PEEL_NOT_MET && o < was && grade >= 0 && other >= 0 && other < grade) t->falls[i] = true;
    }
    outcomes[i] = was;
}

static void find_truth(struct truth *t, const uint8_t *ways)
{
    uint8_t outcomes[MOST + 1] = {0};
    size_t count = pack->characteristic_count;
    memset(t, 0, sizeof *t);
    for (size_t i = 0; i < count; i++)
        while (!(ways[i] >> outcomes[i] & 1)) outcomes[i]++;
    do {
        struct seen s = judge(outcomes);
        learn(t, &s);
        for (size_t i = 0; i < count; i++) compare_with_better(t, outcomes, ways, i, s.grade);
    } while (next(outcomes, ways, count));
}

/* --- side by side ---------------------------------------------------------------------------------------------------------------- */

static void compare(const struct truth *t, const struct area_prospect *s)
{
    ck_assert(s->whole && !s->broken);
    ck_assert_msg(t->fell_short == s->fell_short, "enough: %s%s", manifest, area);
    for (int g = 0; g < 4; g++) ck_assert_msg(t->reached[g] == s->reached[g] && t->before[g] == s->before[g], "grade %d: %s%s", g, manifest, area);
    for (size_t r = 0; r < pack->ladder.rung_count && s->c.ladder < 0; r++) ck_assert_msg(t->taken[r] == s->taken[r], "rung %zu: %s%s", r, manifest, area);
    for (size_t i = 0; i < pack->characteristic_count; i++)
        ck_assert_msg(t->matters[i] == s->matters[i] && t->falls[i] == s->falls[i].is, "characteristic %zu: matters %d %d, falls %d %d\n%s%s", i, t->matters[i],
                      s->matters[i], t->falls[i], s->falls[i].is, manifest, area);
    for (size_t i = 0; i < pack->areas[0].cap_count; i++)
        ck_assert_msg(t->caps[i].holds == s->caps[i].holds && t->caps[i].fails == s->caps[i].fails && t->caps[i].would_act == s->caps[i].would_act &&
                          t->caps[i].decides == s->caps[i].decides,
                      "cap %zu: %s%s", i, manifest, area);
}

static bool is_to_cover(const struct coverage *c, const struct cover_item *item)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->items[i].kind == item->kind && c->items[i].word == item->word && c->items[i].cap == item->cap && c->items[i].yes == item->yes &&
            c->items[i].characteristic == item->characteristic)
            return true;
    return false;
}

/* There is to cover: of the grades those that are reached, every cap that acts anywhere, and all else. Answers how many were left out. */
static size_t compare_coverage(const struct truth *t)
{
    struct coverage all, left;
    size_t caps = 0;
    coverage_make(&all, pack, &arena);
    coverage_make(&left, pack, &arena);
    ck_assert(lint_narrow(pack, &left));
    for (size_t i = 0; i < all.count; i++) {
        const struct cover_item *item = &all.items[i];
        bool is = is_to_cover(&left, item);
        if (item->kind == COVER_GRADE)
            ck_assert_msg(is == t->reached[item->word], "grade %d: %s%s", item->word, manifest, area);
        else if (item->kind != COVER_CAP || !item->yes)
            ck_assert(is);
        for (size_t k = 0; k < pack->areas[0].cap_count; k++) {
            if (item->cap != pack->areas[0].caps[k].decl || !item->yes || is) continue;
            ck_assert_msg(!t->caps[k].acts, "cap %zu acts: %s%s", k, manifest, area);
            caps++;
        }
    }
    return caps;
}

/* What is shown is so, by the judge. */
static void check_fall(const struct area_prospect *s, size_t i)
{
    uint8_t outcomes[MOST + 1];
    const struct fall *f = &s->falls[i];
    memcpy(outcomes, f->among, pack->characteristic_count);
    outcomes[i] = (uint8_t)f->from;
    ck_assert_int_eq(judge(outcomes).grade, f->before);
    outcomes[i] = (uint8_t)f->to;
    ck_assert_int_eq(judge(outcomes).grade, f->after);
    ck_assert(f->to < f->from && f->after < f->before && f->after >= 0);
}

static void one_pack(bool functions, size_t *fallen, size_t *idle)
{
    struct truth t;
    struct lint l = {.pack = pack, .arena = &arena, .diags = &diags, .excused = &excused};
    const struct area_prospect *s = &prospect_of(&l)->areas[0];
    if (functions) open_script();
    find_truth(&t, s->c.ways);
    compare(&t, s);
    *idle += compare_coverage(&t);
    for (size_t i = 0; i < pack->characteristic_count; i++)
        if (s->falls[i].is) check_fall(s, i), ++*fallen;
    if (functions) close_script();
    asker_close(l.asker);
}

static void many(bool functions, int packs)
{
    size_t fallen = 0, idle = 0;
    folder_enter();
    if (mkdir("drawn", 0700) != 0 || mkdir("drawn/areas", 0700) != 0) abort();
    for (int n = 0; n < packs; n++) {
        seed = (uint64_t)n * 2 + functions;
        draw(2);
        draw_pack(functions);
        open_pack();
        one_pack(functions, &fallen, &idle);
        close_pack();
    }
    folder_leave();
    ck_assert_uint_gt(fallen, (size_t)packs / 10);
    ck_assert_uint_gt(idle, 0);
}

START_TEST(rungs_are_as_if_each_combination_was_tried) { many(false, 120); }
END_TEST
START_TEST(functions_are_as_if_each_combination_was_asked) { many(true, 40); }
END_TEST

/* --- limits ------------------------------------------------------------------------------------------------------------------------- */

#define PACK                                                                                                                                                       \
    "return pack { name = \"drawn\", version = \"1\", title = \"Drawn\", scale = { \"poor\", \"good\" }, areas = { \"a\" }, evidence = { samples = { s = \"S\" } },\n" \
    "  ladder = { standard = \"good\", concern = \"poor\", rungs = { poor = 0, good = 0.5 }, partly = 0.5, enough = 0.5 } }\n"

/* An area of so many characteristics, and what stands besides. */
static void open_area(int count, const char *rest)
{
    folder_enter();
    if (mkdir("drawn", 0700) != 0 || mkdir("drawn/areas", 0700) != 0) abort();
    strcpy(manifest, PACK);
    strcpy(area, "return area { title = \"A\", question = \"Q?\",\n");
    for (int i = 0; i < count; i++)
        add(area, "  characteristic \"c%d\" { level = \"good\", text = \"C\", rests = \"ours\", judge = function(f) local s = f.samples.s if s:at_least(0.5) then "
                  "return met \"{s}\" end return not_met \"{s}\" end },\n", i);
    add(area, "%s}\n", rest);
    open_pack();
}

static void close_area(void)
{
    close_pack();
    folder_leave();
}

/* How often a code was told. */
static size_t told(const char *code)
{
    size_t n = 0;
    for (size_t i = 0; i < diags.count; i++) n += strcmp(diags.list[i].code, code) == 0;
    return n;
}

static bool narrows_nothing(void)
{
    struct coverage c;
    coverage_make(&c, pack, &arena);
    size_t all = c.count;
    return lint_narrow(pack, &c) && c.count == all && all > 0;
}

#define FOLLOWED_NOT "for _, n in ipairs { \"c0\", \"c1\" } do if a:outcome(n) == \"met\" then return \"poor\" end end return \"good\" end,\n"

/* 3 to the 16 combinations, and a ladder that may look at each of them. */
START_TEST(what_is_too_much_is_drawn_and_the_same_each_time)
{
    char texts[2][2048] = {"", ""};
    for (int run = 0; run < 2; run++) {
        open_area(16, "  ladder = function(a) " FOLLOWED_NOT);
        ck_assert(lint_pack(pack, &diags, &excused));
        ck_assert_uint_eq(told("P402"), 1);
        ck_assert_uint_eq(told("P401"), 2);
        ck_assert_uint_eq(told("P210") + told("P211") + told("P212"), 0); /* what was not seen may be */
        ck_assert(narrows_nothing());
        for (size_t i = 0; i < diags.count; i++)
            strcat(strcat(texts[run], diags.list[i].message), "\n");
        close_area();
    }
    ck_assert_str_eq(texts[0], texts[1]);
    open_area(4, "  ladder = function(a) " FOLLOWED_NOT); /* 81 are tried all */
    ck_assert(lint_pack(pack, &diags, &excused));
    ck_assert_uint_eq(told("P402"), 0);
    ck_assert_uint_eq(told("P401"), 2);
    close_area();
}
END_TEST

/* By names alone, however many others there are. */
START_TEST(a_ladder_that_names_what_it_reads_is_tried_whole)
{
    open_area(40, "  ladder = function(a) if a:outcome(\"c0\") == \"met\" then return \"good\" end return \"poor\" end,\n");
    ck_assert(lint_pack(pack, &diags, &excused));
    ck_assert_uint_eq(told("P402") + told("P401"), 0);
    ck_assert_uint_eq(told("P212"), 0); /* the others still make the area's evidence enough or not */
    close_area();
}
END_TEST

START_TEST(what_never_ends_is_asked_once)
{
    open_area(9, "  ladder = function(a) while a:share() do end return \"good\" end,\n");
    ck_assert(lint_pack(pack, &diags, &excused));
    ck_assert_uint_eq(told("P218"), 1);
    close_area();
}
END_TEST

START_TEST(out_of_memory_leaves_all_to_cover)
{
    struct coverage c;
    size_t all, failed, n;
    open_area(5, "  cap \"k\" { at = \"poor\", because = \"B\", when = function(a) return false end },\n");
    coverage_make(&c, pack, &arena);
    all = c.count, failed = 1;
    for (n = 1; failed > 0; n++) {
        mem_fail_after(n);
        bool good = lint_narrow(pack, &c);
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(good || failed, "step %zu", n);
        ck_assert_msg(c.count == (good ? all - 1 : all), "step %zu", n); /* the cap never acts */
        if (good) break;
    }
    ck_assert_uint_gt(n, 10);
    close_area();
}
END_TEST

/* Each within its limit, all of them together not. */
START_TEST(what_is_slow_is_drawn)
{
    open_area(9, "  ladder = function(a) for i = 1, 90000 do end if a:count(\"met\") > 4 then return \"good\" end return \"poor\" end,\n"
                 "  cap \"k\" { at = \"poor\", because = \"B\", when = function(a) for _, n in ipairs { \"c0\" } do for i = 1, 90000 do end return a:outcome(n) == "
                 "\"not-met\" end end },\n");
    ck_assert(lint_pack(pack, &diags, &excused));
    ck_assert_uint_eq(told("P402"), 1);
    close_area();
}
END_TEST

START_TEST(an_error_for_some_outcomes_is_told_with_them)
{
    open_area(3, "  ladder = function(a) if a:outcome(\"c1\") == \"not-met\" then return \"grand\" end return \"good\" end,\n");
    ck_assert(lint_pack(pack, &diags, &excused));
    ck_assert_uint_eq(told("P218"), 1);
    for (size_t i = 0; i < diags.count; i++)
        if (strcmp(diags.list[i].code, "P218") == 0) {
            ck_assert_ptr_nonnull(strstr(diags.list[i].message, "`grand`, which is no grade"));
            ck_assert_ptr_nonnull(strstr(diags.list[i].hint, "\"c1\" is not-met"));
            ck_assert_uint_eq(diags.list[i].place.line, 5);
        }
    close_area();
}
END_TEST

static void combine(void *context)
{
    struct lint *l = context;
    lint_reach(l);
    lint_constant(l);
    lint_direction(l);
}

/* The parts that combine, alone; false: out of memory. */
static bool look(void)
{
    static struct excuse *none[2];
    struct arena own;
    struct lint l = {.pack = pack, .arena = &own, .diags = &diags, .excused = &excused, .excuses = none};
    arena_init(&own);
    bool good = arena_guard(&own, combine, &l);
    asker_close(l.asker);
    arena_done(&own);
    return good;
}

START_TEST(out_of_memory_is_survived)
{
    size_t failed = 1, runs = 0;
    open_area(5, "  ladder = function(a) if a:share() > 0.5 then return \"good\" end return \"poor\" end,\n  cap \"k\" { at = \"poor\", because = \"B\", when = { "
                 "\"c0\", \"met\" } },\n");
    for (size_t n = 1; failed > 0; n++, runs++) {
        diags_done(&diags);
        diags_init(&diags);
        mem_fail_after(n);
        bool good = look();
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(good || failed, "step %zu", n);
        ck_assert_msg(failed || told("P401") == 1, "step %zu", n);
    }
    ck_assert_uint_gt(runs, 20);
    close_area();
}
END_TEST

UNIT("lint_combine", out_of_memory_leaves_all_to_cover, rungs_are_as_if_each_combination_was_tried, functions_are_as_if_each_combination_was_asked, what_is_too_much_is_drawn_and_the_same_each_time,
     a_ladder_that_names_what_it_reads_is_tried_whole, what_never_ends_is_asked_once, what_is_slow_is_drawn, an_error_for_some_outcomes_is_told_with_them,
     out_of_memory_is_survived);
