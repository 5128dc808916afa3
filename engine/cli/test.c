/* test.c: peel test: a pack's own cases. Nothing is written before all of them were run. */
#include "cli/command.h"
#include "cli/page.h"
#include "cli/updating.h"
#include "cli/watching.h"
#include "lint/narrow.h"
#include "report/columns.h"

struct testing {
    const struct settings *settings;
    struct pack *pack;
    struct suite *suite;
    struct coverage coverage;
    struct mutants mutants;
    struct arena arena; /* of these two */
    struct update update;
    struct trial_report report;
};

/* What rules and cases print is for their author, who is trying things out: line by line, of a rule behind the name of
 * the case. */
static void show_printed(struct str rest, const struct trial *t)
{
    struct buf lines;
    buf_init(&lines);
    while (rest.n > 0) {
        const char *end = memchr(rest.s, '\n', rest.n);
        size_t n = end ? (size_t)(end - rest.s) : rest.n;
        if (t) suite_case_name(t->file, t->is, &lines), buf_put(&lines, ": ");
        safe(&lines, (struct str){rest.s, n});
        buf_char(&lines, '\n');
        rest.s += n + (end != NULL), rest.n -= n + (end != NULL);
    }
    console_error(lines.data, lines.length);
    buf_done(&lines);
}

static bool look(void *context, const struct trial *t)
{
    struct testing *x = context;
    show_printed(t->result->printed, t);
    x->settings->trial_format->tell(&x->report, t);
    if (x->settings->coverage) coverage_count(&x->coverage, t);
    if (x->settings->update) update_case(&x->update, t);
    return !x->report.out->failed;
}

/* --- opening ----------------------------------------------------------------------------------------------------- */

static bool starve(struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory");
    return false;
}

static void lay_out_coverage(void *context)
{
    struct testing *x = context;
    coverage_make(&x->coverage, x->pack, &x->arena);
}

static bool make_coverage(struct testing *x, struct diags *diags)
{
    return (arena_guard(&x->arena, lay_out_coverage, x) && lint_narrow(x->pack, &x->coverage)) || starve(diags);
}

struct mutating { struct testing *testing; struct diags *diags; bool good; };

static void run_mutants(void *context)
{
    struct mutating *m = context;
    struct testing *x = m->testing;
    m->good = mutants_run(x->suite, x->settings->run, &x->arena, &x->mutants, m->diags);
    x->report.mutants = &x->mutants;
}

/* Only where all cases pass: a case that fails as it is would seem to notice every change. */
static bool mutate(struct testing *x, struct diags *diags)
{
    const struct trial_totals *t = &x->report.totals;
    if (!x->settings->mutate || t->passed < t->cases) return true;
    struct mutating m = {x, diags, false};
    return arena_guard(&x->arena, run_mutants, &m) ? m.good : starve(diags);
}

static size_t planned(const struct suite *s, const char *pattern)
{
    size_t n = 0;
    for (size_t f = 0; f < s->file_count; f++)
        for (size_t i = 0; i < s->files[f].cases.count; i++)
            n += suite_matches(&s->files[f], &s->files[f].cases.list[i], pattern);
    return n;
}

static bool open_all(struct testing *x, const struct console *console, struct buf *out, struct diags *diags)
{
    const struct settings *s = x->settings;
    x->pack = pack_open(s->operands[0], &s->limits, diags);
    x->suite = x->pack ? suite_open(x->pack, diags) : NULL;
    if (!x->suite || (s->coverage && !make_coverage(x, diags))) return false;
    x->report = (struct trial_report){.suite = x->suite,
                                      .style = s->output ? STYLE_PLAIN : console->style,
                                      .verbose = s->verbose,
                                      .planned = planned(x->suite, s->run),
                                      .coverage = s->coverage ? &x->coverage : NULL,
                                      .mutate = s->mutate,
                                      .least = s->least,
                                      .out = out};
    return true;
}

/* No test is no success: whoever asks for tests wants to know that something was looked at. */
static bool refuse_nothing(const struct testing *x, struct diags *diags)
{
    struct place place = {x->pack->path, 0, 0, 0};
    if (x->suite->case_count == 0)
        diag_add(diags, DIAG_ERROR, place,
                 "cases are Lua files in its folder tests/; rules/README.md says how one is written",
                 "the pack has no cases: nothing was tested");
    else if (x->report.planned == 0)
        diag_add(diags, DIAG_ERROR, place, "peel test -v shows the names of all cases",
                 "no case has a name that holds \"%.200s\": nothing was tested", x->settings->run);
    return x->report.planned > 0;
}

/* --- running
 * ---------------------------------------------------------------------------------------------------------- */

static enum peel_exit answer(const struct testing *x)
{
    const struct trial_totals *t = &x->report.totals;
    if (t->broken) return PEEL_PARTIAL;
    bool short_of = x->settings->least > 0 && !coverage_reaches(&x->coverage, x->settings->least);
    return t->failed || short_of ? PEEL_NEGATIVE : PEEL_DONE;
}

/* Once the cases were rewritten: what they say now, which may still fail where something was left as it was. */
static enum peel_exit test_again(struct testing *x, struct diags *diags)
{
    struct buf *out = x->report.out;
    suite_close(x->suite);
    x->suite = suite_open(x->pack, diags);
    if (!x->suite) return PEEL_CANNOT;
    const struct trial_plan plan = {x->pack, x->suite, x->settings->run, 0, NULL, NULL};
    x->report.suite = x->suite;
    buf_clear(out);
    if (!trial_run(&plan, &x->report.totals, diags)) return PEEL_CANNOT;
    x->settings->trial_format->end(&x->report);
    return page_write(NULL, out, diags) ? answer(x) : PEEL_CANNOT;
}

static enum peel_exit answer_or_update(struct testing *x, const struct console *console, struct diags *diags)
{
    if (!x->settings->update) return answer(x);
    switch (updating(&x->update, x->suite, x->settings, console, diags)) {
    case UPDATING_FAILED: return PEEL_CANNOT;
    case UPDATING_WRITTEN: return test_again(x, diags);
    default: return answer(x);
    }
}

static enum peel_exit test(struct testing *x, const struct console *console, struct diags *diags)
{
    const struct settings *s = x->settings;
    const struct trial_plan plan = {x->pack, x->suite, s->run, 0, x, look};
    show_printed((struct str){x->suite->printed.data, x->suite->printed.length}, NULL);
    if (!refuse_nothing(x, diags)) return PEEL_NEGATIVE;
    s->trial_format->begin(&x->report);
    if (!trial_run(&plan, &x->report.totals, diags) || !mutate(x, diags)) return PEEL_CANNOT;
    s->trial_format->end(&x->report);
    if (x->report.out->failed) {
        diag_add(diags, DIAG_ERROR, (struct place){0}, NULL, "out of memory");
        return PEEL_CANNOT;
    }
    return page_write(s->output, x->report.out, diags) ? answer_or_update(x, console, diags) : PEEL_CANNOT;
}

static enum peel_exit run_once(const struct settings *s, struct console *console)
{
    struct testing x = {.settings = s};
    struct diags diags;
    struct buf out;
    diags_init(&diags);
    diags.limit = s->max_errors;
    diags.strict = true; /* a slip in a case is no less an error for standing in one function */
    buf_init(&out);
    arena_init(&x.arena);
    update_init(&x.update);
    enum peel_exit status = open_all(&x, console, &out, &diags) ? test(&x, console, &diags) : PEEL_CANNOT;
    console_report(console, &diags);
    buf_done(&out);
    arena_done(&x.arena);
    update_done(&x.update);
    suite_close(x.suite);
    pack_close(x.pack);
    diags_done(&diags);
    return status;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    diags_init(&diags);
    bool watched = watching_fits(s, &diags), fits = updating_fits(s, &diags) && watched;
    console_report(console, &diags);
    diags_done(&diags);
    if (!fits) return PEEL_CANNOT;
    return s->watch ? watching(s, console, run_once) : run_once(s, console);
}

static const struct option *const KNOWN[] = {&OPTION_TRIAL_FORMAT,
                                             &OPTION_OUTPUT,
                                             &OPTION_RUN,
                                             &OPTION_COVERAGE,
                                             &OPTION_MIN,
                                             &OPTION_MUTATE,
                                             &OPTION_UPDATE,
                                             &OPTION_YES,
                                             &OPTION_WATCH,
                                             &OPTION_ASCII,
                                             &OPTION_MAX_ERRORS,
                                             &OPTION_MAX_INSTRUCTIONS,
                                             &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS,
                                             &OPTION_MAX_OUTPUT,
                                             NULL};

const struct command COMMAND_TEST = {
    "test",
    "[options] PACK",
    "run the cases that a rule pack keeps with it",
    "Runs the cases in the pack's folder tests/: a little evidence each, and what is expected of it: outcomes, the "
    "grade, what is raised, and why. "
    "A case goes through the same "
    "reading and judging as any dataset. Where one fails, what was expected is shown beside what came, and the reason "
    "for it.\n"
    "\n"
    "Coverage is by meaning: each outcome that each characteristic can have, each grade that "
    "each graded area can have, each cap "
    "acting and not, each raised item "
    "raised and not. What no combination of outcomes can bring about is not asked for. It counts what a "
    "case expects, and changes with no layout of the rules.\n"
    "\n"
    "With --mutate, copies of the pack are changed in one place each: a parameter by one step, a comparison turned "
    "round, an answer exchanged, a cap left out. "
    "Those that no case notices are listed. It takes the time of many runs, and is not done while a case fails.\n"
    "\n"
    "With --update, what cases that fail would have to expect is shown as a difference of their files and, once that is agreed to, written into them: "
    "what is spelled out as a text or a list of texts, and nothing else of the file. What was expected of a rule that broke is left. "
    "Where there is nobody to ask, nothing is written without --yes.\n"
    "\n"
    "With --watch, they are run again whenever a file changes. Ctrl-C ends it, with the exit status of the last run.\n"
    "\n"
    "Exit status: 0 all passed; 1 some failed, or there were none to run, or less than --min is covered; 2 could not "
    "run; 3 some rule ended in an error or at a "
    "limit that no case expected.\n"
    "\n"
    "  peel test rules/peel-2021\n"
    "  peel test --coverage --run 'recording-crime: *grade' rules/peel-2021\n",
    1,
    1,
    "a rule pack",
    KNOWN,
    run,
};
