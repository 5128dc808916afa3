/* history.c: three or more results, or packs and datasets graded on the spot, as one history. All of them are whole, and
 * in order of their years, before a word is written. */
#include "cli/history.h"
#include "base/mem.h"
#include "cli/clock.h"
#include "cli/page.h"
#include "cli/sides.h"
#include "report/history.h"

struct telling { /* a history being told */
    const struct settings *settings;
    struct console *console;
    size_t count;
    struct operand *given;  /* as they stand on the command line; owned */
    struct judged **sides;  /* likewise, then in order of their years; owned */
    struct judged **mixed;  /* two of each step, or NULL; owned */
    struct history history;
    struct tally *tallies;
    struct arena arena;
    struct diags diags;
    bool partial, found;
};

/* --- What was given ------------------------------------------------------------------------------------------------ */

static bool all_read(struct telling *t)
{
    t->given = mem_zero(t->count, sizeof *t->given);
    t->sides = mem_zero(t->count, sizeof *t->sides);
    t->mixed = mem_zero(2 * t->count, sizeof *t->mixed);
    if (!t->given || !t->sides || !t->mixed) return diag_starve(&t->diags, NULL, ""), false;
    return operands_read(t->given, t->settings, &t->diags);
}

/* A history has no page by rule, and none by what was raised: both are told of two results. */
static bool can_be_asked(struct telling *t)
{
    const char *by = t->settings->diff.by == DIFF_BY_RULE ? "rule" : t->settings->diff.by == DIFF_BY_RAISED ? "raised" : NULL;
    if (!by) return true;
    diag_add(&t->diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, "that is told of two: peel diff --by rule|raised OLD NEW",
             "a history is told by organisation or by area, not by %s", by);
    return false;
}

/* --- Sides ---------------------------------------------------------------------------------------------------------- */

static bool open_all(struct telling *t)
{
    bool good = true;
    for (size_t i = 0; i < t->count; i++) {
        t->sides[i] = operand_open(&t->given[i], t->settings, t->console, &t->partial, &t->diags);
        good = good && t->sides[i];
    }
    return good && history_order(t->sides, t->count, &t->diags);
}

/* --- Following -------------------------------------------------------------------------------------------------------- */

static void tally_line(struct telling *t, size_t i, const struct org_history *o)
{
    for (size_t k = 1; k < t->count; k++) {
        struct tally *tally = &t->tallies[k - 1];
        if (o->steps[k])
            tally_add(tally, &t->history.steps[k - 1], i, o->steps[k]);
        else if (o->at[k] || o->at[k - 1])
            tally->organisations[o->at[k] ? ORG_ADDED : ORG_REMOVED]++;
    }
    t->found = t->found || history_finds(&t->settings->diff, &t->history, o);
}

static void tally_all(struct telling *t, struct arena *work)
{
    t->tallies = arena_zero(&t->arena, t->count, sizeof *t->tallies);
    for (size_t i = 0; i < t->history.line_count; i++) {
        arena_reset(work);
        const struct org_history *o = history_org(&t->history, i, work);
        if (o) tally_line(t, i, o);
    }
}

struct following { struct telling *t; struct arena work; bool good; };

static void link_all(void *context)
{
    struct following *f = context;
    struct telling *t = f->t;
    const struct wish wish = {str_of(t->settings->org), t->settings->on};
    f->good = history_make(&t->history, (const struct judged *const *)t->sides, t->count, &wish, &t->arena, &t->diags);
}

static void follow_all(void *context)
{
    struct following *f = context;
    f->work.escape = f->t->arena.escape;
    tally_all(f->t, &f->work);
    f->good = true;
}

static bool guarded(struct telling *t, void (*step)(void *context))
{
    struct following f = {.t = t};
    arena_init(&f.work);
    bool good = arena_guard(&t->arena, step, &f);
    if (!good) diag_starve(&t->diags, NULL, " while results were compared");
    arena_done(&f.work);
    return good && f.good;
}

/* What it was given as: sides were put in order since. */
static const struct operand *operand_of(const struct telling *t, const struct judged *side)
{
    size_t i = 0;
    while (t->given[i].file != side->name) i++;
    return &t->given[i];
}

static bool cross_all(struct telling *t)
{
    for (size_t k = 0; k + 1 < t->count; k++) {
        const struct crossing x = {operand_of(t, t->sides[k]), operand_of(t, t->sides[k + 1]), t->settings, &t->partial, &t->diags};
        if (!sides_cross(&x, &t->history.steps[k], &t->mixed[2 * k])) return false;
    }
    return true;
}

static bool follow(struct telling *t) { return guarded(t, link_all) && cross_all(t) && guarded(t, follow_all); }

/* --- Writing -------------------------------------------------------------------------------------------------------- */

static bool write_all(void *context, struct output *output, struct buf *out)
{
    const struct telling *t = context;
    const struct settings *s = t->settings;
    const struct history_format *format = history_format_named(str_of(s->diff_format->name));
    struct history_report r = {.h = &t->history, .tallies = t->tallies, .request = s->diff,
                               .style = console_page(t->console, s), .drain = page_drain, .context = output};
    return history_write(format, &r, out);
}

static bool write_out(struct telling *t)
{
    return page_stream(t->settings->output, write_all, t, " while the history was written", &t->diags);
}

static enum peel_exit tell(struct telling *t)
{
    if (!can_be_asked(t) || !all_read(t) || !open_all(t) || !follow(t) || !write_out(t)) return PEEL_CANNOT;
    if (t->console->verbose) console_note("at most %ld KiB", clock_peak_memory());
    return t->partial ? PEEL_PARTIAL : t->found ? PEEL_NEGATIVE : PEEL_DONE;
}

enum peel_exit history_run(const struct settings *s, struct console *console)
{
    struct telling t = {.settings = s, .console = console, .count = s->operand_count};
    diags_init(&t.diags);
    t.diags.limit = s->max_errors;
    arena_init(&t.arena);
    enum peel_exit status = tell(&t);
    console_report(console, &t.diags);
    arena_done(&t.arena);
    for (size_t i = 0; t.sides && i < t.count; i++) side_close(t.sides[i]);
    for (size_t i = 0; t.mixed && i < 2 * t.count; i++) side_close(t.mixed[i]);
    if (t.given) operands_done(t.given, t.count);
    mem_free(t.mixed), mem_free(t.sides), mem_free(t.given);
    diags_done(&t.diags);
    return status;
}
