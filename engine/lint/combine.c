/* combine.c: see combine.h. */
#include "lint/combine.h"
#include "judge/raise.h"
#include "lint/gists.h"
#include "lint/pool.h"
#include "trial/coverage.h"
#include <math.h>

enum {
    STATES = 20000,        /* kept at once; past that there are too many */
    BYTES = 8 << 20,       /* that they may take, with their keys */
    JUDGED = 1 << PEEL_MET | 1 << PEEL_PARTLY_MET | 1 << PEEL_NOT_MET,
    ANY = JUDGED | 1 << PEEL_NO_EVIDENCE | 1 << PEEL_NOT_APPLICABLE
};

/* --- what there is --------------------------------------------------------------------------------------------------- */

/* Where no answer was found, or an answer may be given by what cannot be followed: any. */
static uint8_t ways_of(const struct combining *c, uint32_t i)
{
    const struct decl_characteristic *d = c->pack->characteristics[c->first + i].decl;
    unsigned said = coverage_outcomes(c->pack, c->first + i);
    if (d->findings || d->bands) return (uint8_t)said;
    const struct gist *g = lint_gist(c->lint, d->spot.file, GIST_JUDGE, d->id);
    bool followed = said != 1u << PEEL_NO_EVIDENCE && g && !g->partial;
    return (uint8_t)(followed ? said : ANY);
}

static uint8_t concerns_of(const struct combining *c, uint32_t i)
{
    unsigned raise = 0;
    for (int o = PEEL_MET; o <= PEEL_NOT_MET; o++)
        if (raise_concerns(c->pack->characteristics[c->first + i].decl, o)) raise |= 1u << o;
    return (uint8_t)raise;
}

static void note_level(struct combining *c, uint8_t level)
{
    for (size_t i = 0; i < c->level_count; i++)
        if (c->levels[i] == level) return;
    c->levels[c->level_count++] = level;
}

static struct str id_of(const struct combining *c, uint32_t i) { return c->pack->characteristics[c->first + i].decl->id; }

static bool reads(const struct gist *g, struct str id)
{
    for (const struct gist_read *r = g->reads; r; r = r->next)
        if (r->kind == EVIDENCE_OUTCOME && str_eq(r->name, id)) return true;
    return false;
}

static void listen(struct combining *c, int function, size_t cap, const struct gist *g)
{
    bool *named = arena_zero(c->lint->arena, c->count + 1, sizeof *named);
    struct listener *x = &c->listeners[c->listener_count++];
    *x = (struct listener){.function = function, .cap = cap, .opaque = !g || g->partial, .named = named};
    x->sums = g && g->sums;
    for (uint32_t i = 0; i < c->count; i++) {
        named[i] = x->opaque || reads(g, id_of(c, i));
        c->alone[i] = c->alone[i] || named[i];
    }
}

static void listen_all(struct combining *c)
{
    const char *file = c->pack->files[c->area + 1].name;
    bool own = c->is->ladder >= 0;
    c->listeners = arena_alloc(c->lint->arena, (c->is->cap_count + 1) * sizeof *c->listeners);
    c->ladder = ladder_function(c->pack, c->area);
    if (c->ladder >= 0)
        listen(c, c->ladder, NO_CAP, lint_gist(c->lint, own ? file : c->pack->files[0].name, GIST_LADDER, STR("")));
    for (size_t i = 0; i < c->is->cap_count; i++) {
        const struct cap *cap = &c->is->caps[i];
        if (cap->characteristic == NO_SLOT)
            listen(c, cap->decl->when, i, lint_gist(c->lint, file, GIST_WHEN, cap->decl->id));
        else
            c->alone[cap->characteristic - c->first] = true;
    }
}

/* As long as a key can be: of a level sums, or five views of rungs; counts and sums of all levels where they are asked for. */
static size_t key_room(const struct combining *c)
{
    size_t sums = 4 * sizeof(int64_t), view = 5 * (2 + 2 * c->pack->ladder.rung_count), level = sums > view ? sums : view;
    size_t room = 2 + c->is->cap_count + (1 + c->level_count) * level, counts = 0;
    for (size_t i = 0; i < c->listener_count; i++) {
        for (uint32_t k = 0; k < c->count; k++) room += c->listeners[i].named[k];
        if (c->listeners[i].sums) counts = 2 + c->level_count * (sums + 5 * sizeof(int64_t));
    }
    return room + counts;
}

static void make_board(struct combining *c)
{
    struct arena *arena = c->lint->arena;
    const struct pack *pack = c->pack;
    uint8_t *outcome = arena_alloc(arena, pack->characteristic_count + 1);
    int *grade = arena_alloc(arena, (pack->area_count + 1) * sizeof *grade);
    memset(outcome, PEEL_NO_EVIDENCE, pack->characteristic_count);
    for (size_t a = 0; a < pack->area_count; a++) grade[a] = PEEL_UNGRADED;
    c->concern_count = arena_zero(arena, pack->area_count + 1, sizeof *c->concern_count);
    c->board = (struct board){&pack->shape, outcome, grade, c->concern_count, NULL, NULL};
    c->outcome = outcome + c->first;
}

void combine_open(struct combining *c, struct lint *l, uint32_t area)
{
    const struct pack *pack = l->pack;
    uint32_t first = pack->shape.area_start[area], count = pack->shape.area_start[area + 1] - first;
    *c = (struct combining){.lint = l, .pack = pack, .is = &pack->areas[area], .area = area, .first = first, .count = count};
    c->ways = arena_alloc(l->arena, count + 1);
    c->concerns = arena_alloc(l->arena, count + 1);
    c->levels = arena_alloc(l->arena, PACK_SCALE_MAX);
    c->alone = arena_zero(l->arena, count + 1, sizeof *c->alone);
    c->holds = arena_zero(l->arena, c->is->cap_count + 1, sizeof *c->holds);
    c->acted = arena_alloc(l->arena, (c->is->cap_count + 1) * sizeof *c->acted);
    make_board(c);
    for (uint32_t i = 0; i < count; i++) {
        c->ways[i] = ways_of(c, i);
        c->concerns[i] = concerns_of(c, i);
        note_level(c, pack->shape.level[first + i]);
    }
    listen_all(c);
    c->key_room = key_room(c);
    c->key = arena_alloc(l->arena, c->key_room);
}

bool combine_alike(const struct combining *c, uint32_t i, uint32_t k)
{
    const struct board_shape *shape = &c->pack->shape;
    return !c->alone[i] && !c->alone[k] && c->ways[i] == c->ways[k] && c->concerns[i] == c->concerns[k] &&
           shape->level[c->first + i] == shape->level[c->first + k] &&
           shape->weight[c->first + i] == shape->weight[c->first + k];
}

/* --- what a grade can tell apart ------------------------------------------------------------------------------------- */

static void count_concerns(struct combining *c)
{
    uint16_t n = 0;
    for (uint32_t i = 0; i < c->count; i++) n = (uint16_t)(n + (c->concerns[i] >> c->outcome[i] & 1));
    c->concern_count[c->area] = n;
}

static void key_number(struct combining *c, int64_t n)
{
    memcpy(c->key + c->key_length, &n, sizeof n);
    c->key_length += sizeof n;
}

static void key_byte(struct combining *c, int byte) { c->key[c->key_length++] = (char)byte; }

/* Weights and credits are decimals, and their sums are the same whatever was added first. */
static int64_t tidy(double sum) { return llrint(sum * 1e9); }

static struct board_sum key_sums(struct combining *c, int level)
{
    struct board_sum s = board_sum(&c->board, c->area, level);
    key_number(c, tidy(s.applicable));
    key_number(c, tidy(s.evidenced));
    key_number(c, tidy(s.credited));
    key_byte(c, s.met > 0);
    return s;
}

static void key_counts(struct combining *c)
{
    key_byte(c, c->concern_count[c->area] & 0xFF);
    key_byte(c, c->concern_count[c->area] >> 8);
    for (size_t k = 0; k < c->level_count; k++) {
        for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++)
            key_number(c, (int64_t)board_count(&c->board, c->area, (enum peel_outcome)o, c->levels[k]));
        key_sums(c, c->levels[k]);
    }
}

static void key_names(struct combining *c, const struct listener *x)
{
    for (uint32_t i = 0; i < c->count; i++)
        if (x->named[i]) key_byte(c, c->outcome[i]);
}

/* What the ladder can see of a level whose outcomes stand: which of its questions its shares answer, by the ladder itself. */
static void key_view(struct combining *c, int level)
{
    const struct ladder *l = &c->pack->ladder;
    struct footing f = {0, 0};
    if (level == l->standard) {
        f = ladder_footing(l, &c->board, c->area);
        key_byte(c, isnan(f.share));
        key_byte(c, board_reaches(f.evidenced, l->enough));
    }
    for (size_t i = 0; i < l->rung_count && c->ladder < 0; i++) {
        if (level == l->standard) key_byte(c, ladder_share_reached(&l->rungs[i], f.share));
        if (level == l->rungs[i].grade) key_byte(c, ladder_beyond_reached(&l->rungs[i], &c->board, c->area));
    }
}

/* The same whatever the one that is left open will have. */
static void key_views(struct combining *c, int level)
{
    uint32_t open = c->without;
    if (open == NO_SLOT || c->pack->shape.level[c->first + open] != level) {
        key_view(c, level);
        return;
    }
    for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++) {
        if (!(c->ways[open] >> o & 1)) continue;
        c->outcome[open] = (uint8_t)o;
        key_view(c, level);
    }
    c->outcome[open] = PEEL_NOT_APPLICABLE;
}

static void key_level(struct combining *c, int level)
{
    if (level >= 0 && c->decided[level])
        key_views(c, level);
    else
        key_sums(c, level);
}

/* Of a function: is it asked? Of rungs: which is reached? A cause of concern decides before any share. */
static void key_ladder(struct combining *c)
{
    const struct ladder *l = &c->pack->ladder;
    bool concern = c->concern_count[c->area] > 0;
    key_byte(c, concern);
    if (concern && (c->ladder >= 0 || l->concern >= 0)) return;
    key_level(c, l->standard);
    if (c->ladder >= 0) key_byte(c, isnan(board_share(&c->board, c->area, -1)));
    for (size_t i = 0; i < l->rung_count && c->ladder < 0; i++)
        if (!isnan(l->rungs[i].beyond) && l->rungs[i].grade != l->standard) key_level(c, l->rungs[i].grade);
}

static struct str key_of(struct combining *c)
{
    bool sums = false;
    count_concerns(c);
    c->work += c->count;
    c->key_length = 0;
    key_ladder(c);
    for (size_t i = 0; i < c->is->cap_count; i++)
        if (c->is->caps[i].characteristic != NO_SLOT) key_byte(c, cap_holds(&c->is->caps[i], &c->board));
    for (size_t i = 0; i < c->listener_count; i++) {
        key_names(c, &c->listeners[i]);
        sums = sums || c->listeners[i].sums;
    }
    if (sums) key_counts(c);
    return (struct str){c->key, c->key_length};
}

/* --- a look ------------------------------------------------------------------------------------------------------------ */

/* NULL: the allowance is used up. */
static const struct asker_answer *ask(struct combining *c, struct asker *asker, struct listener *x)
{
    if (x->broken) return x->broken;
    c->key_length = 0;
    key_names(c, x);
    if (x->sums) key_counts(c);
    struct asker_question q = {x->function, x->cap == NO_CAP, c->area, {c->key, c->key_length}};
    const struct asker_answer *answer = asker_ask(asker, &q, &c->board, c->lint->arena->escape);
    if (answer && answer->outcome == PEEL_LIMIT) x->broken = answer;
    return answer;
}

static bool breaks(struct outlook *o, const struct asker_answer *answer, size_t cap)
{
    if (!answer || answer->outcome < PEEL_ERROR) return false;
    o->broken = answer;
    o->broken_cap = cap;
    o->grade = PEEL_GRADE_ERROR;
    return true;
}

static void look_at_ladder(struct combining *c, struct asker *asker, struct outlook *o)
{
    o->climb = ladder_climb(&c->pack->ladder, &c->board, c->area);
    o->before = o->grade = o->climb.grade;
    if (c->ladder < 0) return;
    o->before = o->grade = PEEL_INSUFFICIENT_EVIDENCE;
    if (!ladder_may_ask(&c->pack->ladder, &c->board, c->area)) return;
    const struct asker_answer *answer = ask(c, asker, &c->listeners[0]);
    o->known = answer != NULL;
    if (!answer || breaks(o, answer, NO_CAP)) return;
    o->before = o->grade = answer->grade;
}

static void ask_caps(struct combining *c, struct asker *asker, struct outlook *o)
{
    for (size_t i = 0; i < c->listener_count && o->known && !o->broken; i++) {
        struct listener *x = &c->listeners[i];
        if (x->cap == NO_CAP) continue;
        const struct asker_answer *answer = ask(c, asker, x);
        o->known = answer != NULL;
        if (answer && !breaks(o, answer, x->cap)) c->holds[x->cap] = answer->holds;
    }
}

struct outlook combine_look(struct combining *c, struct asker *asker)
{
    struct outlook o = {.known = true};
    c->work += c->count;
    size_t caps = c->is->cap_count;
    count_concerns(c);
    memset(c->holds, 0, caps * sizeof *c->holds);
    look_at_ladder(c, asker, &o);
    if (!o.known || o.grade < 0) return o;
    for (size_t i = 0; i < caps; i++)
        if (c->is->caps[i].characteristic != NO_SLOT) c->holds[i] = cap_holds(&c->is->caps[i], &c->board);
    ask_caps(c, asker, &o);
    if (o.known && !o.broken) o.grade = caps_act(c->is->caps, c->holds, caps, o.before, c->acted, &o.acted);
    return o;
}

/* --- all of them ------------------------------------------------------------------------------------------------------- */

static void begin(struct pool *p, const struct combining *c)
{
    size_t most = BYTES / (c->count + c->key_room);
    pool_begin(p, c->count, c->key_room, most < STATES ? most : STATES);
}

/* Each of `from`, with each outcome that characteristic i can have. */
static bool extend(struct combining *c, const struct pool *from, struct pool *to, uint32_t i)
{
    begin(to, c);
    for (size_t k = 0; k < from->count; k++) {
        memcpy(c->outcome, from->rows + k * c->count, c->count);
        if (c->work > c->most) return false;
        for (int o = PEEL_MET; o <= PEEL_NO_EVIDENCE; o++) {
            if (!(c->ways[i] >> o & 1)) continue;
            c->outcome[i] = (uint8_t)o;
            if (!pool_add(to, c->outcome, key_of(c), c->lint->arena)) return false;
        }
    }
    return true;
}

struct walk { /* from pool to pool */
    struct pool *from, *to;
};

static bool pass(struct combining *c, struct walk *w, uint32_t i)
{
    if (!extend(c, w->from, w->to, i)) return false;
    struct pool *swap = w->from;
    w->from = w->to;
    w->to = swap;
    return true;
}

static bool is_of(const struct combining *c, uint32_t i, uint8_t level)
{
    return c->pack->shape.level[c->first + i] == level && i != c->without;
}

/* Those that are looked at by name, which multiply, last. Once the last of the level stands, fewer can be told apart. */
static bool pass_level(struct combining *c, struct walk *w, uint8_t level)
{
    size_t left = 0;
    for (uint32_t i = 0; i < c->count; i++) left += is_of(c, i, level);
    for (int named = 0; named < 2; named++)
        for (uint32_t i = 0; i < c->count; i++) {
            if (!is_of(c, i, level) || c->alone[i] != named) continue;
            c->decided[level] = --left == 0;
            if (!pass(c, w, i)) return false;
        }
    return true;
}

static struct walk set_out(struct combining *c, uint32_t without)
{
    if (!c->lint->pools) c->lint->pools = arena_zero(c->lint->arena, 2, sizeof *c->lint->pools);
    struct walk w = {&c->lint->pools[0], &c->lint->pools[1]};
    begin(w.from, c);
    c->without = without;
    memset(c->decided, 0, sizeof c->decided);
    memset(c->outcome, PEEL_NOT_APPLICABLE, c->count);
    pool_add(w.from, c->outcome, key_of(c), c->lint->arena);
    return w;
}

bool combine_others(struct combining *c, uint32_t without, struct combinations *to)
{
    struct walk w = set_out(c, without);
    for (size_t k = 0; k < c->level_count; k++)
        if (!pass_level(c, &w, c->levels[k])) return false;
    *to = (struct combinations){w.from->rows, w.from->count};
    return true;
}

void combine_nearest(struct combining *c, double asked, double *below, double *above)
{
    const struct ladder *l = &c->pack->ladder;
    struct walk w = set_out(c, NO_SLOT);
    *below = *above = NAN;
    for (uint32_t i = 0; i < c->count; i++)
        if (is_of(c, i, (uint8_t)l->standard) && !pass(c, &w, i)) return;
    for (size_t k = 0; k < w.from->count; k++) {
        memcpy(c->outcome, w.from->rows + k * c->count, c->count);
        struct footing f = ladder_footing(l, &c->board, c->area);
        if (!ladder_enough(l, &f)) continue;
        bool reached = board_reaches(f.share, asked);
        if (reached && !(*above <= f.share)) *above = f.share;
        if (!reached && !(*below >= f.share)) *below = f.share;
    }
}
