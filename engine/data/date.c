/* date.c: dates as far as they are known, in the Gregorian calendar; no clock and no time zone. */
#include "data/model.h"

static bool digits(const char *s, int n, int *value)
{
    *value = 0;
    for (int i = 0; i < n; i++) {
        if (s[i] < '0' || s[i] > '9') return false;
        *value = *value * 10 + (s[i] - '0');
    }
    return true;
}

static int days_in(int year, int month)
{
    static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
    bool leap = year % 4 == 0 && (year % 100 != 0 || year % 400 == 0);
    return days[month - 1] + (month == 2 && leap);
}

bool date_parse(struct str text, struct date *date)
{
    int year, month = 0, day = 0;
    if (text.n != 4 && text.n != 7 && text.n != 10) return false;
    if (!digits(text.s, 4, &year) || year == 0) return false;
    if (text.n > 4 && (text.s[4] != '-' || !digits(text.s + 5, 2, &month) || month < 1 || month > 12)) return false;
    if (text.n > 7 && (text.s[7] != '-' || !digits(text.s + 8, 2, &day) || day < 1 || day > days_in(year, month)))
        return false;
    *date = (struct date){(uint16_t)year, (uint8_t)month, (uint8_t)day};
    return true;
}

static int order(int a, int b) { return (a > b) - (a < b); }

int date_compare(struct date a, struct date b)
{
    if (a.year != b.year) return order(a.year, b.year);
    if (a.month != b.month) return order(a.month, b.month);
    return order(a.day, b.day);
}

void date_write(struct date d, struct buf *out)
{
    buf_printf(out, "%04u", d.year);
    if (d.month) buf_printf(out, "-%02u", d.month);
    if (d.month && d.day) buf_printf(out, "-%02u", d.day);
}
