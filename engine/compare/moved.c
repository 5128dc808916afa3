/* moved.c: one piece of evidence, then and now. */
#include "compare/moved.h"
#include "data/decimal.h"
#include "data/phrase.h"
#include "stats/difference.h"
#include "stats/rate.h"
#include <math.h>

const char *moved_name(enum moved moved)
{
    static const char *const names[MOVED_WAYS] = {"unchanged", "changed",  "no-significant-change", "lower", "higher",
                                                  "declined",  "improved", "no-longer-there",       "newly-there",
                                                  "still-missing"};
    return names[moved];
}

/* --- What statistics say ------------------------------------------------------------------------------------------ */

struct tested { enum comparison comparison; double p; enum dispute dispute; };
static const struct tested UNTESTED = {COMPARISON_UNKNOWN, (double)NAN, DISPUTE_NONE};

static struct draw draw_of(const struct side_value *v)
{
    return (struct draw){(uint64_t)v->number[1], (uint64_t)v->number[0], (uint64_t)v->number[2]};
}

static struct tested samples(const struct side_value *now, const struct side_value *was)
{
    struct draw first = draw_of(now), second = draw_of(was);
    struct difference d = sample_difference(&first, &second, MOVED_LEVEL);
    return (struct tested){d.comparison, d.p, dispute_of(d.p, d.interval, 0, MOVED_LEVEL)};
}

static struct tested estimates(const struct side_value *now, const struct side_value *was)
{
    struct measured first = {now->number[0], now->number[1], now->number[2]},
                    second = {was->number[0], was->number[1], was->number[2]};
    struct difference d = measured_difference(&first, &second, MOVED_LEVEL);
    return (struct tested){d.comparison, d.p, dispute_of(d.p, d.interval, 0, MOVED_LEVEL)};
}

/* How many of what: a count, and what it is seen over; one year or the like where there is no denominator. */
static bool events_of(const struct side_org *org, const struct side_entry *entry, const struct side_value *v,
                      struct events *out)
{
    double n = v->number[0];
    if (!(n >= 0 && n <= (double)STATS_COUNT_MAX && n == floor(n))) return false;
    *out = (struct events){(uint64_t)n, 1};
    if (entry->denominator == NO_SLOT) return true;
    const struct side_value *below = side_value_of(org, entry->denominator);
    if (!below || below->missing || !(below->number[0] > 0)) return false;
    out->exposure = below->number[0];
    return true;
}

/* Only counts of the same thing over the same thing. A number without a denominator is a rank, a share or an amount as
 * often as a count, so nothing is tested of it. */
static bool same_rate(const struct crosswalk *c, const struct side_entry *now, const struct side_entry *was)
{
    if (now->denominator == NO_SLOT || was->denominator == NO_SLOT) return false;
    const struct side_entry *under = &c->now->entries[now->denominator], *before = &c->was->entries[was->denominator];
    return str_eq(now->unit, was->unit) && str_eq(under->id, before->id) && str_eq(under->unit, before->unit);
}

static struct tested measures(const struct crosswalk *c, const struct reading_diff *d)
{
    struct events first, second;
    if (!same_rate(c, d->entry, d->was_entry)) return UNTESTED;
    if (!events_of(d->now_org, d->entry, d->now, &first) || !events_of(d->was_org, d->was_entry, d->was, &second))
        return UNTESTED;
    struct rate_ratio r = rate_compare(&first, &second, MOVED_LEVEL);
    return (struct tested){r.comparison, r.p, dispute_of(r.p, r.interval, 1, MOVED_LEVEL)};
}

/* One id may stand for two things in two frameworks' datasets: then only where they are called alike. */
static bool same_thing(const struct crosswalk *c, const struct reading_diff *d)
{
    return str_eq(c->was->pack, c->now->pack) || str_eq(d->entry->title, d->was_entry->title);
}

static struct tested test(const struct crosswalk *c, const struct reading_diff *d)
{
    if (!same_thing(c, d)) return UNTESTED;
    switch (d->entry->kind) {
    case EVIDENCE_SAMPLE: return samples(d->now, d->was);
    case EVIDENCE_ESTIMATE: return estimates(d->now, d->was);
    case EVIDENCE_MEASURE: return measures(c, d);
    default: return UNTESTED; /* a survey can be cited, never compared */
    }
}

/* --- The word ------------------------------------------------------------------------------------------------------ */

static enum moved word_of(enum comparison comparison, enum better better)
{
    bool higher = comparison == COMPARISON_HIGHER;
    if (comparison == COMPARISON_UNKNOWN) return MOVED_OTHERWISE;
    if (comparison == COMPARISON_SIMILAR) return MOVED_SIMILAR;
    if (better == BETTER_NEITHER) return higher ? MOVED_HIGHER : MOVED_LOWER;
    return higher == (better == BETTER_HIGHER) ? MOVED_IMPROVED : MOVED_DECLINED;
}

static enum peel_missing missing_of(const struct side_value *v)
{
    return v ? (enum peel_missing)v->missing : PEEL_NOT_COLLECTED;
}

static bool same_numbers(const struct side_value *a, const struct side_value *b)
{
    for (int i = 0; i < 3; i++)
        if (a->number[i] < b->number[i] || a->number[i] > b->number[i]) return false;
    return true;
}

/* What a count is over may move alone, and the rate with it. */
static bool same_below(const struct reading_diff *d)
{
    uint32_t now = d->entry->denominator, was = d->was_entry->denominator;
    if (d->entry->kind != EVIDENCE_MEASURE || now == NO_SLOT || was == NO_SLOT) return now == was || now == NO_SLOT;
    const struct side_value *a = side_value_of(d->now_org, now), *b = side_value_of(d->was_org, was);
    if (missing_of(a) != PEEL_PRESENT || missing_of(b) != PEEL_PRESENT) return missing_of(a) == missing_of(b);
    return same_numbers(a, b);
}

/* The dataset knows it, and no rule came as far as asking: what it was is not in the result. (What the dataset does not
 * know has no title, and is missing.) */
static bool is_unread(const struct side_value *v, const struct side_entry *e) { return !v && e && e->title.s; }

struct reading_diff moved_entry(const struct crosswalk *c, uint32_t entry, const struct side_org *was,
                                const struct side_org *now)
{
    uint32_t before = c->entry[entry];
    struct reading_diff d = {.entry = &c->now->entries[entry],
                             .now = side_value_of(now, entry),
                             .was = before == NO_SLOT ? NULL : side_value_of(was, before),
                             .was_entry = before == NO_SLOT ? NULL : &c->was->entries[before],
                             .was_org = was,
                             .now_org = now,
                             .p = (double)NAN};
    enum peel_missing then = missing_of(d.was), today = missing_of(d.now);
    if (is_unread(d.was, d.was_entry) || is_unread(d.now, d.entry)) return d;
    if (then != PEEL_PRESENT && today != PEEL_PRESENT)
        d.moved = then == today ? MOVED_NOT : MOVED_MISSING;
    else if (today != PEEL_PRESENT)
        d.moved = MOVED_LOST;
    else if (then != PEEL_PRESENT)
        d.moved = MOVED_FOUND;
    else if (!same_numbers(d.now, d.was) || !same_below(&d)) {
        struct tested t = test(c, &d);
        d.moved = word_of(t.comparison, d.entry->better);
        d.p = t.p, d.dispute = t.dispute;
    }
    return d;
}

/* --- In words ------------------------------------------------------------------------------------------------------ */

static void put_share(double share, struct buf *out)
{
    buf_double(out, double_tidy(share * 100));
}

/* 1,000 */
static void put_grouped(double d, struct buf *out)
{
    char text[DOUBLE_TEXT];
    size_t n = double_text(d, text);
    decimal_group((struct str){text, n}, out);
}

static bool is_one(double d) { return d >= 1 && d <= 1; }

static void measure(const struct judged *side, const struct side_org *org, const struct side_entry *e,
                    const struct side_value *v, struct buf *out)
{
    buf_double(out, v->number[0]);
    if (e->unit.s) buf_put(out, e->unit.s[0] == '%' ? "" : " ");
    if (e->unit.s && is_one(v->number[0]))
        phrase_one(e->unit, out);
    else if (e->unit.s)
        buf_str(out, e->unit);
    const struct side_value *below = e->denominator == NO_SLOT ? NULL : side_value_of(org, e->denominator);
    if (e->denominator == NO_SLOT && e->per > 0) buf_put(out, " per "), put_grouped(e->per, out);
    if (!below || below->missing || !(below->number[0] > 0)) return;
    const struct side_entry *under = &side->entries[e->denominator];
    buf_put(out, " (");
    phrase_figure(double_tidy(v->number[0] * (e->per > 0 ? e->per : 1) / below->number[0]), out);
    buf_put(out, " per ");
    struct str of = under->unit.s ? under->unit : under->title.s ? under->title : under->id;
    if (e->per > 1)
        put_grouped(e->per, out), buf_char(out, ' '), buf_str(out, of);
    else
        phrase_one(of, out);
    buf_char(out, ')');
}

void moved_value(const struct judged *side, const struct side_org *org, const struct side_entry *e,
                 const struct side_value *v, struct buf *out)
{
    if (!v || v->missing) {
        buf_put(out, phrase_missing(missing_of(v)));
        return;
    }
    switch (e->kind) {
    case EVIDENCE_MEASURE: measure(side, org, e, v, out); break;
    case EVIDENCE_ESTIMATE:
        put_share(v->number[0], out), buf_put(out, "% ± "), put_share(v->number[1], out);
        break;
    case EVIDENCE_SAMPLE:
        buf_int(out, (int64_t)v->number[1]), buf_put(out, " of "), buf_int(out, (int64_t)v->number[0]);
        buf_put(out, " ("), phrase_share((uint64_t)v->number[1], (uint64_t)v->number[0], out), buf_char(out, ')');
        break;
    default:
        put_share(v->number[0], out), buf_char(out, '%');
        if (v->number[1] > 0) buf_put(out, " of "), buf_int(out, (int64_t)v->number[1]);
        break;
    }
}
