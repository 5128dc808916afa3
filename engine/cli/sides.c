/* sides.c: see sides.h. */
#include "cli/sides.h"
#include "base/mem.h"
#include "cli/clock.h"
#include "cli/inputs.h"
#include "compare/renaming.h"
#include <stdio.h>
#include <sys/stat.h>

/* --- What was given ------------------------------------------------------------------------------------------------ */

static bool refuse(const char *given, const char *sentence, struct diags *diags)
{
    diag_add(diags, DIAG_ERROR, (struct place){given, 0, 0, 0}, "a result is given by its file, or what to grade as PACK:DATASET", "%s", sentence);
    return false;
}

static bool is_pack(const char *folder)
{
    char manifest[4096];
    struct stat there;
    int n = snprintf(manifest, sizeof manifest, "%s/pack.lua", folder);
    return n > 0 && (size_t)n < sizeof manifest && stat(manifest, &there) == 0;
}

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
    if (!*given) return refuse("peel", "the name of a result is empty", diags);
    if (is_pack(given)) return refuse(given, "is a pack, and has no dataset beside it", diags);
    if (stat(given, &there) == 0 || !colon) return true;
    if (colon == given) return refuse(given, "names no pack before the colon", diags);
    if (colon[1] == '\0') return refuse(given, "names no dataset behind the colon", diags);
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

/* Of pairs each dataset is graded by its neighbour's pack too. */
static bool standard_once(const struct operand *list, size_t count, struct diags *diags)
{
    size_t standard = 0, pairs = 0;
    bool graded = false; /* what is read there */
    for (size_t i = 0; i < count; i++) {
        bool is = strcmp(list[i].file, "-") == 0;
        standard += is, pairs += list[i].pack != NULL;
        graded = graded || (is && list[i].pack);
    }
    if (standard == 0 || (standard == 1 && !(graded && pairs > 1))) return true;
    const struct place place = {"<stdin>", 0, 0, 0};
    if (standard > 1)
        diag_add(diags, DIAG_ERROR, place, "put all but one into files", "can be read once, and is given %zu times", standard);
    else
        diag_add(diags, DIAG_ERROR, place, "put it into a file", "can be read once, and the packs of two pairs are both asked about it");
    return false;
}

bool operands_read(struct operand *list, const struct settings *s, struct diags *diags)
{
    bool good = true;
    for (size_t i = 0; i < s->operand_count; i++) good = operand_read(&list[i], s->operands[i], diags) && good;
    good = standard_once(list, s->operand_count, diags) && good;
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

static void tell_partial(const char *what, const struct run_totals *totals, bool *partial)
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
    if (side) tell_partial(o->file, &totals, partial);
    return side;
}

struct judged *operand_open(struct operand *o, const struct settings *s, const struct console *console, bool *partial, struct diags *diags)
{
    int64_t start = clock_now();
    struct diags own; /* one pack may be given twice */
    diags_init(&own);
    own.limit = diags->limit;
    struct judged *side = o->pack ? grade(o, s, partial, &own) : side_read(o->file, &own);
    diags_move_new(diags, &own);
    diags_done(&own);
    if (side && console->verbose)
        console_note("%s: %s %s, round %s, %zu organisation%s, %.1f ms", o->file, side->pack.s, side->version.s,
                     side->round.s, side->org_count, side->org_count == 1 ? "" : "s", (double)(clock_now() - start) / 1e6);
    return side;
}

/* --- Crossing -------------------------------------------------------------------------------------------------------- */

/* What there is to warn of in the data was told when it was graded by its own rules, and what the other rules print is of no interest. */
static struct judged *grade_mixed(const struct crossing *x, const struct compare *c, int rules)
{
    const struct operand *pack = rules ? x->now : x->was, *data = rules ? x->was : x->now;
    const struct renaming renaming = {&c->crosswalk, .back = rules == 0};
    struct run_totals totals = {0};
    struct judged *side = NULL;
    struct diags again;
    struct input in;
    diags_init(&again);
    const char *digest = (rules ? c->crosswalk.was : c->crosswalk.now)->dataset_digest.s;
    if (input_open(&in, pack->rules, data->file, jobs_of(x->settings), &again) && input_is_same(&in, digest, &again)) {
        const struct side_grading g = {.pack = pack->rules, .load = in.load, .cohort = in.cohort, .name = data->file, .workers = jobs_of(x->settings), .renaming = &renaming};
        side = side_grade(&g, &totals, &again);
    }
    input_close(&in);
    if (side) {
        diags_done(&again);
        tell_partial(rules ? "the older data, by the newer rules," : "the newer data, by the older rules,", &totals, x->partial);
    } else
        diags_move(x->diags, &again);
    return side;
}

bool sides_cross(const struct crossing *x, struct compare *c, struct judged *mixed[2])
{
    const struct judged *was = c->crosswalk.was, *now = c->crosswalk.now;
    bool crossed = !str_eq(was->digest, now->digest) && !str_eq(was->dataset_digest, now->dataset_digest);
    mixed[0] = mixed[1] = NULL;
    if (!crossed || !x->was->rules || !x->now->rules) return true;
    for (int rules = 0; rules < 2; rules++)
        if (!(mixed[rules] = grade_mixed(x, c, rules))) return false;
    quartet_cross(c, mixed[0], mixed[1]);
    return true;
}
