/* quality.c: see quality.h. */
#include "cohort/quality.h"
#include "base/mem.h"
#include "cohort/cell.h"
#include "cohort/cohort.h"
#include "cohort/earlier.h"
#include "cohort/question.h"
#include <math.h>

struct link { /* to a dataset of the year before */
    struct quality *older;
    uint32_t *columns; /* of the newer one's measures: where the value before is, or NO_SLOT */
    uint32_t *slots;   /* and what that measure is there */
};

struct quality {
    struct load *load;
    const struct dataset *dataset;
    size_t measures;
    struct cohort_choice *choices;
    struct cohort_plan plan;
    struct cohort *cohort;       /* from quality_watch to quality_draw */
    struct outlier_lines *lines; /* of each measure */
    struct link *links;
    size_t link_count;
    struct earlier earlier;
    size_t readers; /* datasets of the year after that are not done */
    struct buf text;
};

static const struct entry *entries_of(const struct quality *q)
{
    return q->dataset->catalogues[EVIDENCE_MEASURE].entries;
}

/* --- Life --------------------------------------------------------------------------------------------------------- */

static void plan(struct quality *q, double width)
{
    for (size_t i = 0; i < q->measures; i++) {
        q->choices[i] = (struct cohort_choice){.measure = entries_of(q)[i].id, .rules = outlier_rules_default};
        q->choices[i].rules.width = width;
    }
    q->plan = (struct cohort_plan){q->choices, q->measures};
}

struct quality *quality_open(struct load *load, double width)
{
    struct quality *q = mem_zero(1, sizeof *q);
    if (!q) return NULL;
    q->load = load;
    q->dataset = load_dataset(load);
    q->measures = q->dataset->catalogues[EVIDENCE_MEASURE].count;
    q->choices = mem_alloc((q->measures + 1) * sizeof *q->choices);
    q->lines = mem_alloc((q->measures + 1) * sizeof *q->lines);
    earlier_init(&q->earlier, load);
    buf_init(&q->text);
    if (!q->choices || !q->lines) {
        quality_close(q);
        return NULL;
    }
    plan(q, width);
    return q;
}

static void link_done(struct link *l)
{
    mem_free(l->columns);
    mem_free(l->slots);
}

void quality_close(struct quality *q)
{
    if (!q) return;
    cohort_close(q->cohort);
    for (size_t i = 0; i < q->link_count; i++) link_done(&q->links[i]);
    mem_free(q->links);
    earlier_done(&q->earlier);
    buf_done(&q->text);
    mem_free(q->choices);
    mem_free(q->lines);
    mem_free(q);
}

/* --- The year before ---------------------------------------------------------------------------------------------- */

static bool wants_change(const struct quality *q, uint32_t slot) { return entries_of(q)[slot].changes_within > 0; }

/* Which measures of the one are asked about by the other. */
static bool join(struct quality *newer, struct link *l)
{
    const struct catalogue *there = &l->older->dataset->catalogues[EVIDENCE_MEASURE];
    for (uint32_t i = 0; i < newer->measures; i++) {
        uint32_t slot = wants_change(newer, i) ? catalogue_find(there, entries_of(newer)[i].id) : NO_SLOT;
        l->slots[i] = slot;
        l->columns[i] = slot == NO_SLOT ? NO_SLOT : earlier_want(&l->older->earlier, slot);
        if (slot != NO_SLOT && l->columns[i] == NO_SLOT) return false;
    }
    return true;
}

static bool follow(struct quality *newer, struct quality *older)
{
    struct link *links = mem_realloc(newer->links, (newer->link_count + 1) * sizeof *links);
    if (!links) return false;
    newer->links = links;
    struct link *l = &links[newer->link_count];
    *l = (struct link){.older = older};
    l->columns = mem_alloc((newer->measures + 1) * sizeof *l->columns);
    l->slots = mem_alloc((newer->measures + 1) * sizeof *l->slots);
    if (!l->columns || !l->slots || !join(newer, l)) {
        link_done(l);
        return false;
    }
    newer->link_count++;
    older->readers++;
    return true;
}

bool quality_compare(struct quality *a, struct quality *b)
{
    if (a->dataset->year == b->dataset->year + 1) return follow(a, b);
    if (b->dataset->year == a->dataset->year + 1) return follow(b, a);
    return true;
}

bool quality_is_alone(const struct quality *q)
{
    if (q->link_count > 0) return false;
    for (uint32_t i = 0; i < q->measures; i++)
        if (wants_change(q, i)) return true;
    return false;
}

/* --- The passes --------------------------------------------------------------------------------------------------- */

bool quality_watch(struct quality *q)
{
    q->cohort = cohort_open(q->load, &q->plan);
    return q->cohort != NULL;
}

static void unwatch(struct quality *q)
{
    load_watch(q->load, NULL);
    cohort_close(q->cohort);
    q->cohort = NULL;
}

/* The columns are not needed any more, only the lines. */
bool quality_draw(struct quality *q)
{
    for (uint32_t i = 0; i < q->measures; i++) {
        const struct outlier_lines *lines = cohort_lines(q->cohort, cohort_choice_of(q->cohort, i));
        if (!lines) return false;
        q->lines[i] = *lines;
    }
    unwatch(q);
    return true;
}

bool quality_begin(struct quality *q) { return earlier_make_room(&q->earlier); }

static void ask_oddities(struct quality *q, const struct subject *s, uint32_t slot)
{
    const struct measure *m = &s->org->measures[slot];
    enum oddity oddity = m->is.missing == PEEL_PRESENT ? oddity_of(q->dataset, slot, m->value.value) : ODDITY_NONE;
    if (oddity != ODDITY_NONE) ask_oddity(s, slot, oddity);
}

static void ask_lines(struct quality *q, const struct subject *s, uint32_t slot)
{
    double number = cell_rate(q->dataset, s->org, slot);
    if (!s->org->in_scope || cell_why(number) != CELL_NUMBER) return;
    if (outlier_place(&q->lines[slot], number) != PLACE_WITHIN) ask_outlier(s, slot, number, &q->lines[slot]);
}

static void ask_since(struct quality *q, const struct subject *s, const struct link *l)
{
    const struct earlier *earlier = &l->older->earlier;
    struct before before = {.load = l->older->load, .organisation = earlier_find(earlier, s->org->id)};
    for (uint32_t slot = 0; before.organisation != LOAD_NONE && slot < q->measures; slot++) {
        const struct measure *now = &s->org->measures[slot];
        if (l->columns[slot] == NO_SLOT || now->is.missing != PEEL_PRESENT) continue;
        before.slot = l->slots[slot];
        before.value = earlier->cells[l->columns[slot]][before.organisation];
        if (isnan(before.value)) continue;
        enum change change = change_of(now->value.value, before.value, entries_of(q)[slot].changes_within);
        if (change != CHANGE_WITHIN) ask_change(s, slot, change, &before);
    }
}

bool quality_ask(struct quality *q, const struct batch *batch, size_t i, const struct org *org, struct diags *diags)
{
    const struct subject s = {q->load, batch, i, org, diags, &q->text};
    struct parts_sum sum;
    for (uint32_t slot = 0; slot < q->measures; slot++) {
        ask_oddities(q, &s, slot);
        ask_lines(q, &s, slot);
        if (parts_disagree(q->dataset, org, slot, &sum)) ask_parts(&s, slot, &sum);
    }
    for (size_t k = 0; k < q->link_count; k++) ask_since(q, &s, &q->links[k]);
    earlier_keep(&q->earlier, org);
    return !q->text.failed;
}

static void let_go(struct quality *q)
{
    if (q->readers == 0) earlier_done(&q->earlier);
}

void quality_end(struct quality *q)
{
    if (q->cohort) unwatch(q);
    for (size_t i = 0; i < q->link_count; i++) {
        struct quality *older = q->links[i].older;
        older->readers--;
        let_go(older);
    }
}
