/* check_cohort.c: what `cohort` of pack.lua means: for each measure, who it is read against and by which lines. What is
 * not said is the engine's default (stats/outlier.h), and all of it is printed with every result. */
#include "judge/check.h"
#include "judge/complain.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define STR_NONE ((struct str){NULL, 0})

enum { MOST_PEERS = 1000, MOST_AMOUNTS = 5 };

/* --- Numbers ------------------------------------------------------------------------------------------------------ */

struct taking { /* one choice being made */
    struct check *check;
    struct spot spot;
    struct cohort_choice *choice;
    uint16_t *parameters; /* room for MOST_AMOUNTS, shared by what overrides what */
};

/* The number of an amount, where it is one that will do; else `otherwise`, and an error. `wants` says what will do. */
static double amount(const struct taking *t, const struct decl_amount *a, size_t which, bool (*good)(double),
                     const char *what, const char *wants, double otherwise)
{
    double value = a->number;
    if (a->parameter.s) {
        char needs[64];
        snprintf(needs, sizeof needs, "`%s`", what);
        int p = check_parameter(t->check, t->spot, a->parameter, needs);
        if (p < 0) return otherwise;
        value = t->check->pack->decl.parameters[p].value;
        t->parameters[which] = (uint16_t)p;
    } else
        t->parameters[which] = UINT16_MAX;
    if (good(value)) return value;
    complain(t->check->pack, t->check->diags, DIAG_ERROR, t->spot, a->parameter.s ? a->parameter : str_of(what), NULL,
             "`%s` must be %s, got %g", what, wants, value);
    return otherwise;
}

static bool is_share(double d) { return d >= 0 && d <= 1; }
static bool is_positive(double d) { return d > 0 && isfinite(d); }
static bool is_finite(double d) { return isfinite(d); }
static bool is_least(double d) { return d >= 2 && d <= 1e9 && d == rint(d); }
static bool is_count(double d) { return d >= 1 && d <= MOST_PEERS && d == rint(d); }

enum { AMOUNT_ALPHA, AMOUNT_WIDTH, AMOUNT_SHIFT, AMOUNT_FEWEST, AMOUNT_COUNT };

static void take_numbers(const struct taking *t, const struct decl_against *d)
{
    struct outlier_rules *r = &t->choice->rules;
    if (d->has_alpha)
        r->alpha = amount(t, &d->alpha, AMOUNT_ALPHA, is_share, "alpha", "a probability, from 0 to 1", r->alpha);
    if (d->has_width)
        r->width = amount(t, &d->width, AMOUNT_WIDTH, is_positive, "width", "standard deviations, above 0", r->width);
    if (d->has_log_shift)
        r->log_shift = amount(t, &d->log_shift, AMOUNT_SHIFT, is_finite, "log_shift", "a finite number", r->log_shift);
    if (d->has_fewest)
        r->fewest = (size_t)amount(t, &d->fewest, AMOUNT_FEWEST, is_least, "fewest", "a whole number, at least 2",
                                   (double)r->fewest);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

/* The index of a word among those that are known, or -1 where it is not given, or is wrong, which is told. */
static int word_of(const struct taking *t, struct str word, const char *what, const struct str *known, size_t count)
{
    if (!word.s) return -1;
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, known[i])) return (int)i;
    complain(t->check->pack, t->check->diags, DIAG_ERROR, t->spot, word,
             complain_hint(word, known, count, "it", &t->check->pack->arena), "`%s` cannot be \"%.*s\"", what,
             STR_ARG(word));
    return -1;
}

static void take_words(const struct taking *t, const struct decl_against *d)
{
    static const struct str scales[] = {{"by-test", 7}, {"raw", 3}, {"log", 3}};
    static const struct str betters[] = {{"w", 1}, {"pass", 4}};
    static const struct str deviations[] = {{"sample", 6}, {"population", 10}};
    static const struct str means[] = {{"scale", 5}, {"values", 6}};
    struct outlier_rules *r = &t->choice->rules;
    int scale = word_of(t, d->scale, "scale", scales, 3), better = word_of(t, d->better, "better", betters, 2),
        deviation = word_of(t, d->deviation, "deviation", deviations, 2), mean = word_of(t, d->mean, "mean", means, 2);
    if (scale >= 0) r->choice = (enum outlier_choice)scale;
    if (better >= 0) r->better = (enum outlier_better)better;
    if (deviation >= 0) r->divisor = (enum cohort_divisor)deviation;
    if (mean >= 0) r->mean = (enum outlier_mean)mean;
    if (d->has_inclusive) r->inclusive = d->inclusive;
}

/* --- Who ---------------------------------------------------------------------------------------------------------- */

static bool is_declared(const struct check *c, struct str measure)
{
    const struct decl_pack *d = &c->pack->decl;
    for (size_t i = 0; i < d->evidence_count[EVIDENCE_MEASURE]; i++)
        if (str_eq(d->evidence[EVIDENCE_MEASURE][i].id, measure)) return true;
    return false;
}

static void check_measure(struct check *c, struct spot spot, struct str measure, const char *what)
{
    const struct decl_pack *d = &c->pack->decl;
    size_t count = d->evidence_count[EVIDENCE_MEASURE];
    if (is_declared(c, measure)) return;
    struct str *names = arena_alloc(&c->pack->arena, (count + 1) * sizeof *names);
    for (size_t i = 0; i < count; i++) names[i] = d->evidence[EVIDENCE_MEASURE][i].id;
    complain(c->pack, c->diags, DIAG_ERROR, spot, measure,
             complain_hint(measure, names, count, "the measures", &c->pack->arena),
             "%s \"%.*s\", which `evidence` declares as no measure", what, STR_ARG(measure));
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

static const struct str *sorted_names(const struct names *names, struct arena *arena)
{
    struct str *list = arena_alloc(arena, (names->count + 1) * sizeof *list);
    if (names->count) memcpy(list, names->list, names->count * sizeof *list);
    qsort(list, names->count, sizeof *list, by_bytes);
    return list;
}

static void take_peers(const struct taking *t, const struct decl_against *d)
{
    struct cohort_choice *choice = t->choice;
    if (d->has_left_out) {
        choice->left_out = d->left_out;
        choice->left_out_count = d->left_out_count;
    }
    if (!d->has_peers) return;
    choice->peers = d->peers;
    if (d->peers == PEERS_NAMED) {
        choice->named = sorted_names(&d->named, &t->check->pack->arena);
        choice->named_count = d->named.count;
    } else if (d->peers == PEERS_SIMILAR && d->similar.s) {
        choice->similar = d->similar;
        check_measure(t->check, t->spot, d->similar, "`similar` names");
        choice->count = (uint32_t)amount(t, &d->count, AMOUNT_COUNT, is_count, "count",
                                         "a whole number of peers, from 1 to 1,000", 1);
    }
}

/* --- Choices ------------------------------------------------------------------------------------------------------ */

static void take(const struct taking *t, const struct decl_against *d)
{
    take_peers(t, d);
    take_words(t, d);
    take_numbers(t, d);
}

static const struct decl_against *apart_of(const struct decl_cohort *d, struct str measure)
{
    for (size_t i = 0; i < d->apart_count; i++)
        if (str_eq(d->apart[i].measure, measure)) return &d->apart[i];
    return NULL;
}

/* Those of the parameters that the last word came from, once each. */
static void note_parameters(struct cohort_choice *choice, const uint16_t *from, struct arena *arena)
{
    uint16_t *list = arena_alloc(arena, MOST_AMOUNTS * sizeof *list);
    for (size_t i = 0; i < MOST_AMOUNTS; i++) {
        bool count = i != AMOUNT_COUNT || choice->peers == PEERS_SIMILAR;
        if (from[i] != UINT16_MAX && count) list[choice->parameter_count++] = from[i];
    }
    choice->parameters = list;
}

static void choose(struct check *c, struct str measure, struct cohort_choice *choice)
{
    const struct decl_cohort *d = &c->pack->decl.cohort;
    const struct decl_against *apart = apart_of(d, measure);
    uint16_t parameters[MOST_AMOUNTS];
    memset(parameters, 0xff, sizeof parameters);
    *choice = (struct cohort_choice){.measure = measure, .peers = PEERS_ALL, .rules = outlier_rules_default};
    check_measure(c, d->spot, measure, "`cohort` reads");
    struct taking t = {c, d->spot, choice, parameters};
    take(&t, &d->all);
    if (apart) t.spot = apart->spot, take(&t, apart);
    note_parameters(choice, parameters, &c->pack->arena);
}

static void check_apart(struct check *c, const struct decl_against *apart)
{
    const struct decl_cohort *d = &c->pack->decl.cohort;
    for (size_t i = 0; i < d->measures.count; i++)
        if (str_eq(d->measures.list[i], apart->measure)) return;
    complain(
        c->pack, c->diags, DIAG_ERROR, apart->spot, apart->measure,
        complain_hint(apart->measure, d->measures.list, d->measures.count, "the measures of `cohort`", &c->pack->arena),
        "`apart` says how to read \"%.*s\", which is not among the measures of `cohort`", STR_ARG(apart->measure));
}

void check_cohort(struct check *c)
{
    const struct decl_cohort *d = &c->pack->decl.cohort;
    struct cohort_choice *choices = arena_zero(&c->pack->arena, d->measures.count + 1, sizeof *choices);
    for (size_t i = 0; i < d->apart_count; i++) check_apart(c, &d->apart[i]);
    for (size_t i = 0; i < d->measures.count; i++) {
        size_t errors = c->diags->errors;
        choose(c, d->measures.list[i], &choices[i]);
        if (c->diags->errors > errors && i == 0) break; /* what is wrong for all is told once */
    }
    c->pack->cohort = (struct cohort_plan){choices, d->measures.count};
}
