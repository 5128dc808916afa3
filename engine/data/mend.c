/* mend.c: from a usual slip to what should have been written. Guesses only where one reading is possible; else it says the rule. */
#include "data/decimal.h"
#include "data/intake.h"
#include <stdio.h>
#include <stdlib.h>

static const struct hint nothing = { "" };

static struct hint say(const char *format, const char *text)
{
    struct hint hint;
    snprintf(hint.text, sizeof hint.text, format, text);
    return hint;
}

/* ctype.h asks the locale; nothing here may. */
static bool digit(char c) { return c >= '0' && c <= '9'; }

static char lower(char c) { return c >= 'A' && c <= 'Z' ? (char)(c + 32) : c; }

static bool letter(char c) { return lower(c) >= 'a' && lower(c) <= 'z'; }

static struct str trim(struct str s)
{
    while (s.n && s.s[0] == ' ') s.s++, s.n--;
    while (s.n && s.s[s.n - 1] == ' ') s.n--;
    return s;
}

static bool ends(struct str *s, const char *tail)
{
    size_t n = strlen(tail);
    if (s->n < n || memcmp(s->s + s->n - n, tail, n) != 0) return false;
    *s = trim((struct str){ s->s, s->n - n });
    return true;
}

/* Read "1.9", "1,234.5", "1,9" as a JSON number into `out` (64 bytes). */
static bool numeric(struct str s, char *out)
{
    size_t n = 0, digits = 0, commas = 0, points = 0, after = 0;
    for (size_t i = 0; i < s.n; i++) {
        char c = s.s[i];
        if (n > 40 || !(digit(c) || c == '.' || c == ',' || (c == '-' && i == 0))) return false;
        if (c == ',') {
            commas++, after = 0;
            if (points) return false;
            continue;
        }
        points += c == '.';
        digits += digit(c), after += digit(c) && !points;
        out[n++] = c;
    }
    out[n] = '\0';
    if (!digits || points > 1 || out[0] == '.' || !digit(out[n - 1])) return false;
    if (commas == 1 && !points && after != 3) { /* a decimal comma */
        memmove(out + n - after + 1, out + n - after, after + 1);
        out[n - after] = '.';
        return after > 0 && n > after && digit(out[n - after - 1]);
    }
    if (commas && after != 3) return false;
    return out[0] != '0' || !digit(out[1]);
}

static struct hint hundredth(const char *number, const char *tail)
{
    struct hint hint;
    struct buf b;
    buf_init(&b);
    decimal_shift(str_of(number), -2, &b);
    snprintf(hint.text, sizeof hint.text, "write %s%s; proportions are fractions of one", buf_text(&b), tail);
    buf_done(&b);
    return hint;
}

static struct hint mend_quoted_number(enum wanted wanted, struct str text)
{
    static const char *const blanks[] = { "", "-", "n/a", "N/A", "na", "NA", "null", "none", "unknown", "missing", "not known", "..", "?" };
    char number[64];
    struct str bare = trim(text);
    bool percent = ends(&bare, "%") || ends(&bare, "per cent") || ends(&bare, "percent");
    if (numeric(bare, number)) {
        if (wanted == WANTED_SHARE && (percent || strtod(number, NULL) > 1)) return hundredth(number, "");
        if (percent) return say("write %s; what it counts stands in the catalogue's \"unit\"", number);
        return say("write %s, without the quotes", number);
    }
    if (wanted == WANTED_COUNT && bare.n >= 7 && bare.n <= 9 && (bare.s[4] == '/' || bare.s[4] == '-')) { /* "2021/22" */
        snprintf(number, sizeof number, "%.4s", bare.s);
        if (strspn(number, "0123456789") == 4) return say("write %s, the year it began", number);
    }
    int missing = peel_missing_named(bare.s, bare.n);
    if (missing > PEEL_PRESENT) return say("write {\"missing\": \"%s\"}", peel_missing_name((enum peel_missing)missing));
    for (size_t i = 0; i < sizeof blanks / sizeof *blanks; i++)
        if (str_is(bare, blanks[i])) return say("write {\"missing\": \"%s\"}, or another type of missing", "not-supplied");
    return nothing;
}

static struct hint mend_flag(enum json_type got, struct str text)
{
    if (got == JSON_NUMBER_ && (str_is(text, "1") || str_is(text, "0"))) return say("write %s", str_is(text, "1") ? "true" : "false");
    if (got != JSON_STRING_) return nothing;
    if (str_is(text, "true") || str_is(text, "yes")) return say("write true, without quotes%s", "");
    if (str_is(text, "false") || str_is(text, "no")) return say("write false, without quotes%s", "");
    return nothing;
}

struct hint mend_type(enum wanted wanted, enum json_type got, struct str text)
{
    switch (wanted) {
    case WANTED_NUMBER:
    case WANTED_SHARE:
    case WANTED_COUNT: return got == JSON_STRING_ ? mend_quoted_number(wanted, text) : nothing;
    case WANTED_FLAG: return mend_flag(got, text);
    case WANTED_DATE:
        if (got == JSON_NUMBER_ && text.n == 8) return mend_date(text);
        /* fall through */
    case WANTED_TEXT:
    case WANTED_ID: return got == JSON_NUMBER_ && text.n < 60 ? say("write \"%s\", in quotes", text.s) : nothing;
    case WANTED_ARRAY: return got == JSON_OBJECT_ || got == JSON_STRING_ ? say("put it in brackets: [ … ]%s", "") : nothing;
    case WANTED_OBJECT: break;
    }
    return nothing;
}

struct hint mend_share(struct str spelled)
{
    double value = strtod(spelled.s, NULL);
    if (value > 1 && value <= 100) return hundredth(spelled.s, "");
    return say("proportions are fractions of one%s", "");
}

/* --- dates in other orders --------------------------------------------------------------------------- */

struct pieces { /* of a date as somebody wrote it: numbers and a month's name, in order */
    long numbers[3];
    size_t lengths[3];
    size_t count, month_at; /* month_at: how many numbers stood before the name; 9: no name */
    int month;
};

static int month_named(const char *s, size_t n)
{
    static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august", "september",
                                          "october", "november", "december" };
    for (int m = 0; m < 12; m++) {
        size_t i = 0;
        while (i < n && months[m][i] && lower(s[i]) == months[m][i]) i++;
        if (i == n && (n == 3 || months[m][n] == '\0' || (m == 8 && n == 4))) return m + 1;
    }
    return 0;
}

static bool take_apart(struct str s, struct pieces *p)
{
    *p = (struct pieces){ .month_at = 9 };
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
    if (p->count == 2) out[1] = x[year_first ? 1 : 0], out[2] = 0;
    else if (p->count == 3 && year_first) out[1] = x[1], out[2] = x[2];
    else if (p->count == 3 && x[0] > 12) out[1] = x[1], out[2] = x[0];
    else if (p->count == 3 && x[1] > 12) out[1] = x[0], out[2] = x[1];
    else if (p->count == 3 && x[0] == x[1]) out[1] = x[1], out[2] = x[0];
    else return false;
    return true;
}

static int month_days(long year, long month)
{
    static const int days[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
    bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;
    return month == 2 && leap ? 29 : days[month - 1];
}

/* "2021-02-30": the right order, but no such day. */
static struct hint no_such_day(long year, long month, long day)
{
    struct hint hint;
    if (month < 1 || month > 12) return say("months run from 01 to 12%s", "");
    if (day > month_days(year, month) || day < 0)
        snprintf(hint.text, sizeof hint.text, "%04ld-%02ld has %d days", year, month, month_days(year, month));
    else if (year < 1) snprintf(hint.text, sizeof hint.text, "years run from 0001 to 9999");
    else if (day) snprintf(hint.text, sizeof hint.text, "write \"%04ld-%02ld-%02ld\"", year, month, day);
    else snprintf(hint.text, sizeof hint.text, "write \"%04ld-%02ld\"", year, month);
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
    bool years = s.n && memchr(s.s, '/', s.n) && take_apart(s, &p) && p.count == 2 && p.lengths[0] == 4 && p.numbers[1] > 12; /* "2021/22" is a round, no date */
    if (!years && take_apart(s, &p) && put_in_order(&p, d) && (p.count < 3 || d[2] > 0)) return no_such_day(d[0], d[1], d[2]);
    return say("write it as YYYY-MM-DD, YYYY-MM or YYYY%s", "");
}

struct hint mend_id(struct str text)
{
    char id[65];
    size_t n = 0;
    struct str s = trim(text);
    for (size_t i = 0; i < s.n && n < sizeof id - 1; i++) {
        char c = lower(s.s[i]);
        if (letter(c) || digit(c) || c == '_' || c == '-') id[n++] = c;
        else if (n && id[n - 1] != '-') id[n++] = '-';
    }
    while (n && id[n - 1] == '-') n--;
    id[n] = '\0';
    if (s.n <= 64 && str_is_id((struct str){ id, n })) return say("write \"%s\"; ids are lower-case letters, digits, \"-\" and \"_\"", id);
    return say("ids are lower-case letters, digits, \"-\" and \"_\", a letter first, at most 64 of them%s", "");
}
