/* check_cohort.c: what `cohort` of pack.lua means: for each measure, who it is read against and by which lines. What is
 * not said is the engine's default (stats/outlier.h), and all of it is printed with every result. */
#include "judge/check.h"
#include "judge/complain.h"
#include "stats/words.h"
#include <math.h>
#include <stdio.h>
#include <stdlib.h>

#define STR_NONE ((struct str){NULL, 0})

enum { MOST_PEERS = 1000 };

/* --- Numbers ------------------------------------------------------------------------------------------------------ */

struct taking { /* one choice being made */
    struct check *check;
    const struct decl_against *from;
    struct cohort_choice *choice;
    uint16_t *parameters; /* of each against_key, UINT16_MAX: none; what is said apart overrides */
};

/* Where one of its keys stands. */
static struct spot spot_of(const struct taking *t, enum against_key key)
{
    const struct decl_against *d = t->from;
    return d->lines ? (struct spot){d->spot.file, d->lines[key]} : d->spot;
}

/* The number of an amount, where it is one that will do; else `otherwise`, and an error. `wants` says what will do. */
static double amount(const struct taking *t, const struct decl_amount *a, enum against_key key, bool (*good)(double),
                     const char *what, const char *wants, double otherwise)
{
    double value = a->number;
    const char *from = "";
    if (a->parameter.s) {
        char needs[64];
        snprintf(needs, sizeof needs, "`%s`", what);
        int p = check_parameter(t->check, spot_of(t, key), a->parameter, needs);
        if (p < 0) return otherwise;
        value = t->check->pack->decl.parameters[p].value;
        t->parameters[key] = (uint16_t)p;
        from = arena_printf(&t->check->pack->arena, " from the parameter `%.*s`", STR_ARG(a->parameter));
    } else
        t->parameters[key] = UINT16_MAX;
    if (good(value)) return value;
    complain(t->check->pack, t->check->diags, DIAG_ERROR, spot_of(t, key), a->parameter.s ? a->parameter : str_of(what),
             NULL, "`%s` must be %s, got %g%s", what, wants, value, from);
    return otherwise;
}

static bool is_share(double d) { return d >= 0 && d <= 1; }
static bool is_positive(double d) { return d > 0 && isfinite(d); }
static bool is_finite(double d) { return isfinite(d); }
static bool is_least(double d) { return d >= 2 && d <= 1e9 && d == rint(d); }
static bool is_count(double d) { return d >= 1 && d <= MOST_PEERS && d == rint(d); }

static void take_numbers(const struct taking *t)
{
    const struct decl_against *d = t->from;
    struct outlier_rules *r = &t->choice->rules;
    if (d->has_alpha)
        r->alpha = amount(t, &d->alpha, AGAINST_ALPHA, is_share, "alpha", "a probability, from 0 to 1", r->alpha);
    if (d->has_width)
        r->width = amount(t, &d->width, AGAINST_WIDTH, is_positive, "width", "a number of standard deviations, above 0",
                          r->width);
    if (d->has_log_shift)
        r->log_shift =
            amount(t, &d->log_shift, AGAINST_LOG_SHIFT, is_finite, "log_shift", "a finite number", r->log_shift);
    if (d->has_fewest)
        r->fewest = (size_t)amount(t, &d->fewest, AGAINST_FEWEST, is_least, "fewest", "a whole number, at least 2",
                                   (double)r->fewest);
}

/* --- Words -------------------------------------------------------------------------------------------------------- */

/* "\"raw\" or \"log\"" */
static const char *choices_of(const struct str *known, size_t count, struct arena *arena)
{
    const char *list = "it is";
    for (size_t i = 0; i < count; i++)
        list = arena_printf(arena, "%s%s \"%.*s\"", list, i == 0 ? "" : i + 1 < count ? "," : " or", STR_ARG(known[i]));
    return list;
}

typedef const char *words(int i);
static const char *scale_word(int i) { return outlier_choice_name((enum outlier_choice)i); }
static const char *better_word(int i) { return outlier_better_name((enum outlier_better)i); }
static const char *deviation_word(int i) { return numbers_divisor_name((enum numbers_divisor)i); }
static const char *mean_word(int i) { return outlier_mean_name((enum outlier_mean)i); }

enum { MOST_WORDS = 8 };

static size_t list_words(words *at, struct str *known)
{
    size_t count = 0;
    while (count < MOST_WORDS && at((int)count)) known[count] = str_of(at((int)count)), count++;
    return count;
}

/* The place of a word in its enumeration, or -1 where it is not given, or is wrong, which is told. */
static int word_of(const struct taking *t, struct str word, enum against_key key, const char *what, words *at)
{
    struct str known[MOST_WORDS];
    struct arena *arena = &t->check->pack->arena;
    if (!word.s) return -1;
    size_t count = list_words(at, known);
    for (size_t i = 0; i < count; i++)
        if (str_eq(word, known[i])) return (int)i;
    complain(t->check->pack, t->check->diags, DIAG_ERROR, spot_of(t, key), word,
             str_nearest(word, known, count) >= 0 ? complain_hint(word, known, count, "", arena)
                                                  : choices_of(known, count, arena),
             "`%s` cannot be \"%.*s\"", what, STR_ARG(word));
    return -1;
}

static void take_words(const struct taking *t)
{
    const struct decl_against *d = t->from;
    struct outlier_rules *r = &t->choice->rules;
    int scale = word_of(t, d->scale, AGAINST_SCALE, "scale", scale_word),
        better = word_of(t, d->better, AGAINST_BETTER, "better", better_word),
        deviation = word_of(t, d->deviation, AGAINST_DEVIATION, "deviation", deviation_word),
        mean = word_of(t, d->mean, AGAINST_MEAN, "mean", mean_word);
    if (scale >= 0) r->choice = (enum outlier_choice)scale;
    if (better >= 0) r->better = (enum outlier_better)better;
    if (deviation >= 0) r->divisor = (enum numbers_divisor)deviation;
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

static void take_peers(const struct taking *t)
{
    const struct decl_against *d = t->from;
    struct cohort_choice *choice = t->choice;
    if (d->has_left_out) {
        choice->left_out = d->left_out;
        choice->left_out_count = d->left_out_count;
    }
    if (!d->has_peers) return;
    choice->peers = d->peers;
    choice->named = NULL, choice->named_count = 0; /* what was said for all no longer holds */
    choice->similar = STR_NONE, choice->count = 0;
    if (d->peers == PEERS_NAMED) {
        choice->named = sorted_names(&d->named, &t->check->pack->arena);
        choice->named_count = d->named.count;
    } else if (d->peers == PEERS_SIMILAR && d->similar.s) {
        choice->similar = d->similar;
        check_measure(t->check, spot_of(t, AGAINST_PEERS), d->similar, "`similar` names");
        choice->count = (uint32_t)amount(t, &d->count, AGAINST_PEERS, is_count, "count",
                                         "a whole number of peers, from 1 to 1,000", 1);
    }
}

/* What is said here replaces what was said for all, to its parameter. */
static void take_unless(const struct taking *t)
{
    const struct decl_against *d = t->from;
    if (!d->has_unless) return;
    t->choice->unless = (struct cohort_unless){.measure = d->unless, .above = d->above, .because = d->because};
    t->parameters[AGAINST_UNLESS] = UINT16_MAX;
    if (!d->unless.s) return;
    check_measure(t->check, spot_of(t, AGAINST_UNLESS), d->unless, "`unless` names");
    t->choice->unless.limit =
        amount(t, &d->limit, AGAINST_UNLESS, is_finite, d->above ? "above" : "below", "a finite number", 0);
}

/* --- Choices ------------------------------------------------------------------------------------------------------ */

/* Lines that need more than there can be are never drawn, and nobody would ever have evidence. */
static void check_enough(const struct taking *t)
{
    const struct cohort_choice *c = t->choice;
    size_t most = c->peers == PEERS_NAMED     ? c->named_count
                  : c->peers == PEERS_SIMILAR ? (size_t)c->count + 1
                                              : SIZE_MAX;
    if (most >= c->rules.fewest) return;
    complain(t->check->pack, t->check->diags, DIAG_ERROR, spot_of(t, AGAINST_PEERS), STR("peers"),
             "take more of them, or set `fewest` lower",
             "`peers` are %zu at most%s, and no lines are drawn of fewer than %zu (`fewest`)", most,
             c->peers == PEERS_SIMILAR ? ", with itself" : "", c->rules.fewest);
}

static void take(const struct taking *t)
{
    size_t errors = t->check->diags->errors;
    take_peers(t);
    take_unless(t);
    take_words(t);
    take_numbers(t);
    if (t->check->diags->errors == errors) check_enough(t);
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
    uint16_t *list = arena_alloc(arena, AGAINST_KEYS * sizeof *list);
    for (size_t i = 0; i < AGAINST_KEYS; i++) {
        bool count = i != AGAINST_PEERS || choice->peers == PEERS_SIMILAR;
        if (from[i] != UINT16_MAX && count) list[choice->parameter_count++] = from[i];
    }
    choice->parameters = list;
}

struct choice_of_all { /* what holds where nothing is said apart */
    struct cohort_choice choice;
    uint16_t parameters[AGAINST_KEYS];
};

/* Once: what is wrong for all is told once. */
static void choose_all(struct check *c, struct choice_of_all *all)
{
    memset(all->parameters, 0xff, sizeof all->parameters);
    all->choice = (struct cohort_choice){.peers = PEERS_ALL, .rules = outlier_rules_default};
    take(&(struct taking){c, &c->pack->decl.cohort.all, &all->choice, all->parameters});
}

static void choose(struct check *c, struct choice_of_all all, struct str measure, struct cohort_choice *choice)
{
    const struct decl_cohort *d = &c->pack->decl.cohort;
    const struct decl_against *apart = apart_of(d, measure);
    *choice = all.choice;
    choice->measure = measure;
    check_measure(c, d->spot, measure, "`cohort` reads");
    if (apart) take(&(struct taking){c, apart, choice, all.parameters});
    note_parameters(choice, all.parameters, &c->pack->arena);
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
    struct choice_of_all all;
    if (!d->given) return;
    choose_all(c, &all);
    for (size_t i = 0; i < d->apart_count; i++) check_apart(c, &d->apart[i]);
    for (size_t i = 0; i < d->measures.count; i++) choose(c, all, d->measures.list[i], &choices[i]);
    c->pack->cohort = (struct cohort_plan){choices, d->measures.count};
}
