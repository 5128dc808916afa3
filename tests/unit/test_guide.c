/* test_guide.c: the handbook of a pack, where memory runs out, where the page is narrow, and in parts. */
#include "base/mem.h"
#include "report/columns.h"
#include "report/guide.h"
#include "unit.h"
#include <stdio.h>

static struct pack *pack;
static struct diags diags;
static struct buf out;
static const struct guide_request ALL = {NO_SLOT, NO_SLOT};
static const struct hand *const HANDS[] = {&HAND_TEXT, &HAND_MARKDOWN, &HAND_HTML};

static void begin(void)
{
    char path[1000];
    const char *root = getenv("ROOT");
    snprintf(path, sizeof path, "%s/tests/packs/synthetic-school", root ? root : ".");
    diags_init(&diags);
    buf_init(&out);
    pack = pack_open(path, NULL, &diags);
    ck_assert_ptr_nonnull(pack);
}

static void end(void)
{
    pack_close(pack);
    buf_done(&out);
    diags_done(&diags);
}

START_TEST(memory_may_run_out_at_any_allocation)
{
    begin();
    for (size_t h = 0; h < 3; h++) {
        size_t n = 0;
        bool done;
        do {
            buf_done(&out);
            mem_fail_after(++n);
            done = guide_write(pack, &ALL, HANDS[h], &STYLE_PLAIN, &out);
            size_t failed = mem_failed();
            mem_fail_after(0);
            ck_assert_msg(done == (failed == 0), "%s, allocation %zu: half of a guide", HANDS[h]->name, n);
        } while (!done && n < 5000);
        ck_assert(done);
        ck_assert_uint_gt(n, 10);
        ck_assert_uint_gt(out.length, 10000);
    }
    end();
}
END_TEST

/* A line is too long only where a word is. */
START_TEST(a_narrow_page_is_kept)
{
    static const size_t widths[] = {40, 60, 100, 200};
    begin();
    for (size_t w = 0; w < 4; w++) {
        const struct style style = {.utf8 = true, .width = widths[w]};
        buf_clear(&out);
        ck_assert(guide_write(pack, &ALL, &HAND_TEXT, &style, &out));
        struct str rest = {out.data, out.length};
        while (rest.n) {
            const char *stop = memchr(rest.s, '\n', rest.n);
            struct str line = {rest.s, (size_t)(stop - rest.s)};
            bool one_word = line.n < 22 || !memchr(line.s + 22, ' ', line.n - 22);
            ck_assert_msg(columns(line) <= widths[w] || one_word, "%.*s", (int)line.n, line.s);
            ck_assert_msg(line.n == 0 || line.s[line.n - 1] != ' ', "ends in a blank: %.*s", (int)line.n, line.s);
            rest = (struct str){stop + 1, rest.n - line.n - 1};
        }
    }
    end();
}
END_TEST

static bool shown(const char *text) { return strstr(buf_text(&out), text) != NULL; }

START_TEST(a_part_stands_alone)
{
    const struct guide_request area = {1, NO_SLOT}, rule = {1, 2};
    begin();
    ck_assert(guide_write(pack, &area, &HAND_HTML, &STYLE_PLAIN, &out));
    ck_assert(shown("safeguarding-checked") && shown("safeguarding-felt") && !shown("teaching-lessons"));
    ck_assert_msg(!shown("href=\"#"), "a link leads out of a part");
    buf_clear(&out);
    ck_assert(guide_write(pack, &rule, &HAND_MARKDOWN, &STYLE_PLAIN, &out));
    ck_assert(shown("## All staff are checked") && !shown("## Safeguarding") && !shown("](#"));
    end();
}
END_TEST

START_TEST(what_nothing_reads_is_told)
{
    begin();
    ck_assert(guide_write(pack, &ALL, &HAND_MARKDOWN, &STYLE_PLAIN, &out));
    ck_assert(shown("| `pupils` | measure | Pupils on the roll | nothing |"));
    ck_assert(
        shown("| `parents` | survey | Parents who would recommend the school | [belonging/voice](#belonging-voice) |"));
    end();
}
END_TEST

UNIT("guide", memory_may_run_out_at_any_allocation, a_narrow_page_is_kept, a_part_stands_alone,
     what_nothing_reads_is_told);
