/* prospect.c: see prospect.h. */
#include "lint/prospect.h"
#include <math.h>

/* What functions may cost: of an area, of all areas; of an area whose combinations are drawn, of all those; to find the plainest fall. Lua does some 50 million instructions in a second. */
static const struct allowance_of_askings AREA = {20000, 8000000}, ALL = {60000, 20000000}, DRAWN = {4000, 1000000},
                                         ALL_DRAWN = {20000, 10000000}, FALL = {400, 200000};
/* The same of the combining, in characteristics looked at: some 100 million in a second. */
enum { AREA_WORK = 8000000, ALL_WORK = 40000000, DRAWS = 3000, DRAWS_WORK = 4000000 };

struct purse { /* for all areas */
    struct allowance_of_askings all, drawn;
    uint64_t work, draws;
};
struct trying {
    struct area_prospect *s;
    struct combining *c;
    struct asker *asker; /* NULL: the area has no functions */
    struct purse *purse;
    bool counted; /* what is seen: each combination once */
    bool out;     /* the allowance is used up */
};

/* Takes it out of what is left. */
static void allow(struct asker *a, struct allowance_of_askings *all, struct allowance_of_askings here)
{
    if (!a) return;
    if (here.askings > all->askings) here.askings = all->askings;
    if (here.instructions > all->instructions) here.instructions = all->instructions;
    all->askings -= here.askings;
    all->instructions -= here.instructions;
    asker_allow(a, here);
}

/* And back what was not used. */
static void give_back(const struct asker *a, struct allowance_of_askings *all)
{
    if (!a) return;
    struct allowance_of_askings left = asker_left(a);
    all->askings += left.askings;
    all->instructions += left.instructions;
}

/* --- one combination ------------------------------------------------------------------------------------------------- */

static const uint8_t *kept(const struct trying *t, const uint8_t *outcomes)
{
    uint8_t *copy = arena_alloc(t->c->lint->arena, t->c->count + 1);
    return memcpy(copy, outcomes, t->c->count);
}

static const struct asker_answer *kept_answer(const struct trying *t, const struct asker_answer *answer)
{
    struct asker_answer *copy = arena_alloc(t->c->lint->arena, sizeof *copy);
    *copy = *answer;
    copy->reason.s = arena_dup(t->c->lint->arena, answer->reason.s, answer->reason.n);
    return copy;
}

static void note_caps(const struct trying *t, int before)
{
    const struct cap *caps = t->c->is->caps;
    const bool *holds = t->c->holds;
    for (size_t i = 0; i < t->c->is->cap_count; i++) {
        struct cap_prospect *s = &t->s->caps[i];
        bool covered = false;
        if (!holds[i]) s->fails = true;
        if (!holds[i]) continue;
        s->holds = true;
        if (before <= caps[i].at) continue;
        s->would_act = true;
        for (size_t k = 0; k < t->c->is->cap_count; k++) {
            bool covers = k != i && holds[k] && caps[k].at <= caps[i].at;
            covered = covered || covers;
            s->covered_by[k] = s->covered_by[k] && covers;
        }
        s->decides = s->decides || !covered;
    }
}

static void note_climb(const struct trying *t, const struct climb *climb)
{
    const struct ladder *l = &t->c->pack->ladder;
    struct footing f = {climb->share, climb->evidenced};
    if (climb->concern || (t->c->ladder >= 0 && t->c->concern_count[t->c->area])) return;
    if (!isnan(climb->share) && !ladder_enough(l, &f)) t->s->fell_short = true;
    if (t->c->ladder >= 0 || climb->grade < 0) return;
    if (climb->reached) t->s->taken[climb->reached - l->rungs] = true;
}

static void note(const struct trying *t, const struct outlook *o)
{
    t->s->tried++;
    note_climb(t, &o->climb);
    if (o->broken && !t->s->broken) {
        t->s->broken = kept_answer(t, o->broken);
        t->s->broken_cap = o->broken_cap;
        t->s->broken_among = kept(t, t->c->outcome);
    }
    if (o->grade < 0) return;
    t->s->reached[o->grade] = true;
    t->s->before[o->before] = true;
    note_caps(t, o->before);
}

/* --- falls ------------------------------------------------------------------------------------------------------------ */

/* The grade with one of them changed, and the caps that act then. */
static struct outlook with(const struct trying *t, const uint8_t *outcomes, uint32_t i, int outcome, bool *acted)
{
    memcpy(t->c->outcome, outcomes, t->c->count);
    t->c->outcome[i] = (uint8_t)outcome;
    struct outlook o = combine_look(t->c, t->asker);
    for (size_t k = 0; acted && k < t->c->is->cap_count; k++) acted[k] = false;
    for (size_t k = 0; acted && k < o.acted; k++) acted[t->c->acted[k].cap - t->c->is->caps] = true;
    return o;
}

static bool falls(const struct trying *t, const uint8_t *outcomes, uint32_t i, const struct fall *f)
{
    struct outlook before = with(t, outcomes, i, f->from, NULL), after = with(t, outcomes, i, f->to, NULL);
    return before.known && after.known && before.grade >= 0 && after.grade >= 0 && after.grade < before.grade;
}

/* Which outcomes of the others it needs, in the plainest: those that could as well be met become met, else not-met. */
static void plain(const struct trying *t, uint8_t *among, uint32_t k, uint32_t i, const struct fall *f)
{
    static const uint8_t plainest[] = {PEEL_MET, PEEL_NOT_MET, PEEL_PARTLY_MET};
    uint8_t was = among[k];
    for (size_t n = 0; n < 3 && was != plainest[n]; n++) {
        if (!(t->c->ways[k] >> plainest[n] & 1)) continue;
        among[k] = plainest[n];
        if (falls(t, among, i, f)) return;
        among[k] = was;
    }
}

static void settle(const struct trying *t, const uint8_t *outcomes, uint32_t i, struct fall *f)
{
    struct arena *arena = t->c->lint->arena;
    size_t caps = t->c->is->cap_count;
    uint8_t *among = arena_alloc(arena, t->c->count + 1);
    bool *were = arena_alloc(arena, caps + 1), *are = arena_alloc(arena, caps + 1);
    struct allowance_of_askings left = t->asker ? asker_left(t->asker) : FALL;
    allow(t->asker, &t->purse->drawn, FALL);
    memcpy(among, outcomes, t->c->count);
    for (uint32_t k = 0; k < t->c->count; k++)
        if (k != i) plain(t, among, k, i, f);
    f->before = with(t, among, i, f->from, were).grade;
    f->after = with(t, among, i, f->to, are).grade;
    f->among = among;
    f->cap = NO_CAP;
    for (size_t k = 0; k < caps && f->cap == NO_CAP; k++)
        if (are[k] && !were[k]) f->cap = k;
    give_back(t->asker, &t->purse->drawn);
    if (t->asker) asker_allow(t->asker, left);
}

static void look_for_falls(const struct trying *t, const uint8_t *outcomes, uint32_t i, const int *grades)
{
    static const int steps[][2] = {
        {PEEL_NOT_MET, PEEL_PARTLY_MET}, {PEEL_PARTLY_MET, PEEL_MET}, {PEEL_NOT_MET, PEEL_MET}};
    struct fall *f = &t->s->falls[i];
    for (size_t k = 0; k < 3 && !f->is; k++) {
        int before = grades[steps[k][0]], after = grades[steps[k][1]];
        if (before < 0 || after < 0 || after >= before) continue;
        *f = (struct fall){.is = true, .from = steps[k][0], .to = steps[k][1]};
        settle(t, outcomes, i, f);
    }
}

/* --- all ------------------------------------------------------------------------------------------------------------------ */

/* One characteristic in all its outcomes, the others as they are. */
static void try_one(struct trying *t, const uint8_t *others, uint32_t i)
{
    enum { NOT_HAD = PEEL_GRADE_NOT_INSPECTED };
    int grades[PEEL_OUTCOMES], first = NOT_HAD;
    memcpy(t->c->outcome, others, t->c->count);
    for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++) {
        grades[o] = NOT_HAD;
        if (!(t->c->ways[i] >> o & 1)) continue;
        t->c->outcome[i] = (uint8_t)o;
        struct outlook look = combine_look(t->c, t->asker);
        t->out = t->out || !look.known;
        if (t->out) return;
        if (t->counted) note(t, &look);
        grades[o] = look.grade;
        if (first == NOT_HAD) first = look.grade;
        t->s->matters[i] = t->s->matters[i] || look.grade != first;
    }
    look_for_falls(t, others, i, grades);
}

/* The first of those that it is interchangeable with. */
static uint32_t like(const struct combining *c, uint32_t i)
{
    uint32_t k = 0;
    while (k < i && !combine_alike(c, k, i)) k++;
    return k;
}

static void try_all_of(struct trying *t, uint32_t i)
{
    struct combinations others;
    uint32_t k = like(t->c, i);
    if (k < i) t->s->matters[i] = t->s->matters[k];
    if (k < i && !t->s->falls[k].is) return;
    t->out = t->out || !combine_others(t->c, i, &others);
    for (size_t n = 0; !t->out && n < others.count; n++) try_one(t, others.list + n * t->c->count, i);
}

static void try_all(struct trying *t)
{
    for (uint32_t i = 0; i < t->c->count && !t->out; i++) {
        t->counted = i == 0; /* its outcomes and all others: these are all that there are */
        try_all_of(t, i);
    }
}

/* Steele, Lea and Flood 2014: from a number to one that looks drawn. */
static uint64_t drawn(uint64_t n)
{
    n += UINT64_C(0x9E3779B97F4A7C15);
    n = (n ^ n >> 30) * UINT64_C(0xBF58476D1CE4E5B9);
    n = (n ^ n >> 27) * UINT64_C(0x94D049BB133111EB);
    return n ^ n >> 31;
}

/* One in four is drawn evenly; of the others most outcomes are met, or not met, or partly met: evenly drawn ones are never near an end of the ladder. */
static uint8_t draw_one(uint8_t ways, uint64_t number, unsigned mood)
{
    static const int moods[] = {PEEL_OUTCOMES, PEEL_MET, PEEL_NOT_MET, PEEL_PARTLY_MET};
    int most = moods[mood];
    if (number % 8 && ways >> most & 1) return (uint8_t)most;
    unsigned which = (unsigned)(number >> 8) % (unsigned)__builtin_popcount(ways);
    for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++)
        if (ways >> o & 1 && which-- == 0) return (uint8_t)o;
    return PEEL_NO_EVIDENCE;
}

static void draw_some(struct trying *t)
{
    uint8_t *row = arena_alloc(t->c->lint->arena, t->c->count + 1);
    uint64_t draws = DRAWS_WORK / ((uint64_t)t->c->count * (t->c->count + 1));
    if (draws > DRAWS) draws = DRAWS;
    if (draws > t->purse->draws) draws = t->purse->draws;
    t->purse->draws -= draws;
    for (uint32_t n = 0; n < draws && !t->out; n++) {
        for (uint32_t k = 0; k < t->c->count; k++)
            row[k] = draw_one(t->c->ways[k], drawn((uint64_t)n << 16 | k), (unsigned)(drawn(n) % 4));
        try_one(t, row, n % t->c->count);
    }
}

static void begin(struct area_prospect *s, struct lint *l, uint32_t area)
{
    size_t caps = l->pack->areas[area].cap_count;
    combine_open(&s->c, l, area);
    s->is = true;
    s->matters = arena_zero(l->arena, s->c.count + 1, sizeof *s->matters);
    s->falls = arena_zero(l->arena, s->c.count + 1, sizeof *s->falls);
    s->caps = arena_zero(l->arena, caps + 1, sizeof *s->caps);
    for (size_t i = 0; i < caps; i++) s->caps[i].covered_by = memset(arena_alloc(l->arena, caps), true, caps);
}

static struct asker *asker_of(struct lint *l)
{
    if (!l->asker) l->asker = asker_open(l->pack);
    if (!l->asker) arena_starved(l->arena);
    return l->asker;
}

static void try_all_within(struct trying *t)
{
    t->c->most = t->purse->work < AREA_WORK ? t->purse->work : AREA_WORK;
    allow(t->asker, &t->purse->all, AREA);
    try_all(t);
    give_back(t->asker, &t->purse->all);
    t->purse->work -= t->c->work < t->purse->work ? t->c->work : t->purse->work;
    t->s->whole = !t->out;
}

static void draw_within(struct trying *t)
{
    t->s->tried = 0;
    t->out = false;
    t->counted = true;
    allow(t->asker, &t->purse->drawn, DRAWN);
    draw_some(t);
    give_back(t->asker, &t->purse->drawn);
}

static void prospect_area(struct area_prospect *s, struct lint *l, uint32_t area, struct purse *purse)
{
    begin(s, l, area);
    struct trying t = {.s = s, .c = &s->c, .asker = s->c.listener_count ? asker_of(l) : NULL, .purse = purse};
    if (t.asker) asker_forget(t.asker);
    try_all_within(&t);
    if (t.out) draw_within(&t);
    s->c.most = UINT64_MAX;
}

const struct prospect *prospect_of(struct lint *l)
{
    struct purse purse = {ALL, ALL_DRAWN, ALL_WORK, 10 * DRAWS};
    if (l->prospect) return l->prospect;
    struct prospect *prospect = arena_zero(l->arena, 1, sizeof *prospect);
    prospect->areas = arena_zero(l->arena, l->pack->area_count, sizeof *prospect->areas);
    for (uint32_t a = 0; a < l->pack->area_count; a++)
        if (l->pack->areas[a].decl->graded && !l->pack->areas[a].decl->bands) prospect_area(&prospect->areas[a], l, a, &purse);
    return l->prospect = prospect;
}

/* --- in words ---------------------------------------------------------------------------------------------------------------- */

const char *prospect_among(const struct area_prospect *s, const uint8_t *outcomes, uint32_t but)
{
    enum { NAMED = 6 };
    const struct combining *c = &s->c;
    struct arena *arena = c->lint->arena;
    const char *text = "";
    size_t named = 0, met = 0, more = 0;
    for (uint32_t i = 0; i < c->count; i++) {
        if (i == but) continue;
        bool is_met = outcomes[i] == PEEL_MET;
        met += is_met;
        more += !is_met && named == NAMED;
        if (is_met || named == NAMED) continue;
        struct str id = c->pack->characteristics[c->first + i].decl->id;
        text = arena_printf(arena, "%s%s\"%.*s\" is %s", text, named++ ? ", " : "", (int)id.n, id.s,
                            peel_outcome_name((enum peel_outcome)outcomes[i]));
    }
    if (more) text = arena_printf(arena, "%s, %zu more are not met", text, more);
    const char *rest = named ? " and all others are met" : but == NO_SLOT ? "all are met" : "all others are met";
    if (met) text = arena_printf(arena, "%s%s", text, rest);
    return text;
}
