/* orders.h: because of what a judgment changed, by a slow oracle that walks all orders over the gradings themselves.
 *
 * It finds organisations, areas and grades by their names, turns all four causes in all 24 orders whether they
 * changed or not, and knows nothing of masks, of which causes play, or of what is shared between sides. */
#ifndef UNIT_ORDERS_H
#define UNIT_ORDERS_H
#include "world.h"

struct crossing { const char *older, *newer; }; /* a crosswalk of grades, as the pack declares it; ends with NULL */
static const struct crossing *crossing;         /* NULL: one scale */

static inline const struct side_judgment *find(const struct judged *side, struct str org, struct str area)
{
    for (size_t o = 0; o < side->org_count; o++)
        for (size_t a = 0; str_eq(side->orgs[o].id, org) && a < side->area_count; a++)
            if (str_eq(side->areas[a].id, area)) return &side->orgs[o].judgments[a];
    ck_abort_msg("%s of %s is not there", area.s, org.s);
    return NULL;
}

static inline int on_scale(const struct judged *side, const char *name)
{
    for (size_t g = 0; name && g < side->scale.count; g++)
        if (str_is(side->scale.list[g], name)) return (int)g;
    return -1;
}

static inline const char *translated(const char *name)
{
    for (const struct crossing *x = crossing; x->older; x++)
        if (strcmp(x->older, name) == 0) return x->newer;
    return NULL;
}

static inline const char *back(const char *name)
{
    const char *found = NULL;
    for (const struct crossing *x = crossing; x->older; x++)
        if (strcmp(x->newer, name) == 0) {
            if (found) return NULL;
            found = x->older;
        }
    return found;
}

/* cause: evidence, rules, scale, moderation; each false as it was, true as it is. -1: there is no grade. */
static inline int oracle_value(const struct world *w, struct str org, struct str area, const bool cause[4])
{
    const struct side_judgment *people = find(w->own[cause[3]][cause[3]], org, area), *rules = find(w->own[cause[1]][cause[0]], org, area);
    const struct side_judgment *given = find(w->own[cause[0]][cause[0]], org, area);
    const struct judged *side = w->own[cause[1]][cause[0]];
    bool decided = people->more && people->more->moderation, newer = decided ? cause[3] : cause[1];
    const char *name = rules->computed < 0 ? NULL : side->scale.list[rules->computed].s;
    if (!decided && given->status == PEEL_CARRIED_OVER) /* by no rules, of its own year */
        newer = cause[0], name = side_published(w->own[newer][newer], given).s;
    if (decided) name = people->more->moderation->to.s;
    if (name && on_scale(w->own[newer][newer], name) < 0) return -1; /* carried over from another scale */
    if (!name) return -1;
    if (crossing && newer && !cause[2]) name = back(name);
    if (crossing && !newer && cause[2]) name = translated(name);
    return on_scale(w->own[1][1], name);
}

/* In 24ths. False: some combination has no grade. */
static inline bool oracle(const struct world *w, struct str org, struct str area, int part[4])
{
    memset(part, 0, 4 * sizeof *part);
    for (int order = 0; order < 256; order++) {
        int turn[4] = {order & 3, order >> 2 & 3, order >> 4 & 3, order >> 6 & 3}, seen = 0;
        for (int i = 0; i < 4; i++) seen |= 1 << turn[i];
        if (seen != 15) continue; /* a cause is twice */
        bool cause[4] = {false, false, false, false};
        int before = oracle_value(w, org, area, cause);
        for (int i = 0; i < 4; i++) {
            cause[turn[i]] = true;
            int after = oracle_value(w, org, area, cause);
            if (before < 0 || after < 0) return false;
            part[turn[i]] += after - before;
            before = after;
        }
    }
    return true;
}

/* --- What is held against it --- */

static size_t splits, moved[CAUSES], obstacles, interactions;
static inline void forget(void) { splits = obstacles = interactions = 0, memset(moved, 0, sizeof moved); }

static inline void as_the_oracle(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    int part[4];
    if (!is_asked(d, i)) {
        ck_assert_int_eq(a->state, ATTRIBUTION_NO_GRADE);
        return;
    }
    if (d->judgments[i].change == JUDGMENT_CARRIED_OVER) {
        ck_assert_int_eq(a->state, ATTRIBUTION_CARRIED_OVER);
        return;
    }
    bool split = oracle(w, d->now->id, w->own[1][1]->areas[d->judgments[i].link->now].id, part);
    ck_assert_int_eq(a->state, split ? ATTRIBUTION_SPLIT : ATTRIBUTION_NOT_ATTRIBUTABLE);
    obstacles += !split, splits += split;
    for (int k = 0; split && k < CAUSES; k++) {
        ck_assert_msg(a->part[k] * (24 / a->unit) == part[k], "%s, %s: %d of %d, expected %d of 24", d->now->id.s, cause_name((enum cause)k), a->part[k], a->unit, part[k]);
        moved[k] += part[k] != 0;
    }
    interactions += a->interaction != 0;
}

static inline void the_parts_add_up(struct world *w, const struct org_diff *d, size_t i, const struct attribution *a)
{
    int sum = 0;
    (void)w;
    for (int k = 0; k < CAUSES; k++) sum += a->part[k];
    ck_assert_int_eq(sum, a->unit * a->steps);
    for (int k = 0; k < CAUSES; k++) ck_assert(a->plays[k] || a->part[k] == 0);
    if (a->state != ATTRIBUTION_SPLIT) ck_assert_int_eq(sum, 0);
    bool stepped = !a->plays[CAUSE_SCALE] && d->judgments[i].change != JUDGMENT_CORRECTED; /* which has no steps of its own */
    if (a->state == ATTRIBUTION_SPLIT && stepped) ck_assert_int_eq(a->steps, d->judgments[i].steps);
}
#endif
