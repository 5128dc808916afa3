/* trial.c: see trial.h. */
#include "trial/trial.h"
#include "base/mem.h"
#include "cohort/cohort.h"
#include "judge/grade.h"
#include <stdio.h>

struct court { /* what is kept from case to case */
    const struct trial_plan *plan;
    struct trial_totals *totals;
    struct diags *diags;
    struct bench *bench;
    struct arena arena;
    struct buf text;
    bool *held;
    bool stopped;
};

/* --- the dataset of a case --------------------------------------------------------------------------------------- */

/* What the reader has against the evidence is told of the case: its text is nobody's file. */
static void complain(struct court *c, const struct suite_file *file, const struct decl_case *is, const struct diags *of)
{
    struct place place = {file->name, (uint64_t)is->spot.line, 0, 0};
    const char *outside = c->diags->within;
    c->diags->within = c->plan->suite->pack->path;
    for (size_t i = 0; i < of->count; i++)
        if (of->list[i].severity == DIAG_ERROR)
            diag_add(c->diags, DIAG_ERROR, place, of->list[i].hint[0] ? of->list[i].hint : NULL, "case \"%.100s\": %s",
                     is->name.s, of->list[i].message);
    c->diags->within = outside;
}

struct sitting { /* a case's dataset, open */
    struct load *load;
    struct cohort *cohort;
    struct batch batch;
};

static bool open_case(struct court *c, struct sitting *s, const struct decl_case *is, struct diags *diags)
{
    buf_clear(&c->text);
    case_text(c->plan->suite, is, &c->text);
    if (c->text.failed) return false;
    s->load = load_open_text("case", (struct str){c->text.data, c->text.length}, diags);
    if (!s->load) return false;
    s->cohort = cohort_open(s->load, &c->plan->pack->cohort);
    if (!s->cohort || !load_check(s->load, 1, diags)) return false;
    return load_rewind(s->load) && load_bring(s->load, &s->batch, diags);
}

/* --- one case ---------------------------------------------------------------------------------------------------- */

static bool turn(struct court *c, const struct sitting *s)
{
    const struct dataset *dataset = load_dataset(s->load);
    if (c->bench) return bench_turn(c->bench, dataset, s->cohort);
    c->bench = bench_new(c->plan->pack, dataset, s->cohort);
    return c->bench != NULL;
}

static void count(struct trial_totals *t, enum trial_state state)
{
    t->cases++;
    t->passed += state == TRIAL_PASSED;
    t->failed += state == TRIAL_FAILED;
    t->broken += state == TRIAL_BROKEN;
}

static void compare(struct court *c, struct trial *t)
{
    uint32_t characteristic, area;
    bool all = true;
    for (size_t i = 0; i < t->is->expected_count; i++) {
        c->held[i] = trial_holds(t->suite, &t->is->expected[i], t->result);
        all = all && c->held[i];
    }
    t->state = trial_broken(t->is, t->result, &characteristic, &area) ? TRIAL_BROKEN
               : all                                                  ? TRIAL_PASSED
                                                                      : TRIAL_FAILED;
    count(c->totals, t->state);
    if (c->plan->look && !c->plan->look(c->plan->context, t)) c->stopped = true;
}

struct judging {
    struct court *court;
    const struct suite_file *file;
    const struct decl_case *is;
    struct sitting *sitting;
    bool judged;
};

static void judge(void *context)
{
    struct judging *j = context;
    struct court *c = j->court;
    struct org *org = load_org(j->sitting->load, &j->sitting->batch, 0, &c->arena, NULL);
    if (!org) return;
    struct trial t = {.suite = c->plan->suite, .file = j->file, .is = j->is, .held = c->held};
    t.result = grade_org(c->bench, org, &c->arena);
    compare(c, &t);
    j->judged = true;
}

static bool judge_protected(struct court *c, const struct suite_file *file, const struct decl_case *is,
                            struct sitting *s)
{
    struct judging j = {c, file, is, s, false};
    arena_reset(&c->arena);
    return arena_guard(&c->arena, judge, &j) && j.judged;
}

static void run_case(struct court *c, const struct suite_file *file, const struct decl_case *is)
{
    struct sitting s = {0};
    struct diags diags;
    diags_init(&diags);
    batch_init(&s.batch);
    bool opened = open_case(c, &s, is, &diags);
    if (diags.errors)
        complain(c, file, is, &diags);
    else if (!opened || !turn(c, &s) || !judge_protected(c, file, is, &s)) {
        diag_add(c->diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the cases were run");
        c->stopped = true;
    }
    batch_done(&s.batch);
    cohort_close(s.cohort);
    load_close(s.load);
    diags_done(&diags);
}

/* --- all of them
 * -------------------------------------------------------------------------------------------------------- */

static bool make_room(struct court *c)
{
    size_t most = 1;
    for (size_t f = 0; f < c->plan->suite->file_count; f++)
        for (size_t i = 0; i < c->plan->suite->files[f].cases.count; i++) {
            size_t n = c->plan->suite->files[f].cases.list[i].expected_count;
            if (n > most) most = n;
        }
    c->held = mem_zero(most, sizeof *c->held);
    return c->held != NULL;
}

static void run_file(struct court *c, const struct suite_file *file)
{
    for (size_t i = 0; i < file->cases.count && !c->stopped; i++)
        if (suite_matches(file, &file->cases.list[i], c->plan->pattern)) run_case(c, file, &file->cases.list[i]);
}

static void run_all(struct court *c)
{
    const struct suite *suite = c->plan->suite;
    for (size_t f = 0; f < suite->file_count; f++) run_file(c, &suite->files[(c->plan->first + f) % suite->file_count]);
}

bool trial_run(const struct trial_plan *plan, struct trial_totals *totals, struct diags *diags)
{
    struct court c = {.plan = plan, .totals = totals, .diags = diags};
    size_t before = diags->errors;
    *totals = (struct trial_totals){0};
    arena_init(&c.arena);
    buf_init(&c.text);
    if (make_room(&c))
        run_all(&c);
    else
        diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory while the cases were run");
    bench_free(c.bench);
    buf_done(&c.text);
    arena_done(&c.arena);
    mem_free(c.held);
    return diags->errors == before;
}
