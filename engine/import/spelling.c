/* spelling.c: see spelling.h. */
#include "import/spelling.h"
#include "data/decimal.h"
#include "data/numeral.h"

struct walk { /* over the text, writing what JSON would */
    struct str rest;
    struct spelled *out;
    bool good;
};

static bool passes(struct walk *w, const char *what)
{
    size_t n = strlen(what);
    if (w->rest.n < n || memcmp(w->rest.s, what, n) != 0) return false;
    w->rest.s += n, w->rest.n -= n;
    return true;
}

static void put(struct walk *w, char c)
{
    if (w->out->length + 1 >= SPELLED)
        w->good = false;
    else
        w->out->text[w->out->length++] = c;
}

static bool is_digit(struct str s) { return s.n && *s.s >= '0' && *s.s <= '9'; }

static size_t put_digits(struct walk *w)
{
    size_t count = 0;
    for (; is_digit(w->rest); count++) {
        put(w, *w->rest.s);
        w->rest.s++, w->rest.n--;
    }
    return count;
}

/* Blanks, also those that do not break. */
static struct str trimmed(struct str s)
{
    while (s.n && (*s.s == ' ' || *s.s == '\t')) s.s++, s.n--;
    while (s.n >= 2 && memcmp(s.s, "\xC2\xA0", 2) == 0) s.s += 2, s.n -= 2;
    while (s.n && (s.s[s.n - 1] == ' ' || s.s[s.n - 1] == '\t')) s.n--;
    while (s.n >= 2 && memcmp(s.s + s.n - 2, "\xC2\xA0", 2) == 0) s.n -= 2;
    return s;
}

/* JSON knows no 007. */
static void drop_zeros(struct spelled *out, size_t from)
{
    size_t zeros = 0;
    while (from + zeros + 1 < out->length && out->text[from + zeros] == '0') zeros++;
    memmove(out->text + from, out->text + from + zeros, out->length - from - zeros);
    out->length -= zeros;
}

/* The digits before the point; commas, where there are any, part them in threes. No thousands begin with a nought: the
 * comma of 0,123 is one of decimals, and it would be read a thousand times too large. */
static enum spelling read_whole(struct walk *w)
{
    size_t from = w->out->length, count = put_digits(w);
    bool grouped = false;
    if (count == 0 && w->rest.n && *w->rest.s == '.') {
        put(w, '0'); /* .5 */
        return SPELLING_GOOD;
    }
    if (count == 0) return SPELLING_NO_NUMBER;
    while (w->rest.n && *w->rest.s == ',') {
        if (!grouped && (count > 3 || w->out->text[from] == '0')) return SPELLING_GROUPS;
        grouped = true;
        w->rest.s++, w->rest.n--;
        if (put_digits(w) != 3) return SPELLING_GROUPS;
    }
    drop_zeros(w->out, from);
    return SPELLING_GOOD;
}

static enum spelling read_fraction(struct walk *w)
{
    if (passes(w, ".")) {
        put(w, '.');
        if (put_digits(w) == 0) return SPELLING_NO_NUMBER;
    }
    if (passes(w, "e") || passes(w, "E")) {
        put(w, 'e');
        if (passes(w, "-"))
            put(w, '-');
        else
            passes(w, "+");
        if (put_digits(w) == 0) return SPELLING_NO_NUMBER;
    }
    return SPELLING_GOOD;
}

static bool shift_percent(struct spelled *out)
{
    struct buf shifted;
    buf_init(&shifted);
    decimal_shift((struct str){out->text, out->length}, -2, &shifted);
    bool good = !shifted.failed && shifted.length < SPELLED;
    if (good) memcpy(out->text, shifted.data, out->length = shifted.length);
    buf_done(&shifted);
    return good;
}

static enum spelling take_value(struct spelled *out)
{
    struct numeral n;
    out->text[out->length] = '\0';
    if (!numeral_scan(out->text, &n) || n.end != out->text + out->length) return SPELLING_NO_NUMBER;
    if (numeral_overflows(&n) || numeral_past_2_53(&n)) return SPELLING_TOO_LARGE;
    out->value = numeral_value(&n);
    if (out->value == 0 && n.negative) { /* no minus nought */
        memmove(out->text, out->text + 1, out->length);
        out->length--;
        out->value = 0;
    }
    return SPELLING_GOOD;
}

enum spelling spelling_read(struct str text, bool percent, struct spelled *out)
{
    *out = (struct spelled){.length = 0};
    struct walk w = {trimmed(text), out, true};
    bool sign;
    if (passes(&w, "-") || passes(&w, "\xE2\x88\x92")) put(&w, '-');
    enum spelling flaw = read_whole(&w);
    if (!flaw) flaw = read_fraction(&w);
    if (flaw) return flaw;
    if (w.rest.n && *w.rest.s == ',') return SPELLING_GROUPS; /* 1.234,5 */
    w.rest = trimmed(w.rest);
    sign = passes(&w, "%");
    if (w.rest.n || !w.good) return SPELLING_NO_NUMBER;
    if (sign && !percent) return SPELLING_PERCENT;
    flaw = take_value(out);
    if (flaw || !percent) return flaw;
    return shift_percent(out) ? take_value(out) : SPELLING_TOO_LARGE;
}
