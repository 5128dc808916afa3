/* history.c: see history.h. */
#include "compare/history.h"
#include <stdio.h>

struct following { /* history_make, under way */
    struct history *h;
    struct arena *arena;
    bool **taken; /* of each side the organisations that some line has */
};

/* --- The order of sides --------------------------------------------------------------------------------------------- */

static int round_compare(struct str a, struct str b)
{
    size_t n = a.n < b.n ? a.n : b.n;
    int c = n ? memcmp(a.s, b.s, n) : 0;
    return c ? c : (a.n > b.n) - (a.n < b.n);
}

static int side_compare(const struct judged *a, const struct judged *b)
{
    int year = (a->year > b->year) - (a->year < b->year);
    return year ? year : round_compare(a->round, b->round);
}

bool history_order(struct judged **sides, size_t count, struct diags *diags)
{
    bool good = true;
    for (size_t i = 1; i < count; i++) {
        struct judged *side = sides[i];
        size_t at = i;
        for (; at > 0 && side_compare(sides[at - 1], side) > 0; at--) sides[at] = sides[at - 1];
        sides[at] = side;
    }
    for (size_t i = 1; i < count; i++) {
        const struct judged *a = sides[i - 1], *b = sides[i];
        if (side_compare(a, b) != 0) continue;
        diag_add(diags, DIAG_ERROR, (struct place){b->name, 0, 0, 0},
                 "a history has one result of each round; two of one round are compared by peel diff OLD NEW",
                 "is of %d, round %.*s, as %s is: which of them is the later nobody can tell", b->year,
                 (int)(b->round.n < 60 ? b->round.n : 60), b->round.s, a->name);
        good = false;
    }
    return good;
}

/* --- Rows ----------------------------------------------------------------------------------------------------------- */

static uint32_t *no_slots(struct arena *arena, size_t count)
{
    uint32_t *list = arena_alloc(arena, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) list[i] = NO_SLOT;
    return list;
}

static struct history_row *begin_row(struct following *f, uint32_t side, uint32_t area)
{
    struct history_row *row = &f->h->rows[f->h->row_count++];
    *row = (struct history_row){side, side, no_slots(f->arena, f->h->count), no_slots(f->arena, f->h->count), NO_SLOT};
    row->area[side] = area;
    return row;
}

static struct history_row *row_at(const struct history *h, size_t side, uint32_t area)
{
    for (size_t i = 0; i < h->row_count; i++)
        if (h->rows[i].area[side] == area) return &h->rows[i];
    return NULL;
}

static struct str area_id(const struct judged *s, uint32_t area) { return s->areas[area].id; }

/* The older row that goes on in a link: of the same id before any other, if no part has taken it. */
static struct history_row *older_row(struct following *f, size_t step, const struct area_link *link, bool same_id)
{
    const struct judged *was = f->h->sides[step], *now = f->h->sides[step + 1];
    for (size_t i = 0; i < link->was_count; i++) {
        struct history_row *row = row_at(f->h, step, link->was[i]);
        bool same = str_eq(area_id(was, link->was[i]), area_id(now, link->now));
        if (row && row->last == step && same == same_id) return row;
    }
    return NULL;
}

static void go_on(struct history_row *row, size_t step, uint32_t link, uint32_t area)
{
    row->last = (uint32_t)step + 1;
    row->area[step + 1] = area;
    row->link[step + 1] = link;
}

static void follow_link(struct following *f, size_t step, uint32_t at, bool same_id)
{
    const struct area_link *link = &f->h->steps[step].crosswalk.links[at];
    if (link->now == NO_SLOT || row_at(f->h, step + 1, link->now)) return;
    struct history_row *row = older_row(f, step, link, same_id);
    if (row) go_on(row, step, at, link->now);
}

static void begin_rest(struct following *f, size_t step, uint32_t at)
{
    const struct area_link *link = &f->h->steps[step].crosswalk.links[at];
    if (link->now == NO_SLOT || row_at(f->h, step + 1, link->now)) return;
    struct history_row *row = begin_row(f, (uint32_t)step + 1, link->now);
    if (link->was_count) row->link[step + 1] = at;
}

static void end_merged(struct following *f, size_t step, const struct area_link *link)
{
    if (link->change != AREA_MERGED) return;
    for (size_t i = 0; i < link->was_count; i++) {
        struct history_row *row = row_at(f->h, step, link->was[i]);
        if (row && row->last == step && row->into == NO_SLOT) row->into = link->now;
    }
}

/* Those that kept their id first, so that no part of a split area takes the row of another. */
static void follow_step(struct following *f, size_t step)
{
    const struct crosswalk *x = &f->h->steps[step].crosswalk;
    for (int same = 1; same >= 0; same--)
        for (uint32_t i = 0; i < x->count; i++) follow_link(f, step, i, same);
    for (uint32_t i = 0; i < x->count; i++) begin_rest(f, step, i);
    for (uint32_t i = 0; i < x->count; i++) end_merged(f, step, &x->links[i]);
}

/* By the last side, the newest first, then as that side has them. */
static bool row_before(const struct history_row *a, const struct history_row *b)
{
    if (a->last != b->last) return a->last > b->last;
    return a->area[a->last] < b->area[b->last];
}

static void sort_rows(struct history *h)
{
    for (size_t i = 1; i < h->row_count; i++) {
        struct history_row row = h->rows[i];
        size_t at = i;
        for (; at > 0 && row_before(&row, &h->rows[at - 1]); at--) h->rows[at] = h->rows[at - 1];
        h->rows[at] = row;
    }
}

static void follow_areas(struct following *f)
{
    struct history *h = f->h;
    size_t all = 0;
    for (size_t k = 0; k < h->count; k++) all += h->sides[k]->area_count;
    h->rows = arena_alloc(f->arena, (all + 1) * sizeof *h->rows);
    for (uint32_t a = 0; a < h->sides[0]->area_count; a++) begin_row(f, 0, a);
    for (size_t step = 0; step + 1 < h->count; step++) follow_step(f, step);
    sort_rows(h);
}

/* --- Organisations --------------------------------------------------------------------------------------------------- */

static uint32_t by_id(const struct following *f, size_t side, struct str id)
{
    uint32_t at = lookup_find(&f->h->sides[side]->org_ids, id);
    if (at == LOOKUP_NONE || f->taken[side][at]) return NO_SLOT;
    return f->h->steps[side].crosswalk.kept[at] ? NO_SLOT : at; /* kept: the next side says who it became */
}

/* The only one that is nobody else's and shares a past with it. */
static uint32_t by_past(const struct following *f, size_t side, const struct side_org *newer)
{
    const struct judged *s = f->h->sides[side];
    uint32_t found = NO_SLOT;
    for (uint32_t i = 0; newer->formerly.count && i < s->org_count; i++) {
        if (f->taken[side][i] || f->h->steps[side].crosswalk.kept[i] || !crosswalk_share_past(newer, &s->orgs[i])) continue;
        if (found != NO_SLOT) return NO_SLOT;
        found = i;
    }
    return found;
}

/* The one before, where sides in between do not have it. */
static uint32_t across_gap(const struct following *f, size_t side, const struct side_org *newer)
{
    uint32_t at = by_id(f, side, newer->id);
    for (size_t i = 0; at == NO_SLOT && i < newer->formerly.count; i++) at = by_id(f, side, newer->formerly.list[i]);
    return at == NO_SLOT ? by_past(f, side, newer) : at;
}

static void follow_back(struct following *f, size_t side, uint32_t org)
{
    struct history *h = f->h;
    uint32_t *line = no_slots(f->arena, h->count);
    h->lines[h->line_count++] = (struct history_line){line};
    line[side] = org;
    const struct side_org *newer = &h->sides[side]->orgs[org];
    f->taken[side][org] = true;
    for (size_t k = side; k-- > 0;) {
        uint32_t at = line[k + 1] == NO_SLOT ? NO_SLOT : h->steps[k].crosswalk.org[line[k + 1]];
        if (at == NO_SLOT) at = across_gap(f, k, newer);
        if (at == NO_SLOT || f->taken[k][at]) continue;
        line[k] = at;
        f->taken[k][at] = true;
        newer = &h->sides[k]->orgs[at];
    }
}

static void follow_organisations(struct following *f)
{
    struct history *h = f->h;
    size_t all = 0;
    f->taken = arena_alloc(f->arena, h->count * sizeof *f->taken);
    for (size_t k = 0; k < h->count; k++) {
        all += h->sides[k]->org_count;
        f->taken[k] = arena_zero(f->arena, h->sides[k]->org_count + 1, sizeof **f->taken);
    }
    h->lines = arena_alloc(f->arena, (all + 1) * sizeof *h->lines);
    for (size_t k = h->count; k-- > 0;)
        for (uint32_t i = 0; i < h->sides[k]->org_count; i++)
            if (!f->taken[k][i]) follow_back(f, k, i);
}

static bool line_named(const struct history *h, size_t i, struct str id)
{
    for (size_t k = 0; k < h->count; k++)
        if (h->lines[i].org[k] != NO_SLOT && str_eq(h->sides[k]->orgs[h->lines[i].org[k]].id, id)) return true;
    return false;
}

static bool find_only(struct history *h, struct str id, struct diags *diags)
{
    for (size_t i = 0; i < h->line_count; i++)
        if (line_named(h, i, id)) return h->only = i, true;
    const struct lookup *newest = &h->sides[h->count - 1]->org_ids;
    int near = str_nearest(id, newest->names, h->sides[h->count - 1]->org_count);
    char hint[DIAG_HINT];
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean \"%.64s\"?", newest->names[near].s);
    diag_add(diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, near >= 0 ? hint : NULL,
             "none of the results has an organisation \"%.*s\"", (int)(id.n < 80 ? id.n : 80), id.s);
    return false;
}

/* --- All of it --------------------------------------------------------------------------------------------------------- */

bool history_make(struct history *h, const struct judged *const *sides, size_t count, const struct wish *wish,
                  struct arena *arena, struct diags *diags)
{
    struct following f = {.h = h, .arena = arena};
    const struct wish all = {.on = wish->on};
    *h = (struct history){.sides = sides, .count = count, .only = SIZE_MAX};
    h->steps = arena_zero(arena, count, sizeof *h->steps);
    for (size_t k = 0; k + 1 < count; k++) compare_make(&h->steps[k], sides[k], sides[k + 1], &all, arena, diags);
    follow_areas(&f);
    follow_organisations(&f);
    return !wish->org.s || find_only(h, wish->org, diags);
}

static const struct org_diff *step_to(const struct history *h, const struct history_line *line, size_t side,
                                      struct arena *arena)
{
    uint32_t was = line->org[side - 1], now = line->org[side];
    if (was == NO_SLOT || now == NO_SLOT || h->steps[side - 1].crosswalk.org[now] != was) return NULL;
    return compare_org(&h->steps[side - 1], now, arena);
}

const struct org_history *history_org(const struct history *h, size_t i, struct arena *arena)
{
    const struct history_line *line = &h->lines[i];
    if (h->only != SIZE_MAX && h->only != i) return NULL;
    struct org_history *o = arena_zero(arena, 1, sizeof *o);
    o->at = arena_zero(arena, h->count, sizeof *o->at);
    o->steps = arena_zero(arena, h->count, sizeof *o->steps);
    for (size_t k = 0; k < h->count; k++) {
        if (line->org[k] != NO_SLOT) o->newest = o->at[k] = &h->sides[k]->orgs[line->org[k]];
        if (k == 0) continue;
        o->steps[k] = step_to(h, line, k, arena);
        o->differs = o->differs || (o->steps[k] ? o->steps[k]->differs : o->at[k] || o->at[k - 1]);
    }
    return o;
}

const struct side_judgment *history_judgment(const struct history_row *row, const struct org_history *o, size_t side)
{
    return row->area[side] == NO_SLOT || !o->at[side] ? NULL : &o->at[side]->judgments[row->area[side]];
}

const struct judgment_diff *history_change(const struct history_row *row, const struct org_history *o, size_t side)
{
    if (side == 0 || row->area[side] == NO_SLOT || row->link[side] == NO_SLOT || !o->steps[side]) return NULL;
    return &o->steps[side]->judgments[row->link[side]];
}

struct str history_title(const struct history *h, const struct history_row *row)
{
    return h->sides[row->last]->areas[row->area[row->last]].title;
}
