/* test_spelling.c: numbers as tables spell them. */
#include "import/spelling.h"

#include <string.h>

#include "base/mem.h"
#include "unit.h"

static struct spelled s;

static enum spelling read_as(const char *text, bool percent)
{
    memset(&s, 0, sizeof s);
    return spelling_read(str_of(text), percent, &s);
}

START_TEST(what_is_a_number)
{
    static const struct {
        const char *text, *json;
        double value;
    } good[] = {
        {"5", "5", 5},
        {"-5", "-5", -5},
        {"\xE2\x88\x92"
         "5.0",
         "-5.0", -5},
        {"0", "0", 0},
        {"-0", "0", 0},
        {"-0.0", "0.0", 0},
        {"007", "7", 7},
        {"000", "0", 0},
        {".5", "0.5", 0.5},
        {"2642.290", "2642.290", 2642.29},
        {"1,234", "1234", 1234},
        {"1,234,567.89", "1234567.89", 1234567.89},
        {"123,456", "123456", 123456},
        {" \xC2\xA0"
         "12\t\xC2\xA0 ",
         "12", 12},
        {"1e3", "1e3", 1000},
        {"1E+3", "1e3", 1000},
        {"1.5e-2", "1.5e-2", 0.015},
        {"9007199254740992", "9007199254740992", 9007199254740992.0},
    };
    for (size_t i = 0; i < sizeof good / sizeof *good; i++) {
        ck_assert_msg(read_as(good[i].text, false) == SPELLING_GOOD, "%s", good[i].text);
        ck_assert_double_eq(s.value, good[i].value);
        ck_assert_str_eq(s.text, good[i].json);
        ck_assert_uint_eq(strlen(s.text), s.length);
        ck_assert_ptr_null(strchr(s.text, ','));
    }
}
END_TEST

START_TEST(what_is_none)
{
    static const struct {
        const char *text;
        enum spelling flaw;
    } bad[] = {
        {"", SPELLING_NO_NUMBER},       {" ", SPELLING_NO_NUMBER},
        {"-", SPELLING_NO_NUMBER},      {"--5", SPELLING_NO_NUMBER},
        {"+5", SPELLING_NO_NUMBER},     {"5.", SPELLING_NO_NUMBER},
        {".", SPELLING_NO_NUMBER},      {"1.2.3", SPELLING_NO_NUMBER},
        {"1 234", SPELLING_NO_NUMBER},  {"12a", SPELLING_NO_NUMBER},
        {"nan", SPELLING_NO_NUMBER},    {"inf", SPELLING_NO_NUMBER},
        {"0x10", SPELLING_NO_NUMBER},   {"1e", SPELLING_NO_NUMBER},
        {"1e5.5", SPELLING_NO_NUMBER},  {"(5)", SPELLING_NO_NUMBER},
        {"1,23", SPELLING_GROUPS},      {"1234,567", SPELLING_GROUPS},
        {"1,2345", SPELLING_GROUPS},    {"1,234,5", SPELLING_GROUPS},
        {"1.234,5", SPELLING_GROUPS},   {"1,", SPELLING_GROUPS},
        {"0,123", SPELLING_GROUPS},     {"-0,123", SPELLING_GROUPS},
        {"01,234", SPELLING_GROUPS},    {"000,123", SPELLING_GROUPS},
        {",123", SPELLING_NO_NUMBER},   {"5%", SPELLING_PERCENT},
        {"5 %", SPELLING_PERCENT},      {"1e999", SPELLING_TOO_LARGE},
        {"-1e999", SPELLING_TOO_LARGE}, {"9007199254740993", SPELLING_TOO_LARGE},
        {"5%%", SPELLING_NO_NUMBER},    {"%", SPELLING_NO_NUMBER},
    };
    for (size_t i = 0; i < sizeof bad / sizeof *bad; i++)
        ck_assert_msg(read_as(bad[i].text, false) == bad[i].flaw, "%s", bad[i].text);
    char digits[200];
    memset(digits, '1', sizeof digits - 1);
    digits[sizeof digits - 1] = '\0';
    ck_assert_int_eq(read_as(digits, false), SPELLING_NO_NUMBER); /* longer than any figure */
}
END_TEST

START_TEST(percent_is_moved_digit_by_digit)
{
    static const char *const cases[][2] = {{"12.5%", "0.125"},  {"12.5", "0.125"},  {"100", "1.00"},
                                           {"0", "0.00"},       {"0.1 %", "0.001"}, {"-5", "-0.05"},
                                           {"95.50", "0.9550"}, {"1e2", "1"},    {"1,000%", "10.00"}};
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) {
        ck_assert_int_eq(read_as(cases[i][0], true), SPELLING_GOOD);
        ck_assert_str_eq(s.text, cases[i][1]);
    }
    mem_fail_after(1);
    ck_assert_int_eq(read_as("12.5", true), SPELLING_TOO_LARGE);
    mem_fail_after(0);
}
END_TEST

UNIT("spelling", what_is_a_number, what_is_none, percent_is_moved_digit_by_digit);
