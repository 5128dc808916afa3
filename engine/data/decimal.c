/* decimal.c: see decimal.h. A number is held as its digits and the place of the point; nothing here knows what it
 * means. */
#include "data/decimal.h"
#include "data/numeral.h"

#define DIGITS 60

struct decimal {
    bool negative;
    char digits[DIGITS + 1]; /* leading zeros removed, but for the one before the point */
    int count;
    int point; /* digits before the point; may be negative or past count */
};

/* What stands behind the e or E; far out of range it may be less far. */
static int exponent(struct str s)
{
    bool negative = s.n > 0 && s.s[0] == '-';
    int e = 0;
    for (size_t i = s.n > 0 && (negative || s.s[0] == '+'); i < s.n && e <= DIGITS; i++) e = 10 * e + (s.s[i] - '0');
    return negative ? -e : e;
}

/* False where it does not fit. */
static bool parse(struct str s, struct decimal *d)
{
    size_t i = 0;
    bool fraction = false;
    d->negative = s.n > 0 && s.s[0] == '-';
    d->count = d->point = 0; /* the digits are written before they are read */
    for (i = d->negative; i < s.n && (s.s[i] == '.' || (s.s[i] >= '0' && s.s[i] <= '9')); i++) {
        if (s.s[i] == '.') {
            fraction = true;
            continue;
        }
        if (d->count == DIGITS) return false;
        d->digits[d->count++] = s.s[i];
        if (!fraction) d->point++;
    }
    int e = i < s.n ? exponent((struct str){s.s + i + 1, s.n - i - 1}) : 0;
    if (e > DIGITS || e < -DIGITS) return false;
    d->point += e;
    return d->count > 0;
}

#define WIDEST (4 * DIGITS) /* of what write makes: the exponent and the shift move the point DIGITS each at most */

static char *put_from(char *to, const struct decimal *d, int from, int until)
{
    for (int i = from; i < until; i++) *to++ = i >= 0 && i < d->count ? d->digits[i] : '0';
    return to;
}

static void write(const struct decimal *d, struct buf *out)
{
    char text[WIDEST], *to = text;
    int first = 0;
    while (first < d->point - 1 && (first >= d->count || d->digits[first] == '0')) first++;
    if (d->negative) *to++ = '-';
    if (d->point <= 0) *to++ = '0';
    to = put_from(to, d, first, d->point);
    if (d->count > d->point) {
        *to++ = '.';
        to = put_from(to, d, d->point, d->count);
    }
    buf_add(out, text, (size_t)(to - text));
}

static bool all_zero(const struct decimal *d)
{
    for (int i = 0; i < d->count; i++)
        if (d->digits[i] != '0') return false;
    return true;
}

/* One more digit in front, for a carry. */
static void prepend(struct decimal *d, char c)
{
    memmove(d->digits + 1, d->digits, (size_t)d->count);
    d->digits[0] = c;
    d->count++;
    d->point++;
}

static void round_to(struct decimal *d, int decimals)
{
    int keep = d->point + decimals; /* digits that stay */
    if (keep < d->count) {
        bool up = keep >= 0 && d->digits[keep] >= '5';
        d->count = keep > 0 ? keep : 0;
        for (int i = d->count - 1; up && i >= 0; i--) {
            up = d->digits[i] == '9';
            d->digits[i] = up ? '0' : (char)(d->digits[i] + 1);
        }
        if (up) prepend(d, '1');
    }
    while (d->count > d->point && d->count > 0 && d->digits[d->count - 1] == '0') d->count--;
    if (all_zero(d)) *d = (struct decimal){.digits = "0", .count = 1, .point = 1};
}

void decimal_shift(struct str spelled, int places, struct buf *out)
{
    struct decimal d;
    if (!parse(spelled, &d)) {
        double scale = 1;
        for (int i = 0; i < (places < 0 ? -places : places); i++) scale *= 10;
        struct numeral n;
        double value = numeral_scan(spelled.s, &n) ? numeral_value(&n) : 0;
        buf_double(out, places < 0 ? value / scale : value * scale);
        return;
    }
    d.point += places;
    write(&d, out);
}

void decimal_round(struct str spelled, int places, int decimals, struct buf *out)
{
    struct decimal d;
    if (!parse(spelled, &d)) {
        decimal_shift(spelled, places, out);
        return;
    }
    d.point += places;
    if (d.count < DIGITS) round_to(&d, decimals);
    write(&d, out);
}

void decimal_group(struct str plain, struct buf *out)
{
    size_t start = plain.n > 0 && plain.s[0] == '-', end = start;
    while (end < plain.n && plain.s[end] >= '0' && plain.s[end] <= '9') end++;
    for (size_t i = 0; i < plain.n; i++) {
        if (i > start && i < end && (end - i) % 3 == 0) buf_char(out, ',');
        buf_char(out, plain.s[i]);
    }
}
