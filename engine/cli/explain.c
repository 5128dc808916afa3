/* explain.c: peel explain: one organisation is graded, and its judgments told as a tree. */
#include "cli/command.h"
#include "cli/inputs.h"
#include "cli/wanted.h"
#include "report/tree.h"

struct explaining {
    struct tree_request request;
    const struct style *style;
    struct buf text;
};

static void render(void *context, const struct org_result *result, struct buf *out, unsigned worker)
{
    (void)worker;
    struct explaining *e = context;
    tree_write(result, &e->request, e->style, out);
}

static bool emit(void *context, const struct buf *rendered, const struct buf *printed, uint64_t done)
{
    (void)done;
    struct explaining *e = context;
    console_error(printed->data, printed->length);
    buf_add(&e->text, rendered->data, rendered->length);
    return true;
}

static enum peel_exit tell(struct inputs *in, struct explaining *e, struct str id, struct diags *diags)
{
    struct run_totals totals = {0};
    struct run plan = {.pack = in->pack,
                       .load = in->list[0].load,
                       .cohort = in->list[0].cohort,
                       .workers = 1,
                       .only = id,
                       .context = e,
                       .render = render,
                       .emit = emit};
    if (!run_grade(&plan, &totals, diags) || e->text.failed) return PEEL_CANNOT;
    if (!console_write(&e->text)) return PEEL_CANNOT;
    return totals.partial > 0 ? PEEL_PARTIAL : PEEL_DONE;
}

static enum peel_exit explain(struct inputs *in, const struct settings *s, const struct console *console,
                              struct diags *diags)
{
    struct explaining e = {.style = &console->style};
    struct str id = str_of(s->operands[1]);
    if (!inputs_open(in, s, s->operands, 1, diags)) return PEEL_CANNOT;
    bool known = inputs_has(in, id, diags);
    struct wanted wanted;
    if (!wanted_find(&wanted, in->pack, s->operand_count > 2 ? s->operands[2] : NULL, diags) || !known)
        return PEEL_CANNOT;
    e.request = (struct tree_request){wanted.area, wanted.characteristic};
    buf_init(&e.text);
    enum peel_exit status = tell(in, &e, id, diags);
    buf_done(&e.text);
    return status;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct inputs in = {0};
    struct diags diags;
    diags_init(&diags);
    diags.limit = s->max_errors;
    enum peel_exit status = explain(&in, s, console, &diags);
    console_report(console, &diags);
    diags_done(&diags);
    inputs_close(&in);
    return status;
}

static const struct option *const KNOWN[] = {
    &OPTION_RULES,      &OPTION_ASCII,       &OPTION_MAX_ERRORS, &OPTION_MAX_INSTRUCTIONS,
    &OPTION_MAX_MEMORY, &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT, NULL};

const struct command COMMAND_EXPLAIN = {
    "explain",
    "-r PACK [options] DATASET ORGANISATION [AREA[/CHARACTERISTIC]]",
    "show one judgment as a tree, down to its evidence",
    "Shows why an organisation was judged as it was: from the grade to the characteristics, to the evidence and the "
    "thresholds it was held "
    "against, to the place in the source; and what the next better grade would have needed. Naming an area, or one "
    "characteristic of it, adds the places, "
    "the sources and what the thresholds rest on.\n"
    "\n"
    "Exit status: 0 explained; 2 could not; 3 some rule ended in an error or at a limit.\n"
    "\n"
    "  peel explain -r peel-2021 samples/leicestershire-2021.json leicestershire\n"
    "  peel explain -r peel-2021 samples/leicestershire-2021.json leicestershire investigating-crime\n",
    2,
    3,
    "a dataset, an organisation, and perhaps an area",
    KNOWN,
    run,
};
