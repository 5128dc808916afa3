/* test_lives.c: when a recommendation is due. */
#include "compare/lives.h"
#include "unit.h"

static const char *due(const char *deadline, const char *since)
{
    static struct buf text;
    struct date from = {0}, at;
    buf_clear(&text);
    if (*since) ck_assert(date_parse(str_of(since), &from));
    if (!lives_due(str_of(deadline), from, &at)) return "";
    date_write(at, &text);
    return buf_text(&text);
}

START_TEST(a_deadline_is_a_date_or_a_period)
{
    ck_assert_str_eq(due("2022-09-30", ""), "2022-09-30");
    ck_assert_str_eq(due("6 months", "2021-03-01"), "2021-09-01");
    ck_assert_str_eq(due("1 month", "2021-01-31"), "2021-02-28");
    ck_assert_str_eq(due("1 month", "2020-01-31"), "2020-02-29");
    ck_assert_str_eq(due("13 months", "2020-12"), "2022-01");
    ck_assert_str_eq(due("2 years", "2020"), "2022");
    ck_assert_str_eq(due("2 weeks", "2021-12-25"), "2022-01-08");
    ck_assert_str_eq(due("366 days", "2020-01-01"), "2021-01-01");
    ck_assert_str_eq(due("immediately", "2020-01-01"), "2020-01-01");
    ck_assert_str_eq(due("6 months", ""), "");        /* from when? */
    ck_assert_str_eq(due("6 months", "2020"), "");    /* of a year alone no month can be told */
    ck_assert_str_eq(due("10 days", "2020-02"), "");
    ck_assert_str_eq(due("soon", "2020-01-01"), "");
    ck_assert_str_eq(due("6 moons", "2020-01-01"), "");
    ck_assert_str_eq(due("999999999999 days", "2020-01-01"), "");
    ck_assert_str_eq(due("99999 years", "2020-01-01"), "");
}
END_TEST

UNIT("lives", a_deadline_is_a_date_or_a_period);
