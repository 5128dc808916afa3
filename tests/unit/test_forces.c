/* test_forces.c: the 43 forces the whole way: a dataset made of tests/reference/forces.csv, a pack with a `cohort`, and
 * what rules are answered, against the rows of outliers.csv, which R drew (reference.R). */
#include "base/mem.h"
#include "judge/run.h"

#include "folder.h"
#include "table.h"
#include "unit.h"

enum { FORCES = 43, MEASURES = 4 };
static const char *const names[MEASURES] = {"officers", "ced", "volunteers", "tactics"};

static char ids[2][FORCES][40], texts[2][FORCES][400];

/* "Avon & Somerset" as "avon-somerset". */
static void id_of(const char *name, char *id)
{
    size_t n = 0;
    for (; *name; name++) {
        if (*name >= 'A' && *name <= 'Z')
            id[n++] = (char)(*name + 32);
        else if (*name >= 'a' && *name <= 'z')
            id[n++] = *name;
        else if (n > 0 && id[n - 1] != '-')
            id[n++] = '-';
    }
    id[n] = '\0';
}

static void read_forces(void)
{
    int count[2] = {0, 0};
    struct table table, *t = table_open(&table, "forces");
    while (table_next(t)) {
        int year = (int)number(t, "year") - 2018, i = count[year]++;
        ck_assert(i < FORCES);
        id_of(text(t, "force"), ids[year][i]);
        snprintf(
            texts[year][i], sizeof texts[year][i],
            "{\"id\":\"%s\",\"name\":\"%s\",\"measures\":{\"people\":%s,\"officers\":%s,\"ced\":%s,\"volunteers\":%s,"
            "\"tactics\":%s}}\n",
            ids[year][i], text(t, "force"), text(t, "population_2011"), text(t, "officers_fte"), text(t, "ced_uses"),
            text(t, "volunteers_headcount"), text(t, "force_tactics"));
    }
    table_close(t, 86);
    ck_assert(count[0] == FORCES && count[1] == FORCES);
}

/* Back to front, by sevens: the order of the file is nobody's business. */
static int shuffled(int i) { return (FORCES - 1 - i) * 7 % FORCES; }

static void write_dataset(int year)
{
    FILE *out = fopen("x.jsonl", "w");
    fputs(
        "{\"format\":\"peel.dataset.v1\",\"round\":\"September\",\"year\":2019,\"measures\":{\"people\":{\"title\":"
        "\"People\"},\"officers\":{\"title\":\"Officers\",\"per\":1000,\"denominator\":\"people\"},\"ced\":{\"title\":"
        "\"CED\",\"per\":1000,\"denominator\":\"people\"},\"volunteers\":{\"title\":\"Volunteers\",\"per\":1000,"
        "\"denominator\":\"people\"},\"tactics\":{\"title\":\"Tactics\",\"denominator\":\"officers\",\"per\":1}}}\n",
        out);
    for (int i = 0; i < FORCES; i++) fputs(texts[year - 2018][shuffled(i)], out);
    fclose(out);
}

static const char *rules_of(const char *variant)
{
    static const char *const words[][2] = {{"default", ""},
                                           {"pass", "better = 'pass',"},
                                           {"population", "deviation = 'population',"},
                                           {"two", "width = 'two',"},
                                           {"log", "scale = 'log',"},
                                           {"raw", "scale = 'raw',"},
                                           {"shifted", "log_shift = 1,"},
                                           {"arithmetic", "mean = 'values',"}};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        if (strcmp(variant, words[i][0]) == 0) return words[i][1];
    ck_abort_msg("no variant %s", variant);
    return NULL;
}

static void write_pack(const char *variant, int with_city)
{
    FILE *out = fopen("forces/pack.lua", "w");
    fprintf(out,
            "return pack { name = 'forces', version = '1', title = 'Forces', scale = { 'poor', 'good' }, areas = { 'a' "
            "},\n evidence = { measures = { officers = 'O', ced = 'C', volunteers = 'V', tactics = 'T' } },\n"
            " parameters = { two = { 2, 'SD', rests = 'ours' } },\n"
            " cohort = { measures = { 'officers', 'ced', 'volunteers', 'tactics' }, %s %s },\n"
            " ladder = { standard = 'good', rungs = { poor = 0, good = 0.5 }, partly = 0.5, enough = 0.1 } }\n",
            rules_of(variant), with_city ? "" : "leave_out = { ['city-of-london'] = 'few live there' }");
    fclose(out);
    out = fopen("forces/areas/a.lua", "w");
    fputs("return area { title = 'A', question = 'How?',\n", out);
    for (int m = 0; m < MEASURES; m++)
        fprintf(
            out,
            "characteristic '%s' { level = 'good', text = 't', rests = 'ours', judge = function(force, p) local o = "
            "force.measures.%s:outlier() or 'within'; force.measures.%s:cohort_mean(); return met '{o}' end },\n",
            names[m], names[m], names[m]);
    fputs("}\n", out);
    fclose(out);
}

/* --- One run ------------------------------------------------------------------------------------------------------ */

static struct {
    char places[MEASURES][FORCES + 1]; /* in the order of forces.csv, '?' where there was no evidence */
    double lower[MEASURES], upper[MEASURES], mean[MEASURES];
} seen;

static int place_of(struct str id)
{
    for (int i = 0; i < FORCES; i++)
        if (str_is(id, ids[0][i])) return i;
    return 0;
}

static void render(void *context, const struct org_result *r, struct buf *out, unsigned worker)
{
    (void)context, (void)worker, (void)out;
    for (int m = 0; m < MEASURES; m++) {
        const struct verdict *v = &r->verdicts[m];
        char *place = &seen.places[m][place_of(r->org->id)];
        *place = v->outcome != PEEL_MET       ? '?'
                 : str_is(v->reason, "above") ? '+'
                 : str_is(v->reason, "below") ? '-'
                                              : '.';
        for (size_t i = 0; i < v->reading_count; i++) {
            double line = v->readings[i].threshold;
            if (v->readings[i].test == TEST_ABOVE_LINE) seen.upper[m] = line;
            if (v->readings[i].test == TEST_BELOW_LINE) seen.lower[m] = line;
            if (v->readings[i].test == TEST_COHORT_MEAN) seen.mean[m] = line;
        }
    }
}

static struct diags diags;
static struct cohort_entry entries[MEASURES];
static struct pack *pack;
static struct load *load;
static struct cohort *cohort;
static struct arena arena;

static void grade(void)
{
    struct run_totals totals;
    memset(&seen, 0, sizeof seen);
    pack = pack_open("forces", NULL, &diags);
    load = load_open("x.jsonl", &diags);
    cohort = pack && load ? cohort_open(load, &pack->cohort) : NULL;
    ck_assert(cohort && load_check(load, 2, &diags));
    struct run run = {.pack = pack, .load = load, .cohort = cohort, .workers = 1, .render = render};
    ck_assert(run_grade(&run, &totals, &diags));
    for (uint32_t m = 0; m < MEASURES; m++) cohort_entry(cohort, m, &arena, &entries[m]);
}

static void grade_done(void)
{
    cohort_close(cohort);
    load_close(load);
    pack_close(pack);
}

/* Places of R leave the city out where it is left out. */
static void compare_places(const struct table *t, int m, int with_city)
{
    char got[FORCES + 1];
    size_t n = 0;
    for (int i = 0; i < FORCES; i++) {
        bool city = strcmp(ids[0][i], "city-of-london") == 0;
        if (city && !with_city)
            ck_assert_int_eq(seen.places[m][i], '?');
        else
            got[n++] = seen.places[m][i];
    }
    got[n] = '\0';
    ck_assert_msg(strcmp(got, text(t, "places")) == 0, "row %d:\n%s\n%s", t->rows, got, text(t, "places"));
}

static void compare_row(const struct table *t, int m, int with_city)
{
    const struct outlier_lines *l = entries[m].lines;
    compare(t, "n", (double)l->n, 0, 0);
    compare(t, "lower", seen.lower[m], 1e-9, 0);
    compare(t, "upper", seen.upper[m], 1e-9, 0);
    compare(t, "mean", seen.mean[m], 1e-9, 0);
    compare(t, "raw_w", l->raw.w, 1e-9, 0);
    compare(t, "log_w", l->logged.w, 1e-9, 0);
    compare(t, "above", (double)entries[m].above_count, 0, 0);
    compare(t, "below", (double)entries[m].below_count, 0, 0);
    compare_places(t, m, with_city);
}

START_TEST(as_r_has_them_the_whole_way)
{
    char last[100] = "", now[100];
    struct table table, *t = table_open(&table, "outliers");
    read_forces();
    diags_init(&diags);
    arena_init(&arena);
    folder_enter();
    ck_assert(mkdir("forces", 0777) == 0 && mkdir("forces/areas", 0777) == 0);
    while (table_next(t)) {
        int with_city = !strcmp(text(t, "city"), "with"), m = 0;
        snprintf(now, sizeof now, "%s %s %s", text(t, "variant"), text(t, "year"), text(t, "city"));
        if (strcmp(now, last) != 0) {
            if (*last) grade_done();
            write_dataset((int)number(t, "year"));
            write_pack(text(t, "variant"), with_city);
            grade();
        }
        strcpy(last, now);
        while (strcmp(names[m], text(t, "measure")) != 0) ck_assert_int_lt(++m, MEASURES);
        compare_row(t, m, with_city);
    }
    grade_done();
    table_close(t, 120);
    folder_leave();
    arena_done(&arena);
    diags_done(&diags);
}
END_TEST

UNIT("forces", as_r_has_them_the_whole_way);
