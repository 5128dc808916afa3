/* run.c: see run.h. */
#include "judge/run.h"
#include "base/crew.h"
#include "base/mem.h"
#include <stdio.h>

enum failure { FAILED_NOT, FAILED_MEMORY, FAILED_TEXT };

struct job { /* one batch in flight */
    struct batch batch;
    struct buf rendered, printed;
    struct run_totals totals;
    enum failure failure;
    char apart[CREW_APART];
};

struct worker {
    struct bench *bench;
    struct arena arena;
    char apart[CREW_APART];
};

struct show {
    const struct run *run;
    struct run_totals *totals;
    struct diags *diags;
    struct job *jobs;
    size_t job_count;
    struct worker *workers;
    unsigned worker_count;
    bool failed, stopped;
};

/* --- what rules printed --------------------------------------------------------------------------- */

static void print(struct buf *out, const struct org_result *r)
{
    const char *at = r->printed.s, *end = at + r->printed.n;
    while (at < end) {
        const char *newline = memchr(at, '\n', (size_t)(end - at));
        const char *stop = newline ? newline : end;
        buf_str(out, r->org->id);
        buf_put(out, ": ");
        buf_add(out, at, (size_t)(stop - at));
        buf_char(out, '\n');
        at = newline ? newline + 1 : end;
    }
    if (!r->printed_cut) return;
    buf_str(out, r->org->id);
    buf_put(out, ": ... (the rest of what its rules printed is cut)\n");
}

/* --- totals ---------------------------------------------------------------------------------------- */

static void count(struct run_totals *t, const struct org_result *r)
{
    struct areas_judged *areas = r->org->in_scope ? &t->areas : &t->areas_outside;
    t->organisations++;
    t->outside += !r->org->in_scope;
    t->partial += r->partial;
    t->rules_error += r->errors;
    t->rules_limit += r->limits;
    t->concerns += r->concern_count;
    if (r->partial) failures_count(&t->failures, r);
    for (size_t a = 0; a < r->pack->area_count; a++) {
        int grade = r->areas[a].grade;
        if (grade >= 0)
            areas->below[grade]++;
        else
            areas->no_grade[-1 - grade]++;
        agreement_count(&t->agreement, r->org, &r->areas[a]);
    }
}

static void areas_add(struct areas_judged *to, const struct areas_judged *from)
{
    for (size_t g = 0; g < sizeof to->below / sizeof *to->below; g++) to->below[g] += from->below[g];
    for (size_t g = 0; g < sizeof to->no_grade / sizeof *to->no_grade; g++) to->no_grade[g] += from->no_grade[g];
}

void run_totals_add(struct run_totals *to, const struct run_totals *from)
{
    to->organisations += from->organisations;
    to->outside += from->outside;
    to->partial += from->partial;
    to->rules_error += from->rules_error;
    to->rules_limit += from->rules_limit;
    to->concerns += from->concerns;
    to->unknown_findings += from->unknown_findings;
    areas_add(&to->areas, &from->areas);
    areas_add(&to->areas_outside, &from->areas_outside);
    agreement_add(&to->agreement, &from->agreement);
    if (from->memory_peak > to->memory_peak) to->memory_peak = from->memory_peak;
    failures_add(&to->failures, &from->failures);
}

/* --- the jobs --------------------------------------------------------------------------------------- */

static bool bring(void *context, size_t slot)
{
    struct show *s = context;
    size_t errors = s->diags->errors;
    if (load_bring(s->run->load, &s->jobs[slot].batch, s->diags)) return true;
    if (s->diags->errors != errors) s->failed = true;
    return false;
}

/* One organisation; the arena's escape is set. */
static bool grade_piece(const struct run *run, struct job *job, size_t piece, struct worker *w, unsigned worker)
{
    arena_reset(&w->arena);
    struct org *org = load_org(run->load, &job->batch, piece, &w->arena, NULL);
    if (!org) return job->failure = FAILED_TEXT, false;
    if (run->prepare) run->prepare(run->context, org, &w->arena);
    const struct org_result *r = grade_org(w->bench, org, &w->arena);
    count(&job->totals, r);
    job->totals.unknown_findings += bench_unknown_findings(w->bench);
    if (run->render) run->render(run->context, r, &job->rendered, worker);
    print(&job->printed, r);
    if (job->rendered.failed || job->printed.failed) job->failure = FAILED_MEMORY;
    return job->failure == FAILED_NOT;
}

struct shift { /* a worker with a batch */
    const struct run *run;
    struct job *job;
    struct worker *w;
    unsigned worker;
};

static void grade_batch(void *context)
{
    const struct shift *s = context;
    const struct run *run = s->run;
    for (size_t i = 0; i < s->job->batch.count; i++) {
        if (run->only.s && !str_eq(run->only, load_id(run->load, s->job->batch.pieces[i].index))) continue;
        if (!grade_piece(run, s->job, i, s->w, s->worker)) return;
    }
}

static void work(void *context, size_t slot, unsigned worker)
{
    struct show *s = context;
    struct job *job = &s->jobs[slot];
    struct shift shift = {s->run, job, &s->workers[worker], worker};
    buf_clear(&job->rendered);
    buf_clear(&job->printed);
    memset(&job->totals, 0, sizeof job->totals);
    job->failure = FAILED_NOT;
    if (!arena_guard(&shift.w->arena, grade_batch, &shift)) job->failure = FAILED_MEMORY;
}

static bool fail(struct show *s, enum failure failure)
{
    struct place place = {load_dataset(s->run->load)->file, 0, 0, 0};
    s->failed = true;
    if (failure == FAILED_TEXT)
        diag_add(s->diags, DIAG_ERROR, place, "it was whole when it was checked; run again once nothing writes to it",
                 "the dataset changed while it was read");
    else
        diag_add(s->diags, DIAG_ERROR, place, "fewer workers need less memory",
                 "out of memory after %llu organisations", (unsigned long long)s->totals->organisations);
    return false;
}

static bool take(void *context, size_t slot)
{
    struct show *s = context;
    struct job *job = &s->jobs[slot];
    if (job->failure) return fail(s, job->failure);
    run_totals_add(s->totals, &job->totals);
    if (!s->run->emit || s->run->emit(s->run->context, &job->rendered, &job->printed, s->totals->organisations))
        return true;
    s->stopped = true;
    return false;
}

/* --- the run ------------------------------------------------------------------------------------------ */

static bool set_up(struct show *s)
{
    s->worker_count = s->run->workers ? s->run->workers : 1;
    s->job_count = s->worker_count > 1 ? 2 * (size_t)s->worker_count + 1 : 1;
    s->jobs = mem_zero(s->job_count, sizeof *s->jobs);
    s->workers = mem_zero(s->worker_count, sizeof *s->workers);
    if (!s->jobs || !s->workers) return false;
    for (size_t i = 0; i < s->job_count; i++) {
        batch_init(&s->jobs[i].batch);
        buf_init(&s->jobs[i].rendered);
        buf_init(&s->jobs[i].printed);
    }
    for (unsigned i = 0; i < s->worker_count; i++) {
        arena_init(&s->workers[i].arena);
        if (!(s->workers[i].bench = bench_new(s->run->pack, load_dataset(s->run->load), s->run->cohort))) return false;
    }
    return true;
}

static void tear_down(struct show *s)
{
    for (size_t i = 0; s->jobs && i < s->job_count; i++) {
        batch_done(&s->jobs[i].batch);
        buf_done(&s->jobs[i].rendered);
        buf_done(&s->jobs[i].printed);
    }
    for (unsigned i = 0; s->workers && i < s->worker_count; i++) {
        bench_free(s->workers[i].bench);
        arena_done(&s->workers[i].arena);
    }
    mem_free(s->jobs);
    mem_free(s->workers);
}

/* Everything is the same for any number of workers, but the peak. */
static void conclude(struct show *s)
{
    struct fit *fit = mem_zero(1, sizeof *fit);
    if (!fit) {
        fail(s, FAILED_MEMORY);
        return;
    }
    for (unsigned i = 0; i < s->worker_count; i++) {
        size_t peak = bench_memory_peak(s->workers[i].bench);
        fit_merge(fit, bench_fit(s->workers[i].bench));
        if (peak > s->totals->memory_peak) s->totals->memory_peak = peak;
    }
    dataset_fit(fit, s->run->pack, load_dataset(s->run->load), bench_same_scale(s->workers[0].bench), s->diags);
    cohort_tell_strangers(s->run->cohort, s->diags);
    mem_free(fit);
}

static bool check_only(const struct run *run, struct diags *diags)
{
    struct place place = {load_dataset(run->load)->file, 0, 0, 0};
    struct str nearest = {NULL, 0};
    if (!load_count(run->load)) {
        diag_add(diags, DIAG_ERROR, place, NULL, "the dataset has no organisations: there is nothing to grade");
        return false;
    }
    if (!run->only.s || load_has(run->load, run->only, &nearest)) return true;
    char hint[DIAG_HINT];
    snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)nearest.n, nearest.s ? nearest.s : "");
    diag_add(diags, DIAG_ERROR, place, nearest.s ? hint : NULL, "the dataset has no organisation \"%.*s\"",
             (int)run->only.n, run->only.s);
    return false;
}

static void show(struct show *s)
{
    struct crew_plan plan = {s->worker_count, s->job_count, s, bring, work, take};
    if (!crew_run(&plan) && !s->failed) fail(s, FAILED_MEMORY);
    if (!s->failed && !s->stopped) conclude(s);
}

bool run_grade(const struct run *run, struct run_totals *totals, struct diags *diags)
{
    struct show s = {.run = run, .totals = totals, .diags = diags};
    memset(totals, 0, sizeof *totals);
    if (!check_only(run, diags)) return false;
    if (!set_up(&s))
        fail(&s, FAILED_MEMORY);
    else if (!load_rewind(run->load))
        fail(&s, FAILED_TEXT);
    else
        show(&s);
    tear_down(&s);
    return !s.failed && !s.stopped;
}
