/* test_date.c: the Gregorian calendar; the leap years are those of its decree: every fourth, but of the hundreds only
 * every fourth. */
#include "data/model.h"
#include "unit.h"

#define COUNT(list) (sizeof(list) / sizeof *(list))

START_TEST(dates_that_exist)
{
    static const struct {
        const char *text;
        struct date date;
    } cases[] = {
        {"2021", {2021, 0, 0}},         {"2021-09", {2021, 9, 0}},
        {"2021-09-30", {2021, 9, 30}},  {"0001", {1, 0, 0}},
        {"9999-12-31", {9999, 12, 31}}, {"2020-02-29", {2020, 2, 29}},
        {"2000-02-29", {2000, 2, 29}},  {"2021-01-31", {2021, 1, 31}},
        {"2021-03-31", {2021, 3, 31}},  {"2021-05-31", {2021, 5, 31}},
        {"2021-07-31", {2021, 7, 31}},  {"2021-08-31", {2021, 8, 31}},
        {"2021-10-31", {2021, 10, 31}}, {"2021-12-31", {2021, 12, 31}},
        {"2021-02-28", {2021, 2, 28}},  {"2400-02-29", {2400, 2, 29}},
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date d = {0, 0, 0};
        struct buf out;
        buf_init(&out);
        ck_assert_msg(date_parse(str_of(cases[i].text), &d), "%s", cases[i].text);
        ck_assert_int_eq(date_compare(d, cases[i].date), 0);
        date_write(d, &out);
        ck_assert_str_eq(buf_text(&out), cases[i].text);
        buf_done(&out);
    }
}
END_TEST

START_TEST(dates_that_do_not)
{
    static const char *const cases[] = {
        "",           "2",          "202",         "20211",      "0000",        "0000-01",    "0000-01-01",
        "2021-",      "2021-0",     "2021-00",     "2021-13",    "2021-9",      "2021-09-",   "2021-09-0",
        "2021-09-00", "2021-09-31", "2021-02-29",  "1900-02-29", "2100-02-29",  "2020-02-30", "2021-04-31",
        "2021-06-31", "2021-11-31", "2021-01-32",  "2021/09/30", "2021-09/30",  "30-09-2021", "2021-9-30",
        "2021-09-3",  " 2021",      "2021-09-30 ", "-001",       "+021",        "2021-+9",    "20 1",
        "2o21",       "2021-1 ",    "2021-09-1x",  "20210930",   "2021-09-30T", "2021-W01",
    };
    for (size_t i = 0; i < COUNT(cases); i++) {
        struct date d = {7, 7, 7};
        ck_assert_msg(!date_parse(str_of(cases[i]), &d), "%s", cases[i]);
        ck_assert_msg(d.year == 7 && d.month == 7 && d.day == 7, "%s changed the date", cases[i]);
    }
    struct date d;
    ck_assert(!date_parse((struct str){"2021\0", 5}, &d));
    ck_assert(!date_parse((struct str){"2\0"
                                       "21",
                                       4},
                          &d));
}
END_TEST

START_TEST(order)
{
    /* What is not known sorts first. */
    static const struct date sorted[] = {{1999, 12, 31}, {2021, 0, 0}, {2021, 1, 0},   {2021, 1, 1},
                                         {2021, 1, 2},   {2021, 2, 0}, {2021, 12, 31}, {2022, 0, 0}};
    for (size_t i = 0; i < COUNT(sorted); i++)
        for (size_t k = 0; k < COUNT(sorted); k++)
            ck_assert_int_eq(date_compare(sorted[i], sorted[k]), (i > k) - (i < k));
}
END_TEST

UNIT("date", dates_that_exist, dates_that_do_not, order);
