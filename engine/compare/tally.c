/* tally.c: the sum of a comparison, and the few things in it that somebody should know first. */
#include "compare/compare.h"

/* What is weightier is told first; ours, and no claim about the field: a new cause of concern, then what came to the
 * worst grade, what fell, what was corrected, what is past its deadline, what rose; and of what fell or rose, what evidence
 * had a part in before what the rules or a decision made. */
static double weight_of_judgment(const struct judgment_diff *d)
{
    int steps = d->steps < 0 ? -d->steps : d->steps;
    if (d->change == JUDGMENT_DECLINED) return 60 + 5 * steps + (d->now->grade == 0 ? 20 : 0);
    if (d->change == JUDGMENT_CORRECTED) return 58;
    if (d->change == JUDGMENT_LOWER) return 42 + 3 * steps;
    if (d->change == JUDGMENT_IMPROVED) return 40 + 5 * steps;
    if (d->change == JUDGMENT_HIGHER) return 36 + steps;
    if (d->moderation) return 35;
    if (d->change == JUDGMENT_NO_LONGER_GRADED && d->now && !d->link->grading) return 30;
    return 0;
}

static double weight_of_life(const struct life *l)
{
    bool concern = l->concern;
    if (concern && l->change <= LIFE_REOPENED) return 300;
    if (concern && (l->change == LIFE_OPENED || l->change == LIFE_REPEATED)) return 290;
    if (l->overdue_count) return concern ? 57 : 50;
    if (concern && l->change >= LIFE_NOT_JUDGED) return 56; /* nobody says that it is mended */
    if (concern && (l->change == LIFE_CLOSED || l->change == LIFE_EASED || l->change == LIFE_NOT_RAISED)) return 38;
    if (l->change == LIFE_REOPENED || (l->change == LIFE_REPEATED && l->now->recorded)) return 33;
    return 0;
}

static void keep(struct tally *t, struct matter m)
{
    size_t at = t->matter_count;
    if (m.weight <= 0) return;
    while (at > 0 && t->matters[at - 1].weight < m.weight) at--;
    if (at == MATTERS_KEPT) return;
    if (t->matter_count < MATTERS_KEPT) t->matter_count++;
    for (size_t i = t->matter_count - 1; i > at; i--) t->matters[i] = t->matters[i - 1];
    t->matters[at] = m;
}

static void add_judgment(struct tally *t, const struct judgment_diff *d)
{
    bool revisited = d->now && d->now->status == PEEL_REVISIT && (!d->was || d->was->status != PEEL_REVISIT);
    bool nothing = d->change == JUDGMENT_UNCHANGED && (!d->now || d->now->grade < 0) && (!d->was || d->was->grade < 0);
    t->moderations[d->moderation]++;
    t->revisits += revisited;
    if (!nothing) t->judgments[d->change]++; /* no grade then and none now is no judgment that stayed as it was */
    for (size_t i = 0; i < d->reading_count; i++) t->moved[d->readings[i].moved]++;
}

void tally_add(struct tally *t, const struct compare *c, size_t pair, const struct org_diff *d)
{
    (void)c;
    t->organisations[d->change]++;
    t->differing += d->differs;
    for (uint32_t i = 0; i < d->judgment_count; i++) {
        add_judgment(t, &d->judgments[i]);
        keep(t, (struct matter){weight_of_judgment(&d->judgments[i]), pair, i, NO_SLOT});
    }
    for (uint32_t i = 0; i < d->lives.count; i++) {
        const struct life *l = &d->lives.list[i];
        (l->concern ? t->concerns : t->improvements)[l->change]++;
        t->overdue += l->overdue_count;
        keep(t, (struct matter){weight_of_life(l), pair, NO_SLOT, i});
    }
}
