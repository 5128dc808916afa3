/* consistency.c: see consistency.h. */
#include "cohort/consistency.h"
#include <math.h>
#include <strings.h>

#define VALUE_ROUNDING 1e-9 /* what rounding alone may make of a value, as a share of it: no figure shows it */

/* --- A value and its unit --- */

static bool is_letter(char c) { return (c | 32) >= 'a' && (c | 32) <= 'z'; }

/* Of one of the words, or of one that begins so? */
static bool speaks_of(struct str text, const char *const *words)
{
    for (; *words; words++)
        for (size_t i = 0, n = strlen(*words); i + n <= text.n; i++)
            if (strncasecmp(text.s + i, *words, n) == 0 && (i == 0 || !is_letter(text.s[i - 1]))) return true;
    return false;
}

static bool tells_of(const struct entry *e, const char *const *words)
{
    return speaks_of(e->id, words) || speaks_of(e->title, words) || speaks_of(e->unit, words);
}

/* What lies between two numbers. */
static const char *const DIFFERENCES[] = {"change", "differen", "growth", "increase", "decrease", "trend", "point", NULL};
/* What else may be below zero. */
static const char *const SIGNED[] = {"balance", "surplus", "deficit", "profit", "net", "percent", "per cent", "%", "index", "score", "degree",
                                     "pound", "euro", "dollar", "£", "€", "$", "GBP", "EUR", "USD", NULL};

static bool names_things(const struct entry *e) { return e->unit.n > 0 && !tells_of(e, DIFFERENCES) && !tells_of(e, SIGNED); }

static bool divides_others(const struct catalogue *measures, uint32_t slot)
{
    for (size_t i = 0; i < measures->count; i++)
        if (measures->entries[i].denominator == slot) return true;
    return false;
}

/* A share of a balance may be below zero as well. */
static bool counts(const struct catalogue *measures, uint32_t slot)
{
    const struct entry *e = &measures->entries[slot];
    if (divides_others(measures, slot)) return true;
    return e->denominator != NO_SLOT ? !tells_of(e, DIFFERENCES) && !tells_of(e, SIGNED) : names_things(e);
}

/* "percent", "percent of crimes"; not "percentage points". */
static bool is_percent(struct str unit)
{
    static const char *const words[] = {"percent", "per cent", "%"};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (unit.n >= n && memcmp(unit.s, words[i], n) == 0 && (unit.n == n || unit.s[n] == ' ')) return true;
    }
    return false;
}

enum oddity oddity_of(const struct dataset *dataset, uint32_t slot, double value)
{
    const struct catalogue *measures = &dataset->catalogues[EVIDENCE_MEASURE];
    const struct entry *e = &measures->entries[slot];
    if (value < 0) return counts(measures, slot) ? ODDITY_BELOW_ZERO : ODDITY_NONE;
    return value > 100 && e->denominator == NO_SLOT && is_percent(e->unit) && !tells_of(e, DIFFERENCES) ? ODDITY_ABOVE_ALL : ODDITY_NONE;
}

/* --- Sums --- */

void adding_add(struct adding *a, double part)
{
    double sum = a->sum + part;
    a->lost += fabs(a->sum) >= fabs(part) ? (a->sum - sum) + part : (part - sum) + a->sum;
    a->sum = sum;
    a->size += fabs(part);
}

double adding_sum(const struct adding *a) { return a->sum + a->lost; }

bool adding_agrees(const struct adding *a, double total, double allowed)
{
    return !(fabs(adding_sum(a) - total) > allowed + VALUE_ROUNDING * fmax(a->size, fabs(total)));
}

bool parts_disagree(const struct dataset *dataset, const struct org *org, uint32_t slot, struct parts_sum *of)
{
    const struct entry *e = &dataset->catalogues[EVIDENCE_MEASURE].entries[slot];
    const struct measure *total = &org->measures[slot];
    struct adding adding = {0};
    if (e->part_count == 0 || total->is.missing != PEEL_PRESENT) return false;
    *of = (struct parts_sum){total->value.value, 0, e->parts_within * fabs(total->value.value)};
    for (size_t i = 0; i < e->part_count; i++) {
        const struct measure *part = &org->measures[e->parts[i]];
        if (part->is.missing != PEEL_PRESENT) return false;
        adding_add(&adding, part->value.value);
    }
    of->sum = adding_sum(&adding);
    return !adding_agrees(&adding, of->total, of->allowed);
}

enum change change_of(double now, double before, double factor)
{
    double times = fabs(now) / fabs(before), most = factor * (1 + VALUE_ROUNDING);
    if (now == before) return CHANGE_WITHIN;
    if (before == 0) return CHANGE_FROM_ZERO;
    if (now == 0) return CHANGE_TO_ZERO;
    if (signbit(now) != signbit(before)) return CHANGE_OF_SIGN;
    return times > most || times * most < 1 ? CHANGE_BEYOND : CHANGE_WITHIN;
}
