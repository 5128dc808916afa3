/* test_lint.c: the excuses of a file, the codes as a table, names that code says, and a look at a pack when memory ends at any allocation. */
#include "base/mem.h"
#include "lint/lint.h"
#include "script/mention.h"

#include <check.h>
#include <stdio.h>

#include "unit.h"

/* --- Excuses --------------------------------------------------------------------------------------------------------- */

static struct arena arena;

static struct excuse *read_excuses(const char *text)
{
    arena_init(&arena);
    return excuses_read("areas/x.lua", str_of(text), &arena);
}

static void is_excuse(const struct excuse *e, int code, const char *reason, unsigned first, unsigned last)
{
    ck_assert_ptr_nonnull(e);
    ck_assert_int_eq(e->code, code);
    ck_assert_msg(str_is(e->reason, reason), "reason \"%.*s\"", (int)e->reason.n, e->reason.s);
    ck_assert_uint_eq(e->first, first);
    ck_assert_uint_eq(e->last, last);
}

START_TEST(behind_code_it_speaks_of_its_line)
{
    struct excuse *e = read_excuses("local a = 1 -- peel: allow P110: kept\nlocal b = 2\n");
    is_excuse(e, 110, "kept", 1, 1);
    ck_assert_uint_eq(e->place.line, 1);
    ck_assert_uint_eq(e->place.column, 16);
    ck_assert_uint_eq(e->place.width, 22);
    ck_assert_ptr_null(e->next);
    arena_done(&arena);
}
END_TEST

START_TEST(above_a_declaration_it_speaks_of_all_of_it)
{
    is_excuse(read_excuses("\n-- peel: allow P503: as published\n-- more\nlocal function f()\n  if g() then\n    h()\n  end\nend\nlocal b\n"), 503, "as published", 4, 8);
    arena_done(&arena);
    is_excuse(read_excuses("return area {\n  -- peel: allow P502: new\n  characteristic \"x\" {\n    a = 1,\n  },\n  b = 2,\n}\n"), 502, "new", 3, 5);
    arena_done(&arena);
    is_excuse(read_excuses("-- peel: allow P110: one line\nlocal a = f { 1,\n 2 }\nlocal b"), 110, "one line", 2, 3);
    arena_done(&arena);
}
END_TEST

START_TEST(several_codes_are_several_excuses)
{
    struct excuse *e = read_excuses("local a -- peel:allow P110 ,P112:  both: of them \t\r\n");
    is_excuse(e, 110, "both: of them", 1, 1);
    is_excuse(e->next, 112, "both: of them", 1, 1);
    ck_assert_ptr_null(e->next->next);
    arena_done(&arena);
}
END_TEST

START_TEST(what_cannot_be_read_is_kept_to_be_told)
{
    static const char *const texts[] = {"-- peel: alow P110: x\n", "-- peel:\n", "-- peel: allow\n", "-- peel: allow 110: x\n", "-- peel: allow P1: x\n",
                                        "-- peel: allow p110: x\n", "-- peel: allow P11x: x\n", "-- peel: allow : x\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        struct excuse *e = read_excuses(texts[i]);
        ck_assert_msg(e && e->code == 0 && e->first == 0, "%s", texts[i]);
        arena_done(&arena);
    }
    is_excuse(read_excuses("f() -- peel: allow P110"), 110, "", 1, 1);
    arena_done(&arena);
}
END_TEST

START_TEST(only_a_comment_is_one)
{
    static const char *const texts[] = {"local a = \"-- peel: allow P110: x\"\n", "local a = [[\n-- peel: allow P110: x\n]]\n", "--[[\npeel: allow P110: x\n]]\n",
                                        "local a = 2 - -1\n", "-- about peel: allow P110: x\n", "--", "-", "", "--[==[", "-- --[[ peel: x\n"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        ck_assert_msg(read_excuses(texts[i]) == NULL, "%s", texts[i]);
        arena_done(&arena);
    }
    is_excuse(read_excuses("--[==[ a ]] ]==] local b -- peel: allow P110: c"), 110, "c", 1, 1);
    arena_done(&arena);
    is_excuse(read_excuses("--[[ one\n two ]] -- peel: allow P110: c\nlocal b"), 110, "c", 3, 3);
    arena_done(&arena);
}
END_TEST

START_TEST(a_line_of_many_comments_is_read_once)
{
    enum { COMMENTS = 60000 }; /* read to the end of the line for each of them, they would take minutes */
    struct buf text;
    buf_init(&text);
    buf_put(&text, "local t = { ");
    for (int i = 0; i < COMMENTS; i++) buf_put(&text, "--[[x]] 1, ");
    buf_put(&text, "} -- peel: allow P503: the last\n");
    is_excuse(read_excuses(buf_text(&text)), 503, "the last", 1, 1);
    arena_done(&arena);
    buf_done(&text);
}
END_TEST

/* --- Codes ----------------------------------------------------------------------------------------------------------- */

START_TEST(codes_are_in_order_and_explained)
{
    for (size_t i = 0; i < LINT_RULES; i++) {
        struct lint_rule r = lint_rule_at(i), named, last = lint_rule_at(i ? i - 1 : 0);
        char code[16];
        snprintf(code, sizeof code, "P%d", r.number);
        ck_assert_msg(i == 0 || r.number > last.number, "%s stands twice, or out of order", code);
        ck_assert_msg(r.number > 100 && r.number < 700, "%s", code);
        ck_assert_msg(str_is_id(str_of(r.name)) && strlen(r.name) < 24, "%s: %s", code, r.name);
        ck_assert_msg(strlen(r.says) > 10 && strlen(r.explained) > 20, "%s is not explained", code);
        ck_assert(lint_rule_named(str_of(code), &named) && named.number == r.number);
        ck_assert(lint_rule_named(str_of(r.name), &named) && named.number == r.number);
    }
    ck_assert(!lint_rule_named(STR("P100"), &(struct lint_rule){0}));
    ck_assert_uint_le(LINT_RULES, LINT_CODES_MOST);
}
END_TEST

/* --- Names ----------------------------------------------------------------------------------------------------------- */

static bool says(const char *text, const char *name)
{
    struct str names[32];
    size_t count = mention_names(str_of(text), NULL);
    ck_assert_uint_lt(count, 32);
    ck_assert_uint_eq(mention_names(str_of(text), names), count);
    for (size_t i = 0; i < count; i++)
        if (str_is(names[i], name)) return true;
    return false;
}

START_TEST(names_are_said_as_fields_as_texts_and_in_messages)
{
    static const char *const yes[] = {"p.most", "p . most", "p[\"most\"]", "met \"{x} of {p.most}\"", "f('most')", "[[most]]", "[==[{p.most}]==]"};
    static const char *const no[] = {"most = 1", "local most", "p.mostly", "\"most of them\"", "-- p.most\n", "\"{p.mostly}\"", "p:most()", ""};
    for (size_t i = 0; i < sizeof yes / sizeof *yes; i++) ck_assert_msg(says(yes[i], "most"), "%s", yes[i]);
    for (size_t i = 0; i < sizeof no / sizeof *no; i++) ck_assert_msg(!says(no[i], "most"), "%s", no[i]);
    ck_assert(says("\"{s.feel-safe}\"", "feel-safe") && says("\"{s.feel-safe}\"", "feel") && !says("\"{s.feel-safe}\"", "feel-"));
    ck_assert(!says("\"s.feel-safe\"", "feel-safe")); /* ends with it */
    struct str ids[16];
    size_t x = 0, count = mention_ids(STR("a('x'); b(\"x/y\"); c [[x/z]]; d 'xy'; e 'y/x'; f 'x '"), ids);
    for (size_t i = 0; i < count; i++) x += str_is(ids[i], "x");
    ck_assert_uint_eq(x, 3);
}
END_TEST

START_TEST(ids_are_words_of_a_text)
{
    ck_assert(lint_says(STR("law; number ours"), STR("law")));
    ck_assert(lint_says(STR("law; number ours"), STR("ours")));
    ck_assert(lint_says(STR("see law-2, law"), STR("law")));
    ck_assert(!lint_says(STR("lawful, law-2, outlaw"), STR("law")));
    ck_assert(!lint_says(STR(""), STR("law")));
}
END_TEST

/* --- Memory ---------------------------------------------------------------------------------------------------------- */

struct counts { size_t errors, warnings, excused; bool starved; };

static struct counts look(const struct pack *pack)
{
    struct diags diags, excused;
    diags_init(&diags), diags_init(&excused);
    bool whole = lint_pack(pack, &diags, &excused);
    struct counts c = {diags.errors, diags.warnings, excused.warnings, diags.starved || excused.starved};
    ck_assert_msg(whole == !diags.starved, "not whole, and yet not told");
    diags_done(&diags), diags_done(&excused);
    return c;
}

/* Every allocation would take minutes, most of them luacheck's: all of the first, then fewer and fewer. */
static void starve(void (*starting)(size_t))
{
    struct diags diags;
    diags_init(&diags);
    struct pack *pack = pack_open("tests/packs/synthetic-school", NULL, &diags);
    ck_assert_ptr_nonnull(pack);
    struct counts whole = look(pack);
    ck_assert_uint_eq(whole.excused, 3);
    ck_assert(!whole.starved);
    size_t failed = 1, runs = 0;
    for (size_t n = 1; failed > 0; n += 1 + n / 8, runs++) {
        starting(n);
        struct counts c = look(pack);
        failed = mem_failed();
        starting(0);
        bool same = c.errors == whole.errors && c.warnings == whole.warnings && c.excused == whole.excused;
        ck_assert_msg(c.starved || same, "step %zu: not starved, and yet not the same", n);
    }
    ck_assert_uint_gt(runs, 50);
    pack_close(pack);
    diags_done(&diags);
}

START_TEST(memory_that_ends) { starve(mem_fail_after); }
END_TEST
START_TEST(memory_that_comes_back) { starve(mem_fail_at); }
END_TEST

UNIT("lint", behind_code_it_speaks_of_its_line, above_a_declaration_it_speaks_of_all_of_it, several_codes_are_several_excuses, what_cannot_be_read_is_kept_to_be_told,
     only_a_comment_is_one, a_line_of_many_comments_is_read_once, codes_are_in_order_and_explained, names_are_said_as_fields_as_texts_and_in_messages, ids_are_words_of_a_text, memory_that_ends,
     memory_that_comes_back);
