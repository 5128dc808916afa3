#include "base/buf.h"

#include <locale.h>
#include <math.h>
#include <stdio.h>

#include "base/mem.h"
#include "unit.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

static struct buf b;

static const char *as_double(double d) { return buf_clear(&b), buf_double(&b, d), buf_text(&b); }
static const char *as_fixed(double d, int places) { return buf_clear(&b), buf_fixed(&b, d, places), buf_text(&b); }
static const char *as_json(const char *s, size_t n)
{
    return buf_clear(&b), buf_json(&b, (struct str){s, n}), buf_text(&b);
}

START_TEST(text_grows)
{
    ck_assert_str_eq(buf_text(&b), "");
    for (int i = 0; i < 1000; i++) {
        buf_put(&b, "ab");
        buf_char(&b, 'c');
        buf_str(&b, STR("de"));
        buf_printf(&b, "%d", i % 10);
    }
    ck_assert_uint_eq(b.length, 6000);
    ck_assert_int_eq(memcmp(buf_text(&b) + 5988, "abcde8abcde9", 13), 0);
    buf_done(&b);
}
END_TEST

START_TEST(long_and_short_texts_are_printed)
{
    char x[1001];
    memset(x, 'x', 1000);
    x[1000] = '\0';
    for (int n = 0; n <= 1000; n += 50) {
        size_t before = b.length;
        buf_printf(&b, "%.*s", n, x);
        ck_assert_uint_eq(b.length, before + (size_t)n);
    }
    for (size_t i = 0; i < b.length; i++) ck_assert_int_eq(b.data[i], 'x');
    buf_done(&b);
}
END_TEST

START_TEST(out_of_memory_is_remembered_and_harmless)
{
    buf_put(&b, "kept");
    mem_fail_after(1);
    for (int i = 0; i < 1000; i++) buf_put(&b, "x");
    mem_fail_after(0);
    size_t length = b.length;
    ck_assert(b.failed);
    buf_put(&b, "after");
    buf_json(&b, STR("after"));
    buf_printf(&b, "%s", "after");
    ck_assert_uint_eq(b.length, length);
    ck_assert_str_eq(buf_text(&b), "");
    buf_done(&b);
    ck_assert(!b.failed);
    ck_assert(!buf_reserve(&b, SIZE_MAX - 1));
    buf_done(&b);
}
END_TEST

START_TEST(integers)
{
    char expected[32];
    for (uint64_t n = 1; n <= INT64_MAX / 10; n *= 10) /* around each power of ten, where the count of digits changes */
        for (int i = -1; i <= 1; i++) {
            buf_clear(&b);
            buf_int(&b, (int64_t)n + i);
            snprintf(expected, sizeof expected, "%lld", (long long)n + i);
            ck_assert_str_eq(buf_text(&b), expected);
        }
    buf_clear(&b);
    buf_int(&b, 0);
    buf_char(&b, ' ');
    buf_int(&b, INT64_MAX);
    buf_char(&b, ' ');
    buf_int(&b, INT64_MIN);
    ck_assert_str_eq(buf_text(&b), "0 9223372036854775807 -9223372036854775808");
    buf_done(&b);
}
END_TEST

/* python3: repr(x), whose digits are the shortest that read back (Gay's algorithm, mode 0); the layout is ours. */
START_TEST(shortest_decimals)
{
    static const struct {
        double d;
        const char *text;
    } cases[] = {
        {0.0, "0"},
        {-0.0, "0"},
        {1, "1"},
        {-52, "-52"},
        {9007199254740991.0, "9007199254740991"},
        {0.1, "0.1"},
        {0.019, "0.019"},
        {-0.95, "-0.95"},
        {95.5, "95.5"},
        {0.5, "0.5"},
        {0.25, "0.25"},
        {52.0 / 60, "0.8666666666666667"},
        {1.0 / 3, "0.3333333333333333"},
        {2.0 / 3, "0.6666666666666666"},
        {0.1 + 0.2, "0.30000000000000004"},
        {0.00001, "0.00001"},
        {0.000012345, "0.000012345"},
        {1e-6, "1e-6"},
        {1.5e-7, "1.5e-7"},
        {123456.789, "123456.789"},
        {2251799813685249.5, "2251799813685249.5"},
        {9007199254740992.0, "9.007199254740992e15"},
        {1e23, "1e23"},
        {9.5367431640625e-7, "9.5367431640625e-7"},
        {5e-324, "5e-324"},
        {2.2250738585072014e-308, "2.2250738585072014e-308"},
        {1.5e-323, "1.5e-323"},
        {1.7976931348623157e308, "1.7976931348623157e308"},
        {0x1p-44, "5.684341886080802e-14"}, /* at a power of two: %.16g gives ...801e-14, which does not read back */
        {0x1p-1074 * 3, "1.5e-323"},
        {0.9999999999999999, "0.9999999999999999"},
        {1.0000000000000002, "1.0000000000000002"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) ck_assert_str_eq(as_double(cases[i].d), cases[i].text);
    ck_assert_str_eq(as_double(NAN), "null");
    ck_assert_str_eq(as_double(-INFINITY), "null");
    char text[DOUBLE_TEXT];
    ck_assert_uint_eq(double_text(-2.2250738585072014e-308, text), 24);
    ck_assert_int_eq(memcmp(text, "-2.2250738585072014e-308", 24), 0);
    buf_done(&b);
}
END_TEST

static int digits_in(const char *text)
{
    int digits = 0, zeros = 0;
    for (; *text && *text != 'e'; text++) {
        if (*text < '0' || *text > '9' || (digits == 0 && *text == '0')) continue;
        digits++;
        zeros = *text == '0' ? zeros + 1 : 0;
    }
    return digits - zeros;
}

static int digits_needed(double d)
{
    char text[64];
    int digits = 1;
    while (snprintf(text, sizeof text, "%.*e", digits - 1, d), strtod(text, NULL) != d) digits++;
    return digits;
}

/* The C library's printf and strtod are the oracle: it reads back, and no fewer digits of theirs do. */
START_TEST(many_doubles_read_back_and_none_is_longer_than_need_be)
{
    uint64_t x = UINT64_C(88172645463325252); /* xorshift64, Marsaglia 2003 */
    for (int i = 0; i < 60000; i++) {
        double d;
        x ^= x << 13, x ^= x >> 7, x ^= x << 17;
        switch (i % 5) {
        case 0: memcpy(&d, &x, sizeof d); break;
        case 1: d = (double)(x >> 11) / 0x1p53; break;
        case 2: d = (double)(x % 100000) / 1000; break;
        case 3: d = (double)(x % 1000) / (double)((x >> 20) % 1000 + 1); break;
        default: d = (double)(x >> 10) / 1024; break;
        }
        if (!isfinite(d)) continue;
        const char *text = as_double(d);
        ck_assert_msg(strtod(text, NULL) == d, "%a was written %s", d, text);
        ck_assert_msg(d == 0 || digits_in(text) <= digits_needed(d), "%a was written %s", d, text);
    }
    buf_done(&b);
}
END_TEST

/* By hand from the exact values: 0.125 and 2.5 are ties; 2.675 is 2.67499999999999982236431605997495353221893310546875;
 * 1.005 is 1.00499999999999989341858963598497211933135986328125; 0.15 is
 * 0.1499999999999999944488848768742172978818416595458984375; 0.35 is
 * 0.34999999999999997779553950749686919152736663818359375; 0.45 is
 * 0.450000000000000011102230246251565404236316680908203125. */
START_TEST(fixed_places)
{
    static const struct {
        double d;
        int places;
        const char *text;
    } cases[] = {
        {0.125, 2, "0.13"},
        {-0.125, 2, "-0.13"},
        {2.5, 0, "3"},
        {-2.5, 0, "-3"},
        {0.5, 0, "1"},
        {1.5, 0, "2"},
        {2.675, 2, "2.67"},
        {1.005, 2, "1.00"},
        {0.15, 1, "0.1"},
        {0.35, 1, "0.3"},
        {0.45, 1, "0.5"},
        {0, 3, "0.000"},
        {-0.0004, 3, "0.000"},
        {-0.0, 1, "0.0"},
        {86.66666666666667, 1, "86.7"},
        {999.9996, 3, "1000.000"},
        {999999999999999.0, 9, "999999999999999.000000000"},
        {1e-320, 9, "0.000000000"},
        {0.0000000005, 9, "0.000000001"},
        {123456789.987654321, 9, "123456789.987654328"},
        {1e15, 2, "1000000000000000"},
        {0.3, -1, "0"},
        {0.1, 20, "0.100000000"},
    };
    for (size_t i = 0; i < COUNT(cases); i++) ck_assert_str_eq(as_fixed(cases[i].d, cases[i].places), cases[i].text);
    ck_assert_str_eq(as_fixed(NAN, 1), "null");
    buf_done(&b);
}
END_TEST

START_TEST(a_comma_for_a_point_changes_nothing)
{
    static const char *const locales[] = {"de_DE.UTF-8", "fr_FR.UTF-8", "de_DE.utf8", "fr_FR.utf8", "de_DE"};
    size_t i = 0;
    while (i < COUNT(locales) && !setlocale(LC_ALL, locales[i])) i++;
    ck_assert_str_eq(as_double(0.019), "0.019");
    ck_assert_str_eq(as_double(1.5e-7), "1.5e-7"); /* by way of printf */
    ck_assert_str_eq(as_double(0x1p-44), "5.684341886080802e-14");
    ck_assert_str_eq(as_fixed(1.25, 1), "1.3");
    setlocale(LC_ALL, "C");
    buf_done(&b);
}
END_TEST

/* RFC 8259, section 7: what must be escaped, and the short forms. */
START_TEST(json_escapes_what_must_be)
{
    ck_assert_str_eq(as_json("", 0), "\"\"");
    ck_assert_str_eq(as_json(NULL, 0), "\"\"");
    ck_assert_str_eq(as_json("a\"b\\c/d", 7), "\"a\\\"b\\\\c/d\"");
    ck_assert_str_eq(as_json("\b\t\n\f\r", 5), "\"\\b\\t\\n\\f\\r\"");
    ck_assert_str_eq(as_json("\0\x01\x0B\x1F\x20\x7F", 6), "\"\\u0000\\u0001\\u000b\\u001f \x7F\"");
    ck_assert_str_eq(as_json("\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80", 9), "\"\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80\"");
    ck_assert_str_eq(as_json("a\xFF"
                             "b\xC3",
                             4),
                     "\"a\xEF\xBF\xBD"
                     "b\xEF\xBF\xBD\"");
    ck_assert_str_eq(as_json("\xED\xA0\x80", 3), "\"\xEF\xBF\xBD\xEF\xBF\xBD\xEF\xBF\xBD\"");
    buf_done(&b);
}
END_TEST

/* Every byte at every place of a run of eight: the fast scan must miss none. */
START_TEST(json_finds_the_special_byte_wherever_it_stands)
{
    for (int c = 0; c < 128; c++)
        for (size_t at = 0; at < 20; at++) {
            char text[20], expected[64];
            memset(text, 'x', sizeof text);
            text[at] = (char)c;
            size_t n = (size_t)snprintf(expected, sizeof expected, "\"%.*s", (int)at, text);
            if (strchr("\b\t\n\f\r", c) && c)
                n += (size_t)snprintf(expected + n, 8, "\\%c", "btn?fr"[c - '\b']);
            else if (c < 0x20)
                n += (size_t)snprintf(expected + n, 8, "\\u%04x", (unsigned)c);
            else
                n += (size_t)snprintf(expected + n, 8, c == '"' || c == '\\' ? "\\%c" : "%c", c);
            snprintf(expected + n, sizeof expected - n, "%.*s\"", (int)(sizeof text - at - 1), "xxxxxxxxxxxxxxxxxxxx");
            ck_assert_str_eq(as_json(text, sizeof text), expected);
        }
    buf_done(&b);
}
END_TEST

/* Wherever the quotient of two decimals is a decimal, it is the double that one would write. */
START_TEST(a_quotient_is_taken_to_twelve_digits)
{
    ck_assert(double_tidy(0.3 / 3) == 0.1 && 0.3 / 3 != 0.1);
    ck_assert(double_tidy(-2.0 / 3) == -0.666666666667);
    ck_assert(double_tidy(123456789.125 / 1) == 123456789.125);
    for (int k = 1; k < 100000; k++) ck_assert(double_tidy(k * 0.001) == k / 1000.0);
    static const double as_they_are[] = {0, 1e-10 / 3, 1e13 / 7, 1e300, -1e-300, INFINITY};
    for (size_t i = 0; i < 6; i++) ck_assert(double_tidy(as_they_are[i]) == as_they_are[i]);
    ck_assert(isnan(double_tidy(NAN)));
}
END_TEST

UNIT("buf", a_quotient_is_taken_to_twelve_digits, text_grows, long_and_short_texts_are_printed,
     out_of_memory_is_remembered_and_harmless, integers, shortest_decimals,
     many_doubles_read_back_and_none_is_longer_than_need_be, fixed_places, a_comma_for_a_point_changes_nothing,
     json_escapes_what_must_be, json_finds_the_special_byte_wherever_it_stands);
