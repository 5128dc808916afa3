/* side_grade.c: a pack and a dataset graded on the spot, as a side. Workers take turns at the record, each in its own
 * organisation's place, so that the order they come in never shows. */
#include "compare/renaming.h"
#include <pthread.h>
#include <stdlib.h>

struct making {
    struct judged *side;
    const struct side_grading *g;
    pthread_mutex_t turn;
    uint32_t start[EVIDENCE_CATALOGUES];  /* the entry of a catalogue's first slot */
    struct lookup absent[EVIDENCE_CATALOGUES]; /* what the pack declares and the dataset lacks */
    uint32_t absent_start[EVIDENCE_CATALOGUES];
    struct side_value *values; /* scratch, one for each entry */
    uint32_t *seen, seen_turn; /* of each entry: in which turn it was last read */
    uint32_t *reads;           /* scratch */
    size_t reads_capacity;
};

/* --- What all organisations share --------------------------------------------------------------------------------- */

static void take_framework(struct judged *s, const struct pack *pack)
{
    const struct decl_pack *d = &pack->decl;
    s->pack = side_copy(s, d->name), s->version = side_copy(s, d->version), s->title = side_copy(s, d->title);
    s->digest = side_copy(s, str_of(pack->digest));
    s->scale.list = arena_zero(&s->arena, d->scale.count + 1, sizeof *s->scale.list);
    for (size_t i = 0; i < d->scale.count; i++) s->scale.list[i] = side_copy(s, d->scale.list[i]);
    s->scale.count = d->scale.count;
    s->areas = arena_zero(&s->arena, pack->area_count + 1, sizeof *s->areas);
    s->area_count = pack->area_count;
    for (size_t a = 0; a < pack->area_count; a++) {
        const struct decl_area *area = pack->areas[a].decl;
        uint32_t first = pack->shape.area_start[a];
        s->areas[a] = (struct side_area){side_copy(s, area->id), side_copy(s, area->title), first,
                                         pack->shape.area_start[a + 1] - first, area->graded};
    }
    s->characteristics = arena_zero(&s->arena, pack->characteristic_count + 1, sizeof *s->characteristics);
    s->characteristic_count = pack->characteristic_count;
    for (size_t c = 0; c < pack->characteristic_count; c++) {
        const struct characteristic *x = &pack->characteristics[c];
        s->characteristics[c] = (struct side_characteristic){side_copy(s, x->id), side_copy(s, x->decl->text), x->area};
    }
    s->parameters = arena_zero(&s->arena, d->parameter_count + 1, sizeof *s->parameters);
    s->parameter_count = d->parameter_count;
    for (size_t i = 0; i < d->parameter_count; i++) {
        const struct decl_parameter *p = &d->parameters[i];
        s->parameters[i] = (struct side_parameter){side_copy(s, p->name), side_copy(s, p->title),
                                                   side_copy(s, p->unit), p->value};
    }
}

static struct names take_names(struct judged *s, struct names from)
{
    struct names to = {arena_zero(&s->arena, from.count + 1, sizeof *to.list), from.count};
    for (size_t i = 0; i < from.count; i++) to.list[i] = side_copy(s, from.list[i]);
    return to;
}

static struct decl_successor *take_successors(struct judged *s, const struct decl_successor *from, size_t count)
{
    struct decl_successor *to = arena_zero(&s->arena, count + 1, sizeof *to);
    for (size_t i = 0; i < count; i++)
        to[i] = (struct decl_successor){.is = side_copy(s, from[i].is), .was = side_copy(s, from[i].was)};
    return to;
}

static void take_crosswalk(struct judged *s, const struct decl_compared *d, struct side_compared *c)
{
    *c = (struct side_compared){side_copy(s, d->pack), side_copy(s, d->because), d->comparability, NULL, d->link_count,
                                take_successors(s, d->grades, d->grade_count),
                                take_successors(s, d->organisations, d->organisation_count),
                                d->grade_count, d->organisation_count};
    c->links = arena_zero(&s->arena, d->link_count + 1, sizeof *c->links);
    for (size_t i = 0; i < d->link_count; i++) {
        const struct decl_link *l = &d->links[i];
        c->links[i] = (struct side_link){side_copy(s, l->area), side_copy(s, l->because), take_names(s, l->from),
                                         l->comparability};
    }
}

static void take_crosswalks(struct judged *s, const struct decl_pack *d)
{
    s->compared = arena_zero(&s->arena, d->compared_count + 1, sizeof *s->compared);
    s->compared_count = d->compared_count;
    for (size_t i = 0; i < d->compared_count; i++) take_crosswalk(s, &d->compared[i], &s->compared[i]);
}

/* --- Evidence: the dataset's catalogues, then what the pack knows besides ----------------------------------------- */

static size_t absent_of(const struct making *m, int kind, struct str *names)
{
    const struct decl_pack *d = &m->g->pack->decl;
    const struct catalogue *c = &load_dataset(m->g->load)->catalogues[kind];
    size_t count = 0;
    for (size_t i = 0; i < d->evidence_count[kind]; i++)
        if (catalogue_find(c, d->evidence[kind][i].id) == NO_SLOT) names[count++] = d->evidence[kind][i].id;
    return count;
}

static void take_entry(struct judged *s, const struct entry *e, enum evidence_kind kind, uint32_t start)
{
    s->entries[s->entry_count++] = (struct side_entry){
        kind, side_copy(s, e->id), side_copy(s, e->title), side_copy(s, e->unit), e->per,
        e->denominator == NO_SLOT ? NO_SLOT : start + e->denominator, e->better};
}

static void take_evidence(struct making *m)
{
    struct judged *s = m->side;
    const struct dataset *d = load_dataset(m->g->load);
    const struct decl_pack *p = &m->g->pack->decl;
    size_t all = 0;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) all += d->catalogues[k].count + p->evidence_count[k];
    s->entries = arena_zero(&s->arena, all + 1, sizeof *s->entries);
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        m->start[k] = (uint32_t)s->entry_count;
        for (size_t i = 0; i < d->catalogues[k].count; i++)
            take_entry(s, &d->catalogues[k].entries[i], (enum evidence_kind)k, m->start[k]);
    }
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        struct str *names = arena_alloc(&s->arena, (p->evidence_count[k] + 1) * sizeof *names);
        size_t count = absent_of(m, k, names);
        m->absent_start[k] = (uint32_t)s->entry_count;
        for (size_t i = 0; i < count; i++)
            s->entries[s->entry_count++] = (struct side_entry){
                .kind = (enum evidence_kind)k, .id = names[i] = side_copy(s, names[i]), .denominator = NO_SLOT};
        lookup_make(&m->absent[k], names, count, &s->arena);
    }
    m->values = arena_zero(&s->arena, s->entry_count + 1, sizeof *m->values);
    m->seen = arena_zero(&s->arena, s->entry_count + 1, sizeof *m->seen);
}

/* --- One organisation --------------------------------------------------------------------------------------------- */

static void take_numbers(const struct org *org, enum evidence_kind kind, uint32_t slot, double *to)
{
    if (kind == EVIDENCE_MEASURE) {
        to[0] = org->measures[slot].value.value;
    } else if (kind == EVIDENCE_ESTIMATE) {
        const struct estimate *e = &org->estimates[slot];
        to[0] = e->value.value, to[1] = e->margin.value, to[2] = e->level;
    } else if (kind == EVIDENCE_SAMPLE) {
        const struct sample *x = &org->samples[slot];
        to[0] = (double)x->reviewed, to[1] = (double)x->met, to[2] = (double)x->population;
    } else {
        to[0] = org->surveys[slot].value.value, to[1] = (double)org->surveys[slot].n;
    }
}

static void see(struct making *m, const struct org *org, enum evidence_kind kind, uint32_t slot, uint32_t entry)
{
    struct side_value *v = &m->values[entry];
    if (m->seen[entry] == m->seen_turn) return;
    m->seen[entry] = m->seen_turn;
    *v = (struct side_value){.entry = entry, .missing = PEEL_NOT_COLLECTED};
    if (slot == NO_SLOT) return;
    v->missing = org_evidence(org, kind, slot)->missing;
    if (v->missing == PEEL_PRESENT) take_numbers(org, kind, slot, v->number);
    uint32_t below = m->side->entries[entry].denominator;
    if (below != NO_SLOT) see(m, org, kind, below - m->start[kind], below);
}

static uint32_t entry_of(const struct making *m, const struct reading *r)
{
    if (r->slot != NO_SLOT) return m->start[r->kind] + r->slot;
    uint32_t at = lookup_find(&m->absent[r->kind], r->name);
    return at == LOOKUP_NONE ? NO_SLOT : m->absent_start[r->kind] + at;
}

static void reserve_reads(struct making *m, size_t count)
{
    if (count <= m->reads_capacity) return;
    m->reads_capacity = 2 * count;
    m->reads = arena_alloc(&m->side->arena, m->reads_capacity * sizeof *m->reads);
}

static bool has(const uint32_t *list, size_t count, uint32_t x)
{
    for (size_t i = 0; i < count; i++)
        if (list[i] == x) return true;
    return false;
}

/* Tests of one thing are several readings of it. */
static size_t take_readings(struct making *m, const struct org *org, const struct verdict *v, size_t from)
{
    size_t n = from;
    for (size_t i = 0; i < v->reading_count; i++) {
        const struct reading *r = &v->readings[i];
        uint32_t entry = r->kind < EVIDENCE_CATALOGUES ? entry_of(m, r) : NO_SLOT;
        if (entry == NO_SLOT || has(m->reads + from, n - from, entry)) continue;
        m->reads[n++] = entry;
        see(m, org, (enum evidence_kind)r->kind, r->slot, entry);
    }
    return n;
}

static void take_outcomes(struct making *m, const struct org_result *r, struct side_org *o)
{
    struct judged *s = m->side;
    size_t n = 0, most = 0;
    o->outcomes = arena_alloc(&s->arena, s->characteristic_count + 1);
    o->read_start = arena_alloc(&s->arena, (s->characteristic_count + 1) * sizeof *o->read_start);
    for (size_t c = 0; c < s->characteristic_count; c++) most += r->verdicts[c].reading_count;
    reserve_reads(m, most + 1);
    for (size_t c = 0; c < s->characteristic_count; c++) {
        o->outcomes[c] = (uint8_t)r->verdicts[c].outcome;
        o->read_start[c] = (uint32_t)n;
        n = take_readings(m, r->org, &r->verdicts[c], n);
    }
    o->read_start[s->characteristic_count] = (uint32_t)n;
    o->reads = arena_alloc(&s->arena, (n + 1) * sizeof *o->reads);
    memcpy(o->reads, m->reads, n * sizeof *o->reads);
}

static void take_values(struct making *m, struct side_org *o)
{
    struct judged *s = m->side;
    for (size_t i = 0; i < s->entry_count; i++) o->value_count += m->seen[i] == m->seen_turn;
    o->values = arena_alloc(&s->arena, (o->value_count + 1) * sizeof *o->values);
    for (size_t i = 0, n = 0; i < s->entry_count; i++)
        if (m->seen[i] == m->seen_turn) o->values[n++] = m->values[i];
}

static bool found(const struct reading *r, const struct org *org)
{
    return r->kind == EVIDENCE_FINDING && r->slot < org->finding_count;
}

static void take_findings(struct making *m, const struct org_result *r, struct side_org *o)
{
    struct judged *s = m->side;
    size_t most = 0;
    for (size_t c = 0; c < s->characteristic_count; c++)
        for (size_t i = 0; i < r->verdicts[c].reading_count; i++) most += found(&r->verdicts[c].readings[i], r->org);
    o->findings = arena_alloc(&s->arena, (most + 1) * sizeof *o->findings);
    for (uint32_t c = 0; c < s->characteristic_count; c++) {
        for (size_t i = 0; i < r->verdicts[c].reading_count; i++) {
            const struct reading *x = &r->verdicts[c].readings[i];
            bool told = false;
            if (!found(x, r->org)) continue;
            const struct finding *f = &r->org->findings[x->slot];
            for (size_t k = 0; k < i; k++)
                told = told || (found(&r->verdicts[c].readings[k], r->org) && r->verdicts[c].readings[k].slot == x->slot);
            if (told) continue;
            o->findings[o->finding_count++] = (struct side_finding){side_copy(s, f->id), side_word(s, f->text),
                                                                   f->weakness, c, f->weight};
        }
    }
}

/* --- Judgments and people's decisions ------------------------------------------------------------------------------ */

static struct side_moderation take_moderation(struct judged *s, const struct dataset *d, const struct moderation *m)
{
    side_dated(s, m->date), side_dated(s, m->withdrawn);
    return (struct side_moderation){side_word(s, d->scale[m->to]), side_word(s, m->by), side_word(s, m->why), m->date,
                                    m->withdrawn};
}

static size_t withdrawn_of(const struct org_result *r, const struct area_result *a, struct judged *s,
                           struct side_moderation *to)
{
    size_t n = 0;
    for (size_t i = 0; i < r->org->moderation_count; i++) {
        const struct moderation *m = &r->org->moderations[i];
        if (m->withdrawn.year == 0 || !str_eq(m->area, a->area->decl->id)) continue;
        if (to) to[n] = take_moderation(s, r->dataset, m);
        n++;
    }
    return n;
}

static size_t earlier_of(const struct org_result *r, const struct area_result *a, struct judged *s,
                         struct side_earlier *to)
{
    size_t n = 0;
    for (size_t i = 0; i < r->org->judgment_count; i++) {
        const struct judgment *j = &r->org->judgments[i];
        if (j == a->judgment || !str_eq(j->area, a->area->decl->id)) continue;
        if (to) {
            struct str none = {NULL, 0};
            side_dated(s, j->date);
            to[n] = (struct side_earlier){side_word(s, j->grade < 0 ? none : r->dataset->scale[j->grade]),
                                          side_word(s, j->note), j->status, j->date};
        }
        n++;
    }
    return n;
}

static const struct side_more *take_more(struct judged *s, const struct org_result *r, const struct area_result *a)
{
    size_t withdrawn = withdrawn_of(r, a, s, NULL), earlier = earlier_of(r, a, s, NULL);
    struct str note = a->judgment ? a->judgment->note : (struct str){NULL, 0};
    if (!a->moderation && !withdrawn && !earlier && !note.s) return NULL;
    struct side_more *more = arena_zero(&s->arena, 1, sizeof *more);
    more->note = side_word(s, note);
    if (a->moderation) {
        struct side_moderation *m = arena_zero(&s->arena, 1, sizeof *m);
        *m = take_moderation(s, r->dataset, a->moderation);
        more->moderation = m;
    }
    more->withdrawn = arena_zero(&s->arena, withdrawn + 1, sizeof *more->withdrawn);
    more->withdrawn_count = withdrawn_of(r, a, s, more->withdrawn);
    more->earlier = arena_zero(&s->arena, earlier + 1, sizeof *more->earlier);
    more->earlier_count = earlier_of(r, a, s, more->earlier);
    return more;
}

static void take_judgments(struct judged *s, const struct org_result *r, struct side_org *o)
{
    o->judgments = arena_zero(&s->arena, s->area_count + 1, sizeof *o->judgments);
    for (size_t i = 0; i < s->area_count; i++) {
        const struct area_result *a = &r->areas[i];
        struct date date = a->judgment ? a->judgment->date : (struct date){0};
        side_dated(s, date);
        o->judgments[i] = (struct side_judgment){(int8_t)a->grade, (int8_t)a->computed, (uint8_t)a->status,
                                                 side_publish(s, a->published_name), date, take_more(s, r, a)};
    }
}

/* --- What was raised ---------------------------------------------------------------------------------------------- */

static void take_recommendations(struct judged *s, const struct decl_raise *d, struct side_item *to)
{
    to->recommendation_count = d->recommendation_count;
    to->recommendations = arena_zero(&s->arena, d->recommendation_count + 1, sizeof *to->recommendations);
    for (size_t i = 0; i < d->recommendation_count; i++) {
        const struct decl_recommendation *x = &d->recommendations[i];
        to->recommendations[i] =
            (struct side_recommendation){side_word(s, x->text), side_word(s, x->within.s ? x->within : x->by)};
    }
}

static struct side_item *take_raised(struct judged *s, const struct raised *list, size_t count, bool concern,
                                     struct side_item *to)
{
    for (size_t i = 0; i < count; i++, to++) {
        *to = (struct side_item){.id = side_word(s, str_of(list[i].id)),
                                 .text = side_word(s, list[i].decl->text),
                                 .area = s->areas[list[i].area].id,
                                 .concern = concern};
        if (concern) take_recommendations(s, list[i].decl, to);
    }
    return to;
}

static void take_action(struct judged *s, const struct action *a, struct side_item *to)
{
    *to = (struct side_item){.id = side_word(s, a->id), .text = side_word(s, a->text), .round = side_word(s, a->round),
                             .area = side_word(s, a->area), .against = side_word(s, a->against), .concern = a->concern, .recorded = true,
                             .event_count = a->event_count, .recommendation_count = a->recommendation_count};
    to->events = arena_zero(&s->arena, a->event_count + 1, sizeof *to->events);
    for (size_t i = 0; i < a->event_count; i++) {
        const struct event *e = &a->events[i];
        side_dated(s, e->date);
        to->events[i] =
            (struct side_event){e->date, side_word(s, e->status), side_word(s, e->comment), side_word(s, e->by)};
    }
    to->recommendations = arena_zero(&s->arena, a->recommendation_count + 1, sizeof *to->recommendations);
    for (size_t i = 0; i < a->recommendation_count; i++)
        to->recommendations[i] = (struct side_recommendation){side_word(s, a->recommendations[i].text),
                                                              side_word(s, a->recommendations[i].deadline)};
}

static void take_items(struct judged *s, const struct org_result *r, struct side_org *o)
{
    size_t count = r->improvement_count + r->concern_count + r->org->action_count;
    struct side_item *to = o->items = arena_zero(&s->arena, count + 1, sizeof *o->items);
    o->item_count = count;
    to = take_raised(s, r->improvements, r->improvement_count, false, to);
    to = take_raised(s, r->concerns, r->concern_count, true, to);
    for (size_t i = 0; i < r->org->action_count; i++) take_action(s, &r->org->actions[i], to++);
}

static void take_org(struct making *m, const struct org_result *r)
{
    struct judged *s = m->side;
    struct side_org *o = &s->orgs[r->org->index];
    *o = (struct side_org){.id = side_copy(s, r->org->id), .name = side_word(s, r->org->name),
                           .in_scope = r->org->in_scope, .partial = r->partial};
    m->seen_turn++;
    take_outcomes(m, r, o);
    take_values(m, o);
    take_findings(m, r, o);
    take_judgments(s, r, o);
    take_items(s, r, o);
    o->formerly = take_names(s, (struct names){r->org->formerly, r->org->formerly_count});
}

/* --- The run ------------------------------------------------------------------------------------------------------ */

struct taking { struct making *m; const struct org_result *result; };

static void take_one(void *context)
{
    const struct taking *t = context;
    take_org(t->m, t->result);
}

static void prepare(void *context, struct org *org, struct arena *arena)
{
    const struct renaming *renaming = ((struct making *)context)->g->renaming;
    if (renaming) renaming_apply(renaming, org, arena);
}

/* In any thread. A jump out of memory comes back here: the turn must be given up. */
static void render(void *context, const struct org_result *result, struct buf *out, unsigned worker)
{
    struct making *m = context;
    (void)worker;
    pthread_mutex_lock(&m->turn);
    if (!arena_guard(&m->side->arena, take_one, &(struct taking){m, result})) out->failed = true;
    pthread_mutex_unlock(&m->turn);
}

static bool emit(void *context, const struct buf *rendered, const struct buf *printed, uint64_t done)
{
    const struct side_grading *g = ((struct making *)context)->g;
    (void)rendered, (void)done;
    if (printed->length > 0 && g->printed) g->printed(g->context, (struct str){printed->data, printed->length});
    return true;
}

static void begin(void *context)
{
    struct making *m = context;
    struct judged *s = m->side;
    const struct dataset *d = load_dataset(m->g->load);
    take_framework(s, m->g->pack);
    take_crosswalks(s, &m->g->pack->decl);
    take_evidence(m);
    s->round = side_copy(s, d->round), s->note = side_copy(s, d->note);
    s->year = d->year;
    s->dataset_digest = side_copy(s, str_of(load_digest(m->g->load)));
    s->org_count = (size_t)load_count(m->g->load);
    s->orgs = arena_zero(&s->arena, s->org_count + 1, sizeof *s->orgs);
}

static void end(void *context) { side_finish(((struct making *)context)->side); }

struct judged *side_grade(const struct side_grading *g, struct run_totals *totals, struct diags *diags)
{
    struct making m = {.side = side_new(g->name), .g = g};
    struct run run = {.pack = g->pack, .load = g->load, .cohort = g->cohort, .workers = g->workers,
                      .context = &m, .prepare = prepare, .render = render, .emit = emit};
    size_t errors = diags->errors;
    if (pthread_mutex_init(&m.turn, NULL) != 0) side_close(m.side), m.side = NULL;
    bool done = m.side && arena_guard(&m.side->arena, begin, &m) && run_grade(&run, totals, diags) &&
                arena_guard(&m.side->arena, end, &m);
    if (m.side) pthread_mutex_destroy(&m.turn);
    if (done) return m.side;
    if (diags->errors == errors) diag_starve(diags, g->name, " while a side was graded");
    side_close(m.side);
    return NULL;
}
