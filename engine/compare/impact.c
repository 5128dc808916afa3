/* impact.c: see impact.h. */
#include "compare/impact.h"

static struct names areas_without(const struct pack *of, const struct pack *without, struct arena *arena)
{
    struct names names = {arena_zero(arena, of->area_count + 1, sizeof *names.list), 0};
    for (size_t a = 0; a < of->area_count; a++)
        if (lookup_find(&without->area_ids, of->decl.areas.list[a]) == LOOKUP_NONE) names.list[names.count++] = of->decl.areas.list[a];
    return names;
}

void impact_begin(struct impact *m, const struct edits *edits, struct arena *arena)
{
    *m = (struct impact){.edits = edits, .arena = arena, .group_count = edits->count + 1};
    m->groups = arena_zero(arena, m->group_count, sizeof *m->groups);
    for (size_t i = 0; i < edits->count; i++) m->groups[i].edit = &edits->list[i];
    m->areas_new = areas_without(edits->now, edits->was, arena);
    m->areas_gone = areas_without(edits->was, edits->now, arena);
}

/* --- one dataset --------------------------------------------------------------------------------------------------------- */

struct adding {
    struct impact *m;
    const struct grades *was, *draft;
    struct grades *const *alone;
};

/* The grades are gone when it is told. */
static struct str keep(const struct impact *m, struct str s) { return (struct str){arena_dup(m->arena, s.n ? s.s : "", s.n), s.n}; }

static void add_flip(const struct impact *m, struct impact_group *g, struct flip flip)
{
    if (g->flip_count == g->capacity) {
        size_t capacity = g->capacity ? 2 * g->capacity : 16;
        struct flip *flips = arena_alloc(m->arena, capacity * sizeof *flips);
        if (g->flip_count) memcpy(flips, g->flips, g->flip_count * sizeof *flips);
        g->flips = flips;
        g->capacity = capacity;
    }
    const struct flip *last = g->flip_count ? &g->flips[g->flip_count - 1] : NULL;
    g->organisations += !last || !str_eq(last->org, flip.org) || !str_eq(last->round, flip.round);
    flip.round = keep(m, flip.round), flip.org = keep(m, flip.org), flip.name = keep(m, flip.name);
    g->flips[g->flip_count++] = flip;
}

static int grade_in(const struct grades *g, size_t org, uint32_t area) { return g->computed[org * g->areas + area]; }

static void count(struct impact *m, int was, int draft)
{
    m->judgments++;
    if (was == draft) return;
    m->flips++;
    m->gained += was < 0 && draft >= 0;
    m->lost += was >= 0 && draft < 0;
    if (!m->edits->one_scale || was < 0 || draft < 0) return;
    m->up += draft > was;
    m->down += draft < was;
}

static bool is_same(const struct impact *m, int was, int draft)
{
    if (was < 0 || draft < 0 || m->edits->one_scale) return was == draft;
    return strcmp(pack_grade_name(m->edits->was, was), pack_grade_name(m->edits->now, draft)) == 0;
}

/* Area `now` of the draft is area `old`. */
static void judgment(struct adding *x, size_t org, uint32_t old, uint32_t now)
{
    struct impact *m = x->m;
    int was = grade_in(x->was, org, old), draft = grade_in(x->draft, org, now);
    struct flip flip = {x->was->round, x->was->ids[org], x->was->names[org], now, was, draft, draft};
    bool explained = false;
    count(m, was, is_same(m, was, draft) ? was : draft);
    for (size_t i = 0; i < m->edits->count; i++) {
        if (!x->alone[i]) continue;
        flip.alone = grade_in(x->alone[i], org, old);
        if (flip.alone == was) continue;
        explained = explained || flip.alone == draft;
        add_flip(m, &m->groups[i], flip);
    }
    flip.alone = draft;
    if (!explained && !is_same(m, was, draft)) add_flip(m, &m->groups[m->edits->count], flip);
}

static bool is_asked(const struct impact *m, const struct grades *g, size_t org) { return !m->only.s || str_eq(m->only, g->ids[org]); }

/* Of characteristics that both packs have. */
static size_t outcomes_changed(const struct impact *m, const struct grades *x, const struct grades *y)
{
    const struct pack *a = m->edits->was, *b = m->edits->now;
    size_t n = 0;
    for (size_t c = 0; c < a->characteristic_count; c++) {
        uint32_t other = lookup_find(&b->characteristic_ids, a->characteristics[c].id);
        for (size_t o = 0; other != LOOKUP_NONE && o < x->orgs; o++)
            n += is_asked(m, x, o) && x->outcomes[o * x->characteristics + c] != y->outcomes[o * y->characteristics + other];
    }
    return n;
}

/* An edit alone may have another shape than what was; its pack is gone, so what can be held against is what has the same place. */
static size_t outcomes_alone(const struct impact *m, const struct grades *was, const struct grades *alone)
{
    size_t n = 0, each = was->characteristics;
    if (was->characteristics != alone->characteristics) return 0;
    for (size_t i = 0; i < was->orgs * each; i++) n += is_asked(m, was, i / each) && was->outcomes[i] != alone->outcomes[i];
    return n;
}

void impact_add(struct impact *m, const struct grades *was, const struct grades *draft, struct grades *const *alone)
{
    struct adding x = {m, was, draft, alone};
    const struct edits *e = m->edits;
    for (size_t o = 0; o < was->orgs; o++) m->organisations += is_asked(m, was, o);
    m->partial += was->partial > draft->partial ? was->partial : draft->partial;
    m->outcomes += outcomes_changed(m, was, draft);
    for (size_t i = 0; i < e->count; i++) {
        if (!alone[i]) continue;
        m->groups[i].outcomes += outcomes_alone(m, was, alone[i]);
        m->groups[i].broken += alone[i]->partial > was->partial ? alone[i]->partial - was->partial : 0;
    }
    for (size_t o = 0; o < was->orgs; o++)
        for (uint32_t now = 0; is_asked(m, was, o) && now < e->now->area_count; now++) {
            uint32_t old = lookup_find(&e->was->area_ids, e->now->decl.areas.list[now]);
            if (old != LOOKUP_NONE) judgment(&x, o, old, now);
        }
}
