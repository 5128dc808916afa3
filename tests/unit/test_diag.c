#include "base/diag.h"

#include <stdio.h>

#include "base/mem.h"
#include "unit.h"

static struct diags diags;
static struct buf out;

static void fresh(void)
{
    diags_init(&diags);
    buf_init(&out);
}

static void finish(void)
{
    diags_done(&diags);
    buf_done(&out);
}

static const char *rendered(void)
{
    buf_clear(&out);
    diags_render(&diags, &out, false);
    return buf_text(&out);
}

static void add_at(const char *file, uint64_t line, uint32_t column, const char *message)
{
    diag_add(&diags, DIAG_ERROR, (struct place){file, line, column, 1}, NULL, "%s", message);
}

static const char *excerpt_of(uint32_t column, uint32_t width, const char *line, size_t length)
{
    struct diag *diag = diag_add(&diags, DIAG_ERROR, (struct place){"f", 7, column, width}, NULL, "m");
    diag_excerpt(diag, line, length);
    buf_clear(&out);
    diag_render(diag, &out, false);
    return buf_text(&out);
}

START_TEST(the_example_of_the_header)
{
    fresh();
    const char *line = "      \"margin\": \"1.9%\",\n";
    struct diag *diag = diag_add(&diags, DIAG_ERROR, (struct place){"samples/x.json", 14, 17, 6},
                                 "write 0.019; proportions are fractions of one",
                                 "\"%s\" must be a number, got the string \"1.9%%\"", "margin");
    diag_excerpt(diag, line, strlen(line));
    ck_assert_str_eq(rendered(), "samples/x.json:14:17: error: \"margin\" must be a number, got the string \"1.9%\"\n"
                                 "   14 |       \"margin\": \"1.9%\",\n"
                                 "      |                 ^^^^^^\n"
                                 "hint: write 0.019; proportions are fractions of one\n"
                                 "1 error\n");
    finish();
}
END_TEST

START_TEST(what_is_unknown_is_left_out)
{
    fresh();
    diag_add(&diags, DIAG_ERROR, (struct place){0}, NULL, "a");
    diag_add(&diags, DIAG_WARNING, (struct place){.file = "f"}, NULL, "b");
    diag_add(&diags, DIAG_NOTE, (struct place){.file = "f", .line = 3}, NULL, "c");
    diag_add(&diags, DIAG_QUESTION, (struct place){.file = "f", .line = 4}, NULL, "d");
    ck_assert_str_eq(rendered(),
                     "error: a\nf: warning: b\nf:3: note: c\nf:4: question: d\n1 error, 1 warning, 1 question\n");
    finish();
    fresh();
    ck_assert_str_eq(rendered(), "");
    finish();
}
END_TEST

START_TEST(colours)
{
    fresh();
    struct diag *diag = diag_add(&diags, DIAG_ERROR, (struct place){"f", 1, 2, 1}, "h", "m");
    diag_excerpt(diag, "abc", 3);
    diag_render(diag, &out, true);
    ck_assert_str_eq(buf_text(&out),
                     "\033[1mf:1:2: \033[0m\033[1;31merror:\033[0m m\n    1 | abc\n      |  \033[1;31m^\033[0m\n"
                     "\033[1mhint:\033[0m h\n");
    finish();
}
END_TEST

START_TEST(nothing_hostile_reaches_the_terminal)
{
    fresh();
    static const char line[] = "a\tb\x1B[31mc\x7F\xFF\xC2\x9B"
                               "d\0e\xE2\x80\xAE"
                               "f";
    ck_assert_str_eq(excerpt_of(2, 1, line, sizeof line - 1),
                     "f:7:2: error: m\n    7 | a b?[31mc???d?e?f\n      |  ^\n");
    diags_done(&diags);
    diag_add(&diags, DIAG_ERROR, (struct place){.file = "a\x1B]0;b\n"}, "h\r\x07", "m\n\xE2\x80\xAE\xC0\x80");
    ck_assert_str_eq(rendered(), "a?]0;b?: error: m????\nhint: h??\n1 error\n");
    finish();
}
END_TEST

START_TEST(carets_stand_under_characters)
{
    fresh();
    /* é is two bytes and one column; 日 is three bytes and two columns; e and a combining acute are two code points,
     * one column. */
    ck_assert_str_eq(excerpt_of(3, 2, "\xC3\xA9\xC3\xA9xy", 6), "f:7:3: error: m\n    7 | ééxy\n      |   ^^\n");
    ck_assert_str_eq(excerpt_of(2, 2, "\xE6\x97\xA5\xE6\x97\xA5x", 7),
                     "f:7:2: error: m\n    7 | 日日x\n      |   ^^^\n");
    ck_assert_str_eq(excerpt_of(3, 1, "e\xCC\x81x", 4), "f:7:3: error: m\n    7 | e\xCC\x81x\n      |  ^\n");
    ck_assert_str_eq(excerpt_of(3, 9, "abc", 3), "f:7:3: error: m\n    7 | abc\n      |   ^\n");
    ck_assert_str_eq(excerpt_of(4, 1, "abc\r\n", 5), "f:7:4: error: m\n    7 | abc\n      |    ^\n");
    ck_assert_str_eq(excerpt_of(99, 1, "abc", 3), "f:7:99: error: m\n    7 | abc\n      |    ^\n");
    finish();
}
END_TEST

START_TEST(long_lines_are_windowed_round_the_column)
{
    fresh();
    static char line[100000];
    memset(line, '.', sizeof line);
    memcpy(line + 50000, "HERE", 4);
    const char *text = excerpt_of(50001, 4, line, sizeof line);
    const char *source = strchr(text, '|') + 2, *caret = strchr(source, '|') + 2;
    const char *here = strstr(source, "HERE");
    ck_assert_ptr_nonnull(here);
    ck_assert_int_eq(memcmp(source, "…", 3), 0);
    ck_assert_int_eq(memcmp(caret - 9 - 3, "…", 3), 0); /* "…\n      | " */
    size_t column = (size_t)(here - source) - 2;        /* the ellipsis is three bytes and one column */
    ck_assert_uint_eq(strspn(caret, " "), column);
    ck_assert_str_eq(caret + column, "^^^^\n");
    text = excerpt_of(3, 1, line, sizeof line);
    ck_assert_int_eq(memcmp(strchr(text, '|'), "| ....", 6), 0);
    finish();
}
END_TEST

START_TEST(windows_of_wide_text_are_cut_between_characters)
{
    fresh();
    static char line[3000];
    for (size_t i = 0; i < sizeof line; i += 3) memcpy(line + i, "日", 3);
    for (uint32_t column = 1; column <= 1000; column += 37) {
        const char *text = excerpt_of(column, 1, line, sizeof line);
        struct str rest = str_of(text);
        while (rest.n > 0) {
            size_t n = str_utf8(rest);
            ck_assert_uint_ne(n, 0);
            rest.s += n, rest.n -= n;
        }
        ck_assert_ptr_null(strchr(text, '?'));
    }
    finish();
}
END_TEST

START_TEST(long_messages_are_cut_at_a_character)
{
    fresh();
    for (size_t pad = 0; pad < 4; pad++) {
        static char text[2000];
        memset(text, 'x', pad);
        for (size_t i = pad; i + 3 < sizeof text; i += 3) memcpy(text + i, "日", 3);
        struct diag *diag = diag_add(&diags, DIAG_ERROR, (struct place){0}, text, "%s", text);
        struct str message = str_of(diag->message), hint = str_of(diag->hint);
        ck_assert_uint_le(message.n, DIAG_MESSAGE - 1);
        ck_assert_uint_ge(message.n, DIAG_MESSAGE - 4);
        ck_assert_str_eq(message.s + message.n - 3, "…");
        ck_assert_str_eq(message.s + message.n - 6, "日…");
        ck_assert_str_eq(hint.s + hint.n - 6, "日…");
    }
    finish();
}
END_TEST

START_TEST(the_limit_counts_on)
{
    fresh();
    diags.limit = 2;
    for (int i = 0; i < 5; i++) add_at("f", 1, 1, "e");
    ck_assert_ptr_null(diag_add(&diags, DIAG_WARNING, (struct place){0}, NULL, "w"));
    diag_excerpt(NULL, "x", 1);
    ck_assert_str_eq(rendered(), "f:1:1: error: e\nf:1:1: error: e\n… and 4 more\n5 errors, 1 warning\n");
    finish();
}
END_TEST

START_TEST(the_graver_takes_the_place_of_the_last_of_the_least)
{
    fresh();
    diags.limit = 3;
    for (int i = 1; i <= 4; i++) diag_add(&diags, DIAG_QUESTION, (struct place){0}, NULL, "q%d", i);
    diag_add(&diags, DIAG_WARNING, (struct place){0}, NULL, "w");
    ck_assert_str_eq(rendered(), "question: q1\nquestion: q2\nwarning: w\n… and 2 more\n1 warning, 4 questions\n");
    for (int i = 1; i <= 3; i++) diag_add(&diags, DIAG_ERROR, (struct place){0}, NULL, "e%d", i);
    ck_assert_ptr_null(diag_add(&diags, DIAG_QUESTION, (struct place){0}, NULL, "q5"));
    ck_assert_ptr_null(diag_add(&diags, DIAG_WARNING, (struct place){0}, NULL, "w"));
    ck_assert_str_eq(rendered(), "error: e1\nerror: e2\nerror: e3\n… and 7 more\n3 errors, 2 warnings, 5 questions\n");
    finish();
}
END_TEST

START_TEST(out_of_memory_counts_on)
{
    fresh();
    mem_fail_after(1);
    add_at("f", 1, 1, "e");
    mem_fail_after(0);
    add_at("f", 2, 1, "e");
    ck_assert_uint_eq(diags.errors, 2);
    ck_assert_str_eq(rendered(), "f:2:1: error: e\n… and 1 more\n2 errors\n");
    finish();
}
END_TEST

START_TEST(sorted_by_file_line_column_then_as_added)
{
    fresh();
    add_at("b", 9, 1, "1");
    add_at("a", 1, 1, "2");
    add_at("b", 2, 5, "3");
    add_at("b", 2, 3, "4");
    char copy[] = "a"; /* another address, the same file */
    add_at(copy, 1, 1, "5");
    add_at("b", 2, 3, "6");
    diags_sort(&diags);
    char order[7] = "";
    for (size_t i = 0; i < diags.count; i++) order[i] = diags.list[i].message[0];
    ck_assert_str_eq(order, "463125");
    finish();
}
END_TEST

START_TEST(moving_keeps_the_limit_and_the_counts)
{
    fresh();
    struct diags other;
    diags_init(&other);
    diags.limit = 3;
    add_at("f", 1, 1, "mine");
    for (int i = 0; i < 4; i++) diag_add(&other, DIAG_WARNING, (struct place){0}, NULL, "%d", i);
    diag_add(&other, DIAG_QUESTION, (struct place){0}, NULL, "q");
    diags_move(&diags, &other);
    ck_assert_uint_eq(diags.count, 3);
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_uint_eq(diags.warnings, 4);
    ck_assert_uint_eq(diags.questions, 1);
    ck_assert_str_eq(diags.list[2].message, "1");
    ck_assert_uint_eq(other.count, 0);
    ck_assert_uint_eq(other.warnings, 0);
    finish();
}
END_TEST

START_TEST(what_is_opened_again_is_told_once)
{
    fresh();
    struct diags other;
    diags_init(&other);
    other.limit = 2;
    add_at("f", 1, 1, "a");
    add_at("f", 2, 1, "b");
    add_at("f", 2, 1, "c");
    for (int i = 0; i < 2; i++) diag_add(&other, DIAG_ERROR, (struct place){"f", (uint64_t)i + 1, 1, 1}, NULL, "%c", 'a' + i);
    diag_add(&other, DIAG_ERROR, (struct place){"f", 2, 1, 1}, NULL, "c"); /* only counted, and known as the others are */
    diags_move_new(&diags, &other);
    ck_assert_uint_eq(diags.errors, 3);
    other.limit = 9;
    diag_add(&other, DIAG_ERROR, (struct place){"f", 1, 1, 1}, NULL, "a");
    diag_add(&other, DIAG_WARNING, (struct place){"f", 1, 1, 1}, NULL, "a"); /* another severity, another line, another file: all of them new */
    diag_add(&other, DIAG_ERROR, (struct place){"f", 3, 1, 1}, NULL, "a");
    diag_add(&other, DIAG_ERROR, (struct place){"g", 1, 1, 1}, NULL, "a");
    diags_move_new(&diags, &other);
    ck_assert_uint_eq(diags.errors, 5);
    ck_assert_uint_eq(diags.warnings, 1);
    finish();
}
END_TEST

START_TEST(files_are_told_within_a_folder)
{
    struct diags other;
    static char deep[5000];
    fresh();
    diags_init(&other);
    other.within = "rules/x";
    diag_add(&other, DIAG_ERROR, (struct place){"areas/y.lua", 3, 0, 0}, NULL, "a");
    diag_add(&other, DIAG_ERROR, (struct place){"/elsewhere.lua", 3, 0, 0}, NULL, "b");
    diag_add(&other, DIAG_ERROR, (struct place){0}, NULL, "c");
    memset(deep, 'd', sizeof deep - 1); /* too long for any path: as it is */
    other.within = deep;
    diag_add(&other, DIAG_ERROR, (struct place){"z.lua", 3, 0, 0}, NULL, "d");
    diags.within = "not/again"; /* what is moved was told already */
    diags_move(&diags, &other);
    ck_assert_str_eq(rendered(), "rules/x/areas/y.lua:3: error: a\n/elsewhere.lua:3: error: b\nerror: c\nz.lua:3: error: d\n4 errors\n");
    diags_done(&other);
    finish();
}
END_TEST

START_TEST(slips_are_warnings_until_it_is_strict)
{
    struct diags other;
    fresh();
    diags_init(&other);
    other.limit = 2;
    for (int i = 0; i < 3; i++) diag_add(&other, DIAG_SLIP, (struct place){"f", 1, 0, 0}, NULL, "%d", i); /* the third is only counted */
    diag_add(&diags, DIAG_WARNING, (struct place){"f", 2, 0, 0}, NULL, "w");
    ck_assert_uint_eq(other.warnings, 3);
    ck_assert_uint_eq(other.errors, 0);
    diags_move(&diags, &other);
    ck_assert_uint_eq(diags.warnings, 4);
    diags_harden(&diags);
    ck_assert_uint_eq(diags.errors, 3);
    ck_assert_uint_eq(diags.warnings, 1);
    diag_add(&diags, DIAG_SLIP, (struct place){"f", 3, 0, 0}, NULL, "s");
    diags_harden(&diags); /* twice is once */
    ck_assert_str_eq(rendered(), "f:2: warning: w\nf:1: error: 0\nf:1: error: 1\nf:3: error: s\n… and 1 more\n4 errors, 1 warning\n");
    finish();
}
END_TEST

UNIT("diag", slips_are_warnings_until_it_is_strict, files_are_told_within_a_folder, the_example_of_the_header, what_is_unknown_is_left_out, colours, nothing_hostile_reaches_the_terminal,
     carets_stand_under_characters, long_lines_are_windowed_round_the_column,
     windows_of_wide_text_are_cut_between_characters, long_messages_are_cut_at_a_character, the_limit_counts_on,
     the_graver_takes_the_place_of_the_last_of_the_least, out_of_memory_counts_on,
     sorted_by_file_line_column_then_as_added, moving_keeps_the_limit_and_the_counts, what_is_opened_again_is_told_once);
