/* drafts.c: see drafts.h. */
#include "cli/drafts.h"
#include "cli/inputs.h"

void drafts_begin(struct drafts *d)
{
    edits_make(&d->edits, d->was, d->draft, d->older, d->arena);
    impact_begin(&d->impact, &d->edits, d->arena);
    d->impact.only = d->only;
    diags_init(&d->flaws);
}

/* It is read for each pack, and must be what the first one read. */
static bool is_same(struct drafts *d, const struct input *in, struct diags *diags)
{
    if (*d->digest) return input_is_same(in, d->digest, diags);
    memcpy(d->digest, load_digest(in->load), DIGEST_TEXT);
    return true;
}

/* told: it was graded before, and what there is to warn of was told. */
static struct grades *grade(struct drafts *d, const struct pack *pack, const char *path, bool told)
{
    struct input in;
    struct diags again;
    struct grades *grades = NULL;
    diags_init(&again);
    struct diags *diags = told ? &again : d->diags;
    if (input_open(&in, pack, path, d->workers, diags) && is_same(d, &in, diags))
        grades = grades_make(pack, in.load, in.cohort, pack == d->draft ? NULL : d->renaming, d->workers, diags);
    input_close(&in);
    if (grades)
        diags_done(&again);
    else
        diags_move(d->diags, &again);
    return grades;
}

static void forget_alone(struct drafts *d)
{
    pack_close(d->hybrid), d->hybrid = NULL;
    grades_free(d->alone), d->alone = NULL;
    diags_done(&d->flaws);
}

static void forget(struct drafts *d)
{
    forget_alone(d);
    grades_free(d->of_was), d->of_was = NULL;
    grades_free(d->of_draft), d->of_draft = NULL;
}

/* Why an edit cannot stand alone is no error of the run: it is told in the page. */
static void open_alone(struct drafts *d, size_t i)
{
    const char *flaw = "it does not load";
    d->hybrid = edits_open(&d->edits, i, d->arena, &d->flaws);
    if (d->hybrid || d->impact.groups[i].flaw) return;
    if (d->flaws.count) flaw = arena_dup(d->arena, d->flaws.list[0].message, strlen(d->flaws.list[0].message));
    d->impact.groups[i].flaw = flaw;
}

/* One edit at a time: the memory of many is that of one. */
static bool grade_alone(struct drafts *d, const char *path)
{
    for (size_t i = 0; i < d->edits.count; i++, forget_alone(d)) {
        open_alone(d, i);
        if (!d->hybrid) continue;
        d->alone = grade(d, d->hybrid, path, true);
        if (!d->alone) return false;
        impact_alone(&d->impact, i, d->hybrid, d->alone);
    }
    return true;
}

static void tell_data(struct drafts *d, struct impact_data *data)
{
    struct str round = d->of_was->round;
    *data = (struct impact_data){{arena_dup(d->arena, round.s, round.n), round.n}, arena_dup(d->arena, d->digest, strlen(d->digest)), d->of_was->orgs};
}

bool drafts_add(struct drafts *d, const char *path, struct impact_data *data)
{
    d->digest[0] = '\0';
    d->of_was = grade(d, d->was, path, !data);
    if (d->of_was && data) tell_data(d, data);
    if (d->of_was) d->of_draft = grade(d, d->draft, path, true);
    bool good = d->of_was && d->of_draft;
    if (good) impact_dataset(&d->impact, d->of_was, d->of_draft);
    good = good && grade_alone(d, path);
    if (good) impact_end(&d->impact);
    forget(d);
    return good;
}

void drafts_done(struct drafts *d) { forget(d); }
