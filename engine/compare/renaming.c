/* renaming.c: see renaming.h. */
#include "compare/renaming.h"

/* One older area and one newer that are alike; several of an area that was split, or came together. */
struct pair { struct str was, now; };

static size_t pairs_of(const struct crosswalk *c, struct pair *to, size_t room)
{
    size_t n = 0;
    for (size_t i = 0; i < c->count; i++) {
        const struct area_link *link = &c->links[i];
        for (size_t k = 0; link->now != NO_SLOT && link->comparability == ALIKE && k < link->was_count; k++, n++)
            if (n < room) to[n] = (struct pair){c->was->areas[link->was[k]].id, c->now->areas[link->now].id};
    }
    return n;
}

struct renamer { /* of one organisation */
    bool back;
    struct pair *pairs;
    size_t count;
    struct arena *arena;
};

/* What the other side calls an area, by pair i; s NULL: that does not speak of it. */
static struct str other_name(const struct renamer *r, size_t i, struct str area)
{
    const struct pair *p = &r->pairs[i];
    if (!str_eq(r->back ? p->now : p->was, area)) return (struct str){NULL, 0};
    return r->back ? p->was : p->now;
}

/* No pair speaks of it, and the other side calls no other area so: it keeps its name. */
static bool keeps(const struct renamer *r, struct str area)
{
    for (size_t i = 0; i < r->count; i++)
        if (str_eq(r->pairs[i].was, area) || str_eq(r->pairs[i].now, area)) return false;
    return true;
}

/* --- Findings ------------------------------------------------------------------------------------------------------- */

static void add(struct str *list, size_t *count, struct str name)
{
    for (size_t i = 0; i < *count; i++)
        if (str_eq(list[i], name)) return;
    list[(*count)++] = name;
}

/* "area/characteristic" */
static void rename_against(const struct renamer *r, struct str against, struct str *to, size_t *count)
{
    struct str rest = crosswalk_short(against), area = {against.s, against.n - rest.n - (rest.n < against.n)};
    for (size_t i = 0; i < r->count; i++) {
        struct str other = other_name(r, i, area);
        if (other.s) add(to, count, str_of(arena_printf(r->arena, "%.*s/%.*s", (int)other.n, other.s, (int)rest.n, rest.s)));
    }
    if (keeps(r, area)) add(to, count, against);
}

static void rename_finding(const struct renamer *r, struct finding *f)
{
    size_t count = 0;
    struct str *to = arena_alloc(r->arena, (f->against_count * (r->count + 1) + 1) * sizeof *to);
    for (size_t k = 0; k < f->against_count; k++) rename_against(r, f->against[k], to, &count);
    f->against = to;
    f->against_slot = arena_alloc(r->arena, (count + 1) * sizeof *f->against_slot); /* the judge's to fill */
    f->against_count = count;
}

/* --- Judgments ------------------------------------------------------------------------------------------------------- */

/* Of parts of which one area was made, or is made, there is not one judgment. */
static bool is_one(const struct renamer *r, size_t i)
{
    size_t sharing = 0;
    for (size_t k = 0; k < r->count; k++)
        sharing += str_eq(r->back ? r->pairs[k].was : r->pairs[k].now, r->back ? r->pairs[i].was : r->pairs[i].now);
    return sharing == 1;
}

static void rename_judgments(const struct renamer *r, struct org *org)
{
    size_t count = 0;
    struct judgment *to = arena_alloc(r->arena, (org->judgment_count * (r->count + 1) + 1) * sizeof *to);
    for (size_t k = 0; k < org->judgment_count; k++) {
        const struct judgment *j = &org->judgments[k];
        if (keeps(r, j->area)) to[count++] = *j;
        for (size_t i = 0; i < r->count; i++) {
            struct str other = other_name(r, i, j->area);
            if (!other.s || !is_one(r, i)) continue;
            to[count] = *j;
            to[count++].area = other;
        }
    }
    org->judgments = to;
    org->judgment_count = count;
}

static bool renames(const struct crosswalk *c)
{
    for (size_t i = 0; i < c->count; i++)
        if (c->links[i].change >= AREA_RENAMED && c->links[i].change <= AREA_MERGED) return true;
    return false;
}

void renaming_apply(const struct renaming *renaming, struct org *org, struct arena *arena)
{
    struct renamer r = {.back = renaming->back, .arena = arena};
    if (!renames(renaming->crosswalk)) return;
    r.count = pairs_of(renaming->crosswalk, NULL, 0);
    r.pairs = arena_alloc(arena, (r.count + 1) * sizeof *r.pairs);
    pairs_of(renaming->crosswalk, r.pairs, r.count);
    for (size_t i = 0; i < org->finding_count; i++) rename_finding(&r, &org->findings[i]);
    rename_judgments(&r, org);
}
