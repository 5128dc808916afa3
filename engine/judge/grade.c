/* grade.c: see grade.h. */
#include "judge/grade.h"
#include "base/mem.h"
#include "judge/cap.h"
#include "judge/needs.h"
#include "judge/raise.h"
#include "judge/standing.h"
#include "judge/why.h"
#include <math.h>

struct bench {
    const struct pack *pack;
    const struct dataset *dataset;
    struct script *script;
    struct arena arena; /* of the script's borrowings and all scratch */
    struct board board;
    uint8_t *outcome, *scratch;
    int *grade;
    uint16_t *concerns;
    uint32_t *finding_start; /* characteristics + 2 while it is being counted */
    struct scales scales;
    bool *holds;          /* of all caps */
    uint32_t *cap_start;  /* per area */
    struct capped *acted; /* as long as the longest list of caps */
    bool *forced, *chosen;
    struct buf buf;
    struct fit fit;
    uint64_t unknown_findings;
};

struct sitting { /* one organisation on the bench */
    struct bench *bench;
    const struct pack *pack;
    struct org *org;
    struct org_result *result;
    struct arena *arena;
    struct climb *climbs; /* per area */
    struct telling telling;
};

/* --- the bench ------------------------------------------------------------------------------------ */

static void lay_out_caps(struct bench *b)
{
    size_t all = 0, longest = 0, widest = 0;
    b->cap_start = arena_alloc(&b->arena, (b->pack->area_count + 1) * sizeof *b->cap_start);
    for (size_t a = 0; a < b->pack->area_count; a++) {
        size_t caps = b->pack->areas[a].cap_count, wide = b->pack->declared[a].characteristic_count;
        b->cap_start[a] = (uint32_t)all;
        all += caps;
        if (caps > longest) longest = caps;
        if (wide > widest) widest = wide;
    }
    b->holds = arena_zero(&b->arena, all + 1, sizeof *b->holds);
    b->acted = arena_alloc(&b->arena, (longest + 1) * sizeof *b->acted);
    b->forced = arena_alloc(&b->arena, widest + 1);
    b->chosen = arena_alloc(&b->arena, widest + 1);
}

static void lay_out(void *context)
{
    struct bench *b = context;
    size_t n = b->pack->characteristic_count, areas = b->pack->area_count;
    b->outcome = arena_alloc(&b->arena, n + 1);
    b->scratch = arena_alloc(&b->arena, n + 1);
    b->grade = arena_alloc(&b->arena, (areas + 1) * sizeof *b->grade);
    b->concerns = arena_alloc(&b->arena, (areas + 1) * sizeof *b->concerns);
    b->finding_start = arena_alloc(&b->arena, (n + 2) * sizeof *b->finding_start);
    scales_make(&b->scales, b->dataset, b->pack, &b->arena);
    lay_out_caps(b);
    b->board = (struct board){&b->pack->shape, b->outcome, b->grade, b->concerns, b->finding_start, NULL};
}

static bool set_up(struct bench *b, struct cohort *cohort)
{
    if (arena_guard(&b->arena, lay_out, b)) b->script = pack_script(b->pack, &b->arena);
    return b->script && script_bind(b->script, b->dataset, cohort);
}

struct bench *bench_new(const struct pack *pack, const struct dataset *dataset, struct cohort *cohort)
{
    struct bench *b = mem_zero(1, sizeof *b);
    if (!b) return NULL;
    b->pack = pack;
    b->dataset = dataset;
    arena_init(&b->arena);
    buf_init(&b->buf);
    if (set_up(b, cohort)) return b;
    bench_free(b);
    return NULL;
}

static void turn_scales(void *context)
{
    struct bench *b = context;
    scales_make(&b->scales, b->dataset, b->pack, &b->arena);
}

bool bench_turn(struct bench *b, const struct dataset *dataset, struct cohort *cohort)
{
    b->dataset = dataset;
    return arena_guard(&b->arena, turn_scales, b) && script_bind(b->script, dataset, cohort);
}

void bench_free(struct bench *b)
{
    if (!b) return;
    script_free(b->script);
    arena_done(&b->arena);
    buf_done(&b->buf);
    mem_free(b);
}

struct script *bench_script(struct bench *b) { return b->script; }
const struct fit *bench_fit(const struct bench *b) { return &b->fit; }
bool bench_same_scale(const struct bench *b) { return b->scales.same; }
uint64_t bench_unknown_findings(const struct bench *b) { return b->unknown_findings; }
size_t bench_memory_peak(const struct bench *b) { return script_memory_peak(b->script); }

/* --- findings, to their characteristics ------------------------------------------------------------ */

/* Finds each characteristic once; counts into start[c + 1]. */
static size_t resolve(struct bench *b, struct org *org)
{
    size_t all = 0;
    uint32_t *count = b->finding_start + 1;
    memset(b->finding_start, 0, (b->pack->characteristic_count + 2) * sizeof *b->finding_start);
    b->unknown_findings = 0;
    for (size_t i = 0; i < org->finding_count; i++) {
        struct finding *f = &org->findings[i];
        size_t heard = 0;
        for (size_t k = 0; k < f->against_count; k++) {
            uint32_t c = f->against_slot[k] =
                lookup_find(&b->pack->characteristic_ids, f->against[k]); /* LOOKUP_NONE is NO_SLOT */
            if (c == NO_SLOT)
                fit_add(&b->fit, FIT_FINDING, f->against[k], 1);
            else
                count[c + 1]++, heard++;
        }
        b->unknown_findings += heard == 0;
        all += heard;
    }
    return all;
}

/* A counting sort: the findings of each characteristic side by side, in the order of the file. */
static void sort_findings(struct bench *b, struct org *org, struct arena *arena)
{
    size_t all = resolve(b, org);
    uint32_t *at = b->finding_start + 1,
             *list =
                 arena_alloc(arena, (all + 1) * sizeof *list); /* at[c] becomes the end of c, which is start[c + 1] */
    for (size_t c = 0; c < b->pack->characteristic_count; c++) at[c + 1] += at[c];
    for (size_t i = 0; i < org->finding_count; i++)
        for (size_t k = 0; k < org->findings[i].against_count; k++) {
            uint32_t c = org->findings[i].against_slot[k];
            if (c != NO_SLOT) list[at[c]++] = (uint32_t)i;
        }
    b->board.finding_list = list;
}

/* --- characteristics -------------------------------------------------------------------------------- */

static void note(struct sitting *s, enum peel_outcome outcome)
{
    s->result->errors += outcome == PEEL_ERROR;
    s->result->limits += outcome == PEEL_LIMIT;
}

static void judge(struct sitting *s, uint32_t c)
{
    const struct characteristic *x = &s->pack->characteristics[c];
    struct verdict *v = &s->result->verdicts[c];
    if (x->decl->findings)
        script_weigh(s->bench->script, c, x->findings_met, x->findings_partly, v);
    else
        script_judge(s->bench->script, x->decl->judge, c, &x->allowance, v);
    s->bench->outcome[c] = (uint8_t)v->outcome;
    if (raise_concerns(x->decl, (int)v->outcome)) s->bench->concerns[x->area]++;
    note(s, v->outcome);
}

/* --- areas -------------------------------------------------------------------------------------------- */

/* PEEL_GRADE_ERROR, PEEL_GRADE_LIMIT, or 0 where no rule of the area broke. */
static int broken(const struct sitting *s, uint32_t area)
{
    if (!s->result->errors && !s->result->limits) return 0;
    if (board_count(&s->bench->board, area, PEEL_ERROR, -1)) return PEEL_GRADE_ERROR;
    return board_count(&s->bench->board, area, PEEL_LIMIT, -1) ? PEEL_GRADE_LIMIT : 0;
}

/* Asks a ladder function; error and limit as grades. */
static int ask_ladder(const struct sitting *s, uint32_t area, struct verdict *v)
{
    int grade = PEEL_INSUFFICIENT_EVIDENCE;
    script_ladder(s->bench->script, ladder_function(s->pack, area), area, &grade, v);
    return v->outcome == PEEL_ERROR ? PEEL_GRADE_ERROR : v->outcome == PEEL_LIMIT ? PEEL_GRADE_LIMIT : grade;
}

static int climb(struct sitting *s, uint32_t area, struct area_result *r)
{
    struct climb *c = &s->climbs[area];
    *c = ladder_climb(&s->pack->ladder, &s->bench->board,
                      area); /* of a function: share and evidence, and the sentence where it is not asked */
    r->share = c->share;
    r->evidenced = c->evidenced;
    int broke = broken(s, area);
    if (broke) return broke;
    if (ladder_function(s->pack, area) < 0 || (c->concern && s->pack->areas[area].decl->bands)) return c->grade; /* law 6: bands know no concerns */
    if (!ladder_may_ask(&s->pack->ladder, &s->bench->board, area)) return PEEL_INSUFFICIENT_EVIDENCE;
    struct verdict *v = arena_zero(s->arena, 1, sizeof *v);
    r->ladder = v;
    int grade = ask_ladder(s, area, v);
    note(s, v->outcome);
    return grade;
}

/* Which caps hold; a broken one is no grade. Each is asked, also where it could not act: it may stand before the next
 * grade. */
static int ask_caps(struct sitting *s, uint32_t area, struct area_result *r, struct verdict **verdicts)
{
    int broke = 0;
    for (size_t i = 0; i < r->area->cap_count; i++) {
        const struct cap *cap = &r->area->caps[i];
        bool *holds = &s->bench->holds[s->bench->cap_start[area] + i];
        if (cap->characteristic != NO_SLOT) {
            *holds = cap_holds(cap, &s->bench->board);
            continue;
        }
        struct verdict *v = verdicts[i] = arena_zero(s->arena, 1, sizeof *v);
        script_when(s->bench->script, cap->decl->when, area, v);
        *holds = v->outcome == PEEL_MET;
        note(s, v->outcome);
        if (v->outcome >= PEEL_ERROR && broke != PEEL_GRADE_ERROR)
            broke = v->outcome == PEEL_ERROR ? PEEL_GRADE_ERROR : PEEL_GRADE_LIMIT;
    }
    return broke;
}

static int act_caps(struct sitting *s, uint32_t area, struct area_result *r)
{
    size_t count = r->area->cap_count, acted;
    bool *holds = s->bench->holds + s->bench->cap_start[area];
    memset(holds, 0, count * sizeof *holds);
    if (!count || r->uncapped < 0) return r->uncapped;
    struct verdict **verdicts = arena_zero(s->arena, count, sizeof *verdicts);
    int broke = ask_caps(s, area, r, verdicts);
    if (broke) {
        r->caps = (const struct verdict *const *)verdicts;
        return broke;
    }
    int grade = caps_act(r->area->caps, holds, count, r->uncapped, s->bench->acted, &acted);
    r->capped = arena_alloc(s->arena, (acted + 1) * sizeof *r->capped);
    r->capped_count = acted;
    for (size_t i = 0; i < acted; i++) {
        r->capped[i] = s->bench->acted[i];
        r->capped[i].verdict = verdicts[r->capped[i].cap - r->area->caps];
    }
    return grade;
}

static void grade_area(struct sitting *s, uint32_t area)
{
    struct area_result *r = &s->result->areas[area];
    r->area = &s->pack->areas[area];
    r->uncapped = climb(s, area, r);
    r->computed = act_caps(s, area, r);
    if (!r->area->decl->graded) r->uncapped = r->computed = PEEL_UNGRADED;
    standing_judged(r, s->org, s->result->dataset, &s->bench->scales);
    s->bench->grade[area] = r->told;
    standing_moderated(r, s->org, &s->bench->scales);
}

/* --- what is said of it --------------------------------------------------------------------------------- */

/* The causes of concern are those of the outcomes as they stand now: what is met raises none. */
static int ask_again(void *context, uint32_t area)
{
    const struct sitting *s = context;
    const uint32_t *start = s->pack->shape.area_start;
    uint16_t *concerns = &s->bench->concerns[area], were = *concerns;
    struct verdict v = {0};
    *concerns = 0;
    for (uint32_t c = start[area]; c < start[area + 1]; c++)
        *concerns += raise_concerns(s->pack->characteristics[c].decl, s->bench->outcome[c]);
    int grade = ask_ladder(s, area, &v);
    *concerns = were;
    return grade;
}

static void tell(struct sitting *s, uint32_t area)
{
    struct area_result *r = &s->result->areas[area];
    struct bench *b = s->bench;
    bool function = r->ladder != NULL;
    why_tell(&s->telling, area, function || broken(s, area) ? NULL : &s->climbs[area], r);
    r->next = -1;
    if (!r->area->decl->graded || r->status == PEEL_NOT_INSPECTED) return;
    struct needs n = {&s->telling,
                      b->outcome,
                      b->scratch,
                      b->forced,
                      b->chosen,
                      b->holds + b->cap_start[area],
                      {function ? ask_again : NULL, s}};
    needs_tell(&n, area, r);
}

static void clear_board(struct bench *b)
{
    memset(b->outcome, PEEL_NO_EVIDENCE, b->pack->characteristic_count);
    memset(b->concerns, 0, b->pack->area_count * sizeof *b->concerns);
    for (size_t a = 0; a < b->pack->area_count; a++) b->grade[a] = PEEL_UNGRADED;
}

static void judge_all(struct sitting *s)
{
    for (size_t i = 0; i < s->pack->order_count; i++) {
        struct step step = s->pack->order[i];
        if (step.kind == STEP_CHARACTERISTIC)
            judge(s, step.index);
        else
            grade_area(s, step.index);
    }
}

struct org_result *grade_org(struct bench *b, struct org *org, struct arena *arena)
{
    const struct pack *pack = b->pack;
    struct sitting s = {.bench = b, .pack = pack, .org = org, .arena = arena};
    struct org_result *r = s.result = arena_zero(arena, 1, sizeof *r);
    *r = (struct org_result){.org = org, .dataset = b->dataset, .pack = pack};
    r->areas = arena_zero(arena, pack->area_count, sizeof *r->areas);
    r->verdicts = arena_alloc(arena, (pack->characteristic_count + 1) * sizeof *r->verdicts); /* each is judged */
    s.climbs = arena_alloc(arena, pack->area_count * sizeof *s.climbs);
    s.telling = (struct telling){pack, b->dataset, org, &b->board, r->verdicts, &pack->ladder, &b->buf, arena};
    buf_clear(&b->buf);
    b->buf.failed = false;
    clear_board(b);
    sort_findings(b, org, arena);
    script_sit(b->script, org, &b->board, arena);
    judge_all(&s);
    r->partial = r->errors + r->limits > 0;
    r->printed = script_printed(b->script, &r->printed_cut);
    r->printed.s = arena_dup(arena, r->printed.s ? r->printed.s : "",
                             r->printed.n); /* before ladders are asked again, for the needs */
    raise_all(r, arena);
    for (uint32_t a = 0; a < pack->area_count; a++) tell(&s, a);
    fit_org(&b->fit, pack, b->dataset, org, b->scales.grade);
    return r;
}
