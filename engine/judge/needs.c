/* needs.c: choosing, and telling what was chosen. The sentence on one comparison is in failing.c. */
#include "judge/needs.h"
#include "data/phrase.h"
#include "judge/failing.h"
#include "judge/raise.h"
#include <math.h>

/* --- choosing -------------------------------------------------------------------------------------- */

struct choice {
    const struct ladder *l;
    const struct rung *rung;
    struct board trial;
    uint32_t area, first, count;
    bool *chosen;
};

static int price(int outcome)
{
    static const signed char prices[PEEL_OUTCOMES] = {
        [PEEL_MET] = -1,        [PEEL_PARTLY_MET] = 0, [PEEL_NOT_MET] = 1, [PEEL_NOT_APPLICABLE] = -1,
        [PEEL_NO_EVIDENCE] = 2, [PEEL_ERROR] = -1,     [PEEL_LIMIT] = -1,
    };
    return prices[outcome];
}

static bool at_level(const struct choice *x, uint32_t i, int level)
{
    return level < 0 || x->trial.shape->level[x->first + i] == level;
}

/* Meets the cheapest characteristic of the level that is not met (only those without evidence where `lacking`); false
 * where there is none. */
static bool meet_one(struct choice *x, int level, bool lacking)
{
    uint32_t best = NO_SLOT;
    for (uint32_t i = 0; i < x->count; i++) {
        int p = price(x->trial.outcome[x->first + i]);
        if (p < 0 || !at_level(x, i, level) || (lacking && p != 2)) continue;
        int q = best == NO_SLOT ? 3 : price(x->trial.outcome[x->first + best]);
        const double *weight = x->trial.shape->weight + x->first;
        if (p < q || (p == q && weight[i] > weight[best])) best = i;
    }
    if (best == NO_SLOT) return false;
    x->trial.outcome[x->first + best] = PEEL_MET;
    return x->chosen[best] = true;
}

static struct footing footing(const struct choice *x) { return ladder_footing(x->l, &x->trial, x->area); }

static bool reached(const struct choice *x)
{
    struct footing f = footing(x);
    return ladder_enough(x->l, &f) && ladder_share_reached(x->rung, f.share) &&
           ladder_beyond_reached(x->rung, &x->trial, x->area);
}

/* Takes back what was not needed after all, the dearest first. */
static void prune(struct choice *x, const struct board *b, const bool *forced)
{
    for (int p = 2; p >= 0; p--)
        for (uint32_t i = x->count; i-- > 0;) {
            if (!x->chosen[i] || (forced && forced[i])) continue;
            uint32_t c = x->first + i;
            if (price(b->outcome[c]) != p) continue;
            x->trial.outcome[c] = b->outcome[c];
            x->chosen[i] = !reached(x);
            if (x->chosen[i]) x->trial.outcome[c] = PEEL_MET;
        }
}

bool needs_choose(const struct ladder *l, const struct board *b, uint32_t area, const struct rung *rung,
                  const bool *forced, uint8_t *outcomes, bool *chosen)
{
    uint32_t first = b->shape->area_start[area], count = b->shape->area_start[area + 1] - first;
    struct choice x = {l, rung, *b, area, first, count, chosen};
    x.trial.outcome = outcomes;
    for (uint32_t i = 0; i < count; i++) {
        chosen[i] = forced && forced[i];
        outcomes[first + i] = chosen[i] ? PEEL_MET : b->outcome[first + i];
    }
    uint32_t met = 0;
    struct footing f = footing(&x);
    for (; !ladder_enough(l, &f); f = footing(&x), met++)
        if (!meet_one(&x, l->standard, true)) return false;
    for (; !ladder_share_reached(rung, f.share); f = footing(&x), met++)
        if (!meet_one(&x, l->standard, false)) return false;
    for (; !ladder_beyond_reached(rung, &x.trial, area); met++)
        if (!meet_one(&x, rung->grade, false)) return false;
    if (met > 1) prune(&x, b, forced); /* one alone was needed */
    return true;
}

uint32_t needs_alone(const struct ladder *l, const struct board *b, uint32_t area, const struct rung *rung,
                     const bool *forced, const bool *chosen, uint8_t *outcomes)
{
    uint32_t first = b->shape->area_start[area], count = b->shape->area_start[area + 1] - first, several = 0;
    struct choice x = {l, rung, *b, area, first, count, NULL};
    x.trial.outcome = outcomes;
    memcpy(outcomes + first, b->outcome + first, count);
    for (uint32_t i = 0; i < count; i++) {
        if (forced && forced[i]) return NO_SLOT;
        several += chosen[i];
    }
    for (uint32_t i = 0; several > 1 && i < count; i++) {
        if (chosen[i] || price(b->outcome[first + i]) != price(PEEL_NOT_MET)) continue;
        outcomes[first + i] = PEEL_MET;
        if (reached(&x)) return i;
        outcomes[first + i] = b->outcome[first + i];
    }
    return NO_SLOT;
}

/* Gives evidence to the heaviest, or lightest, of the standard that has none. */
static bool hear_one(struct choice *x, bool heaviest)
{
    const double *weight = x->trial.shape->weight + x->first;
    uint32_t best = NO_SLOT;
    for (uint32_t i = 0; i < x->count; i++) {
        if (x->trial.outcome[x->first + i] != PEEL_NO_EVIDENCE || !at_level(x, i, x->l->standard)) continue;
        if (best == NO_SLOT || (heaviest ? weight[i] > weight[best] : weight[i] < weight[best])) best = i;
    }
    if (best != NO_SLOT) x->trial.outcome[x->first + best] = PEEL_MET;
    return best != NO_SLOT;
}

static uint32_t hear(struct choice *x, const struct board *b, bool heaviest)
{
    uint32_t heard = 0;
    memcpy(x->trial.outcome + x->first, b->outcome + x->first, x->count);
    for (struct footing f = footing(x); !ladder_enough(x->l, &f); f = footing(x), heard++)
        if (!hear_one(x, heaviest)) return 0;
    return heard;
}

struct lack needs_evidence(const struct ladder *l, const struct board *b, uint32_t area, uint8_t *outcomes)
{
    uint32_t first = b->shape->area_start[area], count = b->shape->area_start[area + 1] - first;
    struct choice x = {l, NULL, *b, area, first, count, NULL};
    struct lack lack = {0, 0, 0};
    x.trial.outcome = outcomes;
    lack.least = hear(&x, b, true);
    lack.most = hear(&x, b, false);
    for (uint32_t i = 0; i < count; i++)
        lack.of += b->outcome[first + i] == PEEL_NO_EVIDENCE && at_level(&x, i, l->standard);
    return lack;
}

/* --- telling ---------------------------------------------------------------------------------------- */

struct tell {
    const struct needs *n;
    const struct telling *t;
    struct area_result *r;
    uint32_t area, first, count;
};

static void end(struct tell *w, uint32_t characteristic)
{
    w->r->needs[w->r->need_count++] = (struct need){telling_take(w->t), characteristic};
}

static int outcome_of(const struct tell *w, uint32_t i) { return w->t->board->outcome[w->first + i]; }

static bool concerns(const struct tell *w, uint32_t i)
{
    return raise_concerns(w->t->pack->characteristics[w->first + i].decl, outcome_of(w, i));
}

static bool at_standard(const struct tell *w, uint32_t i)
{
    int standard = w->t->ladder->standard;
    return standard < 0 || w->t->pack->shape.level[w->first + i] == standard;
}

static void tell_one(struct tell *w, uint32_t i)
{
    uint32_t c = w->first + i;
    failing_tell(w->t, c);
    if (concerns(w, i)) buf_put(w->t->buf, "; its cause of concern must go");
    end(w, c);
}

static bool chosen_of(const struct tell *w, uint32_t i, int level)
{
    return w->n->chosen[i] && (level < 0 || w->t->pack->shape.level[w->first + i] == level);
}

static size_t chosen_at(const struct tell *w, int level)
{
    size_t n = 0;
    for (uint32_t i = 0; i < w->count; i++) n += chosen_of(w, i, level);
    return n;
}

/* Those chosen of a level, by price. Causes of concern were told before. Answers how many there were. */
static size_t tell_chosen(struct tell *w, int level)
{
    size_t all = 0, priced[3] = {0, 0, 0};
    for (uint32_t i = 0; i < w->count; i++) {
        if (!chosen_of(w, i, level)) continue;
        int p = price(outcome_of(w, i));
        if (p >= 0) priced[p]++;
        all++;
    }
    for (int p = 0; p <= 2; p++)
        for (uint32_t i = 0; priced[p] && i < w->count; i++) {
            if (!chosen_of(w, i, level) || price(outcome_of(w, i)) != p) continue;
            priced[p]--;
            if (!concerns(w, i)) tell_one(w, i);
        }
    return all;
}

static void tell_level(struct tell *w, int level, double share, double asked, struct str name)
{
    struct buf *b = w->t->buf;
    size_t more = chosen_at(w, level);
    telling_count(w->t, more);
    buf_put(b, more == 1 ? " more characteristic of " : " more characteristics of ");
    if (level >= 0)
        telling_grade(w->t, level);
    else
        buf_put(b, "this area");
    buf_put(b, isnan(share) ? " met: none has evidence" : " met: share ");
    if (!isnan(share)) telling_share(w->t, share, asked);
    buf_put(b, ", ");
    telling_percent(w->t, asked);
    buf_put(b, " asked for");
    telling_name(w->t, name);
    end(w, NO_SLOT);
}

/* A cap below the target that holds; or will, since it rests on a characteristic that is to be met. */
static bool bars(const struct tell *w, size_t i, int target)
{
    const struct cap *cap = &w->r->area->caps[i];
    if (cap->at >= target) return false;
    if (w->n->holds[i] || cap->characteristic == NO_SLOT) return w->n->holds[i];
    return cap->outcome == PEEL_MET && w->n->chosen[cap->characteristic - w->first];
}

static void tell_caps(struct tell *w, int target)
{
    for (size_t i = 0; i < w->r->area->cap_count; i++) {
        const struct cap *cap = &w->r->area->caps[i];
        if (!bars(w, i, target)) continue;
        struct buf *b = w->t->buf;
        buf_put(b, "the cap ");
        buf_str(b, cap->decl->id);
        buf_put(b, " must be lifted: ");
        buf_str(b, cap->decl->because);
        end(w, cap->characteristic);
    }
}

/* Concerns must go; so must what a cap rests on. */
static void force(const struct tell *w, int target)
{
    bool concern_counts =
        w->t->ladder->concern >= 0 && w->t->ladder->concern < target && w->t->board->concerns[w->area];
    memset(w->n->forced, 0, w->count * sizeof *w->n->forced);
    for (uint32_t i = 0; concern_counts && i < w->count; i++)
        w->n->forced[i] = outcome_of(w, i) != PEEL_MET && concerns(w, i);
    for (size_t k = 0; k < w->r->area->cap_count; k++) {
        const struct cap *cap = &w->r->area->caps[k];
        if (w->n->holds[k] && cap->at < target && cap->characteristic != NO_SLOT && cap->outcome != PEEL_MET)
            w->n->forced[cap->characteristic - w->first] = true;
    }
}

static void tell_concerns(struct tell *w)
{
    for (uint32_t i = 0; w->t->board->concerns[w->area] && i < w->count; i++)
        if (concerns(w, i)) tell_one(w, i);
}

/* One that is dearer, and would have done by itself: not to be passed over in silence. */
static void tell_alone(struct tell *w, const struct rung *rung)
{
    uint32_t i = needs_alone(w->t->ladder, w->t->board, w->area, rung, w->n->forced, w->n->chosen, w->n->scratch);
    if (i == NO_SLOT) return;
    buf_put(w->t->buf, "or, instead of these, one alone: ");
    failing_tell(w->t, w->first + i);
    end(w, NO_SLOT); /* not one of those that are all needed */
}

static void tell_rung(struct tell *w, const struct rung *rung)
{
    const struct ladder *l = w->t->ladder;
    const struct board *b = w->t->board;
    force(w, rung->grade);
    if (!needs_choose(l, b, w->area, rung, w->n->forced, w->n->scratch, w->n->chosen)) return;
    w->r->next = rung->grade;
    if (l->concern >= 0 && l->concern < rung->grade) tell_concerns(w);
    double share = board_share(b, w->area, l->standard);
    if (!ladder_share_reached(rung, share)) tell_level(w, l->standard, share, rung->share, rung->share_name);
    size_t left = chosen_at(w, -1);
    left -= tell_chosen(w, l->standard);
    if (l->standard >= 0 && rung->grade != l->standard) {
        if (!ladder_beyond_reached(rung, b, w->area))
            tell_level(w, rung->grade, board_share(b, w->area, rung->grade), rung->beyond, rung->beyond_name);
        for (int level = 0; left && level < (int)w->t->pack->shape.grades; level++)
            if (level != l->standard) left -= tell_chosen(w, level);
    }
    tell_alone(w, rung);
    tell_caps(w, rung->grade);
}

/* --- evidence alone ------------------------------------------------------------------------------------ */

static void tell_enough(const struct tell *w)
{
    const struct ladder *l = w->t->ladder;
    buf_put(w->t->buf, ": ");
    telling_share(w->t, board_evidenced(w->t->board, w->area, l->standard), l->enough);
    buf_put(w->t->buf, " of the weight has it, ");
    telling_percent(w->t, l->enough);
    buf_put(w->t->buf, " is needed");
    telling_name(w->t, l->enough_name);
}

/* How many of those that are listed would do; nothing where it is all of them, or they would not do. */
static void tell_lack(struct tell *w)
{
    const struct ladder *l = w->t->ladder;
    struct lack lack = needs_evidence(l, w->t->board, w->area, w->n->scratch);
    struct buf *b = w->t->buf;
    if (lack.least == 0 || lack.least == lack.of) return;
    buf_put(b, lack.least == lack.most ? "evidence on any " : "evidence on ");
    telling_count(w->t, lack.least);
    if (lack.least != lack.most) buf_put(b, " to "), telling_count(w->t, lack.most);
    buf_put(b, " of ");
    telling_count(w->t, lack.of);
    buf_put(b, lack.least == lack.most ? " characteristics" : " characteristics, as they weigh");
    if (l->enough > 0) tell_enough(w);
    end(w, NO_SLOT);
}

static void put_banded(const struct tell *w, const struct decl_bands *bands)
{
    uint32_t slot = catalogue_find(&w->t->dataset->catalogues[bands->kind], bands->of);
    buf_str(w->t->buf, slot == NO_SLOT ? bands->of : phrase_title(w->t->dataset, bands->kind, slot));
    buf_put(w->t->buf, ": ");
    phrase_value(w->t->dataset, w->t->org, bands->kind, slot, w->t->buf);
}

/* For an area without enough evidence: how much is lacking, then all that is missing of the standard. Which grade it
 * would give, nobody can say. Where there is enough, it is the number of the bands that is missing, or something that a
 * function asked for: `why` has its words. */
static void tell_missing(struct tell *w)
{
    const struct ladder *l = w->t->ladder;
    bool enough = ladder_may_ask(l, w->t->board, w->area) && ladder_function(w->t->pack, w->area) >= 0;
    if (enough && w->r->area->decl->bands) put_banded(w, w->r->area->decl->bands), end(w, NO_SLOT);
    if (enough) return;
    tell_lack(w);
    for (uint32_t i = 0; i < w->count; i++)
        if (outcome_of(w, i) == PEEL_NO_EVIDENCE && at_standard(w, i)) tell_one(w, i);
}

/* --- a function ------------------------------------------------------------------------------------------ */

static int ask(const struct tell *w) { return w->n->asking.ask(w->n->asking.context, w->area); }

static bool open_to(const struct tell *w, uint32_t i) { return price(outcome_of(w, i)) >= 0; }

/* The lowest better grade that one characteristic would give, and which one; -1: none. */
static int ask_singly(struct tell *w, uint32_t *which)
{
    int best = -1;
    for (int p = 0; p <= 2; p++)
        for (uint32_t i = 0; i < w->count; i++) {
            uint8_t *outcome = &w->n->outcomes[w->first + i], was = *outcome;
            if (price(was) != p) continue;
            *outcome = PEEL_MET;
            int grade = ask(w);
            *outcome = was;
            if (grade > w->r->uncapped && (best < 0 || grade < best)) best = grade, *which = i;
        }
    return best;
}

static int ask_all(struct tell *w)
{
    uint8_t *at = w->n->outcomes + w->first;
    memcpy(w->n->scratch + w->first, at, w->count);
    for (uint32_t i = 0; i < w->count; i++)
        if (open_to(w, i)) at[i] = PEEL_MET;
    int grade = ask(w);
    memcpy(at, w->n->scratch + w->first, w->count);
    return grade > w->r->uncapped ? grade : -1;
}

/* Tells of what is to be met, and of the caps that stand between. */
static void tell_met(struct tell *w, int grade)
{
    w->r->next = grade;
    for (uint32_t i = 0; i < w->count; i++)
        if (w->n->chosen[i]) tell_one(w, i);
    tell_caps(w, grade);
}

/* --- bands ------------------------------------------------------------------------------------------------ */

/* The band of the lowest grade above one; NULL: there is none. */
static const struct decl_band *band_above(const struct tell *w, const struct decl_bands *bands, int grade, int *found)
{
    const struct decl_band *best = NULL;
    for (size_t i = 0; i < bands->count; i++) {
        int g = pack_grade_named(w->t->pack, bands->list[i].name);
        if (g > grade && (!best || g < *found)) best = &bands->list[i], *found = g;
    }
    return best;
}

static void put_bound(const struct tell *w, const char *word, struct str name)
{
    const struct decl_pack *d = &w->t->pack->decl;
    for (size_t i = 0; name.s && i < d->parameter_count; i++) {
        if (!str_eq(d->parameters[i].name, name)) continue;
        buf_put(w->t->buf, word);
        if (d->parameters[i].unit.s && str_is(d->parameters[i].unit, "share"))
            telling_percent(w->t, d->parameters[i].value);
        else
            buf_double(w->t->buf, d->parameters[i].value);
        telling_name(w->t, name);
    }
}

/* The number itself must move; no outcome does it. */
static void tell_band(struct tell *w, const struct decl_bands *bands)
{
    int grade = w->r->uncapped;
    const struct decl_band *b = NULL;
    if (grade <= w->r->computed && !(b = band_above(w, bands, w->r->computed, &grade))) return;
    w->r->next = grade;
    if (w->t->ladder->concern >= 0 && w->t->ladder->concern < grade) tell_concerns(w);
    memset(w->n->chosen, 0, w->count * sizeof *w->n->chosen);
    if (b) {
        put_banded(w, bands);
        put_bound(w, b->above ? ", above " : ", at least ", b->low);
        put_bound(w, b->low.s ? (b->to ? " and at most " : " and below ") : b->to ? ", at most " : ", below ", b->high);
        buf_put(w->t->buf, " needed");
        end(w, NO_SLOT);
    }
    tell_caps(w, grade);
}

static void tell_function(struct tell *w)
{
    uint32_t which = 0;
    int grade = w->r->uncapped;
    memset(w->n->chosen, 0, w->count * sizeof *w->n->chosen);
    if (grade > w->r->computed) { /* caps alone stand in the way */
        tell_met(w, grade);
        return;
    }
    if (grade + 1 >= (int)w->t->pack->shape.grades) return;
    if ((grade = ask_singly(w, &which)) >= 0)
        w->n->chosen[which] = true;
    else if ((grade = ask_all(w)) >= 0)
        for (uint32_t i = 0; i < w->count; i++) w->n->chosen[i] = open_to(w, i);
    if (grade >= 0) tell_met(w, grade);
}

void needs_tell(const struct needs *n, uint32_t area, struct area_result *r)
{
    const struct telling *t = n->t;
    struct tell w = {n, t, r, area, t->pack->shape.area_start[area], 0};
    w.count = t->pack->shape.area_start[area + 1] - w.first;
    r->next = -1;
    r->need_count = 0;
    if (r->computed == PEEL_INSUFFICIENT_EVIDENCE || r->computed >= 0)
        r->needs = arena_alloc(t->arena, ((size_t)w.count + r->area->cap_count + 3) * sizeof *r->needs);
    if (r->computed == PEEL_INSUFFICIENT_EVIDENCE) tell_missing(&w);
    if (r->computed < 0) return;
    if (r->area->decl->bands) {
        tell_band(&w, r->area->decl->bands);
    } else if (n->asking.ask) {
        tell_function(&w);
    } else {
        const struct rung *rung = ladder_above(t->ladder, r->computed);
        if (rung) tell_rung(&w, rung);
    }
}
