/* bands.c: P301 to P304: do the bands of a rubric cover every value once? They are compared as intervals of numbers, by the parameters as they stand, not by their words.
 *
 * The line is cut at every bound into points and open stretches between them; on each of these every band holds throughout or not at all, so that looking at each once is exact. The line
 * is what the evidence can be: 0 to 1 for estimates and samples; a measure may be anything.
 */
#include "lint/lint.h"
#include <math.h>
#include <stdlib.h>

struct interval { double low, high; bool above, to; };

struct piece { /* of the line: a point (low is high), or the open stretch between */
    double low, high;
};

struct look {
    struct lint *lint;
    const struct decl_bands *bands;
    struct str key; /* what they are the value of */
    struct interval *list;
    struct piece *pieces; size_t piece_count;
};

static double value_of(const struct pack *pack, struct str name, double otherwise)
{
    for (size_t i = 0; name.s && i < pack->decl.parameter_count; i++)
        if (str_eq(pack->decl.parameters[i].name, name)) return pack->decl.parameters[i].value;
    return otherwise;
}

static bool is_point(const struct piece *p) { return p->low == p->high; }

/* Does the band hold on the whole piece? No bound lies inside of one. */
static bool holds(const struct interval *b, const struct piece *p)
{
    bool from = is_point(p) && b->above ? p->low > b->low : p->low >= b->low;
    bool until = is_point(p) && !b->to ? p->high < b->high : p->high <= b->high;
    return from && until;
}

static size_t holding(const struct look *k, const struct piece *p)
{
    size_t n = 0;
    for (size_t i = 0; i < k->bands->count; i++) n += holds(&k->list[i], p);
    return n;
}

static int by_number(const void *a, const void *b)
{
    double x = *(const double *)a, y = *(const double *)b;
    return (x > y) - (x < y);
}

static void cut(struct look *k, double low, double high)
{
    size_t n = 0;
    double *at = arena_alloc(k->lint->arena, (2 * k->bands->count + 2) * sizeof *at);
    at[n++] = low;
    at[n++] = high;
    for (size_t i = 0; i < k->bands->count; i++) {
        if (k->list[i].low > low && k->list[i].low < high) at[n++] = k->list[i].low;
        if (k->list[i].high > low && k->list[i].high < high) at[n++] = k->list[i].high;
    }
    qsort(at, n, sizeof *at, by_number);
    k->pieces = arena_alloc(k->lint->arena, 2 * n * sizeof *k->pieces);
    for (size_t i = 0; i < n; i++) {
        if (i && at[i] == at[i - 1]) continue;
        if (i) k->pieces[k->piece_count++] = (struct piece){at[i - 1], at[i]};
        if (isfinite(at[i])) k->pieces[k->piece_count++] = (struct piece){at[i], at[i]};
    }
}

/* --- in words ------------------------------------------------------------------------------------------------------ */

static const char *number(const struct look *k, double d)
{
    char text[DOUBLE_TEXT];
    return arena_dup(k->lint->arena, text, double_text(d, text));
}

/* The values of the pieces from `first` to `last`, which follow each other. */
static const char *values(const struct look *k, size_t first, size_t last)
{
    const struct piece *a = &k->pieces[first], *z = &k->pieces[last];
    struct arena *arena = k->lint->arena;
    bool from = isfinite(a->low), until = isfinite(z->high);
    if (first == last && is_point(a)) return arena_printf(arena, "exactly %s", number(k, a->low));
    if (!from && !until) return "any value";
    if (!from) return arena_printf(arena, "%s %s", is_point(z) ? "up to" : "below", number(k, z->high));
    const char *begin = arena_printf(arena, "%s %s", is_point(a) ? "from" : "above", number(k, a->low));
    return until ? arena_printf(arena, "%s %s %s", begin, is_point(z) ? "to" : "to below", number(k, z->high)) : begin;
}

#define NAME(band) (int)(band)->name.n, (band)->name.s

/* --- what is told --------------------------------------------------------------------------------------------------- */

static void tell_gaps(struct look *k)
{
    for (size_t i = 0; i < k->piece_count; i++) {
        size_t last = i;
        if (holding(k, &k->pieces[i])) continue;
        while (last + 1 < k->piece_count && !holding(k, &k->pieces[last + 1])) last++;
        lint_tell(k->lint, P301, k->bands->spot, k->key, "a value that lies in no band ends the rule in an error: let two bands share a bound, one with `from`, one with `below`",
                  "no band holds %.*s: %s", (int)k->bands->of.n, k->bands->of.s, values(k, i, last));
        i = last;
    }
}

static bool both(const struct look *k, size_t a, size_t b, size_t piece)
{
    return holds(&k->list[a], &k->pieces[piece]) && holds(&k->list[b], &k->pieces[piece]);
}

/* Bands are intervals, so what two have in common is one stretch. */
static void tell_overlap(struct look *k, size_t a, size_t b)
{
    const struct decl_band *one = &k->bands->list[a], *other = &k->bands->list[b];
    size_t first = 0;
    while (first < k->piece_count && !both(k, a, b, first)) first++;
    if (first == k->piece_count) return;
    size_t last = first;
    while (last + 1 < k->piece_count && both(k, a, b, last + 1)) last++;
    lint_tell(k->lint, P302, other->spot, other->name, "a value that lies in two bands ends the rule in an error: bound one of them by the other",
              "the bands %.*s and %.*s overlap: both hold %s", NAME(one), NAME(other), values(k, first, last));
}

static size_t reach(const struct look *k, size_t band)
{
    size_t n = 0;
    for (size_t p = 0; p < k->piece_count; p++) n += holds(&k->list[band], &k->pieces[p]);
    return n;
}

static bool is_masked(const struct look *k, size_t band)
{
    for (size_t p = 0; p < k->piece_count; p++)
        if (holds(&k->list[band], &k->pieces[p]) && holding(k, &k->pieces[p]) == 1) return false;
    return true;
}

static void tell_band(struct look *k, size_t i)
{
    const struct decl_band *band = &k->bands->list[i];
    if (!reach(k, i))
        lint_tell(k->lint, P303, band->spot, band->name, k->list[i].low > k->list[i].high ? "its bounds are the wrong way round" : NULL,
                  "the band %.*s holds no value that %.*s can have", NAME(band), (int)k->bands->of.n, k->bands->of.s);
    else if (is_masked(k, i))
        lint_tell(k->lint, P304, band->spot, band->name, "it can never decide: narrow the others, or leave it out",
                  "the band %.*s is masked: every value in it lies in another band too", NAME(band));
}

static void look_at(struct lint *l, struct str key, const struct decl_bands *bands)
{
    bool share = bands->kind != EVIDENCE_MEASURE;
    struct look k = {.lint = l, .bands = bands, .key = key};
    k.list = arena_alloc(l->arena, bands->count * sizeof *k.list);
    for (size_t i = 0; i < bands->count; i++) {
        const struct decl_band *b = &bands->list[i];
        k.list[i] = (struct interval){value_of(l->pack, b->low, -INFINITY), value_of(l->pack, b->high, INFINITY), b->above && b->low.s, b->to || !b->high.s};
    }
    cut(&k, share ? 0 : -INFINITY, share ? 1 : INFINITY);
    tell_gaps(&k);
    for (size_t b = 0; b < bands->count; b++)
        for (size_t a = 0; a < b; a++) tell_overlap(&k, a, b);
    for (size_t i = 0; i < bands->count; i++) tell_band(&k, i);
}

void lint_bands(struct lint *l)
{
    for (size_t a = 0; a < l->pack->area_count; a++)
        if (l->pack->areas[a].decl->bands) look_at(l, STR("ladder"), l->pack->areas[a].decl->bands);
    for (size_t c = 0; c < l->pack->characteristic_count; c++)
        if (l->pack->characteristics[c].decl->bands) look_at(l, STR("judge"), l->pack->characteristics[c].decl->bands);
}
