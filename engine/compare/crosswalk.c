/* crosswalk.c: from what a pack declares to links between two sides. */
#include "compare/crosswalk.h"
#include <stdio.h>
#include <stdlib.h>

const char *area_change_name(enum area_change change)
{
    static const char *const names[AREA_CHANGES] = {"same", "renamed", "split", "merged", "new", "dropped"};
    return names[change];
}

const char *grading_name(enum grading_change grading)
{
    return grading == GRADING_SAME ? NULL : grading == GRADING_BEGUN ? "newly-graded" : "no-longer-graded";
}

struct relation { uint32_t was, now; enum comparability comparability; struct str because; };

struct linking {
    struct crosswalk *c;
    const struct side_compared *declared; /* NULL: nobody says anything */
    const struct side_compared *renamed;  /* the same, of organisations */
    const struct side_compared *repeated; /* by the other version of one pack; what both say, neither says of the other. NULL: none */
    bool backwards;                       /* by the older side */
    struct relation *relations;
    size_t count, capacity;
    struct arena *arena;
    struct diags *diags;
};

struct str crosswalk_short(struct str id)
{
    const char *slash = memchr(id.s, '/', id.n);
    return slash ? (struct str){slash + 1, id.n - (size_t)(slash + 1 - id.s)} : id;
}

bool crosswalk_same_round(const struct crosswalk *c)
{
    return c->was->year == c->now->year && str_eq(c->was->round, c->now->round);
}

static uint32_t area_named(const struct judged *s, struct str id)
{
    for (uint32_t a = 0; a < s->area_count; a++)
        if (str_eq(s->areas[a].id, id)) return a;
    return NO_SLOT;
}

static const struct side_compared *declared_by(const struct judged *side, struct str pack)
{
    for (size_t i = 0; i < side->compared_count; i++)
        if (str_eq(side->compared[i].pack, pack)) return &side->compared[i];
    return NULL;
}

static bool one_pack(const struct linking *l) { return str_eq(l->c->was->pack, l->c->now->pack); }

static bool same_names(const struct names *a, const struct names *b)
{
    if (a->count != b->count) return false;
    for (size_t i = 0; i < a->count; i++)
        if (!str_eq(a->list[i], b->list[i])) return false;
    return true;
}

/* Does it say the same of the same areas? */
static bool says_link(const struct side_compared *d, const struct side_link *link)
{
    for (size_t i = 0; i < d->link_count; i++) {
        const struct side_link *x = &d->links[i];
        if (str_eq(x->area, link->area) && x->comparability == link->comparability && same_names(&x->from, &link->from)) return true;
    }
    return false;
}

static bool says_all(const struct side_compared *d, const struct side_compared *of)
{
    for (size_t i = 0; i < of->link_count; i++)
        if (!says_link(d, &of->links[i])) return false;
    return true;
}

static bool same_grades(const struct side_compared *a, const struct side_compared *b)
{
    if (a->grade_count != b->grade_count) return false;
    for (size_t i = 0; i < a->grade_count; i++)
        if (!str_eq(a->grades[i].was, b->grades[i].was) || !str_eq(a->grades[i].is, b->grades[i].is)) return false;
    return true;
}

/* What two versions both say of an earlier one of their name, is said of one before either; and what a version says, it does not say of itself. Their areas and grades are what they are, but for what one of them says more. */
static void choose_version(struct linking *l, const struct side_compared *was, const struct side_compared *now)
{
    bool backwards = says_all(was, now) && !says_all(now, was);
    bool nothing_new = says_all(was, now) && says_all(now, was) && same_grades(was, now) && was->comparability == now->comparability;
    l->renamed = backwards ? was : now; /* organisations are of the data, and may be called otherwise all the same */
    l->declared = nothing_new ? NULL : l->renamed;
    l->repeated = backwards ? now : was;
    l->backwards = backwards;
}

static void choose(struct linking *l)
{
    const struct judged *was = l->c->was, *now = l->c->now;
    const struct side_compared *older = declared_by(was, now->pack), *newer = declared_by(now, was->pack);
    l->renamed = l->declared = newer ? newer : older;
    l->backwards = !newer && older;
    if (one_pack(l) && newer && older) choose_version(l, older, newer);
}

/* --- Grades ------------------------------------------------------------------------------------------------------- */

static int place_of(const struct names *scale, struct str grade)
{
    for (size_t i = 0; i < scale->count; i++)
        if (str_eq(scale->list[i], grade)) return (int)i;
    return -1;
}

/* Read backwards, a grade that two became is not said. */
static void grade_by(struct linking *l, const struct decl_successor *s)
{
    struct crosswalk *c = l->c;
    int was = place_of(&c->was->scale, l->backwards ? s->is : s->was);
    int now = place_of(&c->now->scale, l->backwards ? s->was : s->is);
    size_t sharing = 0;
    for (size_t i = 0; l->backwards && i < l->declared->grade_count; i++)
        sharing += str_eq(l->declared->grades[i].is, s->is);
    if (was >= 0 && now >= 0 && sharing < 2) c->grade[was] = (int8_t)now;
}

static void link_grades(struct linking *l)
{
    struct crosswalk *c = l->c;
    c->one_scale = same_names(&c->was->scale, &c->now->scale);
    bool said = l->declared && l->declared->grade_count > 0 && !(l->repeated && same_grades(l->declared, l->repeated));
    for (int g = 0; g < PACK_SCALE_MAX; g++) c->grade[g] = (int8_t)(c->one_scale && !said ? g : -1);
    for (size_t i = 0; said && i < l->declared->grade_count; i++) grade_by(l, &l->declared->grades[i]);
}

/* --- Areas -------------------------------------------------------------------------------------------------------- */

static void relate(struct linking *l, uint32_t was, uint32_t now, enum comparability comparability, struct str because)
{
    if (l->count == l->capacity) {
        size_t wider = l->capacity ? 2 * l->capacity : 64;
        struct relation *relations = arena_alloc(l->arena, wider * sizeof *relations);
        if (l->count) memcpy(relations, l->relations, l->count * sizeof *relations);
        l->relations = relations;
        l->capacity = wider;
    }
    l->relations[l->count++] = (struct relation){was, now, comparability, because};
}

static void warn_unknown(const struct linking *l, struct str area, const struct judged *side)
{
    char hint[DIAG_HINT];
    struct str *names = arena_alloc(l->arena, (side->area_count + 1) * sizeof *names);
    for (size_t i = 0; i < side->area_count; i++) names[i] = side->areas[i].id;
    int near = str_nearest(area, names, side->area_count);
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean \"%.64s\"?", names[near].s);
    diag_add(l->diags, DIAG_WARNING, (struct place){side->name, 0, 0, 0}, near >= 0 ? hint : NULL,
             "a crosswalk to it names the area \"%.*s\", which %.*s %.*s does not have", (int)area.n, area.s,
             (int)side->pack.n, side->pack.s, (int)side->version.n, side->version.s);
}

/* Whether they may be compared: as the link says, else the crosswalk; where nobody does, they may not (law 9). */
static void relate_by(struct linking *l, const struct side_link *link, struct str from)
{
    const struct judged *newer = l->backwards ? l->c->was : l->c->now, *older = l->backwards ? l->c->now : l->c->was;
    uint32_t now = area_named(newer, link->area), was = area_named(older, from);
    enum comparability comparability = link->comparability ? link->comparability : l->declared->comparability;
    struct str because = link->because.s ? link->because : l->declared->because;
    if (was == NO_SLOT) warn_unknown(l, from, older);
    if (now == NO_SLOT || was == NO_SLOT) return;
    relate(l, l->backwards ? now : was, l->backwards ? was : now, comparability ? comparability : NOT_COMPARABLE,
           because);
}

static bool is_related(const struct linking *l, uint32_t was, uint32_t now)
{
    for (size_t i = 0; i < l->count; i++)
        if (l->relations[i].was == was || l->relations[i].now == now) return true;
    return false;
}

static struct str why_of_two_packs(const struct linking *l)
{
    const struct judged *was = l->c->was, *now = l->c->now;
    return str_of(arena_printf(l->arena, "%.*s and %.*s are two frameworks, and neither says how it is compared with the other",
                               (int)was->pack.n, was->pack.s, (int)now->pack.n, now->pack.s));
}

/* What no crosswalk speaks of is itself, where nothing says that the packs are two. */
static void relate_itself(struct linking *l)
{
    size_t said = l->count;
    enum comparability comparability = one_pack(l) ? ALIKE : NOT_COMPARABLE;
    struct str because = {NULL, 0};
    if (!one_pack(l)) because = why_of_two_packs(l);
    if (l->declared && l->declared->comparability)
        comparability = l->declared->comparability, because = l->declared->because;
    else if (one_pack(l) && !l->c->one_scale && !(l->declared && l->declared->grade_count))
        comparability = NOT_COMPARABLE, because = STR("the scale of grades is another one");
    for (uint32_t a = 0; a < l->c->now->area_count; a++) {
        uint32_t was = area_named(l->c->was, l->c->now->areas[a].id);
        size_t all = l->count;
        l->count = said; /* what was said, not what follows from silence */
        bool related = was == NO_SLOT || is_related(l, was, a);
        l->count = all;
        if (!related) relate(l, was, a, comparability, because);
    }
}

static void relate_all(struct linking *l)
{
    const struct side_compared *d = l->declared;
    for (size_t i = 0; d && i < d->link_count; i++)
        for (size_t k = 0; !(l->repeated && says_link(l->repeated, &d->links[i])) && k < d->links[i].from.count; k++) relate_by(l, &d->links[i], d->links[i].from.list[k]);
    if (!d || one_pack(l)) relate_itself(l);
}

static size_t shares(const struct linking *l, uint32_t was)
{
    size_t n = 0;
    for (size_t i = 0; i < l->count; i++) n += l->relations[i].was == was;
    return n;
}

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

/* One that may not be compared is enough: the area as a whole may not. */
static void gather(const struct linking *l, uint32_t now, struct area_link *link)
{
    const struct crosswalk *c = l->c;
    *link = (struct area_link){.now = now, .change = AREA_NEW};
    size_t most = 0;
    for (size_t i = 0; i < l->count; i++) most += l->relations[i].now == now;
    link->was = arena_alloc(l->arena, (most + 1) * sizeof *link->was);
    for (size_t i = 0; i < l->count; i++) {
        const struct relation *r = &l->relations[i];
        if (r->now != now) continue;
        link->was[link->was_count++] = r->was;
        if (link->comparability == NOT_COMPARABLE) continue;
        link->comparability = r->comparability;
        link->because = r->because;
    }
    if (link->comparability != NOT_COMPARABLE) link->because = (struct str){NULL, 0};
    if (link->was_count) qsort(link->was, link->was_count, sizeof *link->was, by_number);
    if (link->was_count == 0) return;
    bool graded = false;
    for (size_t i = 0; i < link->was_count; i++) graded = graded || c->was->areas[link->was[i]].graded;
    if (graded != c->now->areas[now].graded) link->grading = graded ? GRADING_ENDED : GRADING_BEGUN;
    bool same = str_eq(c->was->areas[link->was[0]].id, c->now->areas[now].id);
    link->change = link->was_count > 1              ? AREA_MERGED
                   : shares(l, link->was[0]) > 1    ? AREA_SPLIT
                   : same                           ? AREA_SAME
                                                    : AREA_RENAMED;
}

static void link_areas(struct linking *l)
{
    struct crosswalk *c = l->c;
    relate_all(l);
    c->links = arena_zero(l->arena, c->now->area_count + c->was->area_count + 1, sizeof *c->links);
    for (uint32_t a = 0; a < c->now->area_count; a++) gather(l, a, &c->links[c->count++]);
    for (uint32_t a = 0; a < c->was->area_count; a++) {
        if (shares(l, a) > 0) continue;
        uint32_t *was = arena_alloc(l->arena, sizeof *was);
        *was = a;
        c->links[c->count++] = (struct area_link){.now = NO_SLOT, .was = was, .was_count = 1, .change = AREA_DROPPED};
    }
}

/* --- Characteristics, evidence, organisations ----------------------------------------------------------------------- */

static uint32_t characteristic_in(const struct judged *s, uint32_t area, struct str name)
{
    for (uint32_t i = s->areas[area].first; i < s->areas[area].first + s->areas[area].count; i++)
        if (str_eq(crosswalk_short(s->characteristics[i].id), name)) return i;
    return NO_SLOT;
}

/* Where two were merged into one, neither is what the one was: its outcomes are compared with nothing. */
static void link_characteristic(struct crosswalk *c, uint32_t i)
{
    const struct side_characteristic *x = &c->now->characteristics[i];
    const struct area_link *link = &c->links[x->area];
    size_t found = 0;
    if (link->comparability != ALIKE) return;
    for (size_t k = 0; k < link->was_count; k++) {
        uint32_t was = characteristic_in(c->was, link->was[k], crosswalk_short(x->id));
        if (was == NO_SLOT) continue;
        c->characteristic[i] = found++ ? NO_SLOT : was;
        if (c->newer[was] == NO_SLOT) c->newer[was] = i; /* of a split area the first that asks it again */
    }
}

static uint32_t *none_of(struct linking *l, size_t count)
{
    uint32_t *list = arena_alloc(l->arena, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) list[i] = NO_SLOT;
    return list;
}

static void link_details(struct linking *l)
{
    struct crosswalk *c = l->c;
    const struct judged *now = c->now;
    c->characteristic = none_of(l, now->characteristic_count);
    c->newer = none_of(l, c->was->characteristic_count);
    for (uint32_t i = 0; i < now->characteristic_count; i++) link_characteristic(c, i);
    c->entry = arena_alloc(l->arena, (now->entry_count + 1) * sizeof *c->entry);
    for (size_t i = 0; i < now->entry_count; i++)
        c->entry[i] = side_entry_named(c->was, now->entries[i].kind, now->entries[i].id);
}

static struct str older_id(const struct linking *l, struct str id)
{
    const struct side_compared *d = l->renamed;
    for (size_t i = 0; d && i < d->organisation_count; i++) {
        const struct decl_successor *s = &d->organisations[i];
        if (str_eq(l->backwards ? s->was : s->is, id)) return l->backwards ? s->is : s->was;
    }
    return id;
}

/* The older organisation of that id, if no newer one has it yet. */
static bool take_older(struct crosswalk *c, size_t i, struct str id)
{
    uint32_t at = lookup_find(&c->was->org_ids, id);
    if (at == LOOKUP_NONE || c->kept[at]) return false;
    c->org[i] = at;
    return c->kept[at] = true;
}

/* What the newer dataset says it was called, or the older what it is called now (sides the other way round). */
static void take_former(struct crosswalk *c, size_t i)
{
    const struct side_org *now = &c->now->orgs[i];
    for (size_t k = 0; k < now->formerly.count; k++)
        if (take_older(c, i, now->formerly.list[k])) return;
}

static void take_later(struct crosswalk *c, uint32_t was)
{
    const struct names *formerly = &c->was->orgs[was].formerly;
    for (size_t k = 0; k < formerly->count && !c->kept[was]; k++) {
        uint32_t now = lookup_find(&c->now->org_ids, formerly->list[k]);
        if (now != LOOKUP_NONE && c->org[now] == NO_SLOT) take_older(c, now, c->was->orgs[was].id);
    }
}

/* An organisation that kept its id is itself, whatever is said of others; each older one is one newer one's. */
static void link_organisations(struct linking *l)
{
    struct crosswalk *c = l->c;
    c->org = arena_alloc(l->arena, (c->now->org_count + 1) * sizeof *c->org);
    c->kept = arena_zero(l->arena, c->was->org_count + 1, sizeof *c->kept);
    for (size_t i = 0; i < c->now->org_count; i++) c->org[i] = NO_SLOT, take_older(c, i, c->now->orgs[i].id);
    for (size_t i = 0; i < c->now->org_count; i++)
        if (c->org[i] == NO_SLOT && !take_older(c, i, older_id(l, c->now->orgs[i].id))) take_former(c, i);
    for (uint32_t i = 0; i < c->was->org_count; i++)
        if (!c->kept[i]) take_later(c, i);
}

void crosswalk_make(struct crosswalk *c, const struct judged *was, const struct judged *now, struct arena *arena,
                    struct diags *diags)
{
    struct linking l = {.c = c, .arena = arena, .diags = diags};
    *c = (struct crosswalk){.was = was, .now = now};
    choose(&l);
    link_grades(&l);
    link_areas(&l);
    link_details(&l);
    link_organisations(&l);
}
