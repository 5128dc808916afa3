/* renaming.c: see renaming.h. */
#include "compare/renaming.h"

/* What the other side calls an area, by link i; s NULL: that link does not speak of it. */
static struct str other_name(const struct renaming *r, size_t i, struct str area)
{
    const struct crosswalk *c = r->crosswalk;
    const struct area_link *link = &c->links[i];
    struct str none = {NULL, 0};
    if (link->now == NO_SLOT || link->was_count != 1 || link->comparability != ALIKE) return none;
    struct str was = c->was->areas[link->was[0]].id, now = c->now->areas[link->now].id;
    return !str_eq(r->back ? now : was, area) ? none : r->back ? was : now;
}

static size_t names_of(const struct renaming *r, struct str area)
{
    size_t n = 0;
    for (size_t i = 0; i < r->crosswalk->count; i++) n += other_name(r, i, area).s != NULL;
    return n;
}

/* --- Findings ------------------------------------------------------------------------------------------------------- */

static void add(struct str *list, size_t *count, struct str name)
{
    for (size_t i = 0; i < *count; i++)
        if (str_eq(list[i], name)) return;
    list[(*count)++] = name;
}

/* "area/characteristic" */
static void rename_against(const struct renaming *r, struct str against, struct str *to, size_t *count, struct arena *arena)
{
    struct str rest = crosswalk_short(against), area = {against.s, against.n - rest.n - (rest.n < against.n)};
    size_t before = *count;
    for (size_t i = 0; i < r->crosswalk->count; i++) {
        struct str other = other_name(r, i, area);
        if (other.s) add(to, count, str_of(arena_printf(arena, "%.*s/%.*s", (int)other.n, other.s, (int)rest.n, rest.s)));
    }
    if (*count == before && names_of(r, area) == 0) add(to, count, against);
}

static void rename_finding(const struct renaming *r, struct finding *f, struct arena *arena)
{
    size_t count = 0;
    struct str *to = arena_alloc(arena, (f->against_count * (r->crosswalk->count + 1) + 1) * sizeof *to);
    for (size_t k = 0; k < f->against_count; k++) rename_against(r, f->against[k], to, &count, arena);
    f->against = to;
    f->against_slot = arena_alloc(arena, (count + 1) * sizeof *f->against_slot); /* the judge's to fill */
    f->against_count = count;
}

/* --- Judgments ------------------------------------------------------------------------------------------------------- */

/* Of parts of which one area was made there is not one judgment. */
static bool is_one(const struct renaming *r, size_t i) { return !r->back || r->crosswalk->links[i].change != AREA_SPLIT; }

static void rename_judgments(const struct renaming *r, struct org *org, struct arena *arena)
{
    size_t count = 0;
    struct judgment *to = arena_alloc(arena, (org->judgment_count * (r->crosswalk->count + 1) + 1) * sizeof *to);
    for (size_t k = 0; k < org->judgment_count; k++) {
        const struct judgment *j = &org->judgments[k];
        if (names_of(r, j->area) == 0) to[count++] = *j;
        for (size_t i = 0; i < r->crosswalk->count; i++) {
            struct str other = other_name(r, i, j->area);
            if (!other.s || !is_one(r, i)) continue;
            to[count] = *j;
            to[count++].area = other;
        }
    }
    org->judgments = to;
    org->judgment_count = count;
}

static bool renames(const struct renaming *r)
{
    const struct crosswalk *c = r->crosswalk;
    for (size_t i = 0; i < c->count; i++)
        if (c->links[i].change == AREA_RENAMED || c->links[i].change == AREA_SPLIT) return true;
    return false;
}

void renaming_apply(const struct renaming *r, struct org *org, struct arena *arena)
{
    if (!renames(r)) return;
    for (size_t i = 0; i < org->finding_count; i++) rename_finding(r, &org->findings[i], arena);
    rename_judgments(r, org, arena);
}
