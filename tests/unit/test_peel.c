/* test_peel.c: the public library as a program sees it: nothing but peel.h, the C library and Check. */
#include "peel.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PACKS "tests/packs/"
#define INPUTS "tests/golden/inputs/"

static struct peel_problems problems;

struct kept { /* what was written */
    char *bytes;
    size_t length, most; /* stops past `most`; 0: never */
};

static bool keep(void *context, const char *bytes, size_t n)
{
    struct kept *k = context;
    if (k->most > 0 && k->length + n > k->most) return false;
    k->bytes = realloc(k->bytes, k->length + n + 1);
    memcpy(k->bytes + k->length, bytes, n);
    k->length += n;
    k->bytes[k->length] = '\0';
    return true;
}

static struct peel_pack *opened(const char *folder)
{
    struct peel_pack *pack = peel_pack_open(folder, NULL, &problems);
    ck_assert_msg(pack != NULL, "%s", problems.text);
    ck_assert_str_eq(problems.text, "");
    return pack;
}

START_TEST(words_go_both_ways)
{
    for (int o = 0; o < PEEL_OUTCOMES; o++)
        ck_assert_int_eq(peel_outcome_named(peel_outcome_name(o), strlen(peel_outcome_name(o))), o);
    ck_assert_int_eq(peel_outcome_named("failed", 6), -1);
    ck_assert_str_eq(peel_version(), PEEL_VERSION);
}
END_TEST

START_TEST(a_pack_says_what_it_is)
{
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    ck_assert_str_eq(peel_pack_name(pack), "synthetic-small");
    ck_assert_str_eq(peel_pack_version(pack), "1.0.0");
    ck_assert_uint_eq(strlen(peel_pack_digest(pack)), 7 + 64);
    ck_assert(strncmp(peel_pack_digest(pack), "sha256:", 7) == 0);
    peel_pack_close(pack);
    peel_pack_close(NULL);
}
END_TEST

START_TEST(a_pack_that_is_none_is_told)
{
    ck_assert_ptr_null(peel_pack_open(PACKS "synthetic-none", NULL, &problems));
    ck_assert_uint_eq(problems.errors, 1);
    ck_assert_ptr_nonnull(strstr(problems.text, "synthetic-none: there is no such folder"));
    /* A bare name is a folder here, never one that is installed somewhere. */
    ck_assert_ptr_null(peel_pack_open("peel-2021", NULL, &problems));
    ck_assert_ptr_nonnull(strstr(problems.text, "./peel-2021: there is no such folder"));
}
END_TEST

START_TEST(a_dataset_is_graded)
{
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    struct kept out = {0};
    struct peel_grading how = {.only = "north", .format = "csv"};
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", &how, keep, &out, &problems), PEEL_DONE);
    ck_assert_str_eq(problems.text, "");
    size_t lines = 0;
    for (size_t i = 0; i < out.length; i++) lines += out.bytes[i] == '\n';
    ck_assert_uint_eq(lines, 5); /* a header and four areas */
    ck_assert_ptr_nonnull(
        strstr(out.bytes, "\"north\",\"Northern Service\",\"calls\",\"Answering calls\",true,fresh,,good,"));
    free(out.bytes);
    peel_pack_close(pack);
}
END_TEST

START_TEST(workers_do_not_show)
{
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    struct kept one = {0}, four = {0};
    struct peel_grading how = {.workers = 4};
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", NULL, keep, &one, &problems), PEEL_DONE);
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", &how, keep, &four, &problems), PEEL_DONE);
    ck_assert_uint_eq(one.length, four.length);
    ck_assert_mem_eq(one.bytes, four.bytes, one.length);
    ck_assert(strncmp(one.bytes, "{\"format\": \"peel.result.v1\"", 27) == 0);
    free(one.bytes);
    free(four.bytes);
    peel_pack_close(pack);
}
END_TEST

START_TEST(a_broken_rule_makes_it_partial)
{
    struct peel_limits limits = {.instructions = 20000};
    struct peel_pack *pack = peel_pack_open(PACKS "synthetic-failing", &limits, &problems);
    ck_assert_ptr_nonnull(pack);
    struct kept out = {0};
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2022.jsonl", NULL, keep, &out, &problems), PEEL_PARTIAL);
    ck_assert_ptr_nonnull(strstr(out.bytes, "more than 20,000 instructions"));
    free(out.bytes);
    peel_pack_close(pack);
}
END_TEST

START_TEST(what_cannot_be_answered_writes_nothing)
{
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    struct kept out = {0};
    struct peel_grading format = {.format = "xml"}, nobody = {.only = "atlantis"};
    ck_assert_int_eq(peel_grade(pack, "no-such-file.json", NULL, keep, &out, &problems), PEEL_CANNOT);
    ck_assert_str_eq(problems.text, "no-such-file.json: error: there is no such file\n1 error\n");
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", &format, keep, &out, &problems), PEEL_CANNOT);
    ck_assert_ptr_nonnull(strstr(problems.text, "\"xml\" is no format"));
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", &nobody, keep, &out, &problems), PEEL_CANNOT);
    ck_assert_ptr_nonnull(strstr(problems.text, "no organisation has the id \"atlantis\""));
    ck_assert_ptr_null(out.bytes);
    peel_pack_close(pack);
}
END_TEST

START_TEST(a_sink_may_stop)
{
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    struct kept out = {.most = 10};
    ck_assert_int_eq(peel_grade(pack, INPUTS "synthetic-small-2021.json", NULL, keep, &out, &problems), PEEL_CANNOT);
    ck_assert_uint_eq(problems.errors, 0);
    ck_assert_ptr_null(out.bytes);
    peel_pack_close(pack);
}
END_TEST

/* More problems than there is room for: cut at the end of a line, and counted. */
START_TEST(many_problems_are_cut_at_a_line)
{
    char name[] = "/tmp/test_peel-XXXXXX";
    int fd = mkstemp(name);
    ck_assert_int_ge(fd, 0);
    FILE *file = fdopen(fd, "w");
    fputs("{\"format\": \"peel.dataset.v1\", \"round\": \"r\", \"year\": 2021}\n", file);
    for (int i = 0; i < 200; i++)
        fprintf(file, "{\"id\": \"o%d\", \"name\": \"O\", \"an-unknown-key-with-a-long-name\": %d}\n", i, i);
    fclose(file);
    struct peel_pack *pack = opened(PACKS "synthetic-small");
    struct kept out = {0};
    ck_assert_int_eq(peel_grade(pack, name, NULL, keep, &out, &problems), PEEL_CANNOT);
    remove(name);
    ck_assert_uint_eq(problems.errors, 200);
    size_t n = strlen(problems.text);
    ck_assert_uint_gt(n, PEEL_PROBLEMS / 2);
    ck_assert_uint_lt(n, PEEL_PROBLEMS);
    ck_assert_int_eq(problems.text[n - 1], '\n');
    peel_pack_close(pack);
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("peel.h");
    TCase *t = tcase_create("embedding");
    tcase_add_test(t, words_go_both_ways);
    tcase_add_test(t, a_pack_says_what_it_is);
    tcase_add_test(t, a_pack_that_is_none_is_told);
    tcase_add_test(t, a_dataset_is_graded);
    tcase_add_test(t, workers_do_not_show);
    tcase_add_test(t, a_broken_rule_makes_it_partial);
    tcase_add_test(t, what_cannot_be_answered_writes_nothing);
    tcase_add_test(t, a_sink_may_stop);
    tcase_add_test(t, many_problems_are_cut_at_a_line);
    suite_add_tcase(suite, t);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed != 0;
}
