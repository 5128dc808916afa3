/* grades.c: see grades.h. */
#include "compare/grades.h"
#include "base/mem.h"
#include <pthread.h>

struct making {
    struct grades *g;
    const struct pack *pack;
    struct load *load;
    const struct renaming *renaming;
    pthread_mutex_t turn; /* of the arena */
};

static struct str copy(struct arena *arena, struct str s) { return (struct str){arena_dup(arena, s.n ? s.s : "", s.n), s.n}; }

static void take(struct making *m, const struct org_result *r)
{
    struct grades *g = m->g;
    size_t o = (size_t)r->org->index;
    g->ids[o] = copy(&g->arena, r->org->id);
    g->names[o] = copy(&g->arena, r->org->name);
    g->partial += r->partial;
    for (size_t a = 0; a < g->areas; a++) g->computed[o * g->areas + a] = (int8_t)r->areas[a].computed;
    for (size_t c = 0; c < g->characteristics; c++) g->outcomes[o * g->characteristics + c] = (uint8_t)r->verdicts[c].outcome;
}

struct taking { struct making *m; const struct org_result *result; };

static void take_one(void *context)
{
    const struct taking *t = context;
    take(t->m, t->result);
}

static void prepare(void *context, struct org *org, struct arena *arena)
{
    const struct renaming *renaming = ((struct making *)context)->renaming;
    if (renaming) renaming_apply(renaming, org, arena);
}

/* In any thread. A jump out of memory comes back here: the turn must be given up. */
static void render(void *context, const struct org_result *result, struct buf *out, unsigned worker)
{
    struct making *m = context;
    (void)worker;
    pthread_mutex_lock(&m->turn);
    if (!arena_guard(&m->g->arena, take_one, &(struct taking){m, result})) out->failed = true;
    pthread_mutex_unlock(&m->turn);
}

static void lay_out(void *context)
{
    struct making *m = context;
    struct grades *g = m->g;
    g->orgs = (size_t)load_count(m->load);
    g->areas = m->pack->area_count;
    g->characteristics = m->pack->characteristic_count;
    g->ids = arena_zero(&g->arena, g->orgs + 1, sizeof *g->ids);
    g->names = arena_zero(&g->arena, g->orgs + 1, sizeof *g->names);
    g->computed = arena_zero(&g->arena, g->orgs * g->areas + 1, sizeof *g->computed);
    g->outcomes = arena_zero(&g->arena, g->orgs * g->characteristics + 1, sizeof *g->outcomes);
    g->round = copy(&g->arena, load_dataset(m->load)->round);
}

struct grades *grades_make(const struct pack *pack, struct load *load, struct cohort *cohort, const struct renaming *renaming, unsigned workers, struct diags *diags)
{
    struct making m = {.g = mem_zero(1, sizeof *m.g), .pack = pack, .load = load, .renaming = renaming};
    struct run run = {.pack = pack, .load = load, .cohort = cohort, .workers = workers, .context = &m, .prepare = prepare, .render = render};
    struct run_totals totals = {0};
    size_t errors = diags->errors;
    if (m.g) arena_init(&m.g->arena);
    bool locked = pthread_mutex_init(&m.turn, NULL) == 0;
    bool done = m.g && locked && arena_guard(&m.g->arena, lay_out, &m) && run_grade(&run, &totals, diags);
    if (locked) pthread_mutex_destroy(&m.turn);
    if (done) return m.g;
    if (diags->errors == errors) diag_starve(diags, load_dataset(load)->file, " while it was graded");
    grades_free(m.g);
    return NULL;
}

void grades_free(struct grades *g)
{
    if (!g) return;
    arena_done(&g->arena);
    mem_free(g);
}
