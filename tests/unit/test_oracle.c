/* test_oracle.c: the reader against jansson. Both must find the same texts valid, and the same values in them: strings
 * byte for byte, numbers bit for bit. Over the cases of json_cases.h, and over mutants of valid documents from a
 * generator that is the same everywhere. */
#include "json_cases.h"
#include "mutant.h"
#include "oracle.h"
#include <check.h>
#include <stdio.h>
#include <stdlib.h>

#define MUTANTS 200000

/* In a block of its own, so that a sanitizer sees a step beyond it. */
static enum verdict compare_apart(const char *text, size_t n)
{
    char *copy = malloc(n + 1);
    memcpy(copy, text, n);
    copy[n] = '\0';
    enum verdict verdict = compare(copy, n);
    free(copy);
    return verdict;
}

START_TEST(good_texts)
{
    for (size_t i = 0; i < JSON_GOOD; i++)
        ck_assert_msg(compare_apart(json_good[i].text, json_good[i].length) == ACCEPTED, "good case %zu: %s", i,
                      json_good[i].text);
}
END_TEST

START_TEST(bad_texts)
{
    for (size_t i = 0; i < JSON_BAD; i++)
        ck_assert_msg(compare_apart(json_bad[i].text, json_bad[i].length) == REFUSED, "bad case %zu: %s", i,
                      json_bad[i].text);
}
END_TEST

/* Each case at each distance from the end of a block of sixteen, and one level down. */
START_TEST(every_alignment)
{
    static const char blanks[] = "                                                                ";
    char text[4096];
    for (size_t i = 0; i < JSON_GOOD + JSON_BAD; i++) {
        const struct json_case *c = i < JSON_GOOD ? &json_good[i] : &json_bad[i - JSON_GOOD];
        if (c->length > 1024 || memchr(c->text, 0, c->length)) continue;
        for (int before = 0; before < 17; before++) {
            int n = snprintf(text, sizeof text, "[%.*s\"\",%s]", before, blanks, c->text);
            enum verdict verdict = compare_apart(text, (size_t)n);
            ck_assert_msg(verdict != DIFFERENT, "%d before: %s", before, text);
            ck_assert_msg(i >= JSON_GOOD || verdict == ACCEPTED, "%d before: %s", before, text);
        }
    }
}
END_TEST

/* --- Where the two differ, on purpose --- */

static char *repeated(const char *head, const char *middle, size_t times, const char *tail)
{
    size_t n = strlen(middle), before = strlen(head);
    char *text = malloc(before + times * n + strlen(tail) + 1);
    strcpy(text, head);
    for (size_t i = 0; i < times; i++) memcpy(text + before + i * n, middle, n);
    strcpy(text + before + times * n, tail);
    return text;
}

static bool reads(const char *text)
{
    struct reader r;
    begin(&r, text, strlen(text));
    return reader_finish(&r) && diags.errors == 0;
}

START_TEST(depth)
{
    for (size_t levels = 126; levels < 131; levels++) {
        char *open = repeated("", "[", levels, ""), *text = repeated(open, "]", levels, "");
        json_t *j = json_loads(text, JSON_DECODE_ANY, NULL);
        ck_assert_ptr_nonnull(j);
        json_decref(j);
        ck_assert_int_eq(reads(text), levels <= READER_DEPTH);
        free(open);
        free(text);
    }
}
END_TEST

START_TEST(long_keys)
{
    for (size_t length = 1023; length < 1027; length++) {
        char *text = repeated("{\"", "k", length, "\":1}");
        json_t *j = json_loads(text, 0, NULL);
        ck_assert_ptr_nonnull(j);
        json_decref(j);
        ck_assert_int_eq(reads(text), length <= READER_KEY);
        free(text);
    }
}
END_TEST

START_TEST(nul_after_a_number)
{
    ck_assert_int_eq(compare("1\0", 2), APART);
    ck_assert_int_eq(compare("[1\0]", 4), APART);
}
END_TEST

START_TEST(big_integers)
{
    static const char *const texts[] = {"9223372036854775808", "-9223372036854775809", "[18446744073709551616]",
                                        "123456789012345678901234567890"};
    for (size_t i = 0; i < 4; i++) {
        double d = 0;
        struct reader r;
        ck_assert_ptr_null(json_loads(texts[i], JSON_DECODE_ANY, NULL));
        ck_assert_msg(reads(texts[i]), "%s", texts[i]);
        begin(&r, texts[i], strlen(texts[i]));
        if (reader_peek(&r) == JSON_ARRAY_) continue;
        ck_assert(!reader_double(&r, &d));
        ck_assert(diags.errors == 1 && !r.failed);
    }
    char *text = repeated("", "9", 400, "");
    ck_assert(!reads(text)); /* beyond a double: refused by both */
    ck_assert_ptr_null(json_loads(text, JSON_DECODE_ANY, NULL));
    free(text);
}
END_TEST

/* --- Mutants --- */

static const char *const parents[] = {
    "{\"format\":\"peel.dataset.v1\",\"round\":\"2021/"
    "22\",\"year\":2021,\"organisations\":[{\"id\":\"a\",\"measures\":{\"x\":12.6,\"y\":0.955}}]}",
    "{\"id\": \"leicestershire\", \"samples\": {\"files\": {\"reviewed\": 60, \"met\": 52}}, \"findings\": [{\"kind\": "
    "\"strength\", \"weight\": 1.5}]}",
    "[0, -1, 2.5, 1e5, -1.5E-3, 9007199254740993, 123456789012345678, 1.7976931348623157e308, 5e-324, 0.1]",
    "[\"caf\xc3\xa9\", \"\xe2\x82\xac 5\", \"\xf0\x9f\x98\x80\", \"\\u00e9\\ud83d\\ude00\", "
    "\"a\\\\b\\\"c\\/\\b\\f\\n\\r\\t\", \"plain text that is longer than sixteen bytes\"]",
    "{\"a\": {\"b\": {\"c\": [true, false, null]}}, \"b\": [[], {}, [[]], [{}]], \"\": \"\", \"\\u0062c\": 0}",
    "[\n  {\n    \"id\": \"one\",\n    \"note\": \"two\"\n  },\r\n\t{\"id\": \"three\"}\n]\n",
    ("{\"k0\":0,\"k1\":1,\"k2\":2,\"k3\":3,\"k4\":4,\"k5\":5,\"k6\":6,\"k7\":7,\"k8\":8,\"k9\":9,\"l0\":0,\"l1\":1,"
     "\"l2\":2,\"l3\":3,\"l4\":4,\"l5\":5,\"l6\":6,\"l7\":7,"
     "\"l8\":8,\"l9\":9,\"m0\":0,\"m1\":1,\"m2\":2,\"m3\":3,\"m4\":4,\"m5\":5,\"m6\":6}"),
};
#define PARENTS (sizeof parents / sizeof *parents)

START_TEST(mutants)
{
    unsigned counts[4] = {0};
    struct mutant m;
    for (int i = 0; i < MUTANTS; i++) {
        mutant_of(&m, parents[draw(PARENTS)]);
        enum verdict verdict = compare(m.text, m.n);
        counts[verdict]++;
        ck_assert_msg(verdict != DIFFERENT, "mutant %d, %zu bytes: %s", i, m.n, m.text);
    }
    printf("oracle: %d mutants, %u accepted by both, %u refused by both, %u told apart on purpose\n", MUTANTS,
           counts[ACCEPTED], counts[REFUSED], counts[APART]);
    ck_assert_uint_gt(counts[ACCEPTED], MUTANTS / 10);
    ck_assert_uint_gt(counts[REFUSED], MUTANTS / 10);
}
END_TEST

/* Numbers as people and programs write them: random digits, points, exponents. */
START_TEST(numbers)
{
    char text[128];
    for (int i = 0; i < 100000; i++) {
        char digits[48];
        size_t n = 1 + draw(draw(4) ? 17 : 40);
        for (size_t k = 0; k < n; k++) digits[k] = (char)('0' + draw(10));
        digits[0] = (char)('1' + draw(9));
        digits[n] = '\0';
        static const int spans[] = {8, 44, 330};
        int exponent = (int)draw((uint64_t)spans[draw(3)]) * (draw(2) ? 1 : -1);
        if (draw(3) == 0)
            snprintf(text, sizeof text, "%s%.*s.%s", draw(2) ? "-" : "", 1, digits, digits);
        else
            snprintf(text, sizeof text, "%s%s.%se%d", draw(2) ? "-" : "", digits, digits, exponent);
        ck_assert_msg(compare(text, strlen(text)) != DIFFERENT, "%s", text);
    }
}
END_TEST

int main(void)
{
    Suite *suite = suite_create("oracle");
    TCase *all = tcase_create("all");
    tcase_add_checked_fixture(all, start, stop);
    tcase_set_timeout(all, 120);
    tcase_add_test(all, good_texts);
    tcase_add_test(all, bad_texts);
    tcase_add_test(all, every_alignment);
    tcase_add_test(all, depth);
    tcase_add_test(all, long_keys);
    tcase_add_test(all, nul_after_a_number);
    tcase_add_test(all, big_integers);
    tcase_add_test(all, mutants);
    tcase_add_test(all, numbers);
    suite_add_tcase(suite, all);
    SRunner *runner = srunner_create(suite);
    srunner_run_all(runner, CK_NORMAL);
    int failed = srunner_ntests_failed(runner);
    srunner_free(runner);
    return failed ? 1 : 0;
}
