/* phrase.c: evidence in words. Numbers are moved about as text (decimal.h), so what is said is what the file says. */
#include "data/phrase.h"
#include <math.h>

#include "data/decimal.h"

const char *phrase_missing(enum peel_missing missing)
{
    static const char *const words[PEEL_MISSINGS] = {"present",    "not collected",  "not supplied",
                                                     "unreadable", "not applicable", "predates its collection",
                                                     "abolished"};
    return words[missing];
}

struct str phrase_title(const struct dataset *d, enum evidence_kind kind, uint32_t slot)
{
    const struct entry *e = &d->catalogues[kind].entries[slot];
    return e->title.s ? e->title : e->id;
}

void phrase_citation(const struct dataset *d, const struct citation *c, struct buf *out)
{
    if (c->source == NO_SLOT) return;
    const struct source_entry *s = &d->sources[c->source];
    buf_str(out, s->title.s ? s->title : s->id);
    if (!c->place.s) return;
    buf_put(out, ", ");
    buf_str(out, c->place);
}

/* --- Percentages --- */

/* Every rule's message comes by here, so no digit is spelled that is rounded away: most numbers are far from where
 * rounding is in doubt. */
enum { IN_DOUBT = -1 };

/* n times the scale, rounded; IN_DOUBT where only the shortest decimal can say which, or where it is large. */
static int64_t scaled_by(double n, double scale)
{
    double scaled = n * scale;
    if (!(scaled >= 0 && scaled < 1e7)) return IN_DOUBT;
    int64_t below = (int64_t)scaled;
    double part = scaled - (double)below;
    if (part > 0.499999 && part < 0.500001) return IN_DOUBT;
    return below + (part > 0.5);
}

static int64_t tenths_of(double n) { return scaled_by(n, 10); }

/* Numbers are put together in one small text, backwards from its end. */
enum { SAMPLE_TEXT = 96 };

static char *digits_before(char *at, uint64_t n)
{
    static const char pairs[] =
        "0001020304050607080910111213141516171819202122232425262728293031323334353637383940414243444546474849"
        "5051525354555657585960616263646566676869707172737475767778798081828384858687888990919293949596979899";
    for (; n >= 100; n /= 100) memcpy(at -= 2, pairs + 2 * (n % 100), 2);
    if (n >= 10) return memcpy(at - 2, pairs + 2 * n, 2);
    *--at = (char)('0' + n);
    return at;
}

static char *tenths_before(char *at, uint64_t tenths)
{
    uint64_t whole = tenths / 10, rest = tenths % 10;
    if (rest) {
        *--at = (char)('0' + rest);
        *--at = '.';
    }
    return digits_before(at, whole);
}

static void put_from(char *at, char *end, struct buf *out) { buf_add(out, at, (size_t)(end - at)); }

/* The shortest decimal that is `n`, moved by `places` and rounded to so many decimals at most. */
static void put_rounded(double n, int places, int decimals, struct buf *out)
{
    char text[DOUBLE_TEXT + 1];
    size_t length = double_text(n, text);
    text[length] = '\0';
    decimal_round((struct str){text, length}, places, decimals, out);
}

/* --- Figures --- */

/* A whole number of 10^-decimals, backwards from `at`, without trailing zeros. */
static char *decimals_before(char *at, uint64_t scaled, int decimals)
{
    for (; decimals > 0 && scaled % 10 == 0; decimals--) scaled /= 10;
    if (decimals == 0) return digits_before(at, scaled);
    for (; decimals > 0; decimals--, scaled /= 10) *--at = (char)('0' + scaled % 10);
    *--at = '.';
    return digits_before(at, scaled);
}

/* So many decimals leave three digits; from 10 on there is one. */
static int figure_decimals(double size)
{
    int decimals = size >= 10 ? 1 : size >= 1 ? 2 : 3;
    for (double at = 0.1; size < at && decimals < 9; at /= 10) decimals++;
    return decimals;
}

void phrase_figure(double d, struct buf *out)
{
    static const double scales[] = {1, 10, 100, 1000, 10000, 100000};
    double size = fabs(d);
    int decimals = figure_decimals(size);
    int64_t scaled = decimals < 6 ? scaled_by(size, scales[decimals]) : IN_DOUBT;
    if (!isfinite(d)) {
        buf_put(out, "no number");
    } else if (size >= 1e15 || (size > 0 && size < 1e-6)) {
        buf_double(out, d); /* with an exponent, where digits and noughts would be counted */
    } else if (scaled < 0) {
        put_rounded(d, 0, decimals, out);
    } else {
        char text[SAMPLE_TEXT], *end = text + sizeof text, *at = decimals_before(end, (uint64_t)scaled, decimals);
        if (d < 0 && scaled > 0) *--at = '-';
        put_from(at, end, out);
    }
}

/* --- Shares --- */

int phrase_tenths(double share) { return share <= 100 ? (int)tenths_of(share * 100) : IN_DOUBT; }

void phrase_percent(double share, struct buf *out)
{
    int tenths = phrase_tenths(share);
    if (!isfinite(share)) {
        buf_put(out, "no share");
        return;
    }
    if (tenths >= 0) {
        char text[SAMPLE_TEXT], *end = text + sizeof text;
        end[-1] = '%';
        put_from(tenths_before(end - 1, (uint64_t)tenths), end, out);
        return;
    }
    put_rounded(share, 2, 1, out);
    buf_char(out, '%');
}

static char *share_before(char *at, uint64_t met, uint64_t reviewed)
{
    uint64_t tenths = met * 1000 / reviewed,
             rest = met * 1000 % reviewed; /* counts end at 2^53, so nothing overflows */
    if (rest >= reviewed - rest) tenths++;
    *--at = '%';
    return tenths_before(at, tenths);
}

void phrase_share(uint64_t met, uint64_t reviewed, struct buf *out)
{
    char text[SAMPLE_TEXT], *end = text + sizeof text;
    put_from(share_before(end, met, reviewed), end, out);
}

void phrase_p(double p, struct buf *out)
{
    if (p < 0.001) {
        buf_put(out, "p < 0.001");
        return;
    }
    buf_put(out, "p = ");
    if (p < 0.1)
        phrase_figure(p, out); /* near the limits every digit counts */
    else
        buf_fixed(out, p, 2);
}

void phrase_findings(size_t strengths, size_t weaknesses, struct buf *out)
{
    if (strengths == 0 && weaknesses == 0) {
        buf_put(out, "no findings");
        return;
    }
    if (strengths) buf_int(out, (int64_t)strengths), buf_put(out, strengths == 1 ? " strength" : " strengths");
    if (strengths && weaknesses) buf_put(out, ", ");
    if (weaknesses) buf_int(out, (int64_t)weaknesses), buf_put(out, weaknesses == 1 ? " weakness" : " weaknesses");
}

/* --- Measures --- */

static bool holds(struct str text, struct str part)
{
    for (size_t i = 0; i + part.n <= text.n; i++)
        if (memcmp(text.s + i, part.s, part.n) == 0) return true;
    return false;
}

static bool ends(struct str s, const char *tail)
{
    size_t n = strlen(tail);
    return s.n > n && memcmp(s.s + s.n - n, tail, n) == 0;
}

/* "incidents" as "incident". English, and only its rules: what they do not fit stays as it is. */
static void singular(struct str word, struct buf *out)
{
    bool cut_two = ends(word, "ches") || ends(word, "shes") || ends(word, "sses") || ends(word, "xes");
    bool other = ends(word, "ss") || ends(word, "us") || ends(word, "is") || !ends(word, "s");
    size_t cut = other ? 0 : ends(word, "ies") ? 3 : cut_two ? 2 : 1;
    buf_add(out, word.s, word.n - cut);
    if (cut == 3) buf_char(out, 'y');
}

/* "incidents of one kind" as "incident of one kind". */
void phrase_one(struct str unit, struct buf *out)
{
    const char *gap = memchr(unit.s, ' ', unit.n);
    size_t first = gap ? (size_t)(gap - unit.s) : unit.n;
    singular((struct str){unit.s, first}, out);
    buf_add(out, unit.s + first, unit.n - first);
}

/* Of the value as spelled: 1 incident, 1.0 incidents. */
static void unit(const struct entry *e, struct str spelled, struct buf *out)
{
    if (!e->unit.s) return;
    if (e->unit.s[0] != '%') buf_char(out, ' ');
    if (str_is(spelled, "1"))
        phrase_one(e->unit, out);
    else
        buf_str(out, e->unit);
}

/* " per 1,000", most of them whole. */
static char *per_before(char *at, uint64_t whole)
{
    for (; whole >= 1000; whole /= 1000) {
        uint64_t last = whole % 1000;
        *--at = (char)('0' + last % 10);
        *--at = (char)('0' + last / 10 % 10);
        *--at = (char)('0' + last / 100);
        *--at = ',';
    }
    at = digits_before(at, whole);
    return memcpy(at - 5, " per ", 5);
}

static void per(const struct entry *e, struct buf *out)
{
    char text[SAMPLE_TEXT], *end = text + sizeof text;
    if (e->per >= 0 && e->per < 1e15 && e->per == (double)(uint64_t)e->per) {
        put_from(per_before(end, (uint64_t)e->per), end, out);
        return;
    }
    size_t length = double_text(e->per, text);
    buf_put(out, " per ");
    decimal_group((struct str){text, length}, out);
}

void phrase_per(const struct dataset *d, uint32_t slot, struct buf *out)
{
    const struct entry *e = &d->catalogues[EVIDENCE_MEASURE].entries[slot];
    if (!(e->per > 0)) return;
    if (e->denominator == NO_SLOT) {
        per(e, out);
        return;
    }
    const struct entry *below = &d->catalogues[EVIDENCE_MEASURE].entries[e->denominator];
    struct str of = below->unit.s ? below->unit : phrase_title(d, EVIDENCE_MEASURE, e->denominator);
    if (e->per == 1) {
        buf_put(out, " per ");
        phrase_one(of, out);
        return;
    }
    per(e, out);
    buf_char(out, ' ');
    buf_str(out, of);
}

/* The value is a count: the rate it makes stands behind it, where the denominator is known. */
static void rate(const struct dataset *d, const struct org *org, const struct entry *e, double value, struct buf *out)
{
    const struct measure *m = &org->measures[e->denominator];
    if (m->is.missing || !(m->value.value > 0)) return;
    buf_put(out, " (");
    phrase_figure(entry_rate(e, value, m->value.value), out);
    phrase_per(d, (uint32_t)(e - d->catalogues[EVIDENCE_MEASURE].entries), out);
    buf_char(out, ')');
}

void phrase_number(const struct dataset *d, uint32_t slot, struct str spelled, struct buf *out)
{
    const struct entry *e = &d->catalogues[EVIDENCE_MEASURE].entries[slot];
    buf_str(out, spelled);
    unit(e, spelled, out);
    if (e->denominator == NO_SLOT && e->per > 0 && !(e->unit.s && holds(e->unit, STR(" per ")))) per(e, out);
}

static void measure(const struct dataset *d, const struct org *org, uint32_t slot, struct buf *out)
{
    const struct entry *e = &d->catalogues[EVIDENCE_MEASURE].entries[slot];
    const struct measure *m = &org->measures[slot];
    phrase_number(d, slot, m->value.spelled, out);
    if (e->denominator != NO_SLOT) rate(d, org, e, m->value.value, out);
}

/* --- The others --- */

static void estimate(const struct estimate *e, struct buf *out)
{
    decimal_shift(e->value.spelled, 2, out);
    buf_put(out, "% ± ");
    decimal_shift(e->margin.spelled, 2, out);
}

static void sample(const struct sample *s, struct buf *out)
{
    char text[SAMPLE_TEXT], *end = text + sizeof text, *at = end;
    *--at = ')';
    at = share_before(at, s->met, s->reviewed);
    *--at = '(';
    *--at = ' ';
    at = digits_before(at, s->reviewed);
    at = memcpy(at - 4, " of ", 4);
    put_from(digits_before(at, s->met), end, out);
}

static void survey(const struct survey *s, struct buf *out)
{
    decimal_shift(s->value.spelled, 2, out);
    buf_char(out, '%');
    if (s->n) buf_put(out, " of "), buf_int(out, (int64_t)s->n); /* at most 2^53 */
}

void phrase_value(const struct dataset *d, const struct org *org, enum evidence_kind kind, uint32_t slot,
                  struct buf *out)
{
    const struct evidence *is = slot == NO_SLOT ? NULL : org_evidence(org, kind, slot);
    enum peel_missing missing = is ? (enum peel_missing)is->missing : PEEL_NOT_COLLECTED;
    if (missing != PEEL_PRESENT) {
        if (is && kind == EVIDENCE_SAMPLE && org->samples[slot].met_missing)
            buf_printf(out, "%llu reviewed, how many met it ", (unsigned long long)org->samples[slot].reviewed);
        buf_put(out, phrase_missing(missing));
        return;
    }
    switch (kind) {
    case EVIDENCE_MEASURE: measure(d, org, slot, out); break;
    case EVIDENCE_ESTIMATE: estimate(&org->estimates[slot], out); break;
    case EVIDENCE_SAMPLE: sample(&org->samples[slot], out); break;
    case EVIDENCE_SURVEY: survey(&org->surveys[slot], out); break;
    default: break;
    }
}
