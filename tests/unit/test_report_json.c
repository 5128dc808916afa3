/* test_report_json.c: the formats json, jsonl and csv, on results made by hand. jansson is the judge of what is JSON.
 */
#include "base/mem.h"
#include "handmade.h"
#include "report/emit.h"
#include "report/numerals.h"
#include <check.h>
#include <jansson.h>
#include <math.h>
#include <stdlib.h>

static json_t *parsed(const struct buf *text)
{
    json_error_t error;
    json_t *j = json_loadb(text->data, text->length, JSON_REJECT_DUPLICATES, &error);
    ck_assert_msg(j != NULL, "line %d: %s", error.line, error.text);
    return j;
}

/* Where a path of keys and indexes leads; the text of a string, or of the value as JSON. */
static json_t *at(json_t *j, const char *path)
{
    char step[64];
    for (int n; j && *path; path += n + (path[n] == '/')) {
        n = (int)strcspn(path, "/");
        snprintf(step, sizeof step, "%.*s", n, path);
        j = json_is_array(j) ? json_array_get(j, (size_t)atoi(step)) : json_object_get(j, step);
    }
    return j;
}

static void is_text(json_t *j, const char *path, const char *want)
{
    const char *got = json_string_value(at(j, path));
    ck_assert_msg(got && strcmp(got, want) == 0, "%s: got %s, want %s", path, got ? got : "nothing", want);
}

static void is_json(json_t *j, const char *path, const char *want)
{
    char *got = at(j, path) ? json_dumps(at(j, path), JSON_ENCODE_ANY | JSON_COMPACT) : NULL;
    ck_assert_msg(got && strcmp(got, want) == 0, "%s: got %s, want %s", path, got ? got : "nothing", want);
    free(got);
}

START_TEST(a_document_says_what_was_judged_by_what)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out);
    is_text(j, "format", "peel.result.v1");
    is_text(j, "engine", PEEL_VERSION);
    is_json(j, "pack", "{\"name\":\"handmade\",\"version\":\"1.2.3\",\"digest\":\"sha256:00ff\"}");
    is_text(j, "dataset/round", "2021/22");
    is_text(j, "dataset/digest", "sha256:abcd");
    is_json(j, "dataset/evidence",
            "{\"measures\":{\"waiting\":{\"title\":\"Minutes waited\",\"unit\":\"minutes\"}},\"samples\":{\"calls\":"
            "{\"title\":\"Calls answered\"}}}");
    is_json(j, "scale", "[\"inadequate\",\"requires-improvement\",\"good\"]");
    is_json(j, "parameters",
            "{\"enough_calls\":0.84999999999999998,\"most_waiting\":10}"); /* jansson's 17 digits of our 0.85 */
    ck_assert_ptr_nonnull(strstr(buf_text(&out), "{\"enough_calls\": 0.85, \"most_waiting\": 10}"));
    is_text(j, "framework/parameters/0/rests", "ours");
    is_json(j, "framework/parameters/1/rests", "null");
    is_text(j, "framework/areas/0/characteristics/0/text", "Calls are answered");
    is_json(j, "framework/areas/0/characteristics/1/weight", "2.5");
    is_text(j, "status", "complete");
    is_json(j, "cohort", "{}");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(agreement_stands_beside_its_base_rate)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out);
    /* 3 of 4 published are requires-improvement: saying that of all would be right 3 times. */
    is_json(j, "agreement",
            "{\"compared\":4,\"agreed\":1,\"within_one\":3,\"base_rate\":{\"grade\":\"requires-improvement\",\"count\":"
            "3}}");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(an_area_shows_every_grade_it_had)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out), *a = at(j, "organisations/0/areas/0");
    is_text(a, "status", "revisit");
    is_text(a, "date", "2023-03");
    is_text(a, "grade", "good");
    is_text(a, "computed", "requires-improvement");
    is_text(a, "uncapped", "good");
    is_text(a, "published", "requires-improvement");
    is_json(a, "moderation", "{\"to\":\"good\",\"by\":\"Panel\",\"date\":\"2022-04-27\",\"why\":\"seen since\"}");
    is_json(a, "caps",
            "[{\"id\":\"unstaffed\",\"at\":\"requires-improvement\",\"from\":\"good\",\"because\":\"no calls without "
            "staff\",\"rule\":\"areas/calls.lua:30\"}]");
    is_json(a, "share", "0.5");
    is_json(a, "next", "{\"grade\":\"good\",\"needs\":[\"staffed: a full desk\"]}");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(an_ungraded_area_claims_nothing)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out), *a = at(j, "organisations/0/areas/1");
    is_json(a, "graded", "false");
    is_text(a, "grade", "ungraded");
    is_json(a, "published", "null");
    ck_assert_ptr_null(at(a, "uncapped")); /* nothing but the ladder spoke */
    is_json(a, "moderation", "null");
    is_json(a, "share", "null");
    is_json(a, "next", "null");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(evidence_is_named_once_with_all_its_tests)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out), *e = at(j, "organisations/0/areas/0/characteristics/0/evidence");
    ck_assert_uint_eq(json_array_size(e), 2);
    is_text(e, "0/at", "/organisations/3/samples/calls");
    ck_assert_ptr_null(at(e, "0/kind")); /* the pointer says it */
    ck_assert_ptr_null(at(e, "0/id"));
    ck_assert_ptr_null(at(e, "0/missing"));
    is_text(e, "0/value", "52 of 60 (86.7%)");
    is_text(e, "0/source", "The \"north\" report, table 1");
    ck_assert_uint_eq(json_array_size(at(e, "0/tests")), 2);
    ck_assert_ptr_nonnull(
        strstr(buf_text(&out), "{\"at_least\": 0.85, \"value\": 0.8666666666666667, \"held\": true}"));
    ck_assert_double_eq(json_real_value(at(e, "0/tests/0/value")), 52.0 / 60); /* reads back as the same double */
    is_json(e, "0/tests/0/held", "true");
    is_json(e, "0/tests/1/above", "0.90000000000000002");
    is_json(e, "0/tests/1/held", "false");
    is_text(e, "1/value", "not supplied");
    is_text(e, "1/missing", "not-supplied");
    ck_assert_ptr_null(at(e, "1/source"));
    ck_assert_ptr_null(at(e, "1/tests"));
    is_json(at(j, "organisations/0/areas/0/characteristics/0"), "parameters", "{\"enough_calls\":0.84999999999999998}");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(what_is_no_value_of_the_dataset_says_so)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out), *e = at(j, "organisations/0/areas/0/characteristics/1/evidence");
    is_text(e, "0/at", "/organisations/3/findings/0");
    is_text(e, "0/value", "weakness: The desk\nstood \033[31mempty");
    is_json(e, "0/weight", "2");
    is_text(e, "0/id", "f1");
    ck_assert_ptr_null(at(j, "organisations/0/areas/0/characteristics/1/parameters")); /* it read none */
    is_json(e, "1/at", "null");
    is_text(e, "1/kind", "outcome");
    is_text(e, "1/value", "met");
    is_json(e, "1/tests", "[{\"is\":\"met\",\"value\":\"met\",\"held\":true}]");
    e = at(j, "organisations/0/areas/1/characteristics/0/evidence");
    is_text(e, "0/at", "/organisations/3/surveys/victims_survey");
    is_text(e, "0/missing", "not-collected");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(a_rule_that_failed_says_where)
{
    struct verdict *v = &VERDICTS[1], kept = *v;
    v->outcome = PEEL_LIMIT;
    v->reason = STR("more than 1,000,000 instructions");
    v->raised = (struct spot){"areas/calls.lua", 21};
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    *v = kept;
    json_t *j = parsed(&out), *c = at(j, "organisations/0/areas/0/characteristics/1");
    is_text(c, "outcome", "limit");
    is_text(c, "raised", "areas/calls.lua:21");
    ck_assert_ptr_null(at(j, "organisations/0/areas/0/characteristics/0/raised"));
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(a_cause_of_concern_brings_its_recommendations)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){0}, 1, &out);
    json_t *j = parsed(&out), *o = at(j, "organisations/0");
    is_json(o, "causes_of_concern",
            "[{\"id\":\"calls/staffed\",\"area\":\"calls\",\"text\":\"The desk is "
            "empty\",\"because\":[\"calls/staffed\"],\"recommendations\":"
            "[{\"text\":\"Staff the desk\",\"deadline\":\"6 months\"},{\"text\":\"Say "
            "how\",\"deadline\":\"2022-09-30\"}]}]");
    is_json(o, "areas_for_improvement", "[]");
    is_json(o, "promising_practice/0/because", "[\"calls/answered\"]");
    json_decref(j);
    buf_done(&out);
}
END_TEST

/* Two rules read the same sample: the second entry is a copy of the first but for what the rule did with it. */
START_TEST(what_two_rules_read_is_told_alike)
{
    struct verdict *v = &VERDICTS[2], kept = *v;
    static const struct reading again[] = {
        {.kind = EVIDENCE_SAMPLE, .test = TEST_NONE, .slot = 0, .name = {"calls", 5}}};
    v->readings = again;
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSONL, (struct report){0}, 2, &out);
    *v = kept;
    const char *text = buf_text(&out);
    for (int i = 0; i < 2; i++) { /* in both organisations of one worker */
        text = strstr(text, "\"victims\",\"graded\":false");
        ck_assert_ptr_nonnull(text);
        text = strstr(text, "\"evidence\":[");
        ck_assert_ptr_nonnull(text);
        static const char want[] =
            "\"evidence\":[{\"at\":\"/organisations/3/samples/calls\",\"value\":\"52 of 60 (86.7%)\","
            "\"source\":\"The \\\"north\\\" report, table 1\"}]";
        ck_assert_msg(strncmp(text, want, strlen(want)) == 0, "got %.200s", text);
    }
    buf_done(&out);
}
END_TEST

/* At every length, with the odd byte at every place, what is written is what buf_json writes. */
START_TEST(texts_are_escaped_wherever_it_is_needed)
{
    static const char *const odd[] = {"x", "\"", "\\", "\n", "\x1f", "\x7f", "\xC3\xA9", "\xE2\x80\x99", "\xff", ""};
    for (size_t o = 0; o < sizeof odd / sizeof *odd; o++)
        for (size_t n = 0; n < 40; n++)
            for (size_t where = 0; where <= n; where++) {
                char text[128];
                snprintf(text, sizeof text, "%.*s%s%.*s", (int)where, "abcdefghijklmnopqrstuvwxyz0123456789 ~!#{",
                         odd[o], (int)(n - where), "ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 ~!#{");
                char *own = malloc(strlen(text) + 1); /* so that a byte read too far is seen */
                memcpy(own, text, strlen(text) + 1);
                struct buf a, b;
                buf_init(&a);
                buf_init(&b);
                emit_json(&a, str_of(own));
                buf_json(&b, str_of(own));
                ck_assert_str_eq(buf_text(&a), buf_text(&b));
                ck_assert_int_eq(emit_is_plain(&a, 1), a.length == 1); /* the closing quote is not plain */
                free(own);
                buf_done(&a);
                buf_done(&b);
            }
}
END_TEST

START_TEST(lines_are_a_header_organisations_and_an_end)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSONL, (struct report){0}, 2, &out);
    size_t lines = 0;
    json_t *last = NULL, *j = NULL;
    for (const char *s = buf_text(&out); *s; lines++) {
        size_t n = strcspn(s, "\n");
        struct buf line = {(char *)s, n, n, false};
        json_decref(j);
        j = parsed(&line);
        if (lines == 0) ck_assert_ptr_null(at(j, "organisations"));
        if (lines == 1 || lines == 2) is_text(j, "id", "north");
        last = j;
        s += n + 1;
    }
    ck_assert_uint_eq(lines, 4);
    is_text(last, "status", "complete");
    is_json(last, "agreement/compared", "4");
    ck_assert_ptr_null(strstr(buf_text(&out), "\": ")); /* compact */
    json_decref(j);
    buf_done(&out);
}
END_TEST

/* What a document and its lines say of an organisation is the same. */
START_TEST(both_forms_agree)
{
    struct buf one, lines;
    buf_init(&one);
    buf_init(&lines);
    whole(&FORMAT_JSON, (struct report){0}, 1, &one);
    whole(&FORMAT_JSONL, (struct report){0}, 1, &lines);
    const char *second = strchr(buf_text(&lines), '\n') + 1;
    size_t n = strcspn(second, "\n");
    struct buf line = {(char *)second, n, n, false};
    json_t *a = parsed(&one), *b = parsed(&line);
    ck_assert(json_equal(at(a, "organisations/0"), b));
    json_decref(a);
    json_decref(b);
    buf_done(&one);
    buf_done(&lines);
}
END_TEST

START_TEST(several_datasets_are_an_array)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_JSON, (struct report){.number = 0, .of = 2}, 2, &out);
    whole(&FORMAT_JSON, (struct report){.number = 1, .of = 2}, 1, &out);
    json_t *j = parsed(&out);
    ck_assert_uint_eq(json_array_size(j), 2);
    ck_assert_uint_eq(json_array_size(at(j, "0/organisations")), 2);
    is_text(j, "1/organisations/0/id", "north");
    json_decref(j);
    buf_done(&out);
}
END_TEST

START_TEST(a_number_written_twice_is_the_same)
{
    static struct numerals n;
    static const double values[] = {0.1, -0.0, 7, 9.5, 10, 1e300, 5e-324, 0.8666666666666667, 123456789, NAN, INFINITY};
    for (int round = 0; round < 2; round++)
        for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
            struct buf a, b;
            buf_init(&a);
            buf_init(&b);
            numerals_write(&n, values[i], &a);
            emit_number(&b, values[i]);
            ck_assert_str_eq(buf_text(&a), buf_text(&b));
            if (isfinite(values[i])) ck_assert_double_eq(strtod(buf_text(&a), NULL), values[i]);
            buf_done(&a);
            buf_done(&b);
        }
}
END_TEST

START_TEST(a_row_a_judgment)
{
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_CSV, (struct report){0}, 1, &out);
    ck_assert_str_eq(buf_text(&out), "round,year,organisation,name,area,title,graded,status,date,grade,computed,"
                                     "uncapped,published,agrees,moderated_by,moderated_on,"
                                     "moderated_because,capped_by,share,evidenced,met,partly_met,not_met,not_"
                                     "applicable,no_evidence,error,limit,causes_of_concern,"
                                     "areas_for_improvement,promising_practice,why,next,needs\n"
                                     "\"2021/22\",2021,\"north\",\"North\",\"calls\",\"Answering "
                                     "calls\",true,revisit,2023-03,good,requires-improvement,good,"
                                     "\"requires-improvement\",true,\"Panel\",2022-04-27,\"seen "
                                     "since\",\"unstaffed\",0.5,1,1,0,1,0,0,0,0,\"calls/staffed\",\"\","
                                     "\"calls/answered\",\"moderated from `requires-improvement` to `good` by Panel; 1 "
                                     "of 2 met\",good,\"staffed: a full desk\"\n"
                                     "\"2021/22\",2021,\"north\",\"North\",\"victims\",\"Service to "
                                     "victims\",false,fresh,,ungraded,ungraded,ungraded,\"\",,\"\",,\"\",\"\",,0,"
                                     "0,0,0,0,1,0,0,\"\",\"\",\"\",\"\",,\"\"\n");
    buf_done(&out);
}
END_TEST

START_TEST(a_cell_is_never_a_formula)
{
    struct str kept = ORG.name;
    ORG.name = STR("=HYPERLINK(\"x\")");
    struct buf out;
    buf_init(&out);
    whole(&FORMAT_CSV, (struct report){.number = 1, .of = 2}, 1, &out);
    ORG.name = kept;
    ck_assert_ptr_nonnull(strstr(buf_text(&out), "\"north\",\" =HYPERLINK(\"\"x\"\")\",\"calls\""));
    ck_assert_ptr_null(strstr(buf_text(&out), "round,year")); /* one header, before the first dataset */
    buf_done(&out);
}
END_TEST

/* Out of memory at every allocation: no crash, and the text says it failed or the format did not open. */
START_TEST(memory_may_end_anywhere)
{
    for (size_t f = 0; f < FORMAT_COUNT; f++)
        for (size_t n = 1; n < 400; n++) {
            struct report r = {.pack = &PACK,
                               .dataset = &DATASET,
                               .digest = "sha256:abcd",
                               .count = 1,
                               .of = 1,
                               .workers = 1,
                               .style = STYLE_PLAIN};
            struct buf out;
            buf_init(&out);
            mem_fail_after(n);
            void *state = FORMATS[f]->open(&r);
            if (state) {
                FORMATS[f]->begin(&r, state, &out);
                FORMATS[f]->organisation(&r, state, &RESULT, &out, 0);
                FORMATS[f]->end(&r, state, &TOTALS, &out);
                FORMATS[f]->close(state);
            }
            bool failed = mem_failed() > 0;
            mem_fail_after(0);
            ck_assert_msg(!failed || !state || out.failed, "%s: allocation %zu failed unseen", FORMATS[f]->name, n);
            buf_done(&out);
            if (!failed) break;
        }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("report: json, jsonl, csv");
    TCase *t = tcase_create("formats");
    tcase_add_test(t, a_document_says_what_was_judged_by_what);
    tcase_add_test(t, agreement_stands_beside_its_base_rate);
    tcase_add_test(t, an_area_shows_every_grade_it_had);
    tcase_add_test(t, an_ungraded_area_claims_nothing);
    tcase_add_test(t, evidence_is_named_once_with_all_its_tests);
    tcase_add_test(t, what_is_no_value_of_the_dataset_says_so);
    tcase_add_test(t, a_rule_that_failed_says_where);
    tcase_add_test(t, a_cause_of_concern_brings_its_recommendations);
    tcase_add_test(t, what_two_rules_read_is_told_alike);
    tcase_add_test(t, texts_are_escaped_wherever_it_is_needed);
    tcase_add_test(t, lines_are_a_header_organisations_and_an_end);
    tcase_add_test(t, both_forms_agree);
    tcase_add_test(t, several_datasets_are_an_array);
    tcase_add_test(t, a_number_written_twice_is_the_same);
    tcase_add_test(t, a_row_a_judgment);
    tcase_add_test(t, a_cell_is_never_a_formula);
    tcase_add_test(t, memory_may_end_anywhere);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
