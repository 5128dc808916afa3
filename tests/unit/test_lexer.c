/* test_lexer.c: tokens of Lua, and where things stand. */
#include "script/state.h"
#include "unit.h"
#include <stdio.h>

/* The tokens, joined by spaces, each with its line and column. */
static const char *tokens(const char *text)
{
    static char out[1000];
    struct lexer x;
    struct token t;
    size_t n = 0;
    out[0] = '\0';
    lexer_init(&x, str_of(text));
    while (lexer_next(&x, &t))
        n += (size_t)snprintf(out + n, sizeof out - n, "%s%.*s@%d:%u", n ? " " : "", (int)t.length, text + t.start,
                              t.line, lexer_place("", str_of(text), &t).column);
    return out;
}

START_TEST(tokens_are_those_of_lua)
{
    ck_assert_str_eq(tokens("local x1 = a.b"), "local@1:1 x1@1:7 =@1:10 a@1:12 .@1:13 b@1:14");
    ck_assert_str_eq(tokens("a==b ~= c//d..e...::<<"),
                     "a@1:1 ==@1:2 b@1:4 ~=@1:6 c@1:9 //@1:10 d@1:12 ..@1:13 e@1:15 ...@1:16 ::@1:19 <<@1:21");
    ck_assert_str_eq(tokens("0x1p-3 1e+5 .5 3..2"), "0x1p-3@1:1 1e+5@1:8 .5@1:13 3..2@1:16");
    ck_assert_str_eq(tokens("'a\\'b' \"c\\\\\" [[d]] [==[e]=]f]==]"),
                     "'a\\'b'@1:1 \"c\\\\\"@1:8 [[d]]@1:14 [==[e]=]f]==]@1:20");
    ck_assert_str_eq(tokens("a -- b\nc --[[ d\n]] e --[==[ ]] ]==] f"), "a@1:1 c@2:1 e@3:4 f@3:21");
    ck_assert_str_eq(tokens("'a\\\nb' c\n'\\z\n  d' e"), "'a\\\nb'@1:1 c@2:4 '\\z\n  d'@3:1 e@4:6");
    ck_assert_str_eq(tokens("'\xc3\xa9\xc3\xa9' x"), "'\xc3\xa9\xc3\xa9'@1:1 x@1:6");
}
END_TEST

START_TEST(broken_texts_end)
{
    ck_assert_str_eq(tokens(""), "");
    ck_assert_str_eq(tokens("'a\nb"), "'a@1:1 b@2:1");
    ck_assert_str_eq(tokens("[[a"), "[[a@1:1");
    ck_assert_str_eq(tokens("--[[a"), "");
    ck_assert_str_eq(tokens("'a\\"), "'a\\@1:1");
    ck_assert_str_eq(tokens("'a\\z"), "'a\\z@1:1");
    ck_assert_str_eq(tokens("[="), "[@1:1 =@1:2");
}
END_TEST

static void stands(const char *text, const struct site *site, enum site_part part, int line, unsigned column,
                   unsigned width)
{
    struct place p = lexer_site("x.lua", str_of(text), site, part);
    ck_assert_int_eq((int)p.line, line);
    ck_assert_uint_eq(p.column, column);
    ck_assert_uint_eq(p.width, width);
}

static const char source[] =
    "return area {\n"
    "  title = f(1, { title = 2 }),\n"
    "  characteristic \"x\" {\n"
    "    judge = function() if a then return { text = 1, b } end end, -- text = 3\n"
    "    text = \"here\", [\"odd key\"] = 4,\n"
    "    not_met = cause_of_concern { \"a\", recommendations = { { \"b\" }, { \"c\", within = \"soon\" } } },\n"
    "  },\n"
    "}\n";

START_TEST(a_site_leads_into_tables)
{
    stands(source, &(struct site){.word = "area", .line = 1}, SITE_KEY, 1, 8, 4);
    stands(source, &(struct site){"area", 1, {{"title", 0}}, 1}, SITE_KEY, 2, 3, 5);
    stands(source, &(struct site){"area", 1, {{NULL, 1}}, 1}, SITE_VALUE, 3, 3, 14);
    stands(source, &(struct site){"characteristic", 3, {{"text", 0}}, 1}, SITE_VALUE, 5, 12, 6);
    stands(source, &(struct site){"characteristic", 3, {{"odd key", 0}}, 1}, SITE_KEY, 5, 21, 9);
    stands(source, &(struct site){.word = "characteristic", .line = 3}, SITE_VALUE, 3, 18, 3);
    stands("f 'text'", &(struct site){"f", 1, {{NULL, 1}}, 1}, SITE_VALUE, 1, 3, 6);
    stands("f('text')", &(struct site){"f", 1, {{NULL, 1}}, 1}, SITE_VALUE, 1, 3, 6);
    stands(source, &(struct site){"cause_of_concern", 6, {{"recommendations", 0}, {NULL, 2}, {"within", 0}}, 3},
           SITE_VALUE, 6, 84, 6);
}
END_TEST

START_TEST(a_site_that_is_not_there_is_where_it_was_lost)
{
    stands(source, &(struct site){"characteristic", 3, {{"level", 0}}, 1}, SITE_KEY, 3, 3, 14);
    stands(source, &(struct site){"cause_of_concern", 6, {{"recommendations", 0}, {NULL, 9}}, 2}, SITE_KEY, 6, 39, 15);
    stands(source, &(struct site){.word = "cap", .line = 4}, SITE_KEY, 4, 0, 0);
}
END_TEST

START_TEST(lines_of_all_keys_are_found_at_once)
{
    const struct str keys[] = {STR("a"), STR("b"), STR("c"), STR("d")};
    int lines[4];
    lexer_lines(str_of("f {\n p = {\n  c = { a = 1 },\n\n  a = 2, ['b'] = 3 } }"),
                &(struct site){"f", 1, {{"p", 0}}, 1}, keys, lines, 4);
    ck_assert(lines[0] == 5 && lines[1] == 5 && lines[2] == 3 && lines[3] == 1);
}
END_TEST

START_TEST(a_line_is_found)
{
    ck_assert(str_is(lexer_line(STR("a\nbc\n\nd"), 2), "bc"));
    ck_assert(str_is(lexer_line(STR("a\nbc\n\nd"), 4), "d"));
    ck_assert_ptr_null(lexer_line(STR("a\nbc\n\nd"), 5).s);
    ck_assert_ptr_null(lexer_line(STR("a"), 0).s);
}
END_TEST

UNIT("lexer", tokens_are_those_of_lua, broken_texts_end, a_site_leads_into_tables,
     a_site_that_is_not_there_is_where_it_was_lost, lines_of_all_keys_are_found_at_once,
     a_line_is_found);
