/* attribution.c: see attribution.h. */
#include "compare/attribution.h"

const char *attribution_state_name(enum attribution_state state)
{
    static const char *const names[ATTRIBUTION_STATES] = {"split", "not-attributable", "not-comparable", "carried-over", "no-grade"};
    return names[state];
}

struct asked {
    const struct compare *c;
    const struct org_diff *pair;
    const struct judgment_diff *d;
    struct attribution *to;
    struct arena *arena;
};

/* --- Where things are ------------------------------------------------------------------------------------------------- */

static const struct side_org *org_of(const struct asked *x, int rules, int evidence) { return quartet_org(x->c, x->pair, rules, evidence); }

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

/* What a decision stands before: what was carried over, else what the rules made of it. */
static int beneath(const struct judged *side, const struct side_judgment *j)
{
    int carried;
    if (j->status == PEEL_NOT_INSPECTED) return PEEL_GRADE_NOT_INSPECTED;
    if (j->status != PEEL_CARRIED_OVER) return j->computed;
    carried = side_grade_named(side, side_published(side, j));
    return carried >= 0 ? carried : PEEL_GRADE_NOT_INSPECTED;
}

/* What was carried over, or not inspected, no rules made: whichever are asked, it is as the dataset's own side says, where both grade the area. Of one dataset both sides say for themselves. */
static int rules_behind(const struct asked *x, int rules, int evidence)
{
    const struct side_judgment *own = judgment_of(x, evidence, evidence);
    bool given = own->status == PEEL_CARRIED_OVER || own->status == PEEL_NOT_INSPECTED;
    bool graded = own->grade != PEEL_UNGRADED && judgment_of(x, rules, evidence)->grade != PEEL_UNGRADED;
    return given && graded && x->c->quartet.side[rules][evidence] != x->c->quartet.side[rules][rules] ? evidence : rules;
}

/* As it stands but for moderation. */
static int grade_of(const struct asked *x, int rules, int evidence)
{
    const struct side_judgment *j = judgment_of(x, rules, evidence);
    return j->more && j->more->moderation ? beneath(x->c->quartet.side[rules][evidence], j) : j->grade;
}

/* --- Places on the newer scale ------------------------------------------------------------------------------------------ */

static int by_name(const struct asked *x, int old)
{
    int g = old < 0 ? -1 : side_grade_named(x->c->quartet.side[1][1], x->c->quartet.side[0][0]->scale.list[old]);
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
    if (newer) return scale ? grade : by_name(x, older_of(w, x->c->quartet.side[0][0]->scale.count, grade));
    return scale ? w->grade[grade] : by_name(x, grade);
}

/* What a combination says, on the scale of its pack. What was carried over has there the name that the crosswalk gives it; where that says none, what stands there by its own. */
static int grade_told(const struct asked *x, int rules, int evidence)
{
    int made = rules_behind(x, rules, evidence), grade = grade_of(x, made, evidence), there;
    if (made == rules || grade < 0) return grade;
    there = rules ? x->c->crosswalk.grade[grade] : older_of(&x->c->crosswalk, x->c->quartet.side[0][0]->scale.count, grade);
    return there >= 0 ? there : grade_of(x, rules, evidence);
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
    if (m) return place_of(x, side_grade_named(x->c->quartet.side[decided][decided], m->to), decided, scale);
    int made = rules_behind(x, rules, evidence);
    return place_of(x, grade_of(x, made, evidence), made, scale);
}

/* --- What was missing ---------------------------------------------------------------------------------------------------- */

static void add_name(struct names *to, struct str name)
{
    for (size_t i = 0; i < to->count; i++)
        if (str_eq(to->list[i], name)) return;
    to->list[to->count++] = name;
}

/* Its title: where this dataset never held it, the other one's. */
static struct str title_of(const struct asked *x, const struct side_entry *e, int evidence)
{
    const struct judged *other = x->c->quartet.side[!evidence][!evidence];
    uint32_t there = side_entry_named(other, e->kind, e->id);
    if (e->title.s) return e->title;
    return there != NO_SLOT && other->entries[there].title.s ? other->entries[there].title : e->id;
}

/* False: it read nothing that is missing. */
static bool name_missing_of(struct asked *x, int rules, int evidence, uint32_t characteristic)
{
    const struct judged *side = x->c->quartet.side[rules][evidence];
    const struct side_org *org = org_of(x, rules, evidence);
    bool any = false;
    for (uint32_t i = org->read_start[characteristic]; i < org->read_start[characteristic + 1]; i++) {
        const struct side_value *v = side_value_of(org, org->reads[i]);
        if (!v || !v->missing) continue;
        add_name(&x->to->missing, title_of(x, &side->entries[org->reads[i]], evidence));
        any = true;
    }
    return any;
}

static void name_missing(struct asked *x, int rules, int evidence)
{
    const struct judged *side = x->c->quartet.side[rules][evidence];
    const struct side_area *area = &side->areas[area_of(x, rules)];
    x->to->missing.list = arena_zero(x->arena, side->entry_count + 1, sizeof *x->to->missing.list);
    x->to->idle.list = arena_zero(x->arena, area->count + 1, sizeof *x->to->idle.list);
    for (uint32_t c = area->first; c < area->first + area->count; c++)
        if (org_of(x, rules, evidence)->outcomes[c] == PEEL_NO_EVIDENCE && !name_missing_of(x, rules, evidence, c))
            add_name(&x->to->idle, side->characteristics[c].id);
}

static void not_attributable(struct asked *x, unsigned mask)
{
    struct attribution *to = x->to;
    bool rules = is_set(to->plays, mask, CAUSE_RULES, true), evidence = is_set(to->plays, mask, CAUSE_EVIDENCE, true);
    to->state = ATTRIBUTION_NOT_ATTRIBUTABLE;
    to->obstacle = grade_of(x, rules_behind(x, rules, evidence), evidence) >= 0 ? OBSTACLE_SCALES : OBSTACLE_NO_GRADE;
    if (to->obstacle == OBSTACLE_SCALES) return;
    to->rules = rules, to->evidence = evidence;
    name_missing(x, rules, evidence);
}

/* --- The split -------------------------------------------------------------------------------------------------------------- */

/* Does the crosswalk give some grade another name than its own? */
static bool is_renaming(const struct asked *x)
{
    const struct crosswalk *w = &x->c->crosswalk;
    for (int g = 0; g < (int)x->c->quartet.side[0][0]->scale.count; g++)
        if (w->grade[g] >= 0 && w->grade[g] != by_name(x, g)) return true;
    return false;
}

/* One decision on two scales is two: its grade is another place. So it is where grades of one scale have other names now. */
static bool is_decided_anew(const struct asked *x)
{
    const struct side_moderation *was = moderation_of(x, 0), *now = moderation_of(x, 1);
    if (!was || !now) return was || now;
    return !str_eq(was->to, now->to) || !x->c->crosswalk.one_scale || is_renaming(x);
}

static void who_plays(struct asked *x)
{
    bool *plays = x->to->plays;
    plays[CAUSE_EVIDENCE] = !str_eq(x->c->quartet.side[0][0]->dataset_digest, x->c->quartet.side[1][1]->dataset_digest);
    plays[CAUSE_RULES] = !str_eq(x->c->quartet.side[0][0]->digest, x->c->quartet.side[1][1]->digest);
    plays[CAUSE_SCALE] = is_renaming(x);
    plays[CAUSE_MODERATION] = is_decided_anew(x);
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
    if (cells.factors == 0) return;
    if (!shapley_split(&cells, &s, &missing)) {
        not_attributable(x, missing);
        return;
    }
    x->to->steps = cells.value[(1u << cells.factors) - 1] - cells.value[0];
    take_parts(x, &s);
}

static bool is_failed(int grade) { return grade == PEEL_GRADE_ERROR || grade == PEEL_GRADE_LIMIT; }

/* OUTCOME_CAUSES: beneath a decision there is a grade both times, or none. */
static enum outcome_cause grading_of(const struct attribution *a)
{
    bool before = a->grade[0][0] >= 0, after = a->grade[1][1] >= 0;
    if (before == after) return OUTCOME_CAUSES;
    if (is_failed(a->grade[0][1]) || is_failed(a->grade[1][0])) return OUTCOME_UNTOLD;
    return outcome_cause_by((a->grade[0][1] >= 0) == after, (a->grade[1][0] >= 0) == after);
}

static enum attribution_state state_of(const struct asked *x)
{
    const struct area_link *link = x->d->link;
    if (x->d->change == JUDGMENT_NOT_COMPARABLE || link->comparability == NOT_COMPARABLE) return ATTRIBUTION_NOT_COMPARABLE;
    if (x->d->change == JUDGMENT_CARRIED_OVER) return ATTRIBUTION_CARRIED_OVER;
    return ATTRIBUTION_SPLIT;
}

struct attribution attribution_of(const struct compare *c, const struct org_diff *d, size_t i, struct arena *arena)
{
    struct attribution a = {.state = ATTRIBUTION_NO_GRADE, .unit = 1, .rules = -1, .evidence = -1, .grading = OUTCOME_CAUSES};
    struct asked x = {c, d, &d->judgments[i], &a, arena};
    const struct area_link *link = x.d->link;
    for (int k = 0; k < 4; k++) a.grade[k / 2][k % 2] = PEEL_UNGRADED;
    if (!d->was || !d->now || link->now == NO_SLOT || link->was_count == 0) return a;
    if (link->was_count > 1) {
        bool graded = x.d->now->grade >= 0 && x.d->change != JUDGMENT_NEWLY_GRADED;
        if (graded) a.state = ATTRIBUTION_NOT_ATTRIBUTABLE, a.obstacle = OBSTACLE_MERGED;
        return a;
    }
    for (int k = 0; k < 4; k++) a.grade[k / 2][k % 2] = grade_told(&x, k / 2, k % 2);
    who_plays(&x);
    if (x.d->was->grade < 0 || x.d->now->grade < 0) {
        if ((x.d->was->grade < 0) != (x.d->now->grade < 0)) a.grading = grading_of(&a);
        return a;
    }
    a.state = state_of(&x);
    if (a.state == ATTRIBUTION_SPLIT) split(&x);
    return a;
}

bool attribution_tells(const struct attribution *a, const struct judgment_diff *d)
{
    if (d->change < JUDGMENT_WITHOUT_GRADE && d->was && d->now) return true;
    if (a->state == ATTRIBUTION_CARRIED_OVER) return d->replaced;
    for (int i = 0; i < CAUSES; i++)
        if (a->part[i]) return true;
    return false;
}

/* --- A characteristic ----------------------------------------------------------------------------------------------------- */

/* What neither time was without evidence, and is so in a mixture, lacks what somebody would have to make up. */
static bool is_untold(const struct outcome_diff *o, enum peel_outcome mixed)
{
    if (mixed == PEEL_ERROR || mixed == PEEL_LIMIT) return true;
    return mixed == PEEL_NO_EVIDENCE && o->before != PEEL_NO_EVIDENCE && o->after != PEEL_NO_EVIDENCE;
}

struct outcome_attribution attribution_of_outcome(const struct compare *c, const struct org_diff *d, const struct outcome_diff *o)
{
    enum peel_outcome evidence = (enum peel_outcome)quartet_org(c, d, 0, 1)->outcomes[o->was];
    enum peel_outcome rules = (enum peel_outcome)quartet_org(c, d, 1, 0)->outcomes[o->now];
    enum outcome_cause cause = outcome_cause_by(evidence == o->after, rules == o->after);
    if (is_untold(o, evidence) || is_untold(o, rules)) cause = OUTCOME_UNTOLD;
    return (struct outcome_attribution){evidence, rules, cause};
}

/* --- The sum ---------------------------------------------------------------------------------------------------------------- */

void attribution_add(struct attribution_sum *s, const struct attribution *a, const struct judgment_diff *d)
{
    for (int i = 0; i < CAUSES; i++) s->plays[i] = s->plays[i] || a->plays[i];
    if (!attribution_tells(a, d)) return;
    s->states[a->state]++;
    if (a->state != ATTRIBUTION_SPLIT) return;
    s->cancelled += a->steps == 0;
    for (int i = 0; i < CAUSES; i++) {
        s->moved[i] += a->part[i] != 0;
        int64_t part = (int64_t)a->part[i] * (ATTRIBUTION_UNIT / a->unit);
        s->part[i] += part;
        s->up[i] += part > 0 ? part : 0;
    }
}
