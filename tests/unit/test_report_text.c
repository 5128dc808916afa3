/* test_report_text.c: pages, the overview, the tree, and the small parts they are made of, on a result made by hand.
 * Expected widths are counted by hand. */
#include "base/mem.h"
#include "handmade.h"
#include "report/columns.h"
#include "report/gather.h"
#include "report/outline.h"
#include "report/page.h"
#include "report/tree.h"
#include "report/wrap.h"
#include <check.h>

#define LITERAL(s) ((struct str){s, sizeof(s) - 1})

static void has(struct buf *out, const char *part)
{
    ck_assert_msg(strstr(buf_text(out), part) != NULL, "no \"%s\" in:\n%s", part, buf_text(out));
}
static void lacks(struct buf *out, const char *part)
{
    ck_assert_msg(strstr(buf_text(out), part) == NULL, "\"%s\" in:\n%s", part, buf_text(out));
}

START_TEST(a_character_has_a_width)
{
    ck_assert_uint_eq(columns(STR("")), 0);
    ck_assert_uint_eq(columns(LITERAL("± 1.9")), 5);
    ck_assert_uint_eq(columns(LITERAL("e\xcc\x81t\xc3\xa9")), 3); /* e and a combining accent, t, é */
    ck_assert_uint_eq(columns(LITERAL("警察")), 4);
    ck_assert_uint_eq(columns(LITERAL("\xff\xc3")), 2); /* no UTF-8: a column a byte */
}
END_TEST

START_TEST(a_text_is_cut_between_characters)
{
    struct buf out;
    buf_init(&out);
    columns_exact(&out, LITERAL("警察 force"), 6, true);
    ck_assert_str_eq(buf_text(&out), "警察 …");
    buf_clear(&out);
    columns_exact(&out, LITERAL("警察x"), 4, true); /* half a wide character cannot be shown */
    ck_assert_str_eq(buf_text(&out), "警… ");
    buf_clear(&out);
    columns_exact(&out, STR("leicestershire"), 8, false);
    ck_assert_str_eq(buf_text(&out), "leice...");
    buf_clear(&out);
    columns_exact(&out, STR("kent"), 6, true);
    ck_assert_str_eq(buf_text(&out), "kent  ");
    buf_done(&out);
}
END_TEST

START_TEST(nothing_drives_the_terminal)
{
    struct buf out;
    buf_init(&out);
    safe(&out, LITERAL("a\033[31mb\xc2\x9b"
                       "c\xe2\x80\xae"
                       "d\te\x7f"));
    ck_assert_str_eq(buf_text(&out), "a?[31mb?c?d e?");
    buf_clear(&out);
    safe(&out, LITERAL("naïve ±"));
    ck_assert_str_eq(buf_text(&out), "naïve ±");
    buf_done(&out);
}
END_TEST

START_TEST(prose_is_broken_at_blanks)
{
    struct buf out;
    buf_init(&out);
    wrap(&out, STR("one two  three\nfour"), 0, 2, 9);
    ck_assert_str_eq(buf_text(&out), "one two\n  three\n  four\n");
    buf_clear(&out);
    wrap(&out, LITERAL("±±±± ±±±±"), 0, 0, 9); /* columns, not bytes */
    ck_assert_str_eq(buf_text(&out), "±±±± ±±±±\n");
    buf_clear(&out);
    wrap(&out, STR("unbreakable word"), 4, 4, 8);
    ck_assert_str_eq(buf_text(&out), "unbreakable\n    word\n");
    buf_clear(&out);
    wrap(&out, STR(" "), 0, 0, 8);
    ck_assert_str_eq(buf_text(&out), "\n");
    buf_done(&out);
}
END_TEST

START_TEST(a_number_is_said_briefly)
{
    static const struct {
        double d;
        const char *said;
    } cases[] = {{0.85, "0.85"}, {10, "10"},         {2.0 / 3, "0.6667"},     {0, "0"},
                 {-1.5, "-1.5"}, {0.0005, "0.0005"}, {1e12, "1000000000000"}, {NAN, "not a number"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct buf out;
        buf_init(&out);
        style_number(cases[i].d, &out);
        ck_assert_str_eq(buf_text(&out), cases[i].said);
        buf_done(&out);
    }
}
END_TEST

START_TEST(grades_are_shortened_and_stay_apart)
{
    static const struct str five[] = {
        {"inadequate", 10}, {"requires-improvement", 20}, {"adequate", 8}, {"good", 4}, {"outstanding", 11}};
    static const struct str alike[] = {{"poor", 4}, {"passable", 8}, {"perfect", 7}};
    static const char *const want[] = {"I", "RI", "A", "G", "O"}, *const apart[] = {"Po", "Pa", "Pe"};
    char text[8];
    for (int g = 0; g < 5; g++) {
        overview_short(five, 5, g, text);
        ck_assert_str_eq(text, want[g]);
    }
    for (int g = 0; g < 3; g++) {
        overview_short(alike, 3, g, text);
        ck_assert_str_eq(text, apart[g]);
    }
    overview_short(five, 5, PEEL_INSUFFICIENT_EVIDENCE, text);
    ck_assert_str_eq(text, "?");
    overview_short(five, 5, PEEL_GRADE_LIMIT, text);
    ck_assert_str_eq(text, "!");
}
END_TEST

START_TEST(only_grades_lose_their_quotes)
{
    struct buf out;
    buf_init(&out);
    page_sentence(&PACK, STR("from `requires-improvement` to `insufficient-evidence`, `calls-to` and `good"), &out);
    ck_assert_str_eq(buf_text(&out), "from requires improvement to insufficient evidence, `calls-to` and `good");
    buf_done(&out);
}
END_TEST

START_TEST(a_page_reads_from_grades_to_what_was_missing)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_TEXT, (struct report){0}, 1, &out);
    ck_assert_str_eq(
        buf_text(&out),
        "North\n"
        "─────\n"
        "Round 2021/22; judged by handmade 1.2.3 (Made by hand).\n"
        "\n"
        "  Area                Grade                  Published\n"
        "  Answering calls     good                   requires improvement  agrees, revisited March 2023, moderated, "
        "capped\n"
        "  Service to victims  ungraded\n"
        "\n"
        "  ✓ met, ~ partly met, ✗ not met, ? no evidence, – not applicable, ! the rule failed. [CoC], [AFI],\n"
        "  [practice]: what it raised, by its number below.\n"
        "\n"
        "Answering calls: good, published requires improvement\n"
        "  moderated from requires improvement to good by Panel\n"
        "  1 of 2 met\n"
        "  ✓ answered [practice 1] — Calls are answered\n"
        "      52 of 60 (86.7%) were answered\n"
        "  ✗ staffed [CoC 1] — The desk is staffed: 1 weakness\n"
        "  For good:\n"
        "    → staffed: a full desk\n"
        "\n"
        "Service to victims: ungraded\n"
        "  ? heard — Victims are heard: there is no survey\n"
        "\n"
        "Causes of concern\n"
        "  1. The desk is empty\n"
        "     because of calls/staffed (areas/calls.lua:17)\n"
        "     • Staff the desk [within 6 months]\n"
        "     • Say how [by 2022-09-30]\n"
        "\n"
        "Promising practice\n"
        "  1. Calls answered at once\n"
        "     because of calls/answered (areas/calls.lua:5)\n"
        "\n"
        "What was missing\n"
        "  ? Minutes waited: not supplied, asked for twice (wanted by calls/answered)\n"
        "  ? survey victims_survey: not in the dataset (wanted by victims/heard)\n"
        "\n"
        "About these judgments\n"
        "─────────────────────\n"
        "\n"
        "Agreement with the published grades\n"
        "  Computed and published agree in 1 of 4 (25%), and are at most one step apart in 3 of 4 (75%).\n"
        "  Saying \"requires improvement\" of every area would agree in 3 of 4 (75%). Carried-over judgments\n"
        "  are not counted.\n"
        "\n"
        "Parameters, and what they rest on\n"
        "  enough_calls  0.85  share of calls answered [ours]\n"
        "  most_waiting  10    minutes at most\n"
        "\n"
        "What was judged by what\n"
        "  dataset  round 2021/22, sha256:abcd\n"
        "  pack     handmade 1.2.3, sha256:00ff\n"
        "  engine   peel " PEEL_VERSION "\n");
    buf_done(&out);
}
END_TEST

START_TEST(colour_is_only_for_terminals)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_TEXT, (struct report){0}, 1, &out);
    lacks(&out, "\033");
    buf_clear(&out);
    whole(&FORMAT_TEXT, (struct report){.style = {true, true, 100}}, 1, &out);
    has(&out, "  \033[32m✓\033[0m \033[1manswered\033[0m \033[32m[practice 1]\033[0m — Calls are answered\n"
              "      \033[2m52 of 60 (86.7%) were answered\033[0m\n");
    has(&out, "\033[0m\n  \033[2m"); /* a legend of two lines: the paint ends with each */
    has(&out, "\033[1;32mgood\033[0m");
    buf_done(&out);
}
END_TEST

START_TEST(a_judgment_says_how_it_stands)
{
    static const struct {
        enum peel_status status;
        struct date date;
        const char *said;
    } cases[] = {{PEEL_CARRIED_OVER, {2016, 0, 0}, "carried over from 2016"},
                 {PEEL_ADDED_LATE, {2023, 3, 0}, "added March 2023"},
                 {PEEL_CORRECTED, {2022, 4, 27}, "corrected 27 April 2022"},
                 {PEEL_FRESH, {2022, 4, 27}, ""},
                 {PEEL_NOT_INSPECTED, {0, 0, 0}, "not inspected"},
                 {PEEL_REVISIT, {0, 0, 0}, "revisited"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        struct judgment j = {.date = cases[i].date};
        struct area_result a = {.status = cases[i].status, .judgment = &j};
        struct buf out;
        buf_init(&out);
        page_status(&a, &out);
        ck_assert_str_eq(buf_text(&out), cases[i].said);
        buf_done(&out);
    }
}
END_TEST

START_TEST(a_failed_rule_is_told_apart_from_the_organisation)
{
    struct verdict *v = &VERDICTS[1], kept = *v;
    v->outcome = PEEL_ERROR;
    v->reason = STR("areas/calls.lua:21: attempt to index a nil value");
    v->raised = (struct spot){"areas/calls.lua", 21};
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_TEXT, (struct report){0}, 1, &out);
    *v = kept;
    has(&out, "Rules that failed (this says nothing of the organisation)\n"
              "  ! calls/staffed: error, areas/calls.lua:21: attempt to index a nil value\n");
    buf_done(&out);
}
END_TEST

/* Verdicts and needs as a sparse dataset gives them: three times the same, each of its own characteristic. */
static void without_findings(struct verdict kept[3], struct need needs[3])
{
    static const struct need three[] = {{{"answered: evidence is missing (no finding was made against it)", 63}, 0},
                                        {{"staffed: evidence is missing (asked for)", 40}, 1},
                                        {{"1 more characteristic of good met", 33}, NO_SLOT}};
    memcpy(kept, VERDICTS, 3 * sizeof *kept);
    memcpy(needs, three, sizeof three);
    for (int i = 0; i < 3; i++) VERDICTS[i] = (struct verdict){.outcome = PEEL_NO_EVIDENCE};
    VERDICTS[0].reason = VERDICTS[2].reason = STR("no finding was made against it");
    VERDICTS[1].reason = STR("no finding was made against calls/staffed");
    AREA_RESULTS[0].needs = needs;
    AREA_RESULTS[0].need_count = 3;
    AREA_RESULTS[0].next = -1;
    RESULT.concern_count = RESULT.practice_count = 0;
}

static void with_findings(const struct verdict kept[3])
{
    memcpy(VERDICTS, kept, 3 * sizeof *kept);
    AREA_RESULTS[0].needs = NEEDS;
    AREA_RESULTS[0].need_count = 1;
    AREA_RESULTS[0].next = 2;
    RESULT.concern_count = RESULT.practice_count = 1;
}

START_TEST(the_same_is_said_once)
{
    struct verdict kept[3];
    struct need needs[3];
    struct buf out;
    buf_init(&out);
    without_findings(kept, needs);
    whole(&FORMAT_TEXT, (struct report){0}, 1, &out);
    with_findings(kept);
    has(&out, "  1 of 2 met\n"
              "  ? no finding was made against: answered, staffed\n"
              "  For a grade:\n"
              "    → evidence on 2 characteristics: answered, staffed\n"
              "    → 1 more characteristic of good met\n"
              "\n"
              "Service to victims: ungraded\n"
              "  ? no finding was made against: heard\n");
    has(&out, "What was missing\n  ? 3 characteristics: no finding was made against them\n\n");
    lacks(&out, "[CoC]"); /* nothing was raised: the legend does not explain it */
    buf_done(&out);
}
END_TEST

/* Carried over: the grade, since when, where it is told, what the rules would say; not what nobody looked for. */
START_TEST(what_is_carried_over_is_brief)
{
    static struct str why[] = {{"carried over: `good` was given in 2016; the rules alone would say `good`", 72},
                               {"0 of 2", 6}};
    struct verdict kept[3];
    struct need needs[3];
    struct area_result *a = &AREA_RESULTS[0], was = *a;
    struct judgment judgment = {.grade = 2, .date = {2016, 0, 0}, .source = {0, {"page 4", 6}}};
    struct buf out;
    buf_init(&out);
    without_findings(kept, needs);
    a->status = PEEL_CARRIED_OVER;
    a->judgment = &judgment;
    a->why = why;
    whole(&FORMAT_TEXT, (struct report){0}, 1, &out);
    *a = was;
    with_findings(kept);
    has(&out, "Answering calls: good, carried over from 2016\n"
              "  carried over: good was given in 2016; the rules alone would say good\n"
              "    told in: The \"north\" report, page 4\n"
              "  0 of 2\n"
              "\n"
              "Service to victims");
    buf_done(&out);
}
END_TEST

/* A need that only repeats the reason above it, and two that say the same. */
START_TEST(needs_are_gathered)
{
    static struct need needs[] = {{{"answered: 52 of 60 (86.7%) were answered", 40}, 0},
                                  {{"staffed: 1 weakness", 19}, 1},
                                  {{"heard: ask them", 15}, 2},
                                  {{"staffed: ask them", 17}, 1}};
    struct area_result a = {.needs = needs, .need_count = 4};
    static const char *const want[] = {"answered, staffed to be met", "", "heard, staffed: ask them", ""};
    for (size_t i = 0; i < 4; i++) {
        struct buf out;
        buf_init(&out);
        ck_assert_int_eq(gather_need(&RESULT, &a, i, &out), *want[i] != '\0');
        ck_assert_str_eq(buf_text(&out), want[i]);
        buf_done(&out);
    }
}
END_TEST

START_TEST(many_are_an_overview)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_TEXT, (struct report){0}, 5, &out);
    lacks(&out, "Organisation  1");
    buf_clear(&out);
    whole(&FORMAT_TEXT, (struct report){0}, 6, &out);
    has(&out, "handmade 1.2.3, round 2021/22: 6 organisations\n");
    has(&out, "    1  Answering calls\n    2  Service to victims\n");
    has(&out, "Organisation  1    2    CoC  AFI\nnorth         Gm   .    1    0\n");
    lacks(&out, "Causes of concern");
    buf_clear(&out);
    whole(&FORMAT_TEXT, (struct report){.full = true}, 6, &out);
    has(&out, "Causes of concern");
    lacks(&out, "Organisation  1");
    buf_done(&out);
}
END_TEST

START_TEST(a_tree_goes_down_to_the_source)
{
    struct buf out;
    struct style style = {false, true, 100};
    buf_init(&out);
    tree_write(&RESULT, &(struct tree_request){0, 0}, &style, &out);
    ck_assert_str_eq(
        buf_text(&out),
        "North, round 2021/22, judged by handmade 1.2.3\n"
        "└─ Answering calls: good, computed requires improvement, published requires improvement, revisited\n"
        "   │  March 2023\n"
        "   ├─ moderated from requires improvement to good by Panel\n"
        "   ├─ 1 of 2 met\n"
        "   ├─ 1 met + 0 partly met at 0% = 1 of 3.5 with evidence, by weight: 50%\n"
        "   └─ ✓ answered (good) — Calls are answered\n"
        "      ├─ met: 52 of 60 (86.7%) were answered [areas/calls.lua:5]\n"
        "      ├─ rests on: framework, question 1; thresholds: ours\n"
        "      ├─ sample calls: 52 of 60 (86.7%) (Calls answered)\n"
        "      │  ├─ ✓ at least 85% (enough_calls, ours): held, 86.7%\n"
        "      │  ├─ ✗ above 90%: failed, 86.7%\n"
        "      │  └─ The \"north\" report, table 1 [/organisations/3/samples/calls]\n"
        "      ├─ measure waiting: not supplied (Minutes waited)\n"
        "      │  └─ no source given [/organisations/3/measures/waiting]\n"
        "      └─ promising practice: Calls answered at once\n");
    buf_done(&out);
}
END_TEST

START_TEST(a_tree_of_all_is_shorter_and_may_be_ascii)
{
    struct buf out;
    struct style style = {false, false, 60};
    buf_init(&out);
    tree_write(&RESULT, &(struct tree_request){NO_SLOT, NO_SLOT}, &style, &out);
    has(&out, "`- Service to victims: ungraded\n   `- ? heard (good) - Victims are heard\n"
              "      |- no evidence: there is no survey\n      |  [areas/victims.lua:4]\n");
    has(&out, "|  |  |- outcome calls/answered: met\n|  |  |  `- is it met? yes\n");
    has(&out, "|  |- weakness (weight 2): The desk stood ?[31mempty\n");
    has(&out, "for good it would have needed\n|     `- staffed: a full desk\n");
    lacks(&out, "/organisations/"); /* no places, no sources */
    for (const char *s = buf_text(&out); *s; s++) ck_assert_msg((unsigned char)*s < 0x80, "not ASCII: %s", s);
    buf_done(&out);
}
END_TEST

START_TEST(a_tree_may_run_out_of_memory)
{
    struct style style = STYLE_PLAIN;
    for (size_t n = 1;; n++) {
        struct buf out;
        buf_init(&out);
        mem_fail_after(n);
        tree_write(&RESULT, &(struct tree_request){NO_SLOT, NO_SLOT}, &style, &out);
        bool failed = mem_failed() > 0;
        mem_fail_after(0);
        ck_assert_msg(!failed || out.failed, "allocation %zu failed unseen", n);
        buf_done(&out);
        if (!failed) break;
        ck_assert_uint_lt(n, 1000);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report: text");
    TCase *t = tcase_create("pages");
    tcase_add_test(t, a_character_has_a_width);
    tcase_add_test(t, a_text_is_cut_between_characters);
    tcase_add_test(t, nothing_drives_the_terminal);
    tcase_add_test(t, prose_is_broken_at_blanks);
    tcase_add_test(t, a_number_is_said_briefly);
    tcase_add_test(t, grades_are_shortened_and_stay_apart);
    tcase_add_test(t, only_grades_lose_their_quotes);
    tcase_add_test(t, a_page_reads_from_grades_to_what_was_missing);
    tcase_add_test(t, colour_is_only_for_terminals);
    tcase_add_test(t, a_judgment_says_how_it_stands);
    tcase_add_test(t, a_failed_rule_is_told_apart_from_the_organisation);
    tcase_add_test(t, the_same_is_said_once);
    tcase_add_test(t, what_is_carried_over_is_brief);
    tcase_add_test(t, needs_are_gathered);
    tcase_add_test(t, many_are_an_overview);
    tcase_add_test(t, a_tree_goes_down_to_the_source);
    tcase_add_test(t, a_tree_of_all_is_shorter_and_may_be_ascii);
    tcase_add_test(t, a_tree_may_run_out_of_memory);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
