/* test_starved.c: a result with a cohort, when memory ends at any allocation: no crash, a clear problem, nothing
 * leaked, and nothing but the whole result is ever called done. */
#include "base/mem.h"
#include "peel.h"

#include <check.h>
#include <stdlib.h>
#include <string.h>

#include "unit.h"

#define PACK "tests/packs/synthetic-cohort"

struct kept {
    char *bytes;
    size_t length;
};

static bool keep(void *context, const char *bytes, size_t n)
{
    struct kept *k = context;
    k->bytes = realloc(k->bytes, k->length + n + 1);
    memcpy(k->bytes + k->length, bytes, n);
    k->length += n;
    return true;
}

static struct peel_problems problems;

static enum peel_exit grade(const struct peel_pack *pack, const char *format, struct kept *kept)
{
    struct peel_grading how = {.format = format, .workers = 1};
    *kept = (struct kept){NULL, 0};
    return peel_grade(pack, PACK "/data.json", &how, keep, kept, &problems);
}

static void starve(const char *format)
{
    struct kept whole, kept;
    size_t failed = 1, runs = 0;
    struct peel_pack *pack = peel_pack_open(PACK, NULL, &problems);
    ck_assert_msg(pack != NULL, "%s", problems.text);
    ck_assert_int_eq(grade(pack, format, &whole), PEEL_DONE);
    for (size_t n = 1; failed > 0; n++, runs++) {
        mem_fail_after(n);
        enum peel_exit status = grade(pack, format, &kept);
        failed = mem_failed();
        mem_fail_after(0);
        if (status == PEEL_CANNOT)
            ck_assert_msg(problems.errors > 0 && strstr(problems.text, "out of memory"), "step %zu: %s", n,
                          problems.text);
        else
            ck_assert_msg(status == PEEL_DONE && kept.length == whole.length &&
                              memcmp(kept.bytes, whole.bytes, kept.length) == 0,
                          "step %zu: done, and yet not all", n);
        free(kept.bytes);
    }
    ck_assert_uint_gt(runs, 50);
    free(whole.bytes);
    peel_pack_close(pack);
}

START_TEST(as_text) { starve("text"); }
END_TEST
START_TEST(as_json) { starve("json"); }
END_TEST
START_TEST(as_lines) { starve("jsonl"); }
END_TEST

UNIT("starved", as_text, as_json, as_lines);
