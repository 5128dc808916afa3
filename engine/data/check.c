/* check.c: the first pass: every organisation is read and checked, on any number of workers, and what is wrong is told
 * in the order of the file. A batch has its own list of problems; taken off in order they make the same text whoever
 * did the work. */
#include "data/loading.h"

#include "base/crew.h"
#include "base/mem.h"

struct answer {    /* what is kept of an organisation */
    struct str id; /* s NULL: none could be read */
    uint64_t line;
    uint32_t id_offset;
    bool in_scope;
    double *cells; /* what the witness keeps of it; NULL: nothing */
    struct str name; /* for the witness */
};

struct job {
    struct batch batch;
    struct diags diags;
    struct arena kept; /* answers and their ids */
    struct answer *answers;
    bool starved; /* out of memory */
    char apart[CREW_APART];
};

struct desk { /* a worker's */
    struct arena arena;
    char apart[CREW_APART];
};

struct check {
    struct load *load;
    struct diags *diags;
    struct job *jobs;
    struct desk *desks; /* one a worker */
    size_t slots;
    unsigned workers;
    bool starved;
};

static bool bring(void *context, size_t slot)
{
    struct check *c = context;
    return load_bring(c->load, &c->jobs[slot].batch, c->diags);
}

static void witnessed(const struct check *c, struct job *job, const struct org *org, struct answer *a)
{
    const struct witness *w = c->load->witness;
    if (!w || !w->cells || !org->name.s) return;
    a->cells = arena_alloc(&job->kept, w->cells * sizeof *a->cells);
    a->name = (struct str){arena_dup(&job->kept, org->name.s, org->name.n), org->name.n};
    w->look(w->context, org, a->cells);
}

static void answer_piece(const struct check *c, struct job *job, size_t i, struct arena *arena)
{
    const struct piece *piece = &job->batch.pieces[i];
    const struct org *org = load_org(c->load, &job->batch, i, arena, &job->diags);
    struct answer *a = &job->answers[i];
    if (!org) return;
    a->in_scope = org->in_scope;
    a->id_offset = org->id_offset;
    if (!org->id.s) return;
    witnessed(c, job, org, a);
    a->id = (struct str){arena_dup(&job->kept, org->id.s, org->id.n), org->id.n};
    a->line = piece->line;
    const char *text = job->batch.text + piece->start, *end = text + org->id_offset;
    while ((text = memchr(text, '\n', (size_t)(end - text)))) a->line++, text++;
}

struct sitting {
    const struct check *check;
    struct job *job;
    struct arena *arena;
};

static void answer_all(void *context)
{
    struct sitting *s = context;
    struct job *job = s->job;
    job->kept.escape = s->arena->escape;
    job->answers = arena_zero(&job->kept, job->batch.count, sizeof *job->answers);
    for (size_t i = 0; i < job->batch.count; i++) {
        arena_reset(s->arena);
        answer_piece(s->check, job, i, s->arena);
    }
}

static void work(void *context, size_t slot, unsigned worker)
{
    const struct check *c = context;
    struct job *job = &c->jobs[slot];
    struct sitting s = {c, job, &c->desks[worker].arena};
    arena_reset(&job->kept);
    job->starved = !arena_guard(s.arena, answer_all, &s);
}

static void tell_twin(const struct check *c, struct job *job, size_t i, uint64_t first)
{
    const struct answer *a = &job->answers[i];
    load_complain(c->load, &job->batch, i, DIAG_ERROR, a->id_offset, &job->diags, "give each an id of its own",
                  "the organisation %s stands twice; the first is on line %llu", quote_str(a->id).text,
                  (unsigned long long)load_line(c->load, first));
}

static bool enlist(const struct check *c, struct job *job, size_t i)
{
    const struct answer *a = &job->answers[i];
    uint64_t first = register_find(&c->load->ids, a->id);
    if (first != REGISTER_NONE) tell_twin(c, job, i, first);
    c->load->in_scope += a->in_scope;
    if (!register_add(&c->load->ids, a->id, a->line)) return false;
    const struct witness *w = c->load->witness;
    return !a->cells || w->keep(w->context, a->name, a->cells);
}

static bool take(void *context, size_t slot)
{
    struct check *c = context;
    struct job *job = &c->jobs[slot];
    c->starved = job->starved;
    for (size_t i = 0; i < job->batch.count && !c->starved; i++) c->starved = !enlist(c, job, i);
    diags_move(c->diags, &job->diags);
    return !c->starved;
}

static bool prepare(struct check *c)
{
    c->slots = c->workers > 1 ? c->workers + 2 : 1;
    c->jobs = mem_zero(c->slots, sizeof *c->jobs);
    c->desks = mem_zero(c->workers, sizeof *c->desks);
    if (!c->jobs || !c->desks) return false;
    for (size_t i = 0; i < c->slots; i++) {
        batch_init(&c->jobs[i].batch);
        diags_init(&c->jobs[i].diags);
        c->jobs[i].diags.limit = c->diags->limit;
        arena_init(&c->jobs[i].kept);
    }
    for (unsigned i = 0; i < c->workers; i++) arena_init(&c->desks[i].arena);
    return true;
}

static void finish(struct check *c)
{
    for (size_t i = 0; c->jobs && i < c->slots; i++) {
        batch_done(&c->jobs[i].batch);
        diags_done(&c->jobs[i].diags);
        arena_done(&c->jobs[i].kept);
    }
    for (unsigned i = 0; c->desks && i < c->workers; i++) arena_done(&c->desks[i].arena);
    mem_free(c->jobs);
    mem_free(c->desks);
}

static void tell_empty(const struct load *load, struct diags *diags)
{
    const char *hint = splitter_lines(load->splitter) ? "each stands on a line of its own below the header"
                                                      : "they are the array \"organisations\"";
    tell_file(load, diags, hint, "the dataset has no organisations");
}

bool load_check(struct load *load, unsigned workers, struct diags *diags)
{
    struct check c = {.load = load, .diags = diags, .workers = workers ? workers : 1};
    struct crew_plan plan = {c.workers, 0, &c, bring, work, take};
    size_t errors = diags->errors;
    bool ran = prepare(&c);
    plan.slots = c.slots;
    bool apart = ran && c.workers > 1 && splitter_digest_apart(load->splitter);
    ran = ran && crew_run(&plan) && !c.starved;
    if (apart && !splitter_digest_join(load->splitter)) tell_file(load, diags, NULL, "cannot be read to its end");
    finish(&c);
    if (!ran)
        diag_starve(diags, load->source.name, " while reading the organisations");
    else if (diags->errors == errors && !load->wrong && load->ids.count == 0)
        tell_empty(load, diags);
    splitter_digest(load->splitter, load->digest);
    load->checked = ran;
    load->checked_print = load->print;
    diags_sort(diags);
    return diags->errors == errors && !load->wrong;
}
