#include "base/str.h"

#include "unit.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

START_TEST(equality_is_of_bytes)
{
    ck_assert(str_is(STR("good"), "good"));
    ck_assert(!str_is(STR("good"), "goo"));
    ck_assert(str_eq((struct str){"a\0b", 3}, (struct str){"a\0b", 3}));
    ck_assert(!str_eq((struct str){"a\0b", 3}, (struct str){"a\0c", 3}));
    ck_assert(str_eq(str_of(NULL), STR("")));
}
END_TEST

START_TEST(the_hash_depends_on_every_byte_and_on_nothing_else)
{
    char text[40] = "the same bytes at whatever address here";
    char moved[48];
    for (size_t n = 0; n < sizeof text; n++) {
        uint64_t hash = str_hash((struct str){text, n});
        memcpy(moved + n % 8, text, n);
        ck_assert_uint_eq(str_hash((struct str){moved + n % 8, n}), hash);
        ck_assert_uint_ne(str_hash((struct str){text, n + 1}), hash);
        for (size_t i = 0; i < n; i++) {
            moved[n % 8 + i] ^= 1;
            ck_assert_uint_ne(str_hash((struct str){moved + n % 8, n}), hash);
            moved[n % 8 + i] ^= 1;
        }
    }
}
END_TEST

START_TEST(identifiers)
{
    static const char *const good[] = {"a", "abc", "a1", "a-b_c", "investigating-crime"};
    static const char *const bad[] = {"", "A", "1a", "-a", "_a", "a b", "a.b", "a/b", "aB", "\xC3\xA9"};
    char longest[65];
    for (size_t i = 0; i < COUNT(good); i++) ck_assert_msg(str_is_id(str_of(good[i])), "%s", good[i]);
    for (size_t i = 0; i < COUNT(bad); i++) ck_assert_msg(!str_is_id(str_of(bad[i])), "%s", bad[i]);
    memset(longest, 'x', sizeof longest);
    ck_assert(str_is_id((struct str){longest, 64}));
    ck_assert(!str_is_id((struct str){longest, 65}));
}
END_TEST

/* The cases of Unicode 15, table 3-7, at their borders. */
START_TEST(well_formed_utf8)
{
    static const struct {
        const char *bytes;
        size_t length;
    } cases[] = {
        {"a", 1},
        {"\x7F", 1},
        {"\x80", 0},
        {"\xC1\xBF", 0},
        {"\xC2\x80", 2},
        {"\xDF\xBF", 2},
        {"\xC2", 0},
        {"\xC2"
         "a",
         0},
        {"\xE0\x9F\xBF", 0},
        {"\xE0\xA0\x80", 3},
        {"\xED\x9F\xBF", 3},
        {"\xED\xA0\x80", 0},
        {"\xEF\xBF\xBF", 3},
        {"\xE2\x82", 0},
        {"\xE2\x82"
         "a",
         0},
        {"\xF0\x8F\xBF\xBF", 0},
        {"\xF0\x90\x80\x80", 4},
        {"\xF4\x8F\xBF\xBF", 4},
        {"\xF4\x90\x80\x80", 0},
        {"\xF5\x80\x80\x80", 0},
        {"\xFF", 0},
        {"", 0},
        {"\xF0\x90\x80", 0},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        ck_assert_msg(str_utf8(str_of(cases[i].bytes)) == cases[i].length, "case %zu", i);
}
END_TEST

START_TEST(characters_are_counted_where_they_begin)
{
    ck_assert_uint_eq(str_characters(STR("Ynys M\u00F4n")), 8);
    ck_assert_uint_eq(str_characters(STR("\u20AC\U0001F600")), 2);
    ck_assert_uint_eq(str_characters(str_of(NULL)), 0);
}
END_TEST

START_TEST(the_nearest_name)
{
    static const struct str names[] = {STR("margin"), STR("value"), STR("level"), STR("reviewed"), STR("met")};
    static const struct {
        const char *want;
        int nearest;
    } cases[] = {
        {"margin", 0}, {"mragin", 0},              /* one swap */
        {"margni", 0}, {"vaule", 1},  {"lvl", -1}, /* "level" and "met" are 2 edits away, and a third of them is 1 */
        {"review", 3},                             /* 2 insertions of 8: within a third */
        {"rev", -1},   {"meet", 4},   {"xyz", -1}, {"", -1},
    };
    for (size_t i = 0; i < COUNT(cases); i++)
        ck_assert_msg(str_nearest(str_of(cases[i].want), names, COUNT(names)) == cases[i].nearest, "%s", cases[i].want);
}
END_TEST

START_TEST(nearest_counts_optimal_string_alignment)
{
    /* "ca" to "abc" takes 3, where 2 would do if a swapped pair might be edited again. A third of 8 is 2, of 9 is 3. */
    static const struct str eight[] = {STR("abc-----")}, nine[] = {STR("abc------")};
    ck_assert_int_eq(str_nearest(STR("ca-----"), eight, 1), -1);
    ck_assert_int_eq(str_nearest(STR("ca------"), nine, 1), 0);
}
END_TEST

START_TEST(ties_go_to_the_first_and_nearer_wins)
{
    static const struct str names[] = {STR("bat"), STR("cat"), STR("cart")};
    ck_assert_int_eq(str_nearest(STR("hat"), names, 3), 0);
    ck_assert_int_eq(str_nearest(STR("cat"), names, 3), 1);
    ck_assert_int_eq(str_nearest(STR("carts"), names, 3), 2);
    ck_assert_int_eq(str_nearest(STR("carts"), names, 0), -1);
    const struct str forces[] = {STR("lei"), STR("west-midlands"), STR("leicestershire"), STR("leicester-city")};
    ck_assert_int_eq(str_nearest(STR("leic"), forces, 4), 0); /* by edits, before what only begins alike */
    ck_assert_int_eq(str_nearest(STR("leices"), forces, 4), 2);
    ck_assert_int_eq(str_nearest(STR("wes"), forces, 4), -1); /* too short to say */
}
END_TEST

START_TEST(very_long_names_are_never_near)
{
    char a[200], b[200];
    memset(a, 'x', sizeof a);
    memset(b, 'x', sizeof b);
    b[0] = 'y';
    struct str name = {b, 128};
    ck_assert_int_eq(str_nearest((struct str){a, 128}, &name, 1), 0);
    name.n = 129;
    ck_assert_int_eq(str_nearest((struct str){a, 128}, &name, 1), -1);
    ck_assert_int_eq(str_nearest((struct str){a, 200}, &name, 1), -1);
}
END_TEST

START_TEST(a_beginning_ends_between_characters)
{
    struct str s = STR("a\xe2\x82\xac\xc3\xa9"); /* a, a euro of three bytes, an e of two */
    static const size_t kept[] = {0, 1, 1, 1, 4, 4, 6, 6};
    for (size_t most = 0; most < 8; most++) ck_assert_uint_eq(str_head(s, most).n, kept[most]);
}
END_TEST

static const char *slug(const char *text)
{
    static char to[STR_SLUG(64)];
    size_t n;
    if (!str_slug(str_of(text), to, &n)) return "none";
    ck_assert_uint_eq(n, strlen(to));
    return to;
}

START_TEST(slugs)
{
    ck_assert_str_eq(slug("Avon & Somerset"), "avon-and-somerset");
    ck_assert_str_eq(slug("&&"), "and-and");
    ck_assert_str_eq(slug(" King's  Cross--"), "kings-cross");
    ck_assert_str_eq(slug("101"), "101");
    ck_assert_str_eq(slug("'- "), "");
    ck_assert_str_eq(slug("B\xC3\xA4" "der"), "none");
}
END_TEST

UNIT("str", a_beginning_ends_between_characters, equality_is_of_bytes,
     the_hash_depends_on_every_byte_and_on_nothing_else, identifiers, well_formed_utf8,
     characters_are_counted_where_they_begin, the_nearest_name, nearest_counts_optimal_string_alignment,
     ties_go_to_the_first_and_nearer_wins, very_long_names_are_never_near, slugs);
