#include "judge/grade.h"

#include "base/mem.h"
#include "data/load.h"
#include "little.h"
#include "unit.h"

static struct diags diags;
static struct buf told;
static struct pack *pack;
static struct load *load;
static struct bench *bench;
static struct arena arena;
static struct batch batch;

static void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    arena_init(&arena);
    batch_init(&batch);
    little_write();
}

/* The pack, changed by the test or not, and organisations a line each. */
static void set_up(const char *organisations)
{
    char text[16384];
    snprintf(text, sizeof text, "%s%s", little_header, organisations);
    folder_write("x.jsonl", text);
    pack = pack_open("little", NULL, &diags);
    load = load_open("x.jsonl", &diags);
    bool good = pack && load && load_check(load, 1, &diags);
    diags_render(&diags, &told, false);
    ck_assert_str_eq(buf_text(&told), "");
    ck_assert(good && load_rewind(load) && load_bring(load, &batch, &diags));
    bench = bench_new(pack, load_dataset(load), NULL);
    ck_assert_ptr_nonnull(bench);
}

static struct org_result *grade(size_t i)
{
    return grade_org(bench, load_org(load, &batch, i, &arena, NULL), &arena);
}

static void end(void)
{
    bench_free(bench);
    load_close(load);
    pack_close(pack);
    batch_done(&batch);
    arena_done(&arena);
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

enum { CALLS, CRIME, VICTIMS };
enum { ANSWERED, POLITE, THOROUGH, TOLD, QUICK, LETTERS };
enum { INADEQUATE, REQUIRES_IMPROVEMENT, ADEQUATE, GOOD, OUTSTANDING };

#define STRENGTH "{\"kind\":\"strength\",\"against\":\"calls/polite\",\"text\":\"s\"}"
#define WEAKNESS "{\"kind\":\"weakness\",\"against\":\"calls/polite\",\"text\":\"w\"}"
#define ORG(answered, files, letters, delay, rest)                                                                     \
    "{\"id\":\"here\",\"name\":\"Here\",\"samples\":{\"answered\":" answered ",\"files\":" files                       \
    ",\"letters\":" letters "},\"measures\":{\"delay\":" delay "}" rest "}\n"
#define OF_60(met) "{\"reviewed\":60,\"met\":" met "}"
#define MISSING "{\"missing\":\"not-supplied\"}"

START_TEST(a_whole_organisation_is_graded_with_its_proof)
{
    begin();
    set_up(ORG(OF_60("52"), OF_60("41"), OF_60("60"), "9.5", ",\"findings\":[" STRENGTH "," STRENGTH "," WEAKNESS "]"));
    const struct org_result *r = grade(0);
    ck_assert(!r->partial);
    ck_assert_int_eq(r->verdicts[ANSWERED].outcome, PEEL_MET);
    ck_assert_str_eq(r->verdicts[ANSWERED].reason.s, "52 of 60 (86.7%) were answered");
    ck_assert_uint_ge(r->verdicts[ANSWERED].reading_count, 1);
    ck_assert_int_eq(r->verdicts[ANSWERED].readings[0].kind, EVIDENCE_SAMPLE);
    ck_assert_double_eq(r->verdicts[ANSWERED].readings[0].threshold, 0.8);
    ck_assert_int_eq(r->verdicts[POLITE].outcome, PEEL_PARTLY_MET); /* 2 of 3 is below 75% and above 40% */
    ck_assert_int_eq(r->verdicts[TOLD].outcome, PEEL_MET);
    ck_assert_int_eq(r->areas[CALLS].computed, ADEQUATE); /* 1.5 of 2 = 75% */
    ck_assert_str_eq(r->areas[CALLS].why[0].s, "1 of 2 characteristics of good met, 1 partly: share 75%; `adequate` "
                                               "asks for 40% (some), `good` for 80% (substantially_all)");
    ck_assert_int_eq(r->areas[CALLS].next, GOOD);
    ck_assert_int_eq(r->areas[CRIME].computed, ADEQUATE); /* thorough partly, told met: 75% */
    ck_assert_uint_eq(r->areas[CRIME].need_count, 2);
    ck_assert_str_eq(r->areas[CRIME].needs[1].text.s,
                     "thorough: Case files that met the standard: 41 of 60 (68.3%), at least 80% needed");
    ck_assert_int_eq(r->areas[VICTIMS].grade, PEEL_UNGRADED);
    ck_assert_str_eq(r->areas[VICTIMS].why[0].s, "1 of 1 characteristic met; this area is not graded");
    ck_assert_uint_eq(r->improvement_count, 0);
    ck_assert_uint_eq(r->concern_count, 0);
    end();
}
END_TEST

START_TEST(law_1_missing_evidence_gives_no_grade_and_no_blame)
{
    begin();
    set_up(ORG(MISSING, MISSING, MISSING, "9", ""));
    const struct org_result *r = grade(0);
    ck_assert(!r->partial);
    ck_assert_int_eq(r->verdicts[ANSWERED].outcome, PEEL_NO_EVIDENCE);
    ck_assert_int_eq(r->verdicts[POLITE].outcome, PEEL_NO_EVIDENCE); /* no findings at all */
    ck_assert_int_eq(r->areas[CALLS].computed, PEEL_INSUFFICIENT_EVIDENCE);
    ck_assert_int_eq(r->areas[CRIME].computed, PEEL_INSUFFICIENT_EVIDENCE);
    ck_assert_uint_eq(r->concern_count + r->improvement_count, 0);
    ck_assert_ptr_nonnull(strstr(r->areas[CALLS].needs[0].text.s, "evidence on "));
    ck_assert_uint_eq(r->areas[CALLS].needs[0].characteristic, NO_SLOT);
    ck_assert_ptr_nonnull(strstr(r->areas[CALLS].needs[1].text.s, "answered: evidence is missing"));
    ck_assert_ptr_nonnull(strstr(r->areas[CALLS].needs[1].text.s, "not supplied"));
    end();
}
END_TEST

START_TEST(law_6_a_cause_of_concern_makes_the_area_inadequate)
{
    begin();
    set_up(ORG(OF_60("20"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, INADEQUATE);
    ck_assert_uint_eq(r->concern_count, 1);
    ck_assert_str_eq(r->concerns[0].id, "calls/answered");
    ck_assert_str_eq(r->concerns[0].decl->recommendations[0].within.s,
                     "6 months"); /* law 7; a deadline stays in its words */
    ck_assert_uint_eq(r->practice_count, 1);
    ck_assert_int_eq(r->areas[CALLS].next, REQUIRES_IMPROVEMENT);
    ck_assert_int_eq(r->areas[CRIME].computed, OUTSTANDING); /* all of good, and quick besides */
    ck_assert_int_eq(r->areas[CRIME].next, -1);
    end();
}
END_TEST

START_TEST(a_cap_acts_and_the_grade_before_it_is_kept)
{
    begin();
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("20"), "9", ""));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CRIME].uncapped, ADEQUATE);
    ck_assert_int_eq(r->areas[CRIME].computed, REQUIRES_IMPROVEMENT);
    ck_assert_uint_eq(r->areas[CRIME].capped_count, 1);
    ck_assert_int_eq(r->areas[CRIME].capped[0].from, ADEQUATE);
    end();
}
END_TEST

START_TEST(law_1_a_cap_on_a_missing_outcome_does_not_act)
{
    begin();
    set_up(ORG(OF_60("60"), OF_60("60"), MISSING, "9", ""));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->verdicts[TOLD].outcome, PEEL_NO_EVIDENCE); /* the outcome it rests on has none */
    ck_assert_uint_eq(r->areas[CRIME].capped_count, 0);
    ck_assert_int_eq(r->areas[CRIME].computed, OUTSTANDING); /* half has evidence, which is enough here */
    end();
}
END_TEST

START_TEST(law_5_a_broken_rule_is_not_a_bad_grade)
{
    begin();
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "13", ",\"findings\":[" STRENGTH "]"));
    const struct org_result *r = grade(0);
    ck_assert(r->partial);
    ck_assert_uint_eq(r->errors, 1);
    ck_assert_int_eq(r->verdicts[QUICK].outcome, PEEL_ERROR);
    ck_assert_int_eq(r->areas[CRIME].computed, PEEL_GRADE_ERROR);
    ck_assert_int_eq(r->areas[CRIME].grade, PEEL_GRADE_ERROR);
    ck_assert_int_eq(r->areas[CALLS].computed, GOOD); /* untouched */
    ck_assert_str_eq(r->areas[CRIME].why[0].s, "the rule quick ended in an error: areas/crime.lua:22: thirteen");
    end();
    begin();
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "14", ""));
    r = grade(0);
    ck_assert_uint_eq(r->limits, 1);
    ck_assert_int_eq(r->verdicts[QUICK].outcome, PEEL_LIMIT);
    ck_assert_int_eq(r->areas[CRIME].computed, PEEL_GRADE_LIMIT);
    end();
}
END_TEST

START_TEST(law_8_a_moderation_stands_and_the_computed_grade_stays)
{
    begin();
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "9",
               ",\"findings\":[" STRENGTH "],\"moderations\":[{\"area\":\"calls\",\"to\":\"adequate\",\"by\":\"A. "
               "Person\",\"date\":\"2022-03-01\",\"why\":\"few calls\"}]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, GOOD);
    ck_assert_int_eq(r->areas[CALLS].grade, ADEQUATE);
    ck_assert_str_eq(r->areas[CALLS].why[0].s,
                     "moderated from `good` to `adequate` by A. Person, 2022-03-01: few calls");
    end();
}
END_TEST

START_TEST(a_finding_counts_for_each_characteristic_it_is_against)
{
    begin();
    little_replace("little/areas/victims.lua", little_victims, "\n}\n",
                   "\n  characteristic \"heard\" { level = \"good\", text = \"Victims are heard\", rests = \"ours\", "
                   "findings = true },\n}\n");
    set_up(ORG(MISSING, MISSING, MISSING, "9",
               ",\"findings\":[{\"kind\":\"weakness\",\"against\":\"victims/heard\",\"text\":\"a\"},"
               "{\"kind\":\"strength\",\"against\":[\"calls/polite\",\"nobody/knows\"],\"text\":\"b\"},"
               "{\"kind\":\"strength\",\"against\":[\"victims/heard\",\"calls/polite\"],\"weight\":3,\"text\":\"c\"},"
               "{\"kind\":\"strength\",\"against\":\"victims/herd\",\"text\":\"d\"}]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->verdicts[POLITE].outcome, PEEL_MET); /* 4 of 4 */
    ck_assert_int_eq(r->verdicts[6].outcome, PEEL_MET);      /* 3 of 4 = 75% */
    ck_assert_uint_eq(r->org->findings[1].against_slot[0], POLITE);
    ck_assert_uint_eq(r->org->findings[1].against_slot[1], NO_SLOT);
    ck_assert_uint_eq(bench_unknown_findings(bench), 1); /* only the last is heard by nobody */
    const struct fit_list *names = &bench_fit(bench)->lists[FIT_FINDING];
    ck_assert_uint_eq(names->count, 2);
    ck_assert_uint_eq(names->all, 2);
    end();
}
END_TEST

START_TEST(printed_text_is_kept_and_asking_again_prints_nothing_more)
{
    begin();
    little_replace("little/areas/calls.lua", little_calls, "\n}\n",
                   "\n  ladder = function(area, p) print(\"asked\")\n    if area:outcome(\"answered\") == \"met\" then "
                   "return \"good\", \"calls are answered\" end\n"
                   "    return \"adequate\", \"too few calls are answered\"\n  end,\n}\n");
    set_up(ORG(OF_60("40"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, ADEQUATE);
    ck_assert_str_eq(r->areas[CALLS].why[0].s, "too few calls are answered");
    ck_assert_int_eq(r->areas[CALLS].next, GOOD);
    ck_assert_str_eq(r->areas[CALLS].needs[0].text.s,
                     "answered: Calls answered: 40 of 60 (66.7%), at least 80% needed");
    ck_assert_str_eq(r->printed.s, "asked\n");
    end();
}
END_TEST

START_TEST(a_cap_that_is_a_function_acts_and_breaks_like_a_rule)
{
    begin();
    little_replace("little/areas/calls.lua", little_calls, "\n}\n",
                   "\n  cap \"rude\" { at = \"requires-improvement\", because = \"callers are treated badly\",\n"
                   "    when = function(area, p) if area:outcome(\"answered\") ~= \"met\" then error(\"sixty\") end "
                   "return area:outcome(\"polite\") ~= \"met\" end },\n}\n");
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "," WEAKNESS "]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].uncapped, ADEQUATE); /* met and partly met: 75% */
    ck_assert_int_eq(r->areas[CALLS].computed, REQUIRES_IMPROVEMENT);
    ck_assert_ptr_nonnull(r->areas[CALLS].capped[0].verdict);
    end();
    begin();
    little_replace("little/areas/calls.lua", little_calls, "\n}\n",
                   "\n  cap \"rude\" { at = \"requires-improvement\", because = \"callers are treated badly\",\n"
                   "    when = function(area, p) error(\"sixty\") end },\n}\n");
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "]"));
    r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, PEEL_GRADE_ERROR);
    ck_assert_int_eq(r->areas[CALLS].uncapped, GOOD);
    ck_assert(r->partial);
    ck_assert_str_eq(r->areas[CALLS].why[0].s, "the cap rude ended in an error: areas/calls.lua:16: sixty");
    end();
}
END_TEST

START_TEST(a_ladder_asked_again_sees_no_cause_of_concern_in_what_is_met)
{
    begin();
    little_replace(
        "little/areas/calls.lua", little_calls, "\n}\n",
        "\n  ladder = function(area, p)\n    if area:concerns() > 0 then return \"inadequate\", \"a cause of "
        "concern\" end\n    return \"good\", \"none\"\n  end,\n}\n");
    set_up(ORG(OF_60("10"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, INADEQUATE);
    ck_assert_int_eq(r->areas[CALLS].next, GOOD);
    ck_assert_uint_eq(r->areas[CALLS].need_count, 1);
    ck_assert_uint_eq(r->areas[CALLS].needs[0].characteristic, ANSWERED);
    end();
}
END_TEST

START_TEST(a_cap_on_what_is_to_be_met_is_told)
{
    begin();
    little_replace("little/areas/calls.lua", little_calls, "\n}\n",
                   "\n  cap \"proud\" { at = \"adequate\", when = { \"polite\", \"met\" }, because = \"it is said too "
                   "often\" },\n}\n");
    set_up(ORG(OF_60("60"), OF_60("60"), OF_60("60"), "9", ",\"findings\":[" STRENGTH "," WEAKNESS "]"));
    const struct org_result *r = grade(0);
    ck_assert_int_eq(r->areas[CALLS].computed, ADEQUATE); /* met and partly met: 75% */
    ck_assert_int_eq(r->areas[CALLS].next, GOOD);
    ck_assert_uint_eq(r->areas[CALLS].need_count, 3);
    ck_assert_str_eq(r->areas[CALLS].needs[2].text.s, "the cap proud must be lifted: it is said too often");
    end();
}
END_TEST

struct attempt {
    struct bench *bench;
};

static void try_it(void *context)
{
    struct attempt *a = context;
    a->bench = bench_new(pack, load_dataset(load), NULL);
    struct org *org = a->bench ? load_org(load, &batch, 0, &arena, NULL) : NULL;
    if (!org) return;
    const struct org_result *r = grade_org(a->bench, org, &arena);
    if (!r->partial) ck_assert_int_eq(r->areas[CALLS].computed, ADEQUATE);
}

START_TEST(memory_may_run_out_at_any_allocation)
{
    begin();
    set_up(ORG(OF_60("52"), OF_60("41"), OF_60("60"), "9.5", ",\"findings\":[" STRENGTH "," WEAKNESS "]"));
    bench_free(bench);
    bench = NULL;
    size_t n = 0, failed = 1;
    while (failed && n < 20000) {
        struct attempt a = {NULL};
        n++;
        mem_fail_after(n);
        arena_guard(&arena, try_it, &a);
        failed = mem_failed();
        mem_fail_after(0);
        bench_free(a.bench);
        arena_done(&arena);
    }
    ck_assert_uint_gt(n, 10);
    ck_assert_uint_lt(n, 20000);
    end();
}
END_TEST

UNIT("grade", a_whole_organisation_is_graded_with_its_proof, law_1_missing_evidence_gives_no_grade_and_no_blame,
     law_6_a_cause_of_concern_makes_the_area_inadequate, a_cap_acts_and_the_grade_before_it_is_kept,
     law_1_a_cap_on_a_missing_outcome_does_not_act, law_5_a_broken_rule_is_not_a_bad_grade,
     law_8_a_moderation_stands_and_the_computed_grade_stays, a_finding_counts_for_each_characteristic_it_is_against,
     printed_text_is_kept_and_asking_again_prints_nothing_more, a_cap_that_is_a_function_acts_and_breaks_like_a_rule,
     a_ladder_asked_again_sees_no_cause_of_concern_in_what_is_met, a_cap_on_what_is_to_be_met_is_told,
     memory_may_run_out_at_any_allocation);
