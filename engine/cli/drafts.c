/* drafts.c: see drafts.h. */
#include "cli/drafts.h"
#include "cli/inputs.h"

void drafts_begin(struct drafts *d)
{
    edits_make(&d->edits, d->was, d->draft, d->arena);
    impact_begin(&d->impact, &d->edits, d->arena);
    d->impact.only = d->only;
    d->alone = arena_zero(d->arena, d->edits.count + 1, sizeof *d->alone);
}

static struct impact_data data_of(const struct drafts *d, const struct load *load, size_t organisations)
{
    const char *digest = load_digest(load);
    struct str round = load_dataset(load)->round;
    return (struct impact_data){{arena_dup(d->arena, round.s, round.n), round.n}, arena_dup(d->arena, digest, strlen(digest)), organisations};
}

/* data NULL: it was graded before, and what there is to warn of was told. */
static struct grades *grade(struct drafts *d, const struct pack *pack, const char *path, struct impact_data *data)
{
    struct input in;
    struct diags again;
    struct grades *grades = NULL;
    diags_init(&again);
    struct diags *diags = data ? d->diags : &again;
    if (input_open(&in, pack, path, d->workers, diags)) {
        grades = grades_make(pack, in.load, in.cohort, d->workers, diags);
        if (data && grades) *data = data_of(d, in.load, grades->orgs);
    }
    input_close(&in);
    if (grades)
        diags_done(&again);
    else
        diags_move(d->diags, &again);
    return grades;
}

static void forget(struct drafts *d)
{
    pack_close(d->hybrid), d->hybrid = NULL;
    grades_free(d->of_was), d->of_was = NULL;
    grades_free(d->of_draft), d->of_draft = NULL;
    for (size_t i = 0; d->alone && i < d->edits.count; i++) grades_free(d->alone[i]), d->alone[i] = NULL;
}

/* Why an edit cannot stand alone is no error of the run: it is told in the page. */
static void open_alone(struct drafts *d, size_t i)
{
    struct diags flaws;
    diags_init(&flaws);
    d->hybrid = edits_open(&d->edits, i, d->arena, &flaws);
    if (!d->hybrid && !d->impact.groups[i].flaw)
        d->impact.groups[i].flaw = flaws.count ? arena_dup(d->arena, flaws.list[0].message, strlen(flaws.list[0].message)) : "it does not load";
    diags_done(&flaws);
}

static bool grade_alone(struct drafts *d, const char *path)
{
    for (size_t i = 0; i < d->edits.count; i++) {
        open_alone(d, i);
        if (!d->hybrid) continue;
        d->alone[i] = grade(d, d->hybrid, path, NULL);
        pack_close(d->hybrid), d->hybrid = NULL;
        if (!d->alone[i]) return false;
    }
    return true;
}

bool drafts_add(struct drafts *d, const char *path, struct impact_data *data)
{
    d->of_was = grade(d, d->was, path, data);
    if (d->of_was) d->of_draft = grade(d, d->draft, path, NULL);
    bool good = d->of_was && d->of_draft && grade_alone(d, path);
    if (good) impact_add(&d->impact, d->of_was, d->of_draft, d->alone);
    forget(d);
    return good;
}

void drafts_done(struct drafts *d) { forget(d); }
