/* diff.c: peel diff: two results, or packs and datasets graded on the spot, and what changed between them. Both sides are
 * whole before a word is written. */
#include "report/diff.h"
#include "cli/clock.h"
#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/history.h"
#include "cli/inputs.h"
#include "cli/page.h"
#include "cli/sides.h"

struct diffing {
    const struct settings *settings;
    struct console *console;
    struct operand operands[2]; /* older, newer */
    struct judged *sides[2];
    struct judged *mixed[2]; /* the rules of each side on the data of the other; NULL: not graded */
    struct compare compare;
    struct tally tally;
    struct because because;
    struct drafts drafts;
    struct renaming renaming; /* the newer data, for the older rules */
    struct arena arena;
    struct diags diags;
    bool partial, found;
};

/* --- Sides ---------------------------------------------------------------------------------------------------------- */

static void warn_of_order(struct diffing *d)
{
    const struct judged *was = d->sides[0], *now = d->sides[1];
    if (now->year >= was->year) return;
    diag_add(&d->diags, DIAG_WARNING, (struct place){now->name, 0, 0, 0}, "the older one comes first: peel diff OLD NEW",
             "it is of %d, and what it is compared with as the older of %d", now->year, was->year);
}

static bool open_sides(struct diffing *d)
{
    for (int i = 0; i < 2; i++) d->sides[i] = operand_open(&d->operands[i], d->settings, d->console, &d->partial, &d->diags);
    if (!d->sides[0] || !d->sides[1]) return false;
    warn_of_order(d);
    return true;
}

/* --- Because of what -------------------------------------------------------------------------------------------------- */

static bool is_pair(const struct diffing *d) { return d->operands[0].rules && d->operands[1].rules; }

static bool any_alike(const struct crosswalk *x)
{
    for (size_t i = 0; i < x->count; i++)
        if (x->links[i].comparability == ALIKE) return true;
    return false;
}

/* By the crosswalk. Of an area that was split the part that kept its id goes on; what came together, or is not alike, is held against none. */
static const uint32_t *older_areas(const struct crosswalk *x, struct arena *arena)
{
    uint32_t *older = arena_alloc(arena, (x->now->area_count + 1) * sizeof *older);
    for (size_t i = 0; i < x->count; i++) {
        const struct area_link *link = &x->links[i];
        if (link->now == NO_SLOT) continue;
        bool one = link->was_count == 1 && link->comparability == ALIKE;
        bool on = one && (link->change != AREA_SPLIT || str_eq(x->was->areas[link->was[0]].id, x->now->areas[link->now].id));
        older[link->now] = on ? link->was[0] : NO_SLOT;
    }
    return older;
}

/* Edit by edit, on the newer data: only where grades of one scale may be held against each other. Rows do not tell of it. */
static bool try_edits(struct diffing *d)
{
    const struct judged *was = d->sides[0], *now = d->sides[1];
    const struct crosswalk *x = &d->compare.crosswalk;
    bool asked = is_pair(d) && !d->settings->no_edits && !str_eq(was->digest, now->digest) && x->one_scale && any_alike(x);
    if (!asked || d->settings->diff_format == &DIFF_CSV) return true;
    d->drafts = (struct drafts){.was = d->operands[0].rules, .draft = d->operands[1].rules, .workers = jobs_of(d->settings), .older = older_areas(x, &d->arena), .renaming = &d->renaming,
                                .arena = &d->arena, .diags = &d->diags};
    if (d->compare.only < now->org_count) d->drafts.only = now->orgs[d->compare.only].id;
    d->renaming = (struct renaming){x, .back = true};
    drafts_begin(&d->drafts);
    if (!drafts_add(&d->drafts, d->operands[1].file, NULL)) return false;
    d->because.impact = &d->drafts.impact;
    return true;
}

/* --- Comparing ------------------------------------------------------------------------------------------------------ */

static void count_all(struct diffing *d, struct arena *work)
{
    for (size_t i = 0; i < d->compare.count; i++) {
        arena_reset(work);
        const struct org_diff *o = compare_org(&d->compare, i, work);
        if (!o) continue;
        tally_add(&d->tally, &d->compare, i, o);
        for (size_t k = 0; quartet_is_known(&d->compare) && k < o->judgment_count; k++) {
            struct attribution a = attribution_of(&d->compare, o, k, work);
            attribution_add(&d->because.sum, &a, &o->judgments[k]);
        }
        d->found = d->found || diff_finds(&d->settings->diff, o);
    }
}

struct comparing { struct diffing *d; struct arena work; bool good; };

static void link_sides(void *context)
{
    struct comparing *c = context;
    struct diffing *d = c->d;
    const struct wish wish = {str_of(d->settings->org), d->settings->on};
    c->good = compare_make(&d->compare, d->sides[0], d->sides[1], &wish, &d->arena, &d->diags);
}

static void compare_all(void *context)
{
    struct comparing *c = context;
    c->work.escape = c->d->arena.escape;
    count_all(c->d, &c->work);
    c->good = try_edits(c->d);
}

static bool guarded(struct diffing *d, void (*step)(void *context))
{
    struct comparing c = {.d = d};
    arena_init(&c.work);
    bool good = arena_guard(&d->arena, step, &c);
    if (!good) diag_starve(&d->diags, NULL, " while results were compared");
    arena_done(&c.work);
    return good && c.good;
}

/* What the rules of the other side are asked about is read by the crosswalk. */
static bool compare(struct diffing *d)
{
    const struct crossing crossing = {&d->operands[0], &d->operands[1], d->settings, &d->partial, &d->diags};
    return guarded(d, link_sides) && sides_cross(&crossing, &d->compare, d->mixed) && guarded(d, compare_all);
}

/* --- Writing -------------------------------------------------------------------------------------------------------- */

static bool write_all(void *context, struct output *output, struct buf *out)
{
    const struct diffing *d = context;
    const struct settings *s = d->settings;
    struct diff_report r = {.c = &d->compare, .tally = &d->tally, .because = &d->because, .request = s->diff,
                            .style = console_page(d->console, s), .drain = page_drain, .context = output};
    return diff_write(s->diff_format, &r, out);
}

static bool write_out(struct diffing *d)
{
    return page_stream(d->settings->output, write_all, d, " while the differences were written", &d->diags);
}

static enum peel_exit diff(struct diffing *d)
{
    if (!operands_read(d->operands, d->settings, &d->diags) || !open_sides(d) || !compare(d)) return PEEL_CANNOT;
    if (!write_out(d)) return PEEL_CANNOT;
    if (d->console->verbose) console_note("at most %ld KiB", clock_peak_memory());
    return d->partial ? PEEL_PARTIAL : d->found ? PEEL_NEGATIVE : PEEL_DONE;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    if (s->operand_count > 2) return history_run(s, console);
    struct diffing d = {.settings = s, .console = console};
    diags_init(&d.diags);
    d.diags.limit = s->max_errors;
    arena_init(&d.arena);
    enum peel_exit status = diff(&d);
    console_report(console, &d.diags);
    drafts_done(&d.drafts);
    arena_done(&d.arena);
    for (int i = 0; i < 2; i++) side_close(d.sides[i]), side_close(d.mixed[i]);
    operands_done(d.operands, 2);
    diags_done(&d.diags);
    return status;
}

static const struct option *const KNOWN[] = {&OPTION_DIFF_FORMAT, &OPTION_BY,
                                             &OPTION_CHANGES,     &OPTION_ORG,
                                             &OPTION_ON,          &OPTION_NO_EDITS,
                                             &OPTION_OUTPUT,      &OPTION_JOBS,
                                             &OPTION_ASCII,       &OPTION_MAX_ERRORS,
                                             &OPTION_MAX_INSTRUCTIONS, &OPTION_MAX_MEMORY,
                                             &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT,
                                             NULL};

const struct command COMMAND_DIFF = {
    "diff",
    "[options] OLD NEW...",
    "show what changed between two results, and what may be compared",
    "Lays two years side by side. OLD and NEW are results that peel grade wrote (json or jsonl), or PACK:DATASET, which "
    "is graded on the spot. Areas are matched by the crosswalk that the newer pack declares; grades of two frameworks "
    "are shown, and not called better or worse. Of each change the evidence that moved is told, in words that "
    "statistics bear out; areas for improvement and causes of concern are followed from one to the other. Of two "
    "pairs it is told because of what each grade changed: both packs are asked about both datasets, and the change is "
    "split into evidence, rules, scale and people's decisions; and which edit of the rules alone moves grades. Nothing "
    "asks the clock: deadlines are held to the latest date in NEW, or to --on.\n"
    "\n"
    "Of three or more it is a history: a line for each organisation and area, the years across, in order of year and "
    "round however they are given. Only neighbours are compared; a mark says where a framework changed, and nothing can "
    "be. Two results of one round are refused, since nobody can tell which is the later. It is told --by organisation or "
    "area. What moved a judgment, and what became of areas for improvement and causes of concern, no history tells: "
    "peel diff OLD NEW of any two of them does.\n"
    "\n"
    "Exit status: 0 no difference among what is asked for; 1 differences; 2 could not compare; 3 some rule ended in an "
    "error or at a limit in what was graded on the spot.\n"
    "\n"
    "  peel diff peel-2021:samples/forces-2018.json peel-2021:samples/forces-2019.json\n"
    "  peel diff --only declined -f csv -o declined.csv 2018.json 2019.json\n"
    "  peel diff --org metropolitan samples/history/*.json\n",
    2,
    0,
    "an older and a newer result, or more",
    KNOWN,
    run,
};
