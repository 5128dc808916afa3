/* grade.c: peel grade. Everything is read and checked first; then the output is opened; then dataset after dataset is
 * judged and written. */
#include "base/output.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/gate.h"
#include "cli/inputs.h"
#include "cli/progress.h"
#include "report/columns.h"
#include "report/stream.h"

struct grading { /* one call of the command */
    const struct settings *settings;
    const struct console *console;
    struct inputs in;
    struct gate_plan gate;
    struct diags diags;
    struct output output;
    struct progress progress;
    struct run_totals totals; /* of all datasets */
    struct str only;
    size_t datasets, number; /* with something to write; the one under way */
    int64_t read, written;   /* ns */
};

static bool write_out(void *context, const void *bytes, size_t n)
{
    struct grading *g = context;
    int64_t start = g->console->verbose ? clock_now() : 0;
    output_write(&g->output, bytes, n);
    if (g->console->verbose) g->written += clock_now() - start;
    return !g->output.failed;
}

static void show_printed(void *context, struct str text)
{
    struct grading *g = context;
    progress_clear(&g->progress);
    console_printed(text);
}

static void show_progress(void *context, uint64_t done, uint64_t count)
{
    progress_tell(&((struct grading *)context)->progress, done, count);
}

static bool concerns(const struct grading *g, const struct load *load)
{
    return !g->only.s || load_has(load, g->only, NULL);
}

static bool open_all(struct grading *g)
{
    const struct settings *s = g->settings;
    int64_t start = clock_now();
    bool spared = inputs_spared(s, &g->diags), ok = inputs_open(&g->in, s, s->operands, s->operand_count, &g->diags);
    g->read = clock_now() - start;
    if (g->in.pack) ok = gate_resolve(&g->gate, s, g->in.pack, &g->diags) && ok;
    if (!ok || !spared || (g->only.s && !inputs_has(&g->in, g->only, &g->diags))) return false;
    for (size_t i = 0; i < g->in.count; i++) g->datasets += concerns(g, g->in.list[i].load);
    return true;
}

/* A page that is kept is always the plain one. */
static struct style style_of(const struct grading *g)
{
    struct style style = STYLE_PLAIN;
    style.utf8 = !g->settings->ascii;
    if (g->settings->output) return style;
    style.colour = g->console->style.colour;
    style.width = g->console->style.width;
    if (g->console->terminal) style.utf8 = g->console->style.utf8;
    return style;
}

static bool grade_dataset(struct grading *g, const struct input *input)
{
    struct run_totals totals = {0};
    struct stream stream = {.format = g->settings->format,
                            .load = input->load,
                            .cohort = input->cohort,
                            .context = g,
                            .write = write_out,
                            .printed = show_printed,
                            .progress = show_progress,
                            .report = {.pack = g->in.pack,
                                       .only = g->only.s ? &g->only : NULL,
                                       .number = g->number++,
                                       .of = g->datasets,
                                       .workers = g->in.workers,
                                       .style = style_of(g),
                                       .full = g->settings->full}};
    bool ok = stream_run(&stream, &totals, &g->diags);
    run_totals_add(&g->totals, &totals);
    return ok;
}

static bool grade_all(struct grading *g)
{
    bool ok = output_open(&g->output, g->settings->output, &g->diags);
    if (!ok) return false;
    progress_start(&g->progress, g->console->error_terminal && !g->console->quiet);
    for (size_t i = 0; ok && i < g->in.count; i++)
        if (concerns(g, g->in.list[i].load)) ok = grade_dataset(g, &g->in.list[i]);
    progress_clear(&g->progress);
    /* The reader of a pipe that has gone has seen what it wanted: nothing to complain of, but no whole answer either.
     */
    bool closed = g->output.failed && console_is_gone(g->output.error) && !g->settings->output;
    if (ok || (g->output.failed && !closed)) return output_commit(&g->output, &g->diags) && ok;
    output_abort(&g->output);
    return false;
}

static double ms(int64_t ns) { return (double)ns / 1e6; }

static void tell_inputs(const struct grading *g)
{
    console_note("pack %s %s in %s", g->in.pack->decl.name.s, g->in.pack->decl.version.s, g->in.pack->path);
    for (size_t i = 0; i < g->in.count; i++)
        console_note("dataset %s: round %s, %llu organisation%s", load_dataset(g->in.list[i].load)->file,
                     load_dataset(g->in.list[i].load)->round.s, (unsigned long long)load_count(g->in.list[i].load),
                     load_count(g->in.list[i].load) == 1 ? "" : "s");
}

static void tell_times(const struct grading *g, int64_t judged)
{
    console_note("%u worker%s: reading %.1f ms, judging %.1f ms, writing %.1f ms; at most %ld KiB, of which the rules "
                 "of a worker %zu",
                 g->in.workers, g->in.workers == 1 ? "" : "s", ms(g->read), ms(judged - g->written), ms(g->written),
                 clock_peak_memory(), g->totals.memory_peak >> 10);
}

/* What to mend: each rule once, with what it said of the first organisation. They are told in their order, not sorted:
 * the calls that led to a place stand below it. */
static void tell_failures(const struct grading *g)
{
    const struct failures *f = &g->totals.failures;
    struct diags diags;
    struct buf text;
    diags_init(&diags);
    buf_init(&text);
    diags.limit = FAILURES_KEPT * (CALLS_KEPT + 2);
    failures_tell(f, g->in.pack, &diags);
    for (size_t i = 0; i < diags.count; i++) diag_render(&diags.list[i], &text, g->console->error_colour);
    console_error(text.data, text.length);
    if (f->more) console_note("other rules failed too");
    buf_done(&text);
    diags_done(&diags);
}

static enum peel_exit status_of(const struct grading *g)
{
    bool fails = gate_fails(&g->gate, g->in.pack, &g->totals);
    if (g->totals.partial == 0) return fails ? PEEL_NEGATIVE : PEEL_DONE;
    if (!g->console->quiet) tell_failures(g);
    console_note("partial: %llu of %llu organisations had a rule that failed", (unsigned long long)g->totals.partial,
                 (unsigned long long)g->totals.organisations);
    return PEEL_PARTIAL;
}

static enum peel_exit grade(struct grading *g)
{
    if (!open_all(g)) return PEEL_CANNOT;
    if (g->console->verbose) tell_inputs(g);
    console_report(g->console, &g->diags); /* warnings */
    diags_done(&g->diags);
    int64_t start = clock_now();
    if (!grade_all(g)) return PEEL_CANNOT;
    if (g->console->verbose) tell_times(g, clock_now() - start);
    return status_of(g);
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct grading g = {.settings = s, .console = console, .only = str_of(s->only)};
    diags_init(&g.diags);
    g.diags.limit = s->max_errors;
    enum peel_exit status = grade(&g);
    console_report(console, &g.diags);
    diags_done(&g.diags);
    inputs_close(&g.in);
    return status;
}

static const struct option *const KNOWN[] = {&OPTION_RULES,      &OPTION_ONLY,
                                             &OPTION_FORMAT,     &OPTION_OUTPUT,
                                             &OPTION_JOBS,       &OPTION_FAIL_ON,
                                             &OPTION_FULL,       &OPTION_ASCII,
                                             &OPTION_MAX_ERRORS, &OPTION_MAX_INSTRUCTIONS,
                                             &OPTION_MAX_MEMORY, &OPTION_MAX_SECONDS,
                                             &OPTION_MAX_OUTPUT, NULL};

const struct command COMMAND_GRADE = {
    "grade",
    "-r PACK [options] DATASET...",
    "grade every organisation of a dataset by a rule pack",
    "Grades every organisation of the datasets by the rules of a pack, and shows for every judgment what it rests on. "
    "DATASET is a JSON or JSON Lines "
    "file, or - for standard input. Everything is read and checked before anything is written.\n"
    "\n"
    "A rule that goes past a limit below ends as \"limit\" for that organisation alone.\n"
    "\n"
    "Exit status: 0 graded; 1 --fail-on found something; 2 could not grade; 3 some rule ended in an error or at a "
    "limit (also where --fail-on found "
    "something).\n"
    "\n"
    "  peel grade -r peel-2021 samples/leicestershire-2021.json\n"
    "  peel grade -r peel-2021 -f csv -o judgments.csv samples/*.json\n",
    1,
    0,
    "at least one dataset",
    KNOWN,
    run,
};
