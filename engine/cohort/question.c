/* question.c: see question.h. What a file may make long (names, units, paths) is cut, so that the figures stay. */
#include "cohort/question.h"
#include "data/phrase.h"
#include <math.h>
#include <stdlib.h>

enum { NAME = 80, VALUE = 96, BEFORE = 64 }; /* bytes */

/* --- Pieces ------------------------------------------------------------------------------------------------------- */

static void put_cut(struct buf *out, size_t from, size_t most)
{
    if (out->failed || out->length - from <= most) return;
    size_t n = from + most;
    while (n > from && ((unsigned char)out->data[n] & 0xc0) == 0x80) n--;
    out->length = n;
    buf_put(out, "…");
}

static double to_digits(double d, int digits)
{
    int places = digits - 1 - (int)floor(log10(fabs(d)));
    double scale = pow(10, abs(places)), result = places < 0 ? round(d / scale) * scale : round(d * scale) / scale;
    return isfinite(result) ? result : d;
}

/* A number to three digits, from 10 on to one decimal; to more where it would read as the other does, and is not it. */
static void put_apart(struct buf *out, double d, double other)
{
    if (d == 0 || !isfinite(d)) {
        phrase_figure(d, out);
        return;
    }
    int digits = (int)fmax(3, floor(log10(fabs(d))) + 2);
    while (digits < 16 && d != other && to_digits(d, digits) == (other == 0 ? 0 : to_digits(other, digits))) digits++;
    buf_double(out, to_digits(d, digits < 16 ? digits : 16));
}

/* A sum or a difference without the noise of its last digits: to twelve digits of what it was made of. */
static void put_clean(struct buf *out, double d, double made_of)
{
    int places = 11 - (int)floor(log10(fabs(made_of)));
    double scale = pow(10, places), clean = round(d * scale) / scale;
    buf_double(out, places > 0 && isfinite(clean) ? clean : d);
}

/* `Leicestershire Police: "officers" is 1803.26 officers (1.77 per 1,000 residents)` */
static void put_value(const struct subject *s, uint32_t slot)
{
    const struct dataset *d = load_dataset(s->load);
    struct buf *out = s->text;
    buf_clear(out);
    buf_str(out, s->org->name);
    put_cut(out, 0, NAME);
    buf_put(out, ": \"");
    buf_str(out, d->catalogues[EVIDENCE_MEASURE].entries[slot].id);
    buf_put(out, "\" is ");
    size_t from = out->length;
    phrase_value(d, s->org, EVIDENCE_MEASURE, slot, out);
    put_cut(out, from, VALUE);
}

static bool is_kept(const struct subject *s) { return s->diags->count < s->diags->limit; }

static void ask(const struct subject *s, uint32_t slot)
{
    const char *text = is_kept(s) ? buf_text(s->text) : ""; /* else it is only counted */
    load_complain(s->load, s->batch, s->piece, DIAG_QUESTION, s->org->measures[slot].is.offset, s->diags, NULL, "%s",
                  text);
}

/* --- Questions ---------------------------------------------------------------------------------------------------- */

static void put_lines(const struct subject *s, uint32_t slot, double number, const struct outlier_lines *lines)
{
    const struct dataset *d = load_dataset(s->load);
    double z = outlier_z(lines, number), line = z > 0 ? lines->upper : lines->lower;
    struct buf *out = s->text;
    put_value(s, slot);
    buf_printf(out, "; that stands outside the %s line, ", z > 0 ? "upper" : "lower");
    put_apart(out, line, number);
    if (d->catalogues[EVIDENCE_MEASURE].entries[slot].denominator != NO_SLOT) phrase_per(d, slot, out);
    buf_put(out, " (z ");
    put_apart(out, z, copysign(lines->rules.width, z));
    buf_put(out, ", lines at ");
    buf_double(out, lines->rules.width);
    buf_printf(out, " SD; %zu organisations counted, %s)", lines->n,
               lines->scale == SCALE_LOG ? "logarithms taken" : "values as they are");
}

void ask_outlier(const struct subject *s, uint32_t slot, double number, const struct outlier_lines *lines)
{
    if (is_kept(s)) put_lines(s, slot, number, lines);
    ask(s, slot);
}

void ask_oddity(const struct subject *s, uint32_t slot, enum oddity oddity)
{
    if (is_kept(s)) {
        put_value(s, slot);
        buf_put(s->text, oddity == ODDITY_BELOW_ZERO ? ", below zero, where things are counted" : ", above 100 percent");
    }
    ask(s, slot);
}

static void put_sum(const struct subject *s, uint32_t slot, const struct parts_sum *sum)
{
    const struct entry *e = &load_dataset(s->load)->catalogues[EVIDENCE_MEASURE].entries[slot];
    double size = fmax(fabs(sum->total), fabs(sum->sum));
    struct buf *out = s->text;
    put_value(s, slot);
    buf_printf(out, ", and its %zu part%s to ", e->part_count, e->part_count == 1 ? " comes" : "s add up");
    put_clean(out, sum->sum, size);
    buf_put(out, ": a difference of ");
    put_clean(out, fabs(sum->sum - sum->total), size);
    if (e->parts_within > 0) {
        buf_put(out, ", where ");
        put_clean(out, sum->allowed, size);
        buf_put(out, " (");
        phrase_percent(e->parts_within, out);
        buf_put(out, ") is allowed");
    } else
        buf_put(out, ", where none is allowed");
}

void ask_parts(const struct subject *s, uint32_t slot, const struct parts_sum *sum)
{
    if (is_kept(s)) put_sum(s, slot, sum);
    ask(s, slot);
}

/* `10000 tactics of 2018`: as a double has it, for how it was spelled is not kept. */
static void put_before(struct buf *out, const struct before *b)
{
    char text[DOUBLE_TEXT];
    size_t from = out->length;
    phrase_number(load_dataset(b->load), b->slot, (struct str){text, double_text(b->value, text)}, out);
    put_cut(out, from, BEFORE);
    buf_printf(out, " of %d", load_dataset(b->load)->year);
}

static void put_change(const struct subject *s, uint32_t slot, enum change change, const struct before *b)
{
    double factor = load_dataset(s->load)->catalogues[EVIDENCE_MEASURE].entries[slot].changes_within;
    double times = s->org->measures[slot].value.value / b->value;
    struct buf *out = s->text;
    put_value(s, slot);
    if (change == CHANGE_BEYOND) {
        buf_put(out, ", ");
        put_apart(out, times, times > 1 ? factor : 1 / factor);
        buf_put(out, " times the ");
    } else
        buf_put(out, ", against the ");
    put_before(out, b);
    if (change == CHANGE_OF_SIGN)
        buf_put(out, ": of another sign, outside any factor");
    else if (change != CHANGE_BEYOND)
        buf_printf(out, ": %s zero, outside any factor", change == CHANGE_FROM_ZERO ? "from" : "to");
    else
        buf_put(out, ", outside a factor of "), buf_double(out, factor);
    buf_printf(out, " (%s:%llu)", load_dataset(b->load)->file, (unsigned long long)load_line(b->load, b->organisation));
}

void ask_change(const struct subject *s, uint32_t slot, enum change change, const struct before *before)
{
    if (is_kept(s)) put_change(s, slot, change, before);
    ask(s, slot);
}
