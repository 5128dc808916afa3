/* test_stand.c: where a measure stands among other organisations, as a rule is answered, from a pack's `cohort` to the
 * reading in the proof; and every way to end without evidence, in its exact words. All data are made up. */
#include "base/mem.h"
#include "judge/run.h"

#include "folder.h"
#include "unit.h"

static const char manifest[] =
    "return pack {\n"
    "  name = 'stand', version = '1', title = 'Made up', scale = { 'poor', 'good' }, areas = { 'area' },\n"
    "  evidence = { measures = { plain = 'Plain', flat = 'Flat', few = 'Few', one = 'One', logs = 'Logs', like = "
    "'Like',\n"
    "    odd = 'Odd', listed = 'Listed', unread = 'Unread', lacking = 'Lacking in the dataset', size = 'Size', ratio = "
    "'Ratio',\n"
    "    ruled = 'Ruled' } },\n"
    "  parameters = { wide = { 2, 'SD', rests = 'ours' }, near = { 4, 'peers', rests = 'ours' }, other = { 9, 'none', "
    "rests = 'ours' }, steep = { 1, 'ratio', rests = 'ours' } },\n"
    "  cohort = { measures = { 'plain', 'flat', 'few', 'one', 'logs', 'like', 'odd', 'listed', 'lacking', 'ruled' },\n"
    "    leave_out = { van = 'it is a van' },\n"
    "    apart = { logs = { scale = 'log', width = 'wide' }, like = { peers = { similar = 'size', count = 'near' } },\n"
    "      odd = { peers = { similar = 'ratio', count = 4 } },\n"
    "      ruled = { fewest = 2, unless = { measure = 'ratio', above = 'steep', because = 'it is steep' } },\n"
    "      listed = { peers = { 'e', 'd', 'c', 'b', 'a' } } } },\n"
    "  ladder = { standard = 'good', rungs = { poor = 0, good = 0.5 }, partly = 0.5, enough = 0.1 },\n"
    "}\n";

#define ORG(id, rest) "{\"id\":\"" id "\",\"name\":\"" id "!\"," rest "}\n"
#define MEASURES(plain, more) "\"measures\":{\"plain\":" plain ",\"flat\":2,\"logs\":" plain ",\"odd\":1" more "}"
static const char header[] =
    "{\"format\":\"peel.dataset.v1\",\"round\":\"synthetic\",\"year\":2026,\"measures\":{"
    "\"plain\":{\"title\":\"Plain\"},\"flat\":{\"title\":\"Flat\"},\"few\":{\"title\":\"The few\"},"
    "\"one\":{\"title\":\"The one\"},\"logs\":{\"title\":\"Logs\"},\"like\":{\"title\":\"Like\"},"
    "\"odd\":{\"title\":\"Odd\"},\"listed\":{\"title\":\"The list\"},\"unread\":{\"title\":\"Unread\"},"
    "\"size\":{\"title\":\"The size\"},\"ratio\":{\"title\":\"The ratio\",\"per\":1,\"denominator\":\"flat\"},"
    "\"ruled\":{\"title\":\"Ruled\"}}}\n";
static const char orgs[] = ORG(
    "a", MEASURES("1", ",\"size\":10,\"like\":5,\"few\":1,\"one\":1,\"listed\":2,\"unread\":1,\"ratio\":1,\"ruled\":1"))
    ORG("b", MEASURES("2", ",\"size\":20,\"like\":6,\"few\":2,\"listed\":2,\"ratio\":2,\"ruled\":2"))
        ORG("c", MEASURES("3", ",\"size\":30,\"like\":7,\"listed\":2,\"ratio\":3,\"ruled\":3"))
            ORG("d", MEASURES("4", ",\"size\":40,\"like\":8,\"listed\":2,\"ruled\":4"))
                ORG("e", MEASURES("5", ",\"size\":50,\"like\":9,\"listed\":2"))
                    ORG("f", MEASURES("0", ",\"size\":{\"missing\":\"unreadable\"},\"like\":5,\"listed\":3")) ORG(
                        "g", "\"measures\":{\"plain\":3,\"flat\":0,\"odd\":1,\"ratio\":1,\"listed\":2,\"ruled\":5}")
                        ORG("van", MEASURES("100", ",\"size\":10,\"like\":100,\"listed\":2,\"ratio\":1,\"ruled\":9"))
                            ORG("gone", "\"in_scope\":false," MEASURES(
                                            "100", ",\"size\":10,\"like\":100,\"listed\":2,\"ruled\":9"));

/* --- Asking ------------------------------------------------------------------------------------------------------- */

static struct diags diags;
static struct buf told, rendered;
static struct pack *pack;
static struct load *load;
static struct cohort *cohort;

static void put_readings(const struct verdict *v, const struct pack *p, struct buf *out)
{
    for (size_t i = 0; i < v->reading_count; i++) {
        const struct reading *r = &v->readings[i];
        buf_printf(out, " [%s", r->name.s);
        if (r->test != TEST_NONE) {
            buf_printf(out, " %s %.6g %.6g %s", test_name((enum test)r->test), r->threshold, r->value,
                       r->held ? "yes" : "no");
        }
        buf_put(out, r->missing ? " missing]" : "]");
    }
    for (size_t i = 0; i < v->parameter_count; i++)
        buf_printf(out, " p.%s", p->decl.parameters[v->parameters[i]].name.s);
}

/* "a met: the reason [plain] [plain z 1 2 yes] p.wide" */
static void render(void *context, const struct org_result *r, struct buf *out, unsigned worker)
{
    (void)context, (void)worker;
    for (size_t c = 0; c < r->pack->characteristic_count; c++) {
        const struct verdict *v = &r->verdicts[c];
        buf_printf(out, "%s %s: %s", r->org->id.s, peel_outcome_name(v->outcome), v->reason.s);
        put_readings(v, r->pack, out);
        buf_char(out, '\n');
    }
}

static bool emit(void *context, const struct buf *text, const struct buf *said, uint64_t done)
{
    (void)context, (void)said, (void)done;
    buf_add(&rendered, text->data, text->length);
    return true;
}

static const char *problems(void)
{
    buf_clear(&told);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

static void write_pack(const char *body)
{
    char area[4096];
    snprintf(area, sizeof area,
             "return area { title = 'Area', question = 'How?',\n  characteristic 'rule' { level = 'good', text = 't', "
             "rests = 'ours', judge = function(force, p)\n    %s\n  end } }\n",
             body);
    if (mkdir("stand", 0777) != 0 || mkdir("stand/areas", 0777) != 0) abort();
    folder_write("stand/pack.lua", manifest);
    folder_write("stand/areas/area.lua", area);
}

static void begin(const char *body, const char *dataset)
{
    diags_init(&diags);
    buf_init(&told);
    buf_init(&rendered);
    folder_enter();
    write_pack(body);
    FILE *out = fopen("x.jsonl", "w");
    fprintf(out, "%s%s", header, dataset);
    fclose(out);
    pack = pack_open("stand", NULL, &diags);
    load = pack ? load_open("x.jsonl", &diags) : NULL;
    cohort = load ? cohort_open(load, &pack->cohort) : NULL;
    if (!cohort || !load_check(load, 2, &diags)) ck_abort_msg("%s", problems());
}

static void end(void)
{
    cohort_close(cohort);
    load_close(load);
    pack_close(pack);
    buf_done(&told);
    buf_done(&rendered);
    diags_done(&diags);
    folder_leave();
}

static void judge(struct cohort *against, const char *only)
{
    struct run_totals totals;
    buf_clear(&rendered);
    struct run run = {.pack = pack, .load = load, .cohort = against, .workers = 1, .render = render, .emit = emit};
    run.only = str_of(only);
    if (!run_grade(&run, &totals, &diags)) ck_abort_msg("%s", problems());
}

/* The line of one organisation. */
static void says(const char *line)
{
    const char *at = strstr(buf_text(&rendered), line);
    bool whole = at && (at == rendered.data || at[-1] == '\n') && at[strlen(line)] == '\n';
    ck_assert_msg(whole, "expected:\n%s\ngot:\n%s", line, buf_text(&rendered));
}

/* Each line follows, the last NULL. */
static void asked(const char *body, const char *const *lines)
{
    begin(body, orgs);
    judge(cohort, NULL);
    for (; *lines; lines++) says(*lines);
    end();
}
#define ASKED(body, ...) asked(body, (const char *const[]){__VA_ARGS__, NULL})

/* --- Answers ------------------------------------------------------------------------------------------------------ */

/* plain: 0, 1, 2, 3, 3, 4, 5. python3 -c "from statistics import *; v=[0,1,2,3,3,4,5]; m,s=mean(v),stdev(v);
 * print(m, m-s, m+s, [(x-m)/s for x in v])": 2.571429, 0.853179, 4.289678; -1.496540, …, 1.413399. */
START_TEST(a_place_and_the_lines)
{
    ASKED(
        "local m = force.measures.plain; local s = m:standing(); return met '{s}'",
        "a met: second-lowest of 7, within the lines of 0.853 and 4.29 [plain] [plain rank_from_lowest 2 7 yes] "
        "[plain above_line 4.28968 1 no] [plain below_line 0.853179 1 no]",
        "c met: joint third-highest of 7, within the lines of 0.853 and 4.29 [plain] [plain rank_from_highest 3 7 yes] "
        "[plain above_line 4.28968 3 no] [plain below_line 0.853179 3 no]",
        "d met: second-highest of 7, within the lines of 0.853 and 4.29 [plain] [plain rank_from_highest 2 7 yes] "
        "[plain above_line 4.28968 4 no] [plain below_line 0.853179 4 no]",
        "e met: highest of 7, above the upper line of 4.29 [plain] [plain rank_from_highest 1 7 yes] "
        "[plain above_line 4.28968 5 yes] [plain below_line 0.853179 5 no]",
        "f met: lowest of 7, below the lower line of 0.853 [plain] [plain rank_from_lowest 1 7 yes] "
        "[plain above_line 4.28968 0 no] [plain below_line 0.853179 0 yes]");
}
END_TEST

START_TEST(an_outlier_a_z_and_the_mean)
{
    ASKED("local m = force.measures.plain; local o, z = m:outlier() or 'within', m:z(); local mean = m:cohort_mean(); "
          "return met '{o} {z} {mean}'",
          "a met: within -0.915 2.57 [plain] [plain above_line 4.28968 1 no] [plain below_line 0.853179 1 no] "
          "[plain z -0.914552 1 yes] [plain cohort_mean 2.57143 1 yes]",
          "e met: above 1.41 2.57 [plain] [plain above_line 4.28968 5 yes] [plain below_line 0.853179 5 no] "
          "[plain z 1.4134 5 yes] [plain cohort_mean 2.57143 5 yes]",
          "f met: below -1.5 2.57 [plain] [plain above_line 4.28968 0 no] [plain below_line 0.853179 0 yes] "
          "[plain z -1.49654 0 yes] [plain cohort_mean 2.57143 0 yes]");
}
END_TEST

/* A rank is evidence enough: nothing else is read here. */
START_TEST(ranks_from_both_ends)
{
    ASKED("local r, of = force.measures.plain:rank(); local h = force.measures.plain:rank('highest'); if r == 1 then "
          "return not_met '{r} of {of}' end; return met '{r} of {of}, {h}'",
          "f not-met: 1 of 7 [plain] [plain rank_from_lowest 1 7 yes] [plain rank_from_highest 7 7 yes]",
          "c met: 4 of 7, 3 [plain] [plain rank_from_lowest 4 7 yes] [plain rank_from_highest 3 7 yes]",
          "g met: 4 of 7, 3 [plain] [plain rank_from_lowest 4 7 yes] [plain rank_from_highest 3 7 yes]");
    ASKED("local r = force.measures.plain:rank('lowest'); return met '{r}'",
          "e met: 7 [plain] [plain rank_from_lowest 7 7 yes]");
    ASKED("local r = force.measures.plain:rank('top'); return met '{r}'",
          "a error: areas/area.lua:3: rank counts from \"lowest\" or \"highest\"");
    ASKED("local r = force.measures.plain:rank(1); return met '{r}'",
          "a error: areas/area.lua:3: rank counts from \"lowest\" or \"highest\"");
}
END_TEST

/* Its own and the two on either side, or the four there are. like by size: 5, 6, 7, 8, 9, whoever asks. */
START_TEST(peers_of_its_own_and_their_parameter)
{
    ASKED("local r, of = force.measures.like:rank(); return met '{r} of {of}'",
          "a met: 1 of 5 [like] [like rank_from_lowest 1 5 yes] p.near",
          "e met: 5 of 5 [like] [like rank_from_lowest 5 5 yes] p.near");
}
END_TEST

START_TEST(parameters_of_the_lines_are_read)
{
    ASKED("local z = force.measures.logs:z(); return met '{z}'",
          "a no-evidence: \"Logs\" has no lines to be read against: not all values of the cohort have a logarithm "
          "[logs] p.wide");
}
END_TEST

/* --- No evidence -------------------------------------------------------------------------------------------------- */

START_TEST(who_is_apart_is_nobodys_failing)
{
    ASKED("local z = force.measures.plain:z(); return met '{z}'",
          "van no-evidence: van! is left out of the cohort: it is a van [plain]",
          "gone no-evidence: gone! is out of scope: it is read against no cohort [plain]");
}
END_TEST

START_TEST(too_few)
{
    ASKED("local z = force.measures.few:z(); return met '{z}'",
          "a no-evidence: \"The few\" has no lines to be read against: 2 of the cohort have a value, at least 5 are "
          "needed [few]",
          "c no-evidence: \"The few\" is missing: not collected [few missing]");
    ASKED("local z = force.measures.one:rank(); return met '{z}'",
          "a no-evidence: \"The one\" has no lines to be read against: 1 of the cohort has a value, at least 5 are "
          "needed [one]");
}
END_TEST

START_TEST(likeness_that_cannot_be_said)
{
    ASKED("local z = force.measures.like:z(); return met '{z}'",
          "f no-evidence: who is similar cannot be said: \"The size\" is missing: unreadable [like] [size missing] "
          "p.near");
    ASKED("local z = force.measures.odd:rank(); return met '{z}'",
          "d no-evidence: who is similar cannot be said: \"The ratio\" is missing: not collected [odd] [ratio missing]",
          "g no-evidence: who is similar cannot be said: \"The ratio\" has no rate [odd] [ratio]");
}
END_TEST

/* f and g are on no list. g has the very number of those that are, and yet no rank among them; f cannot be so many
 * deviations away. */
START_TEST(a_rank_is_of_those_on_the_list)
{
    ASKED("local r, of = force.measures.listed:rank(); return met '{r} of {of}'",
          "a met: 1 of 5 [listed] [listed rank_from_lowest 1 5 yes]",
          "f no-evidence: f! is not among those that \"The list\" is ranked with [listed]",
          "g no-evidence: g! is not among those that \"The list\" is ranked with [listed]");
    ASKED("local o = force.measures.listed:outlier() or 'within'; return met '{o}'",
          "f met: above [listed] [listed above_line 2 3 yes] [listed below_line 2 3 no]",
          "g met: within [listed] [listed above_line 2 2 no] [listed below_line 2 2 no]");
    ASKED("local z = force.measures.listed:z(); return met '{z}'",
          "f no-evidence: \"The list\" has no z: all others have one value, and this is another [listed]",
          "g met: 0 [listed] [listed z 0 2 yes]");
}
END_TEST

/* ratio over flat: a 0.5, b 1 (on the limit), c 1.5, of d it is missing, of g flat is 0. So ruled counts of a and b
 * alone: 1 and 2, mean 1.5, sd 0.70711. What decided is part of the proof, which way it came out. */
START_TEST(who_counts_by_another_measure)
{
    ASKED("local o = force.measures.ruled:outlier() or 'within'; return met '{o}'",
          "a met: within [ruled] [ratio] [ruled above_line 2.20711 1 no] [ruled below_line 0.792893 1 no] "
          "p.steep",
          "b met: within [ruled] [ratio] [ruled above_line 2.20711 2 no] [ruled below_line 0.792893 2 no] "
          "p.steep",
          "c no-evidence: c! is left out of the cohort: it is steep [ruled] [ratio above 1 1.5 yes] p.steep",
          "d no-evidence: whether it counts in the cohort cannot be said: \"The ratio\" is missing: not collected "
          "[ruled] "
          "[ratio missing] p.steep",
          "g no-evidence: whether it counts in the cohort cannot be said: \"The ratio\" has no rate [ruled] [ratio] "
          "p.steep",
          "van no-evidence: van! is left out of the cohort: it is a van [ruled] p.steep",
          "gone no-evidence: gone! is out of scope: it is read against no cohort [ruled] p.steep");
}
END_TEST

/* Of how many allocations a rule is asked of "a". */
static size_t allocations_of(const char *body)
{
    struct run_totals totals;
    size_t n = 0;
    begin(body, orgs);
    judge(cohort, "a"); /* what is made once is there */
    struct run run = {.pack = pack, .load = load, .cohort = cohort, .workers = 1, .render = render, .emit = emit};
    run.only = STR("a");
    for (bool good = false; !good; n++) {
        buf_clear(&rendered);
        mem_fail_after(n + 1);
        good = run_grade(&run, &totals, &diags);
        mem_fail_after(0);
        ck_assert_uint_lt(n, 5000);
    }
    says("a met: x [like] [like above_line 8.58114 5 no] [like below_line 5.41886 5 yes] p.near");
    end();
    return n;
}

/* Who is similar is looked for, and their lines are drawn, once for each organisation and measure. */
START_TEST(asked_again_it_stands_where_it_stood)
{
    size_t twice = allocations_of("for _ = 1, 2 do force.measures.like:outlier() end return met 'x'");
    size_t often = allocations_of("for _ = 1, 2000 do force.measures.like:outlier() end return met 'x'");
    ck_assert_uint_eq(twice, often);
}
END_TEST

START_TEST(what_the_dataset_lacks)
{
    ASKED("local z = force.measures.lacking:z(); return met '{z}'",
          "a no-evidence: \"Lacking in the dataset\" is missing: the dataset does not have it [lacking missing]");
}
END_TEST

START_TEST(without_a_cohort)
{
    begin("local z = force.measures.plain:z(); return met '{z}'", orgs);
    judge(NULL, NULL);
    says("a no-evidence: there is no cohort to read \"Plain\" against [plain]");
    end();
}
END_TEST

START_TEST(a_measure_that_the_cohort_does_not_name)
{
    ASKED("if force.measures.unread:outlier() then return met 'x' end return not_met 'y'",
          "a error: areas/area.lua:3: `unread` is read against no cohort: add it to the measures of `cohort` in "
          "pack.lua");
    ASKED("local m = force.measures.plain; if m.outlier(3) then return met 'x' end return not_met 'y'",
          "a error: areas/area.lua:3: outlier is called with a colon: evidence:outlier(…)");
}
END_TEST

/* Only one is judged, but all are its cohort. */
START_TEST(one_organisation_has_the_lines_of_all)
{
    begin("local m = force.measures.plain; local s = m:standing(); return met '{s}'", orgs);
    judge(cohort, NULL);
    char *all = strdup(buf_text(&rendered));
    judge(cohort, "d");
    ck_assert_int_eq(strncmp(rendered.data, "d met: second-highest of 7", 26), 0);
    ck_assert_ptr_nonnull(strstr(all, buf_text(&rendered)));
    free(all);
    end();
}
END_TEST

/* --- Words -------------------------------------------------------------------------------------------------------- */

static char *numbered(unsigned count)
{
    char *text = calloc(count, 100), *to = text;
    for (unsigned i = 1; i <= count; i++)
        to += sprintf(to, "{\"id\":\"o%u\",\"name\":\"O\",\"measures\":{\"plain\":%u}}\n", i, i <= 250 ? i : i - 10);
    return text;
}

START_TEST(places_in_english)
{
    static const char *const words[] = {"o1 met: lowest of 270,",
                                        "o4 met: fourth-lowest of 270,",
                                        "o5 met: fifth-lowest of 270,",
                                        "o6 met: 6th-lowest of 270,",
                                        "o11 met: 11th-lowest of 270,",
                                        "o12 met: 12th-lowest of 270,",
                                        "o13 met: 13th-lowest of 270,",
                                        "o21 met: 21st-lowest of 270,",
                                        "o22 met: 22nd-lowest of 270,",
                                        "o23 met: 23rd-lowest of 270,",
                                        "o101 met: 101st-lowest of 270,",
                                        "o111 met: 111th-lowest of 270,",
                                        "o112 met: 112th-lowest of 270,",
                                        "o245 met: joint 21st-highest of 270,",
                                        "o255 met: joint 21st-highest of 270,",
                                        "o270 met: highest of 270,"};
    char *text = numbered(270);
    begin("local m = force.measures.plain; local s = m:standing(); return met '{s}'", text);
    judge(cohort, NULL);
    for (size_t i = 0; i < sizeof words / sizeof *words; i++)
        ck_assert_msg(strstr(buf_text(&rendered), words[i]) != NULL, "%s", words[i]);
    end();
    free(text);
}
END_TEST

static bool is_utf8(struct str s)
{
    for (size_t n; s.n > 0; s.s += n, s.n -= n)
        if ((n = str_utf8(s)) == 0) return false;
    return true;
}

/* Every length of what comes before, so that some cut falls inside a character. */
START_TEST(long_names_are_cut_between_characters)
{
    for (int lead = 0; lead < 4; lead++) {
        char text[2000], name[800], *to = name + sprintf(name, "%.*s", lead, "xxx");
        for (int i = 0; i < 100; i++) to += sprintf(to, "€");
        snprintf(text, sizeof text, "{\"id\":\"van\",\"name\":\"%s\",\"measures\":{\"plain\":1}}\n", name);
        begin("local m = force.measures.plain; local s = m:standing(); return met '{s}'", text);
        judge(cohort, NULL);
        ck_assert(is_utf8((struct str){rendered.data, rendered.length}));
        ck_assert_ptr_nonnull(strstr(buf_text(&rendered), "€ is left out of the cohort: it is a van"));
        end();
    }
}
END_TEST

UNIT("stand", a_place_and_the_lines, an_outlier_a_z_and_the_mean, ranks_from_both_ends,
     peers_of_its_own_and_their_parameter, parameters_of_the_lines_are_read, who_is_apart_is_nobodys_failing, too_few,
     likeness_that_cannot_be_said, a_rank_is_of_those_on_the_list, who_counts_by_another_measure,
     asked_again_it_stands_where_it_stood, what_the_dataset_lacks, without_a_cohort,
     a_measure_that_the_cohort_does_not_name, one_organisation_has_the_lines_of_all, places_in_english,
     long_names_are_cut_between_characters);
