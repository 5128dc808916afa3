/* history.c: three or more results, or packs and datasets graded on the spot, as one history. All of them are whole, and
 * in order of their years, before a word is written. */
#include "cli/history.h"
#include "base/mem.h"
#include "base/output.h"
#include "cli/clock.h"
#include "cli/inputs.h"
#include "report/history.h"
#include <sys/stat.h>

struct given { /* PACK:DATASET, or a result */
    const char *file;
    char *pack; /* NULL: a result. Owned */
};
struct telling { /* a history being told */
    const struct settings *settings;
    struct console *console;
    size_t count;
    struct given *given;    /* as they stand on the command line; owned */
    struct judged **sides;  /* likewise, then in order of their years; owned */
    struct history history;
    struct tally *tallies;
    struct arena arena;
    struct diags diags;
    struct output output;
    bool partial, found;
};

/* --- What was given ------------------------------------------------------------------------------------------------ */

/* What is there is a file, whatever it is called. */
static bool given_read(struct given *g, const char *text, struct diags *diags)
{
    struct stat there;
    const char *colon = strchr(text, ':');
    *g = (struct given){text, NULL};
    if (stat(text, &there) == 0 || !colon || colon == text || colon[1] == '\0') return true;
    size_t n = (size_t)(colon - text);
    g->pack = mem_zero(n + 1, 1);
    if (!g->pack) return diag_starve(diags, text, ""), false;
    memcpy(g->pack, text, n);
    g->file = colon + 1;
    return true;
}

static bool all_spared(struct telling *t)
{
    const char **files = mem_zero(t->count, sizeof *files);
    struct settings of_files = *t->settings;
    if (!files) return diag_starve(&t->diags, NULL, ""), false;
    for (size_t i = 0; i < t->count; i++) files[i] = t->given[i].file;
    of_files.operands = files;
    bool good = inputs_spared(&of_files, &t->diags);
    mem_free(files);
    return good;
}

static bool all_read(struct telling *t)
{
    bool good = true;
    t->given = mem_zero(t->count, sizeof *t->given);
    t->sides = mem_zero(t->count, sizeof *t->sides);
    if (!t->given || !t->sides) return diag_starve(&t->diags, NULL, ""), false;
    for (size_t i = 0; i < t->count; i++)
        good = given_read(&t->given[i], t->settings->operands[i], &t->diags) && good;
    return good && all_spared(t);
}

/* A history has no page by rule: outcomes of rules are told of two results, with what moved them. */
static bool can_be_asked(struct telling *t)
{
    if (t->settings->diff.by != DIFF_BY_RULE) return true;
    diag_add(&t->diags, DIAG_ERROR, (struct place){"peel", 0, 0, 0}, "peel diff --by rule OLD NEW, of two of them",
             "a history is told by organisation or by area, not by rule");
    return false;
}

/* --- Sides ---------------------------------------------------------------------------------------------------------- */

static void show_printed(void *context, struct str text)
{
    (void)context;
    console_printed(text);
}

static struct judged *grade(struct telling *t, const struct given *g)
{
    struct settings s = *t->settings;
    struct inputs in;
    struct run_totals totals = {0};
    struct judged *side = NULL;
    s.rules = g->pack;
    if (inputs_open(&in, &s, &g->file, 1, &t->diags)) {
        const struct side_grading how = {.pack = in.pack, .load = in.list->load, .cohort = in.list->cohort,
                                         .name = g->file, .workers = in.workers, .printed = show_printed};
        side = side_grade(&how, &totals, &t->diags);
    }
    inputs_close(&in);
    if (totals.partial > 0 && side) {
        t->partial = true;
        console_note("partial: in %s %llu of %llu organisations had a rule that failed", g->file,
                     (unsigned long long)totals.partial, (unsigned long long)totals.organisations);
    }
    return side;
}

static struct judged *open_side(struct telling *t, const struct given *g)
{
    int64_t start = clock_now();
    struct judged *side = g->pack ? grade(t, g) : side_read(g->file, &t->diags);
    if (side && t->console->verbose)
        console_note("%s: %s %s, round %s, %zu organisation%s, %.1f ms", g->file, side->pack.s, side->version.s,
                     side->round.s, side->org_count, side->org_count == 1 ? "" : "s", (double)(clock_now() - start) / 1e6);
    return side;
}

static bool open_all(struct telling *t)
{
    bool good = true;
    for (size_t i = 0; i < t->count; i++) {
        t->sides[i] = open_side(t, &t->given[i]);
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

static bool follow(struct telling *t)
{
    struct arena work;
    jmp_buf escape;
    volatile bool good = false;
    const struct wish wish = {str_of(t->settings->org), t->settings->on};
    arena_init(&work);
    t->arena.escape = work.escape = &escape;
    if (setjmp(escape) == 0) {
        good = history_make(&t->history, (const struct judged *const *)t->sides, t->count, &wish, &t->arena, &t->diags);
        if (good) tally_all(t, &work);
    } else
        diag_starve(&t->diags, NULL, " while results were compared");
    t->arena.escape = NULL;
    arena_done(&work);
    return good;
}

/* --- Writing -------------------------------------------------------------------------------------------------------- */

static void drain(void *context, struct buf *out)
{
    struct telling *t = context;
    if (out->length < (64u << 10) || out->failed) return;
    output_write(&t->output, out->data, out->length);
    buf_clear(out);
}

/* A page that is kept is always the plain one. */
static struct style style_of(const struct settings *s, const struct console *console)
{
    struct style style = STYLE_PLAIN;
    style.utf8 = !s->ascii;
    if (s->output) return style;
    style.colour = console->style.colour;
    style.width = console->style.width;
    if (console->terminal) style.utf8 = console->style.utf8;
    return style;
}

static bool write_all(struct telling *t)
{
    const struct settings *s = t->settings;
    const struct history_format *format = history_format_named(str_of(s->diff_format->name));
    struct history_report r = {.h = &t->history, .tallies = t->tallies, .request = s->diff,
                               .style = style_of(s, t->console), .drain = drain, .context = t};
    struct buf out;
    buf_init(&out);
    bool good = history_write(format, &r, &out);
    if (good)
        output_write(&t->output, out.data, out.length);
    else
        diag_starve(&t->diags, NULL, " while the history was written");
    buf_done(&out);
    return good;
}

static bool write_out(struct telling *t)
{
    if (!output_open(&t->output, t->settings->output, &t->diags)) return false;
    bool good = write_all(t);
    bool closed = t->output.failed && !t->settings->output && console_is_gone(t->output.error);
    if (good && !closed) return output_commit(&t->output, &t->diags);
    output_abort(&t->output);
    return false;
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
    for (size_t i = 0; i < t.count; i++) {
        if (t.sides) side_close(t.sides[i]);
        if (t.given) mem_free(t.given[i].pack);
    }
    mem_free(t.sides), mem_free(t.given);
    diags_done(&t.diags);
    return status;
}
