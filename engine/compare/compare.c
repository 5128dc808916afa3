/* compare.c: one organisation, then and now. */
#include "compare/credit.h"
#include <limits.h>
#include <math.h>
#include <stdio.h>

const char *judgment_change_name(enum judgment_change change)
{
    static const char *const names[JUDGMENT_CHANGES] = {
        "corrected",    "improved",         "declined",      "higher",       "lower",    "not-comparable",
        "newly-graded", "no-longer-graded", "no-grade-known", "without-grade", "carried-over", "unchanged"};
    return names[change];
}

const char *moderation_change_name(enum moderation_change change)
{
    static const char *const names[MODERATION_CHANGES] = {"same", "added", "withdrawn", "changed", "ended"};
    return names[change];
}

const char *org_change_name(enum org_change change)
{
    static const char *const names[ORG_CHANGES] = {"same", "renamed", "added", "removed"};
    return names[change];
}

struct comparing {
    const struct compare *c;
    const struct crosswalk *x;
    const struct side_org *was, *now;
    struct arena *arena;
};

/* --- Grades ------------------------------------------------------------------------------------------------------- */

static struct str no_counterpart(const struct comparing *p, int grade)
{
    return str_of(arena_printf(p->arena, "the older scale's %s has no counterpart that is declared",
                               side_grade_name(p->x->was, grade)));
}

/* Against each of the older areas that has a grade: all must say the same, or nothing is said. */
static enum judgment_change step(const struct comparing *p, struct judgment_diff *d)
{
    int now = d->now->grade, least = INT_MAX, most = INT_MIN; /* one has a grade, at the least */
    for (size_t i = 0; i < d->link->was_count; i++) {
        int was = p->was->judgments[d->link->was[i]].grade;
        if (was < 0) continue;
        if (p->x->grade[was] < 0) return d->because = no_counterpart(p, was), JUDGMENT_NOT_COMPARABLE;
        int up = now - p->x->grade[was];
        if (up < least) least = up;
        if (up > most) most = up;
    }
    if (least > 0) return d->steps = least, JUDGMENT_IMPROVED;
    if (most < 0) return d->steps = most, JUDGMENT_DECLINED;
    if (least == 0 && most == 0) return JUDGMENT_UNCHANGED;
    d->because = STR("the areas that were merged had different grades");
    return JUDGMENT_NOT_COMPARABLE;
}

/* Of one round: what was published of it then was put right. Another round is another judgment, whatever became of it since. */
static bool is_corrected(const struct comparing *p, const struct judgment_diff *d)
{
    if (d->now->status != PEEL_CORRECTED || !crosswalk_same_round(p->x)) return false;
    for (size_t i = 0; i < d->link->was_count; i++) {
        const struct side_judgment *was = &p->was->judgments[d->link->was[i]];
        if (was->status == PEEL_CORRECTED && date_compare(was->date, d->now->date) == 0) return false;
    }
    return true;
}

static bool any_graded(const struct comparing *p, const struct area_link *link)
{
    for (size_t i = 0; i < link->was_count; i++)
        if (p->was->judgments[link->was[i]].grade >= 0) return true;
    return false;
}

/* One of these areas was not graded, for all that is known. */
static bool any_unknown(const struct comparing *p, const struct area_link *link)
{
    for (size_t i = 0; i < link->was_count; i++)
        if (side_knows_none(p->x->was, &p->was->judgments[link->was[i]])) return true;
    return false;
}

/* Without a grade for one reason, all of them. */
static bool same_without(const struct comparing *p, const struct judgment_diff *d)
{
    for (size_t i = 0; i < d->link->was_count; i++)
        if (p->was->judgments[d->link->was[i]].grade != d->now->grade) return false;
    return true;
}

static enum judgment_change judged_of(const struct comparing *p, struct judgment_diff *d)
{
    bool before = d->was && any_graded(p, d->link), after = d->now && d->now->grade >= 0;
    enum judgment_change change;
    if (!before && !after) {
        return !d->was || !d->now || same_without(p, d) ? JUDGMENT_UNCHANGED : JUDGMENT_WITHOUT_GRADE;
    }
    if (!before) return d->was && any_unknown(p, d->link) ? JUDGMENT_UNKNOWN : JUDGMENT_NEWLY_GRADED;
    if (!after) return d->now && side_knows_none(p->x->now, d->now) ? JUDGMENT_UNKNOWN : JUDGMENT_NO_LONGER_GRADED;
    if (d->link->comparability != ALIKE) return d->because = d->link->because, JUDGMENT_NOT_COMPARABLE;
    change = step(p, d);
    if (is_corrected(p, d)) return d->steps = 0, JUDGMENT_CORRECTED; /* what was wrong is no step from what is right */
    if (d->now->status == PEEL_CARRIED_OVER && change != JUDGMENT_NOT_COMPARABLE)
        return d->replaced = change != JUDGMENT_UNCHANGED, d->steps = 0, JUDGMENT_CARRIED_OVER; /* whatever stood before it: nobody looked, so nothing rose or fell */
    return change;
}

/* --- People's decisions -------------------------------------------------------------------------------------------- */

static const struct side_moderation *moderation_of(const struct side_judgment *j)
{
    return j && j->more ? j->more->moderation : NULL;
}

static bool same_moderation(const struct side_moderation *a, const struct side_moderation *b)
{
    return str_eq(a->to, b->to) && str_eq(a->by, b->by) && str_eq(a->why, b->why) && date_compare(a->date, b->date) == 0;
}

/* The same decision, as the newer dataset has it, which says when it was withdrawn; NULL: it does not. */
static const struct side_moderation *withdrawal(const struct side_judgment *now, const struct side_moderation *was)
{
    for (size_t i = 0; now && now->more && i < now->more->withdrawn_count; i++)
        if (same_moderation(&now->more->withdrawn[i], was)) return &now->more->withdrawn[i];
    return NULL;
}

static bool is_later(const struct side_moderation *a, const struct side_moderation *b)
{
    int apart = date_compare(a->date, b->date);
    return apart ? apart > 0 : str_compare(a->to, b->to) > 0;
}

/* Of areas that were merged: the one that still stands, else the latest; in whichever place its area was. */
static const struct side_moderation *moderation_before(const struct judgment_diff *d, const struct side_moderation *now)
{
    const struct side_moderation *latest = NULL;
    for (size_t i = 0; i < d->link->was_count; i++) {
        const struct side_moderation *m = moderation_of(&d->before->judgments[d->link->was[i]]);
        if (m && now && same_moderation(m, now)) return m;
        if (m && (!latest || is_later(m, latest))) latest = m;
    }
    return latest;
}

/* Of an area that is asked no more nobody withdrew anything: what was decided went with it. */
static void weigh_moderation(struct judgment_diff *d)
{
    const struct side_moderation *now = moderation_of(d->now), *was = moderation_before(d, now), *gone;
    if ((!was && !now) || !d->now) return;
    if (was && now && same_moderation(was, now)) return;
    gone = was && !now ? withdrawal(d->now, was) : NULL;
    d->moderation = !was ? MODERATION_ADDED : now ? MODERATION_CHANGED : gone ? MODERATION_WITHDRAWN : MODERATION_ENDED;
    d->decision = now ? now : gone ? gone : was;
}

/* --- Outcomes, readings, findings ------------------------------------------------------------------------------------ */

static void weigh_outcomes(const struct comparing *p, struct judgment_diff *d)
{
    const struct side_area *a = &p->x->now->areas[d->link->now];
    d->outcomes = arena_alloc(p->arena, (a->count + 1) * sizeof *d->outcomes);
    for (uint32_t i = a->first; i < a->first + a->count; i++) {
        uint32_t was = p->x->characteristic[i];
        if (was == NO_SLOT || p->was->outcomes[was] == p->now->outcomes[i]) continue;
        d->outcomes[d->outcome_count++] = (struct outcome_diff){was, i, (enum peel_outcome)p->was->outcomes[was],
                                                               (enum peel_outcome)p->now->outcomes[i]};
    }
}

static bool is_listed(const struct judgment_diff *d, const struct side_entry *entry)
{
    for (size_t i = 0; i < d->reading_count; i++)
        if (d->readings[i].entry == entry) return true;
    return false;
}

static void weigh_entry(const struct comparing *p, struct judgment_diff *d, uint32_t entry)
{
    if (is_listed(d, &p->x->now->entries[entry])) return;
    struct reading_diff r = moved_entry(p->x, entry, p->was, p->now);
    if (d->change == JUDGMENT_CORRECTED && r.moved > MOVED_OTHERWISE && r.moved < MOVED_LOST)
        r.moved = MOVED_OTHERWISE, r.p = (double)NAN, r.dispute = DISPUTE_NONE; /* the value was wrong: nothing fell, and nothing rose */
    if (r.moved != MOVED_NOT) d->readings[d->reading_count++] = r;
}

/* What the newer side does not know at all: it has none. */
static void weigh_gone(const struct comparing *p, struct judgment_diff *d, uint32_t older)
{
    const struct side_entry *e = &p->x->was->entries[older];
    const struct side_value *was = side_value_of(p->was, older);
    if (!was || was->missing || is_listed(d, e)) return;
    d->readings[d->reading_count++] = (struct reading_diff){.entry = e, .was = was, .was_entry = e, .was_org = p->was, .now_org = p->now, .moved = MOVED_LOST, .p = (double)NAN};
}

static bool outcome_changed(const struct judgment_diff *d, uint32_t characteristic)
{
    for (size_t i = 0; i < d->outcome_count; i++)
        if (d->outcomes[i].now == characteristic) return true;
    return false;
}

/* Kinds together, then by id: the order of catalogues is no matter of what changed. */
static bool comes_before(const struct reading_diff *a, const struct reading_diff *b)
{
    if (a->entry->kind != b->entry->kind) return a->entry->kind < b->entry->kind;
    return str_compare(a->entry->id, b->entry->id) < 0;
}

static void sort_readings(struct judgment_diff *d)
{
    for (size_t i = 1; i < d->reading_count; i++) {
        struct reading_diff r = d->readings[i];
        size_t at = i;
        for (; at > 0 && comes_before(&r, &d->readings[at - 1]); at--) d->readings[at] = d->readings[at - 1];
        d->readings[at] = r;
    }
}

/* What the area's rules read now; and what those of the older one read that has a counterpart. */
static void weigh_readings(const struct comparing *p, struct judgment_diff *d, bool all)
{
    const struct side_area *a = &p->x->now->areas[d->link->now];
    d->readings = arena_alloc(p->arena, (p->x->now->entry_count + p->x->was->entry_count + 1) * sizeof *d->readings);
    for (uint32_t c = a->first; c < a->first + a->count; c++) {
        if (!all && !outcome_changed(d, c)) continue;
        for (uint32_t i = p->now->read_start[c]; i < p->now->read_start[c + 1]; i++)
            weigh_entry(p, d, p->now->reads[i]);
        uint32_t was = p->x->characteristic[c];
        if (was == NO_SLOT) continue;
        for (uint32_t i = p->was->read_start[was]; i < p->was->read_start[was + 1]; i++) {
            const struct side_entry *e = &p->x->was->entries[p->was->reads[i]];
            uint32_t now = side_entry_named(p->x->now, e->kind, e->id);
            if (now != NO_SLOT) weigh_entry(p, d, now);
            else weigh_gone(p, d, p->was->reads[i]);
        }
    }
    sort_readings(d);
}

static bool same_finding(const struct side_finding *a, const struct side_finding *b)
{
    if (a->id.s && b->id.s && !str_eq(a->id, b->id)) return false;
    return a->weakness == b->weakness && str_eq(a->text, b->text) && a->weight == b->weight;
}

static bool has_finding(const struct side_org *o, uint32_t characteristic, const struct side_finding *f)
{
    for (size_t i = 0; i < o->finding_count; i++)
        if (o->findings[i].characteristic == characteristic && same_finding(&o->findings[i], f)) return true;
    return false;
}

static bool finding_told(const struct judgment_diff *d, const struct side_finding *f, bool is_gone)
{
    for (size_t i = 0; i < d->finding_count; i++)
        if (d->findings[i].gone == is_gone && same_finding(d->findings[i].finding, f)) return true;
    return false;
}

/* One finding may stand against several characteristics of the area: it is told once. */
static void add_finding(struct judgment_diff *d, const struct side_finding *f, bool is_gone)
{
    if (!finding_told(d, f, is_gone)) d->findings[d->finding_count++] = (struct finding_diff){f, is_gone};
}

static void weigh_findings(const struct comparing *p, struct judgment_diff *d, bool all)
{
    const struct side_area *a = &p->x->now->areas[d->link->now];
    d->findings = arena_alloc(p->arena, (p->was->finding_count + p->now->finding_count + 1) * sizeof *d->findings);
    for (size_t i = 0; i < p->now->finding_count; i++) {
        const struct side_finding *f = &p->now->findings[i];
        if (f->characteristic < a->first || f->characteristic >= a->first + a->count) continue;
        uint32_t was = p->x->characteristic[f->characteristic];
        if (was == NO_SLOT || (!all && !outcome_changed(d, f->characteristic))) continue;
        if (!has_finding(p->was, was, f)) add_finding(d, f, false);
    }
    for (size_t i = 0; i < p->was->finding_count; i++) {
        const struct side_finding *f = &p->was->findings[i];
        uint32_t now = p->x->newer[f->characteristic];
        if (now < a->first || now >= a->first + a->count || (!all && !outcome_changed(d, now))) continue;
        if (!has_finding(p->now, now, f)) add_finding(d, f, true);
    }
}

static bool read_before(const struct side_org *o, size_t i, const struct side_area *a)
{
    for (size_t k = 0; k < i; k++)
        if (o->findings[k].characteristic >= a->first && same_finding(&o->findings[k], &o->findings[i])) return true;
    return false;
}

/* One finding may stand against several characteristics of the area. */
static void count_found(const struct judged *s, const struct side_org *o, uint32_t area, struct found *to)
{
    const struct side_area *a = &s->areas[area];
    for (size_t i = 0; i < o->finding_count; i++) {
        const struct side_finding *f = &o->findings[i];
        if (f->characteristic < a->first || f->characteristic >= a->first + a->count || read_before(o, i, a)) continue;
        ++*(f->weakness ? &to->weaknesses : &to->strengths);
    }
}

static void weigh_found(const struct comparing *p, struct judgment_diff *d)
{
    const struct area_link *link = d->link;
    for (size_t i = 0; i < link->was_count; i++) count_found(p->x->was, p->was, link->was[i], &d->found_before);
    count_found(p->x->now, p->now, link->now, &d->found_after);
}

/* --- A judgment ---------------------------------------------------------------------------------------------------- */

static bool is_change(const struct judgment_diff *d)
{
    return d->change < JUDGMENT_CARRIED_OVER || d->replaced;
}

/* A new status of the same grade is told too: somebody looked again, or nobody did. */
static bool status_differs(const struct judgment_diff *d)
{
    for (size_t i = 0; d->now && i < d->link->was_count; i++) {
        const struct side_judgment *was = &d->before->judgments[d->link->was[i]];
        bool fresh = d->now->status == PEEL_FRESH && was->status == PEEL_FRESH;
        if (!fresh && (was->status != d->now->status || date_compare(was->date, d->now->date) != 0)) return true;
    }
    return false;
}

static void weigh(const struct comparing *p, const struct area_link *link, struct judgment_diff *d)
{
    *d = (struct judgment_diff){.link = link, .before = p->was, .grading = OUTCOME_CAUSES};
    if (link->was_count) d->was = &p->was->judgments[link->was[0]];
    if (link->now != NO_SLOT) d->now = &p->now->judgments[link->now];
    d->change = judged_of(p, d);
    weigh_moderation(d);
    bool asked = !p->x->was->published_only && !p->x->now->published_only; /* else nobody read anything, and what was there is not known */
    if (d->was && d->now && asked) {
        bool alike = link->comparability == ALIKE, changed = is_change(d) || d->moderation;
        if (alike) weigh_outcomes(p, d);
        if (changed || d->outcome_count) weigh_readings(p, d, changed);
        if (alike && (changed || d->outcome_count)) weigh_findings(p, d, changed);
        if (!alike && changed) weigh_found(p, d);
    }
    d->differs = is_change(d) || d->moderation || d->outcome_count || status_differs(d) ||
                 (link->change != AREA_SAME && any_graded(p, link));
}

static void weigh_pair(const struct comparing *p, struct org_diff *d)
{
    const struct crosswalk *x = p->x;
    d->judgments = arena_alloc(p->arena, (x->count + 1) * sizeof *d->judgments);
    for (size_t i = 0; i < x->count; i++) {
        weigh(p, &x->links[i], &d->judgments[d->judgment_count]);
        d->differs = d->differs || d->judgments[d->judgment_count].differs;
        d->judgment_count++;
    }
    d->lives = lives_of(x, p->was, p->now, p->c->on, p->arena);
    for (size_t i = 0; i < d->lives.count; i++) d->differs = d->differs || life_differs(&d->lives.list[i]);
}

const struct org_diff *compare_org(const struct compare *c, size_t i, struct arena *arena)
{
    const struct crosswalk *x = &c->crosswalk;
    struct org_diff *d;
    if (c->only != SIZE_MAX && c->only != i) return NULL;
    d = arena_zero(arena, 1, sizeof *d);
    if (i < x->now->org_count) {
        d->now = &x->now->orgs[i];
        if (x->org[i] != NO_SLOT) d->was = &x->was->orgs[x->org[i]];
    } else {
        d->was = &x->was->orgs[c->removed[i - x->now->org_count]];
    }
    d->change = !d->was ? ORG_ADDED : !d->now ? ORG_REMOVED : str_eq(d->was->id, d->now->id) ? ORG_SAME : ORG_RENAMED;
    d->differs = d->change != ORG_SAME;
    if (!d->was || !d->now) return d;
    weigh_pair(&(struct comparing){c, x, d->was, d->now, arena}, d);
    credit(c, d, arena);
    return d;
}

/* --- All of them --------------------------------------------------------------------------------------------------- */

static void list_removed(struct compare *c, struct arena *arena)
{
    const struct crosswalk *x = &c->crosswalk;
    size_t n = 0;
    c->removed = arena_alloc(arena, (x->was->org_count + 1) * sizeof *c->removed);
    for (uint32_t i = 0; i < x->was->org_count; i++)
        if (!x->kept[i]) c->removed[n++] = i;
    c->count = x->now->org_count + n;
}

static bool find_only(struct compare *c, struct str id, struct diags *diags)
{
    const struct crosswalk *x = &c->crosswalk;
    uint32_t at = lookup_find(&x->now->org_ids, id);
    c->only = at;
    if (at != LOOKUP_NONE) return true;
    at = lookup_find(&x->was->org_ids, id);
    for (size_t i = 0; at != LOOKUP_NONE && i < x->now->org_count; i++)
        if (x->org[i] == at) return c->only = i, true;
    for (size_t i = x->now->org_count; at != LOOKUP_NONE && i < c->count; i++)
        if (c->removed[i - x->now->org_count] == at) return c->only = i, true;
    int near = str_nearest(id, x->now->org_ids.names, x->now->org_count);
    char hint[DIAG_HINT];
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean \"%.64s\"?", x->now->org_ids.names[near].s);
    diag_add(diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, near >= 0 ? hint : NULL,
             "neither side has an organisation \"%.*s\"", (int)(id.n < 80 ? id.n : 80), id.s);
    return false;
}

bool compare_make(struct compare *c, const struct judged *was, const struct judged *now, const struct wish *wish,
                  struct arena *arena, struct diags *diags)
{
    *c = (struct compare){.on = wish->on.year ? wish->on : side_today(now), .only = SIZE_MAX};
    crosswalk_make(&c->crosswalk, was, now, arena, diags);
    quartet_of_two(c);
    list_removed(c, arena);
    return !wish->org.s || find_only(c, wish->org, diags);
}
