#include "judge/run.h"

#include <inttypes.h>

#include "base/mem.h"
#include "little.h"
#include "unit.h"

enum { MANY = 1500 }; /* with their notes more than one batch */

static struct diags diags;
static struct buf told, rendered, printed;
static struct pack *pack;
static struct run_totals totals;
static uint64_t emitted, stop_at;

static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    buf_init(&rendered);
    buf_init(&printed);
    little_write();
    stop_at = UINT64_MAX;
    pack = pack_open("little", NULL, &diags);
    ck_assert_ptr_nonnull(pack);
}

static void end(void)
{
    pack_close(pack);
    buf_done(&told);
    buf_done(&rendered);
    buf_done(&printed);
    diags_done(&diags);
    folder_leave();
}

static const char *problems(void)
{
    buf_clear(&told);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

/* Organisation n: its numbers go through all outcomes; every 50th breaks a rule, every 70th meets a limit. */
static void write_org(FILE *out, unsigned n)
{
    static char note[500];
    memset(note, 'x', sizeof note - 1);
    fprintf(out, "{\"id\":\"o%u\",\"name\":\"O %u\",\"samples\":{\"answered\":{\"reviewed\":60,\"met\":%u}", n, n,
            n * 7 % 61);
    if (n % 3) fprintf(out, ",\"files\":{\"reviewed\":50,\"met\":%u}", n * 11 % 51);
    if (n % 4) fprintf(out, ",\"letters\":{\"reviewed\":40,\"met\":%u}", n * 5 % 41);
    fprintf(out, "},\"measures\":{\"delay\":%u},\"findings\":[",
            n % 50 == 49   ? 13
            : n % 70 == 69 ? 14
                           : 8 + n % 4 + (n % 4 == 3) * 5);
    for (unsigned i = 0; i < n % 5; i++)
        fprintf(out, "%s{\"kind\":\"%s\",\"against\":\"%s\",\"text\":\"t\"}", i ? "," : "",
                (n + i) % 3 ? "strength" : "weakness", n % 100 == 1 && i == 0 ? "calls/polight" : "calls/polite");
    fprintf(out, "],\"judgments\":[{\"area\":\"calls\",\"grade\":\"%s\"}],\"x\":{\"pad\":\"%s\"}}\n",
            n % 2 ? "good" : "adequate", note);
}

/* step and count are coprime: every organisation once, in another order. */
static void write_dataset(const char *path, unsigned count, unsigned step)
{
    FILE *out = fopen(path, "w");
    fputs(little_header, out);
    for (unsigned i = 0; i < count; i++) write_org(out, i * step % count);
    fclose(out);
}

static void render(void *context, const struct org_result *r, struct buf *out, unsigned worker)
{
    (void)context;
    (void)worker;
    buf_printf(out, "%s", r->org->id.s);
    for (size_t a = 0; a < r->pack->area_count; a++) {
        const struct area_result *x = &r->areas[a];
        buf_printf(out, " %s", pack_grade_name(pack, x->grade));
        for (size_t i = 0; i < x->why_count; i++) buf_printf(out, "|%s", x->why[i].s);
        for (size_t i = 0; i < x->need_count; i++) buf_printf(out, "|%s", x->needs[i].text.s);
    }
    for (size_t c = 0; c < r->pack->characteristic_count; c++)
        buf_printf(out, " %s:%s", peel_outcome_name(r->verdicts[c].outcome), r->verdicts[c].reason.s);
    buf_char(out, '\n');
}

static bool emit(void *context, const struct buf *text, const struct buf *said, uint64_t done)
{
    (void)context;
    buf_add(&rendered, text->data, text->length);
    buf_add(&printed, said->data, said->length);
    emitted = done;
    return done < stop_at;
}

static bool run(const char *path, unsigned workers, const char *only)
{
    struct load *load = load_open(path, &diags);
    ck_assert_msg(load && load_check(load, 1, &diags), "%s", problems());
    buf_clear(&rendered);
    buf_clear(&printed);
    emitted = 0;
    struct run r = {.pack = pack, .load = load, .workers = workers, .only = str_of(only), .render = render, .emit = emit};
    bool good = run_grade(&r, &totals, &diags);
    load_close(load);
    return good;
}

static int by_text(const void *a, const void *b) { return strcmp(*(char *const *)a, *(char *const *)b); }

/* The lines of what was rendered, in the order of their bytes. */
static char *sorted_lines(void)
{
    char *copy = strdup(buf_text(&rendered)), *lines[MANY], *all = calloc(1, rendered.length + 1);
    size_t count = 0;
    for (char *at = strtok(copy, "\n"); at; at = strtok(NULL, "\n")) lines[count++] = at;
    qsort(lines, count, sizeof *lines, by_text);
    char *to = all;
    for (size_t i = 0; i < count; i++) to += sprintf(to, "%s\n", lines[i]);
    free(copy);
    return all;
}

START_TEST(law_3_the_number_of_workers_never_shows)
{
    begin();
    write_dataset("x.jsonl", MANY, 1);
    ck_assert(run("x.jsonl", 1, NULL));
    struct run_totals one = totals;
    char *first = strdup(buf_text(&rendered)), *said = strdup(problems());
    ck_assert_uint_eq(one.organisations, MANY);
    static const unsigned workers[] = {1, 2, 7};
    for (size_t i = 0; i < 3; i++) {
        diags_done(&diags);
        ck_assert(run("x.jsonl", workers[i], NULL));
        ck_assert(strcmp(first, buf_text(&rendered)) == 0);
        ck_assert_str_eq(said, problems());
        ck_assert_uint_eq(emitted, MANY);
        totals.memory_peak = one.memory_peak;
        ck_assert_mem_eq(&totals, &one, sizeof one);
    }
    free(first);
    free(said);
    end();
}
END_TEST

/* Where in the file a rule that failed had read its evidence. */
static void forget_places(struct run_totals *t)
{
    for (size_t i = 0; i < t->failures.count; i++) memset(t->failures.list[i].read, 0, sizeof t->failures.list[i].read);
}

START_TEST(law_4_the_order_of_organisations_changes_no_judgment)
{
    begin();
    write_dataset("x.jsonl", MANY, 1);
    write_dataset("y.jsonl", MANY, 7); /* 7 and 1500 are coprime */
    ck_assert(run("x.jsonl", 1, NULL));
    struct run_totals in_order = totals;
    char *first = sorted_lines();
    ck_assert(run("y.jsonl", 2, NULL));
    char *shuffled = sorted_lines();
    ck_assert(strcmp(first, shuffled) == 0);
    totals.memory_peak = in_order.memory_peak;
    forget_places(&totals);
    forget_places(&in_order);
    ck_assert_mem_eq(&totals, &in_order, sizeof totals);
    free(first);
    free(shuffled);
    end();
}
END_TEST

START_TEST(law_5_broken_rules_are_counted_and_the_run_goes_on)
{
    begin();
    write_dataset("x.jsonl", 350, 1);
    ck_assert(run("x.jsonl", 2, NULL));
    ck_assert_uint_eq(totals.organisations, 350);
    /* n mod 50 = 49: 49, 99, ... 349, seven of them. n mod 70 = 69: 69, 139, 209, 279, 349, of which 349 is one of the
     * seven: four more. */
    ck_assert_uint_eq(totals.rules_error, 7);
    ck_assert_uint_eq(totals.rules_limit, 4);
    ck_assert_uint_eq(totals.partial, 11);
    ck_assert_uint_eq(totals.areas.no_grade[-1 - PEEL_GRADE_ERROR], 7);
    ck_assert_uint_eq(totals.areas.no_grade[-1 - PEEL_GRADE_LIMIT], 4);
    ck_assert_uint_eq(totals.areas.no_grade[-1 - PEEL_UNGRADED], 350);
    uint64_t all = 0;
    for (int g = 0; g < 5; g++) all += totals.areas.below[g];
    for (int g = 0; g < 8; g++) all += totals.areas.no_grade[g];
    ck_assert_uint_eq(all, 3 * 350);
    ck_assert_uint_eq(totals.agreement.published[2] + totals.agreement.published[3], totals.agreement.compared);
    end();
}
END_TEST

START_TEST(what_does_not_fit_is_told_at_the_end)
{
    begin();
    write_dataset("x.jsonl", 350, 1);
    ck_assert(run("x.jsonl", 2, NULL));
    /* n mod 100 = 1: 1, 101, 201, 301; n mod 5 is 1, so each has the one finding */
    ck_assert_uint_eq(totals.unknown_findings, 4);
    ck_assert_str_eq(
        problems(),
        "x.jsonl: warning: 4 findings are against \"calls/polight\", which the pack does not have: no rule sees them\n"
        "hint: did you mean \"calls/polite\"?\n1 warning\n");
    end();
}
END_TEST

START_TEST(one_organisation_alone)
{
    begin();
    write_dataset("x.jsonl", MANY, 1);
    ck_assert(run("x.jsonl", 2, "o777"));
    ck_assert_uint_eq(totals.organisations, 1);
    ck_assert_int_eq(strncmp(buf_text(&rendered), "o777 ", 5), 0);
    ck_assert(!run("x.jsonl", 2, "o-777"));
    ck_assert_ptr_nonnull(strstr(
        problems(), "x.jsonl: error: the dataset has no organisation \"o-777\"\nhint: did you mean \"o777\"?\n"));
    end();
}
END_TEST

START_TEST(emit_may_stop_the_run)
{
    begin();
    write_dataset("x.jsonl", MANY, 1);
    stop_at = 1;
    ck_assert(!run("x.jsonl", 2, NULL));
    ck_assert_uint_eq(diags.errors, 0);
    ck_assert_uint_lt(totals.organisations, MANY);
    ck_assert_uint_eq(totals.organisations, emitted);
    end();
}
END_TEST

START_TEST(what_rules_print_names_the_organisation)
{
    begin();
    pack_close(pack);
    little_replace("little/areas/victims.lua", little_victims, "local letters", "print(\"one\\ntwo\") local letters");
    pack = pack_open("little", NULL, &diags);
    write_dataset("x.jsonl", 2, 1);
    ck_assert(run("x.jsonl", 1, NULL));
    ck_assert_str_eq(buf_text(&printed), "o0: one\no0: two\no1: one\no1: two\n");
    end();
}
END_TEST

START_TEST(nothing_to_grade_is_an_error)
{
    begin();
    folder_write("x.json", "{\"format\":\"peel.dataset.v1\",\"round\":\"r\",\"year\":2021,\"organisations\":[]}");
    struct load *load = load_open("x.json", &diags);
    if (load && load_check(load, 1, &diags)) {
        struct run r = {.pack = pack, .load = load, .workers = 1};
        ck_assert(!run_grade(&r, &totals, &diags));
    }
    ck_assert_uint_eq(diags.errors, 1);
    load_close(load);
    end();
}
END_TEST

/* Memory runs out at the nth allocation of the run, and stays out: one error, or all went well. */
static bool run_without_memory(const char *path, size_t n, unsigned workers)
{
    struct load *load = load_open(path, &diags);
    ck_assert(load && load_check(load, 1, &diags));
    struct diags own;
    diags_init(&own);
    struct run r = {.pack = pack, .load = load, .workers = workers, .render = render};
    mem_fail_after(n);
    bool good = run_grade(&r, &totals, &own);
    bool failed = mem_failed() > 0;
    mem_fail_after(0);
    ck_assert_msg(good || own.errors >= 1, "allocation %zu failed without a word", n);
    ck_assert_msg(own.errors <= 1, "allocation %zu: %zu errors", n, own.errors);
    ck_assert_msg(failed || good, "nothing failed, and the run did (%zu)", n);
    diags_done(&own);
    load_close(load);
    return failed;
}

START_TEST(memory_may_run_out_at_any_allocation_of_a_run)
{
    begin();
    write_dataset("x.jsonl", 3, 1);
    size_t n = 1;
    while (run_without_memory("x.jsonl", n, 1)) n++;
    ck_assert_uint_gt(n, 20);
    write_dataset("y.jsonl", 900, 1);
    for (n = 1; n < 2000 && run_without_memory("y.jsonl", n, 3);) n += n < 40 ? 1 : 97;
    end();
}
END_TEST

UNIT("run", law_3_the_number_of_workers_never_shows, law_4_the_order_of_organisations_changes_no_judgment,
     law_5_broken_rules_are_counted_and_the_run_goes_on, what_does_not_fit_is_told_at_the_end, one_organisation_alone,
     emit_may_stop_the_run, what_rules_print_names_the_organisation, nothing_to_grade_is_an_error,
     memory_may_run_out_at_any_allocation_of_a_run);
