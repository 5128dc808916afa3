/* credit.c: see credit.h. */
#include "compare/credit.h"
#include "compare/attribution.h"

/* --- Judgments ------------------------------------------------------------------------------------------------------ */

/* No part can be told of areas that were merged; but where no evidence changed, none has a part. */
static void take_causes(const struct compare *c, struct judgment_diff *d, const struct attribution *a)
{
    bool split = a->state == ATTRIBUTION_SPLIT;
    for (int i = 0; split && i < CAUSES; i++) d->by[i] = d->steps > 0 ? a->part[i] > 0 : a->part[i] < 0;
    if (!split) d->by[CAUSE_RULES] = str_eq(c->crosswalk.was->dataset_digest, c->crosswalk.now->dataset_digest);
}

static bool is_moved(const struct judgment_diff *d) { return d->reading_count || d->finding_count; }

/* Does what changed in it rest on no evidence that it read, but on what other areas came to? */
static bool rests_on_areas(const struct org_diff *o, const struct judgment_diff *d)
{
    for (size_t i = 0; i < d->outcome_count; i++) {
        uint32_t c = d->outcomes[i].now;
        if (o->now->read_start[c] == o->now->read_start[c + 1]) return true;
    }
    return d->outcome_count == 0;
}

/* Did evidence of this organisation move? Where none did that the area rests on, others moved, whom a measure is held against. */
static bool is_own(const struct org_diff *o, const struct judgment_diff *d)
{
    if (is_moved(d) || d->was->status == PEEL_CARRIED_OVER) return true;
    for (size_t i = 0; rests_on_areas(o, d) && i < o->judgment_count; i++)
        if (is_moved(&o->judgments[i])) return true;
    return false;
}

static bool is_step(const struct judgment_diff *d) { return d->change == JUDGMENT_IMPROVED || d->change == JUDGMENT_DECLINED; }

static void credit_judgment(const struct compare *c, struct org_diff *o, size_t i, struct arena *arena)
{
    struct judgment_diff *d = &o->judgments[i];
    bool one = d->change == JUDGMENT_NEWLY_GRADED || d->change == JUDGMENT_NO_LONGER_GRADED;
    if (one && d->was && d->now && quartet_is_known(c)) d->grading = attribution_of(c, o, i, arena).grading;
    if (!is_step(d) || (c->crosswalk.was->published_only && c->crosswalk.now->published_only)) return;
    if (quartet_is_known(c)) {
        struct attribution a = attribution_of(c, o, i, arena);
        take_causes(c, d, &a);
    }
    if (!d->by[CAUSE_EVIDENCE] || !is_own(o, d)) d->change = d->steps > 0 ? JUDGMENT_HIGHER : JUDGMENT_LOWER;
}

/* --- Lives ------------------------------------------------------------------------------------------------------------ */

enum raising { RAISING_NOT, RAISING_IMPROVEMENT, RAISING_CONCERN, RAISING_UNTOLD };

/* The rules could not look, though they did on both sides. */
static bool is_blind(enum peel_outcome o) { return o == PEEL_NO_EVIDENCE || o == PEEL_ERROR || o == PEEL_LIMIT; }

/* What these rules raise of a characteristic of theirs on that evidence; NO_SLOT: they do not ask it. */
static enum raising raised_by(const struct compare *c, const struct org_diff *o, uint32_t characteristic, int rules, int evidence)
{
    const struct side_org *org = quartet_org(c, o, rules, evidence);
    if (characteristic == NO_SLOT) return RAISING_NOT;
    struct str id = c->quartet.side[rules][evidence]->characteristics[characteristic].id;
    for (size_t i = 0; i < org->item_count; i++)
        if (!org->items[i].recorded && str_eq(org->items[i].id, id)) return org->items[i].concern ? RAISING_CONCERN : RAISING_IMPROVEMENT;
    return is_blind((enum peel_outcome)org->outcomes[characteristic]) ? RAISING_UNTOLD : RAISING_NOT;
}

/* The characteristic that raised it, by the older rules and by the newer. */
static void raisers(const struct crosswalk *x, const struct life *l, uint32_t slot[2])
{
    slot[0] = l->was ? side_characteristic_named(x->was, l->was->id) : NO_SLOT;
    slot[1] = l->now ? side_characteristic_named(x->now, l->now->id) : NO_SLOT;
    if (slot[0] == NO_SLOT && slot[1] != NO_SLOT) slot[0] = x->characteristic[slot[1]];
    if (slot[1] == NO_SLOT && slot[0] != NO_SLOT) slot[1] = x->newer[slot[0]];
}

static bool is_of_rules(const struct life *l)
{
    bool turned = l->change == LIFE_NOT_JUDGED || l->change == LIFE_ESCALATED || l->change == LIFE_OPENED || l->change == LIFE_EASED || l->change == LIFE_NOT_RAISED;
    return turned && !(l->now ? l->now : l->was)->recorded;
}

static enum outcome_cause cause_of_life(const struct compare *c, const struct org_diff *o, const struct life *l)
{
    uint32_t slot[2];
    enum raising is[2][2];
    raisers(&c->crosswalk, l, slot);
    if (slot[0] == NO_SLOT) return OUTCOME_CAUSES; /* a question that is new: nothing else made it so */
    for (int k = 0; k < 4; k++) is[k / 2][k % 2] = raised_by(c, o, slot[k / 2], k / 2, k % 2);
    if (l->change == LIFE_NOT_JUDGED) return outcome_cause_by(is[0][1] == RAISING_UNTOLD, is[1][0] == RAISING_UNTOLD);
    if (is[0][1] == RAISING_UNTOLD || is[1][0] == RAISING_UNTOLD) return OUTCOME_UNTOLD;
    return outcome_cause_by(is[0][1] == is[1][1], is[1][0] == is[1][1]);
}

void credit(const struct compare *c, struct org_diff *d, struct arena *arena)
{
    for (size_t i = 0; i < d->judgment_count; i++) credit_judgment(c, d, i, arena);
    for (size_t i = 0; quartet_is_known(c) && i < d->lives.count; i++)
        if (is_of_rules(&d->lives.list[i])) d->lives.list[i].because = cause_of_life(c, d, &d->lives.list[i]);
}
