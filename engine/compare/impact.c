/* impact.c: see impact.h. */
#include "compare/impact.h"

/* The newer area that is held against an older one; NO_SLOT: none. */
static uint32_t newer_of(const struct edits *e, uint32_t was)
{
    for (uint32_t now = 0; now < e->now->area_count; now++)
        if (edits_older_area(e, now) == was) return now;
    return NO_SLOT;
}

static struct names areas_new(const struct edits *e, struct arena *arena)
{
    struct names names = {arena_zero(arena, e->now->area_count + 1, sizeof *names.list), 0};
    for (uint32_t a = 0; a < e->now->area_count; a++)
        if (edits_older_area(e, a) == NO_SLOT) names.list[names.count++] = e->now->decl.areas.list[a];
    return names;
}

static struct names areas_gone(const struct edits *e, struct arena *arena)
{
    struct names names = {arena_zero(arena, e->was->area_count + 1, sizeof *names.list), 0};
    for (uint32_t a = 0; a < e->was->area_count; a++)
        if (newer_of(e, a) == NO_SLOT) names.list[names.count++] = e->was->decl.areas.list[a];
    return names;
}

void impact_begin(struct impact *m, const struct edits *edits, struct arena *arena)
{
    *m = (struct impact){.edits = edits, .arena = arena, .group_count = edits->count + 1};
    m->groups = arena_zero(arena, m->group_count, sizeof *m->groups);
    for (size_t i = 0; i < edits->count; i++) m->groups[i].edit = &edits->list[i];
    m->areas_new = areas_new(edits, arena);
    m->areas_gone = areas_gone(edits, arena);
}

/* --- one dataset --------------------------------------------------------------------------------------------------------- */

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

static bool is_asked(const struct impact *m, size_t org) { return !m->only.s || str_eq(m->only, m->was->ids[org]); }

/* The same characteristic of the draft, or of the older pack with one edit; NO_SLOT: there is none. */
static uint32_t same_in(const struct edits *e, const struct pack *other, const struct characteristic *c)
{
    uint32_t area = other == e->now ? newer_of(e, c->area) : c->area;
    for (uint32_t i = 0; area != NO_SLOT && i < other->characteristic_count; i++)
        if (other->characteristics[i].area == area && str_eq(other->characteristics[i].decl->id, c->decl->id)) return i;
    return NO_SLOT;
}

/* Of characteristics that both packs have. */
static size_t outcomes_changed(const struct impact *m, const struct pack *other, const struct grades *now)
{
    const struct pack *pack = m->edits->was;
    const struct grades *was = m->was;
    size_t n = 0;
    for (size_t c = 0; c < pack->characteristic_count; c++) {
        uint32_t same = same_in(m->edits, other, &pack->characteristics[c]);
        for (size_t o = 0; same != NO_SLOT && o < was->orgs; o++)
            n += is_asked(m, o) && was->outcomes[o * was->characteristics + c] != now->outcomes[o * now->characteristics + same];
    }
    return n;
}

typedef void judgment(struct impact *m, void *context, size_t org, uint32_t old, uint32_t now);

/* Each judgment that was asked for, of an area that both have: in order of organisations, then of the draft's areas. */
static void each_judgment(struct impact *m, judgment *look, void *context)
{
    const struct edits *e = m->edits;
    for (size_t o = 0; o < m->was->orgs; o++)
        for (uint32_t now = 0; is_asked(m, o) && now < e->now->area_count; now++) {
            uint32_t old = edits_older_area(e, now);
            if (old != NO_SLOT) look(m, context, o, old, now);
        }
}

static struct flip flip_of(const struct impact *m, size_t org, uint32_t old, uint32_t now)
{
    int draft = grade_in(m->draft, org, now);
    return (struct flip){m->was->round, m->was->ids[org], m->was->names[org], now, grade_in(m->was, org, old), draft, draft};
}

static void count_one(struct impact *m, void *context, size_t org, uint32_t old, uint32_t now)
{
    struct flip flip = flip_of(m, org, old, now);
    (void)context;
    count(m, flip.was, is_same(m, flip.was, flip.draft) ? flip.was : flip.draft);
}

struct alone {
    struct impact_group *group;
    const struct grades *grades;
};

static void alone_one(struct impact *m, void *context, size_t org, uint32_t old, uint32_t now)
{
    const struct alone *x = context;
    struct flip flip = flip_of(m, org, old, now);
    flip.alone = grade_in(x->grades, org, old);
    if (flip.alone == flip.was) return;
    if (flip.alone == flip.draft) m->explained[org * m->edits->now->area_count + now] = true;
    add_flip(m, x->group, flip);
}

static void several_one(struct impact *m, void *context, size_t org, uint32_t old, uint32_t now)
{
    struct flip flip = flip_of(m, org, old, now);
    (void)context;
    if (!m->explained[org * m->edits->now->area_count + now] && !is_same(m, flip.was, flip.draft)) add_flip(m, &m->groups[m->edits->count], flip);
}

void impact_dataset(struct impact *m, const struct grades *was, const struct grades *draft)
{
    m->was = was;
    m->draft = draft;
    m->explained = arena_zero(m->arena, was->orgs * m->edits->now->area_count + 1, sizeof *m->explained);
    for (size_t o = 0; o < was->orgs; o++) m->organisations += is_asked(m, o);
    m->partial += was->partial > draft->partial ? was->partial : draft->partial;
    m->outcomes += outcomes_changed(m, m->edits->now, draft);
    each_judgment(m, count_one, NULL);
}

void impact_alone(struct impact *m, size_t i, const struct pack *pack, const struct grades *grades)
{
    struct alone x = {&m->groups[i], grades};
    x.group->outcomes += outcomes_changed(m, pack, grades);
    x.group->broken += grades->partial > m->was->partial ? grades->partial - m->was->partial : 0;
    each_judgment(m, alone_one, &x);
}

void impact_end(struct impact *m) { each_judgment(m, several_one, NULL); }
