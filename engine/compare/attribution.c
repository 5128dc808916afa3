/* attribution.c: see attribution.h. */
#include "compare/attribution.h"

const char *cause_name(enum cause cause)
{
    static const char *const names[CAUSES] = {"evidence", "rules", "scale", "moderation"};
    return names[cause];
}

const char *attribution_state_name(enum attribution_state state)
{
    static const char *const names[ATTRIBUTION_STATES] = {"split", "not-attributable", "not-comparable", "no-grade"};
    return names[state];
}

struct asked {
    const struct compare *c;
    const struct quartet *q;
    const struct org_diff *pair;
    const struct judgment_diff *d;
    struct attribution *to;
    struct arena *arena;
};

/* --- Where things are ------------------------------------------------------------------------------------------------- */

/* The organisation on a side: sides of one dataset hold the same, in the same order. */
static const struct side_org *org_of(const struct asked *x, int rules, int evidence)
{
    const struct side_org *org = evidence ? x->pair->now : x->pair->was;
    const struct judged *own = x->q->side[evidence][evidence];
    return &x->q->side[rules][evidence]->orgs[org - own->orgs];
}

static uint32_t area_of(const struct asked *x, int rules) { return rules ? x->d->link->now : x->d->link->was[0]; }

static const struct side_judgment *judgment_of(const struct asked *x, int rules, int evidence)
{
    return &org_of(x, rules, evidence)->judgments[area_of(x, rules)];
}

static const struct side_moderation *moderation_of(const struct asked *x, int side)
{
    const struct side_more *more = judgment_of(x, side, side)->more;
    return more ? more->moderation : NULL;
}

/* As it stands but for moderation; of one that a person decided only the computed grade is known. */
static int grade_of(const struct asked *x, int rules, int evidence)
{
    const struct side_judgment *j = judgment_of(x, rules, evidence);
    return j->more && j->more->moderation ? j->computed : j->grade;
}

/* --- Places on the newer scale ------------------------------------------------------------------------------------------ */

static int by_name(const struct asked *x, int old)
{
    int g = old < 0 ? -1 : side_grade_named(x->q->side[1][1], x->q->side[0][0]->scale.list[old]);
    return g < 0 ? -1 : g;
}

/* The one older grade that the crosswalk makes this of; -1: none, or several. */
static int older_of(const struct crosswalk *w, size_t grades, int now)
{
    int found = -1;
    for (size_t g = 0; g < grades; g++) {
        if (w->grade[g] != now) continue;
        if (found >= 0) return -1;
        found = (int)g;
    }
    return found;
}

/* A grade of the older or the newer scale, with the scale as it was or as it is. -1: it has no place. */
static int place_of(const struct asked *x, int grade, bool newer, bool scale)
{
    const struct crosswalk *w = &x->c->crosswalk;
    if (grade < 0) return -1;
    if (w->one_scale) return newer ? grade : w->grade[grade];
    if (newer) return scale ? grade : by_name(x, older_of(w, x->q->side[0][0]->scale.count, grade));
    return scale ? w->grade[grade] : by_name(x, grade);
}

static bool is_set(const bool *plays, unsigned mask, enum cause cause, bool otherwise)
{
    size_t bit = 0;
    if (!plays[cause]) return otherwise;
    for (int i = 0; i < (int)cause; i++) bit += plays[i];
    return mask >> bit & 1;
}

/* What the judgment would be. A cause that does not play is the same both times. */
static int value(const struct asked *x, unsigned mask)
{
    const bool *plays = x->to->plays;
    bool rules = is_set(plays, mask, CAUSE_RULES, true), evidence = is_set(plays, mask, CAUSE_EVIDENCE, true);
    bool scale = is_set(plays, mask, CAUSE_SCALE, true), decided = is_set(plays, mask, CAUSE_MODERATION, true);
    const struct side_moderation *m = moderation_of(x, decided);
    if (m) return place_of(x, side_grade_named(x->q->side[decided][decided], m->to), decided, scale);
    return place_of(x, grade_of(x, rules, evidence), rules, scale);
}

/* --- What was missing ---------------------------------------------------------------------------------------------------- */

static void add_missing(struct attribution *to, const struct side_entry *e)
{
    struct str title = e->title.s ? e->title : e->id;
    for (size_t i = 0; i < to->missing.count; i++)
        if (str_eq(to->missing.list[i], title)) return;
    to->missing.list[to->missing.count++] = title;
}

static void name_missing(struct asked *x, int rules, int evidence)
{
    const struct judged *side = x->q->side[rules][evidence];
    const struct side_org *org = org_of(x, rules, evidence);
    const struct side_area *area = &side->areas[area_of(x, rules)];
    x->to->missing.list = arena_zero(x->arena, side->entry_count + 1, sizeof *x->to->missing.list);
    for (uint32_t c = area->first; c < area->first + area->count; c++) {
        if (org->outcomes[c] != PEEL_NO_EVIDENCE) continue;
        for (uint32_t i = org->read_start[c]; i < org->read_start[c + 1]; i++) {
            const struct side_value *v = side_value_of(org, org->reads[i]);
            if (v && v->missing) add_missing(x->to, &side->entries[org->reads[i]]);
        }
    }
}

static void not_attributable(struct asked *x, unsigned mask)
{
    struct attribution *to = x->to;
    bool rules = is_set(to->plays, mask, CAUSE_RULES, true), evidence = is_set(to->plays, mask, CAUSE_EVIDENCE, true);
    to->state = ATTRIBUTION_NOT_ATTRIBUTABLE;
    to->rules = rules, to->evidence = evidence;
    if (grade_of(x, rules, evidence) >= 0)
        to->rules = to->evidence = -1;
    else
        name_missing(x, rules, evidence);
}

/* --- The split -------------------------------------------------------------------------------------------------------------- */

static void who_plays(struct asked *x)
{
    bool *plays = x->to->plays;
    const struct side_moderation *was = moderation_of(x, 0), *now = moderation_of(x, 1);
    plays[CAUSE_EVIDENCE] = !str_eq(x->q->side[0][0]->dataset_digest, x->q->side[1][1]->dataset_digest);
    plays[CAUSE_RULES] = !str_eq(x->q->side[0][0]->digest, x->q->side[1][1]->digest);
    plays[CAUSE_SCALE] = !x->c->crosswalk.one_scale;
    plays[CAUSE_MODERATION] = (was != NULL) != (now != NULL) || (was && now && !str_eq(was->to, now->to));
}

static void take_parts(struct asked *x, const struct shapley *s)
{
    struct attribution *to = x->to;
    size_t bit = 0;
    to->unit = s->unit;
    for (int i = 0; i < CAUSES; i++)
        if (to->plays[i]) to->part[i] = s->part[bit++];
    if (to->plays[CAUSE_EVIDENCE] && to->plays[CAUSE_RULES]) to->interaction = s->interaction[0][1]; /* the first two */
}

static void split(struct asked *x)
{
    struct shapley_cells cells = {0};
    struct shapley s;
    unsigned missing;
    for (int i = 0; i < CAUSES; i++) cells.factors += x->to->plays[i];
    for (unsigned mask = 0; mask < 1u << cells.factors; mask++) {
        cells.value[mask] = value(x, mask);
        cells.defined[mask] = cells.value[mask] >= 0;
    }
    x->to->steps = cells.value[(1u << cells.factors) - 1] - cells.value[0];
    x->to->unit = 1;
    if (cells.factors == 0) return;
    if (shapley_split(&cells, &s, &missing))
        take_parts(x, &s);
    else
        not_attributable(x, missing);
}

struct attribution attribution_of(const struct compare *c, const struct quartet *q, const struct org_diff *d, size_t i, struct arena *arena)
{
    struct attribution a = {.state = ATTRIBUTION_NO_GRADE, .unit = 1, .rules = -1, .evidence = -1};
    struct asked x = {c, q, d, &d->judgments[i], &a, arena};
    const struct area_link *link = x.d->link;
    for (int k = 0; k < 4; k++) a.grade[k / 2][k % 2] = PEEL_UNGRADED;
    if (!d->was || !d->now || link->now == NO_SLOT || link->was_count != 1) return a;
    for (int k = 0; k < 4; k++) a.grade[k / 2][k % 2] = grade_of(&x, k / 2, k % 2);
    if (x.d->was->grade < 0 || x.d->now->grade < 0) return a;
    a.state = link->comparability == NOT_COMPARABLE ? ATTRIBUTION_NOT_COMPARABLE : ATTRIBUTION_SPLIT;
    if (a.state == ATTRIBUTION_NOT_COMPARABLE) return a;
    who_plays(&x);
    split(&x);
    return a;
}

void attribution_add(struct attribution_sum *s, const struct attribution *a)
{
    s->states[a->state]++;
    if (a->state != ATTRIBUTION_SPLIT) return;
    s->changed += a->steps != 0;
    for (int i = 0; i < CAUSES; i++) {
        s->moved[i] += a->part[i] != 0;
        s->part[i] += (int64_t)a->part[i] * (24 / a->unit);
    }
}
