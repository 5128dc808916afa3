/* quartet.c: the rules and the evidence of each side, crossed: see compare.h. */
#include "compare/compare.h"

static bool one_pack(const struct crosswalk *x) { return str_eq(x->was->digest, x->now->digest); }
static bool one_dataset(const struct crosswalk *x) { return str_eq(x->was->dataset_digest, x->now->dataset_digest); }

void quartet_of_two(struct compare *c)
{
    const struct judged *was = c->crosswalk.was, *now = c->crosswalk.now;
    if (was->published_only || now->published_only) return;
    if (one_pack(&c->crosswalk))
        c->quartet = (struct quartet){{{was, now}, {was, now}}};
    else if (one_dataset(&c->crosswalk))
        c->quartet = (struct quartet){{{was, was}, {now, now}}};
}

void quartet_cross(struct compare *c, const struct judged *older_rules, const struct judged *newer_rules)
{
    c->quartet = (struct quartet){{{c->crosswalk.was, older_rules}, {newer_rules, c->crosswalk.now}}};
}

bool quartet_is_known(const struct compare *c) { return c->quartet.side[0][1] != NULL; }

bool quartet_is_crossed(const struct compare *c)
{
    return quartet_is_known(c) && !one_pack(&c->crosswalk) && !one_dataset(&c->crosswalk);
}

/* What was graded for this holds a whole dataset, in its order, as the side it is held against does. */
const struct side_org *quartet_org(const struct compare *c, const struct org_diff *pair, int rules, int evidence)
{
    const struct judged *side = c->quartet.side[rules][evidence], *own = c->quartet.side[evidence][evidence];
    if (side == c->quartet.side[1][1]) return pair->now;
    if (side == c->quartet.side[0][0]) return pair->was;
    return &side->orgs[(evidence ? pair->now : pair->was) - own->orgs];
}
