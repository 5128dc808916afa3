/* import.c: peel import: tables to a dataset. Nothing is written before everything was read, and read back. */
#include "import/import.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/page.h"
#include "report/wrap.h"

static void put_count(struct buf *out, size_t n, const char *one, const char *many)
{
    buf_int(out, (int64_t)n);
    buf_char(out, ' ');
    buf_put(out, n == 1 ? one : many);
}

static void put_figures(const struct import_result *result, struct buf *out)
{
    static const char *const one[] = {"measure", "estimate", "sample", "survey"};
    static const char *const many[] = {"measures", "estimates", "samples", "surveys"};
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        if (!result->figures[kind]) continue;
        buf_put(out, ", ");
        put_count(out, result->figures[kind], one[kind], many[kind]);
    }
}

/* "forces-2019.json: 44 organisations (43 in scope), 18 measures; 12 values missing". */
static void tell_summary(const struct settings *s, const struct import_result *result)
{
    struct buf out;
    buf_init(&out);
    buf_put(&out, s->output ? s->output : "<stdout>");
    buf_put(&out, ": ");
    put_count(&out, result->organisations, "organisation", "organisations");
    if (result->in_scope < result->organisations) buf_printf(&out, " (%zu in scope)", result->in_scope);
    put_figures(result, &out);
    buf_put(&out, "; ");
    put_count(&out, result->missing, "value missing", "values missing");
    if (result->left_out) {
        buf_put(&out, "; ");
        put_count(&out, result->left_out, "row left out", "rows left out");
    }
    console_note("%s", buf_text(&out));
    buf_done(&out);
}

static bool import(const struct settings *s, const struct console *console, struct diags *diags)
{
    struct import_result result;
    const struct import_plan plan = {.mapping = s->mapping,
                                     .round = s->round,
                                     .tables = s->operands,
                                     .table_count = s->operand_count,
                                     .limits = s->limits};
    int64_t start = clock_now();
    if (!inputs_spared(s, diags)) {
        console_report(console, diags);
        return false;
    }
    bool good = import_run(&plan, &result, diags);
    if (console->verbose)
        console_note("%zu table%s read in %.1f ms; at most %ld KiB", plan.table_count, plan.table_count == 1 ? "" : "s",
                     (double)(clock_now() - start) / 1e6, clock_peak_memory());
    console_printed((struct str){result.printed.data, result.printed.length});
    console_report(console, diags);
    diags_done(diags);
    good = good && page_write(s->output, &result.text, diags);
    if (good && !console->quiet) tell_summary(s, &result);
    console_report(console, diags);
    import_result_done(&result);
    return good;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct diags diags;
    if (!s->mapping) {
        console_note("error: import wants a mapping, -m FILE; samples/README.md says how one is written");
        return PEEL_CANNOT;
    }
    diags_init(&diags);
    diags.limit = s->max_errors;
    diags.strict = true; /* a mapping is run at once: a slip in it is no less an error for standing in one function */
    bool good = import(s, console, &diags);
    diags_done(&diags);
    return good ? PEEL_DONE : PEEL_CANNOT;
}

static const struct option *const KNOWN[] = {&OPTION_MAPPING,
                                             &OPTION_ROUND,
                                             &OPTION_OUTPUT,
                                             &OPTION_MAX_ERRORS,
                                             &OPTION_MAX_INSTRUCTIONS,
                                             &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS,
                                             &OPTION_MAX_OUTPUT,
                                             NULL};

const struct command COMMAND_IMPORT = {
    "import",
    "-m MAPPING [options] TABLE...",
    "make a dataset of tables, by a mapping",
    "Reads CSV tables, and writes the dataset that a mapping makes of them: a small Lua file, run in the sandbox of "
    "rules, that says which "
    "rows are organisations, which columns are which evidence, and what must add up. TABLE is a CSV file, in UTF-8 or "
    "Windows-1252; the rows "
    "of several are joined by organisation. - stands for standard input, for one TABLE or for MAPPING.\n"
    "\n"
    "Everything is read and checked before anything is written: a cell that is no number, a row that nothing is said "
    "of, an organisation "
    "that stands twice, a total that disagrees with its parts are told with line and column, and the file of -o stays "
    "as it was. Mistakes in the shape of the mapping come first, then those in its names; once there are none, all "
    "that is wrong with the tables is told in one run.\n"
    "\n"
    "Exit status: 0 imported; 2 could not import.\n"
    "\n"
    "  peel import -m samples/home-office.lua --round 2019 -o forces-2019.json samples/home-office-forces.csv\n",
    1,
    0,
    "at least one table",
    KNOWN,
    run,
};
