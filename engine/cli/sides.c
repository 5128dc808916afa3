/* sides.c: see sides.h. */
#include "cli/sides.h"
#include "base/mem.h"
#include "cli/clock.h"
#include "cli/inputs.h"
#include <sys/stat.h>

/* --- What was given ------------------------------------------------------------------------------------------------ */

/* PACK:DATASET, where either may have a colon of its own: at the first behind which there is a file; else at the first. */
static const char *colon_of(const char *given)
{
    struct stat there;
    for (const char *at = strchr(given, ':'); at; at = strchr(at + 1, ':'))
        if (at[1] && stat(at + 1, &there) == 0) return at;
    return strchr(given, ':');
}

static bool operand_read(struct operand *o, const char *given, struct diags *diags)
{
    struct stat there;
    const char *colon = colon_of(given);
    *o = (struct operand){given, NULL, NULL};
    if (stat(given, &there) == 0 || !colon || colon == given || colon[1] == '\0') return true;
    size_t n = (size_t)(colon - given);
    o->pack = mem_zero(n + 1, 1);
    if (!o->pack) return diag_starve(diags, given, ""), false;
    memcpy(o->pack, given, n);
    o->file = colon + 1;
    return true;
}

static bool all_spared(const struct operand *list, const struct settings *s, struct diags *diags)
{
    const char **files = mem_zero(s->operand_count, sizeof *files);
    struct settings of_files = *s;
    if (!files) return diag_starve(diags, NULL, ""), false;
    for (size_t i = 0; i < s->operand_count; i++) files[i] = list[i].file;
    of_files.operands = files;
    bool good = inputs_spared(&of_files, diags);
    mem_free(files);
    return good;
}

bool operands_read(struct operand *list, const struct settings *s, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < s->operand_count; i++) good = operand_read(&list[i], s->operands[i], diags) && good;
    return all_spared(list, s, diags) && good;
}

void operands_done(struct operand *list, size_t count)
{
    for (size_t i = 0; i < count; i++) pack_close(list[i].rules), mem_free(list[i].pack);
}

/* --- Opening -------------------------------------------------------------------------------------------------------- */

static void show_printed(void *context, struct str text)
{
    (void)context;
    console_printed(text);
}

void sides_partial(const char *what, const struct run_totals *totals, bool *partial)
{
    if (totals->partial == 0) return;
    *partial = true;
    console_note("partial: in %s %llu of %llu organisations had a rule that failed", what, (unsigned long long)totals->partial,
                 (unsigned long long)totals->organisations);
}

static struct judged *grade(struct operand *o, const struct settings *of, bool *partial, struct diags *diags)
{
    struct settings s = *of;
    struct inputs in;
    struct run_totals totals = {0};
    struct judged *side = NULL;
    s.rules = o->pack;
    if (inputs_open(&in, &s, &o->file, 1, diags)) {
        const struct side_grading g = {.pack = in.pack, .load = in.list->load, .cohort = in.list->cohort,
                                       .name = o->file, .workers = in.workers, .printed = show_printed};
        side = side_grade(&g, &totals, diags);
    }
    o->rules = in.pack, in.pack = NULL;
    inputs_close(&in);
    if (side) sides_partial(o->file, &totals, partial);
    return side;
}

struct judged *operand_open(struct operand *o, const struct settings *s, const struct console *console, bool *partial, struct diags *diags)
{
    int64_t start = clock_now();
    struct judged *side = o->pack ? grade(o, s, partial, diags) : side_read(o->file, diags);
    if (side && console->verbose)
        console_note("%s: %s %s, round %s, %zu organisation%s, %.1f ms", o->file, side->pack.s, side->version.s,
                     side->round.s, side->org_count, side->org_count == 1 ? "" : "s", (double)(clock_now() - start) / 1e6);
    return side;
}
