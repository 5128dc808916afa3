/* test_side.c: a side is the same whichever way it was made; and a result that is broken, changed or wrong is no side
 * and does no harm. */
#include "base/mem.h"
#include "same_side.h"
#include "sides.h"

START_TEST(a_side_is_the_same_however_it_was_made)
{
    begin();
    for (unsigned seed = 1; seed <= 8; seed++) {
        write_data("data.jsonl", seed, 0, 12, 2021);
        struct judged *one = spot("little", "data.jsonl", 1), *many = spot("little", "data.jsonl", 3),
                      *json = read_back("little", "data.jsonl", &FORMAT_JSON),
                      *lines = read_back("little", "data.jsonl", &FORMAT_JSONL);
        same_side(one, many);
        same_side(one, json);
        same_side(one, lines);
        side_close(one), side_close(many), side_close(json), side_close(lines);
    }
    end();
}
END_TEST

/* --- What is broken --- */

static void cut(const char *text, size_t n)
{
    FILE *out = fopen("cut", "w");
    ck_assert(out && fwrite(text, 1, n, out) == n);
    fclose(out);
    struct diags found;
    diags_init(&found);
    ck_assert_msg(side_read("cut", &found) == NULL, "a result of which %zu bytes are left is taken as whole", n);
    ck_assert_uint_ge(found.errors, 1);
    diags_done(&found);
}

static char *slurp(const char *file, size_t *n)
{
    char *text = source_slurp(file, 1u << 24, n, &diags);
    ck_assert_ptr_nonnull(text);
    return text;
}

START_TEST(a_result_that_breaks_off_is_refused)
{
    static const struct format *const formats[] = {&FORMAT_JSON, &FORMAT_JSONL};
    begin();
    write_data("data.jsonl", 7, 0, 3, 2021);
    for (size_t f = 0; f < 2; f++) {
        size_t n;
        write_result("little", "data.jsonl", formats[f], "result");
        char *text = slurp("result", &n);
        for (size_t i = 0; i + 2 < n; i += 61) cut(text, i);
        mem_free(text);
    }
    end();
}
END_TEST

/* Whatever byte is changed, it is read or refused, and nothing else. */
START_TEST(a_result_that_was_changed_does_no_harm)
{
    size_t n;
    begin();
    write_data("data.jsonl", 7, 0, 3, 2021);
    write_result("little", "data.jsonl", &FORMAT_JSON, "result");
    char *text = slurp("result", &n);
    state = 99;
    for (int i = 0; i < 200; i++) {
        size_t at = any((unsigned)n);
        char was = text[at];
        text[at] = "{}[]\",:0x-"[any(10)];
        FILE *out = fopen("changed", "w");
        ck_assert(out && fwrite(text, 1, n, out) == n);
        fclose(out);
        struct diags found;
        diags_init(&found);
        struct judged *side = side_read("changed", &found);
        ck_assert_msg(side != NULL || found.errors > 0, "refused without a word");
        side_close(side);
        diags_done(&found);
        text[at] = was;
    }
    mem_free(text);
    end();
}
END_TEST

/* What is wrong is looked for in the text again, which takes memory of its own. */
START_TEST(a_wrong_result_is_told_wherever_memory_ends)
{
    size_t n, nth = 1, failed;
    begin();
    write_data("data.jsonl", 3, 0, 3, 2021);
    write_result("little", "data.jsonl", &FORMAT_JSON, "result");
    char *text = slurp("result", &n), *grade = strstr(text, "\"computed\": \"");
    ck_assert_ptr_nonnull(grade);
    grade[13] = '!';
    FILE *out = fopen("wrong", "w");
    ck_assert(out && fwrite(text, 1, n, out) == n);
    fclose(out);
    mem_free(text);
    do {
        struct diags found;
        mem_fail_after(nth);
        diags_init(&found);
        ck_assert_ptr_null(side_read("wrong", &found));
        failed = mem_failed();
        mem_fail_after(0);
        ck_assert_msg(found.errors > 0 || found.starved, "allocation %zu: refused without a word", nth);
        if (failed == 0) {
            ck_assert_uint_eq(found.errors, 1);
            ck_assert_uint_gt(found.list[0].place.column, 0);
            ck_assert_ptr_nonnull(strstr(found.list[0].message, "is no grade of the scale"));
        }
        diags_done(&found);
        nth++;
    } while (failed > 0);
    end();
}
END_TEST

UNIT("side", a_side_is_the_same_however_it_was_made, a_result_that_breaks_off_is_refused,
     a_result_that_was_changed_does_no_harm, a_wrong_result_is_told_wherever_memory_ends);
