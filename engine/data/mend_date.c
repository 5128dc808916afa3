/* mend_date.c: dates in other orders: "16/04/2021", "16 April 2021", "20210416". What could be read in two ways is not
 * guessed at. */
#include "data/slip.h"
#include <stdio.h>
#include <stdlib.h>

struct pieces { /* of a date as somebody wrote it: numbers and a month's name, in order */
    long numbers[3];
    size_t lengths[3];
    size_t count, month_at; /* month_at: how many numbers stood before the name; 9: no name */
    int month;
};

static int month_named(const char *s, size_t n)
{
    static const char *const months[] = {"january", "february", "march",     "april",   "may",      "june",
                                         "july",    "august",   "september", "october", "november", "december"};
    for (int m = 0; m < 12; m++) {
        size_t i = 0;
        while (i < n && months[m][i] && lower(s[i]) == months[m][i]) i++;
        if (i == n && (n == 3 || months[m][n] == '\0' || (m == 8 && n == 4))) return m + 1;
    }
    return 0;
}

static bool take_apart(struct str s, struct pieces *p)
{
    *p = (struct pieces){.month_at = 9};
    for (size_t i = 0, n; i < s.n; i += n) {
        for (n = 0; i + n < s.n && digit(s.s[i + n]);) n++;
        if (n) {
            if (p->count == 3 || n > 4) return false;
            p->lengths[p->count] = n;
            p->numbers[p->count++] = strtol(s.s + i, NULL, 10);
            continue;
        }
        for (; i + n < s.n && letter(s.s[i + n]);) n++;
        if (n) {
            bool ordinal = n == 2 && p->count > 0 && p->lengths[p->count - 1] < 3 && digit(s.s[i - 1]);
            int month = ordinal ? 0 : month_named(s.s + i, n);
            if (!ordinal && (!month || p->month)) return false;
            if (month) p->month = month, p->month_at = p->count;
            continue;
        }
        n = 1;
        if (!strchr("/.- ,", s.s[i])) return false;
    }
    return true;
}

/* year, month, day; day 0 where there is none. False where the order cannot be known. */
static bool put_in_order(const struct pieces *p, long out[3])
{
    const long *x = p->numbers;
    size_t last = p->count - 1;
    if (p->count == 0 || (p->lengths[0] != 4 && p->lengths[last] != 4)) return false;
    bool year_first = p->lengths[0] == 4;
    out[0] = year_first ? x[0] : x[last];
    if (p->month) {
        out[1] = p->month;
        out[2] = p->count == 2 ? x[year_first ? 1 : 0] : 0;
        return p->count <= 2;
    }
    if (p->count == 2)
        out[1] = x[year_first ? 1 : 0], out[2] = 0;
    else if (p->count == 3 && year_first)
        out[1] = x[1], out[2] = x[2];
    else if (p->count == 3 && x[0] > 12)
        out[1] = x[1], out[2] = x[0];
    else if (p->count == 3 && x[1] > 12)
        out[1] = x[0], out[2] = x[1];
    else if (p->count == 3 && x[0] == x[1])
        out[1] = x[1], out[2] = x[0];
    else
        return false;
    return true;
}

static int month_days(long year, long month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* "2021-02-30": the right order, but no such day. */
static struct hint no_such_day(long year, long month, long day)
{
    struct hint hint;
    if (month < 1 || month > 12) return hint_say("months run from 01 to 12%s", "");
    if (day > month_days(year, month) || day < 0)
        snprintf(hint.text, sizeof hint.text, "%04ld-%02ld has %d days", year, month, month_days(year, month));
    else if (year < 1)
        snprintf(hint.text, sizeof hint.text, "years run from 0001 to 9999");
    else if (day)
        snprintf(hint.text, sizeof hint.text, "write \"%04ld-%02ld-%02ld\"", year, month, day);
    else
        snprintf(hint.text, sizeof hint.text, "write \"%04ld-%02ld\"", year, month);
    return hint;
}

struct hint mend_date(struct str text)
{
    struct pieces p;
    long d[3];
    struct str s = trim(text);
    char apart[16];
    if (s.n > 10 && digit(s.s[0]) && (s.s[10] == 'T' || s.s[10] == ' ')) s.n = 10; /* a time of day behind it */
    if (s.n == 8 && strspn(s.s, "0123456789") >= 8) {
        snprintf(apart, sizeof apart, "%.4s-%.2s-%.2s", s.s, s.s + 4, s.s + 6);
        s = str_of(apart);
    }
    bool years = s.n && memchr(s.s, '/', s.n) && take_apart(s, &p) && p.count == 2 && p.lengths[0] == 4 &&
                 p.numbers[1] > 12; /* "2021/22" is a round, no date */
    if (!years && take_apart(s, &p) && put_in_order(&p, d) && (p.count < 3 || d[2] > 0))
        return no_such_day(d[0], d[1], d[2]);
    return hint_say("write it as YYYY-MM-DD, YYYY-MM or YYYY%s", "");
}
