/* impact.c: peel impact: what a draft of a pack would change in past data, and which edit does it. Everything is graded before a word is written. */
#include "cli/command.h"
#include "cli/drafts.h"
#include "cli/inputs.h"
#include "cli/page.h"
#include <stdio.h>

struct drafting {
    const struct settings *settings;
    const struct console *console;
    struct pack *was, *draft;
    struct drafts drafts;
    struct impact_data *data;
    struct arena arena;
    struct diags diags;
};

static bool open_packs(struct drafting *d)
{
    const struct settings *s = d->settings;
    if (!s->was)
        diag_add(&d->diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, "say --was PACK: an older copy of its folder, from version control say", "what the pack was like before was not said");
    d->draft = pack_open(s->operands[0], &s->limits, &d->diags);
    struct diags own; /* it may be one pack */
    diags_init(&own);
    own.limit = d->diags.limit;
    if (s->was) d->was = pack_open(s->was, &s->limits, &own);
    diags_move_new(&d->diags, &own);
    diags_done(&own);
    return d->was && d->draft && d->diags.errors == 0;
}

/* Everything that jumps where memory ends; the caller has set where to. */
static bool look(struct drafting *d)
{
    const struct settings *s = d->settings;
    d->drafts = (struct drafts){.was = d->was, .draft = d->draft, .workers = jobs_of(s), .arena = &d->arena, .diags = &d->diags};
    drafts_begin(&d->drafts);
    d->data = arena_zero(&d->arena, s->operand_count - 1, sizeof *d->data);
    for (size_t i = 0; i + 1 < s->operand_count; i++)
        if (!drafts_add(&d->drafts, s->operands[i + 1], &d->data[i])) return false;
    return true;
}

static void write_text(struct drafting *d, struct buf *out)
{
    const struct settings *s = d->settings;
    struct impact_report r = {&d->drafts.impact, d->data, s->operand_count - 1, STYLE_PLAIN, &d->arena};
    if (!s->output) r.style = d->console->style;
    if (s->ascii) r.style.utf8 = false;
    s->impact_format->write(&r, out);
}

struct trying { struct drafting *drafting; struct buf *out; bool good; };

static void try_draft(void *context)
{
    struct trying *t = context;
    t->good = look(t->drafting);
    if (t->good) write_text(t->drafting, t->out);
}

static bool look_and_write(struct drafting *d, struct buf *out)
{
    struct trying t = {d, out, false};
    if (!arena_guard(&d->arena, try_draft, &t)) t.good = false, diag_starve(&d->diags, NULL, " while the draft was tried");
    if (out->failed) diag_starve(&d->diags, NULL, " while it was written");
    return t.good && !out->failed && page_write(d->settings->output, out, &d->diags);
}

static enum peel_exit answer(const struct drafting *d)
{
    const struct impact *m = &d->drafts.impact;
    if (m->partial) return PEEL_PARTIAL;
    return m->flips || m->areas_new.count || m->areas_gone.count ? PEEL_NEGATIVE : PEEL_DONE;
}

static enum peel_exit run(const struct settings *s, struct console *console)
{
    struct drafting d = {.settings = s, .console = console};
    struct buf out;
    diags_init(&d.diags);
    d.diags.limit = s->max_errors;
    arena_init(&d.arena);
    buf_init(&out);
    bool spared = inputs_spared(s, &d.diags), good = open_packs(&d) && spared;
    enum peel_exit status = good && look_and_write(&d, &out) ? answer(&d) : PEEL_CANNOT;
    console_report(console, &d.diags);
    drafts_done(&d.drafts);
    buf_done(&out);
    arena_done(&d.arena);
    pack_close(d.was);
    pack_close(d.draft);
    diags_done(&d.diags);
    return status;
}

static const struct option *const KNOWN[] = {&OPTION_WAS, &OPTION_IMPACT_FORMAT, &OPTION_OUTPUT, &OPTION_JOBS, &OPTION_ASCII, &OPTION_MAX_ERRORS,
                                             &OPTION_MAX_INSTRUCTIONS, &OPTION_MAX_MEMORY, &OPTION_MAX_SECONDS, &OPTION_MAX_OUTPUT, NULL};

const struct command COMMAND_IMPACT = {
    "impact",
    "[options] --was PACK DRAFT DATASET...",
    "tell what a draft of a pack would change in past data",
    "Grades each dataset by the pack as it was and by the draft, and tells which computed grades would flip. The two are "
    "taken apart into edits: a parameter moved, a characteristic or cap changed, added or removed, a ladder, the cohort; "
    "and each edit is tried alone, so that a flip stands under the edit that makes it. What no edit alone does, several "
    "do together. Layout and comments are no edits.\n"
    "\n"
    "Exit status: 0 no grade would flip; 1 some would, or the draft asks for other areas; 2 could not tell; 3 some rule ended "
    "in an error or at a limit.\n"
    "\n"
    "  peel impact --was before/peel-2021 rules/peel-2021 samples/forces-2018.json samples/forces-2019.json\n",
    2,
    0,
    "a draft of a pack, and at least one dataset",
    KNOWN,
    run,
};
