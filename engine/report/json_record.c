/* json_record.c: what two results need besides their judgments, to be laid side by side without their packs and
 * datasets: the crosswalk, what the names of evidence stand for, the numbers that were read, what no longer stands, and
 * what became of what was raised in earlier rounds. What is not there is left out. */
#include "report/json.h"

/* --- The crosswalk ------------------------------------------------------------------------------------------------ */

static const char *comparability_name(enum comparability c) { return c == ALIKE ? "alike" : "not-comparable"; }

static void comparability(const struct emit *e, enum comparability is, struct str because)
{
    if (is) COMMA_KEY(e, "comparability"), emit_word(e->out, comparability_name(is));
    if (because.s) COMMA_KEY(e, "because"), emit_json(e->out, because);
}

static void links(const struct emit *e, const struct decl_compared *c)
{
    LINE_KEY(e, 3, "areas"), EMIT(e->out, "[");
    for (size_t i = 0; i < c->link_count; i++) {
        const struct decl_link *link = &c->links[i];
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 4);
        EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, link->area);
        COMMA_KEY(e, "from"), json_texts(e, link->from.list, link->from.count);
        comparability(e, link->comparability, link->because);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

/* {"older": "newer"}, or the other way round. */
static void successors(const struct emit *e, const struct decl_successor *list, size_t count, bool forward)
{
    EMIT(e->out, "{");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) comma(e);
        emit_json(e->out, forward ? list[i].was : list[i].is);
        EITHER(e, ": ", ":"), emit_json(e->out, forward ? list[i].is : list[i].was);
    }
    EMIT(e->out, "}");
}

static void one_pack(const struct emit *e, const struct decl_compared *c)
{
    EMIT(e->out, "{"), KEY(e, "pack"), emit_json(e->out, c->pack);
    comparability(e, c->comparability, c->because);
    links(e, c);
    COMMA_KEY(e, "grades"), successors(e, c->grades, c->grade_count, true);
    COMMA_KEY(e, "organisations"), successors(e, c->organisations, c->organisation_count, false);
    EMIT(e->out, "}");
}

void json_compared(const struct emit *e, const struct decl_pack *p)
{
    if (p->compared_count == 0) return;
    LINE_KEY(e, 1, "compared"), EMIT(e->out, "[");
    for (size_t i = 0; i < p->compared_count; i++) {
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 2);
        one_pack(e, &p->compared[i]);
    }
    EMIT(e->out, "]");
}

/* --- What names of evidence stand for ----------------------------------------------------------------------------- */

static void entry(const struct emit *e, const struct dataset *d, const struct entry *is)
{
    static const char *const better[] = {"neither", "higher", "lower"};
    emit_json(e->out, is->id);
    EITHER(e, ": {", ":{"), KEY(e, "title"), emit_text(e->out, is->title);
    if (is->better) COMMA_KEY(e, "better"), emit_word(e->out, better[is->better]);
    if (is->unit.s) COMMA_KEY(e, "unit"), emit_json(e->out, is->unit);
    if (is->per > 0) COMMA_KEY(e, "per"), emit_number(e->out, is->per);
    if (is->denominator != NO_SLOT)
        COMMA_KEY(e, "denominator"), emit_json(e->out, d->catalogues[EVIDENCE_MEASURE].entries[is->denominator].id);
    EMIT(e->out, "}");
}

void json_catalogue(const struct emit *e, const struct dataset *d)
{
    bool any = false;
    COMMA_KEY(e, "evidence"), EMIT(e->out, "{");
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        const struct catalogue *c = &d->catalogues[k];
        if (c->count == 0) continue;
        if (any) EMIT(e->out, ",");
        any = true;
        json_line(e, 2);
        emit_word(e->out, evidence_kind_plural((enum evidence_kind)k));
        EITHER(e, ": {", ":{");
        for (size_t i = 0; i < c->count; i++) {
            if (i > 0) EMIT(e->out, ",");
            json_line(e, 3);
            entry(e, d, &c->entries[i]);
        }
        EMIT(e->out, "}");
    }
    EMIT(e->out, "}");
}

/* --- The numbers -------------------------------------------------------------------------------------------------- */

static void count(const struct emit *e, uint64_t n) { buf_int(e->out, (int64_t)n); } /* at most 2^53 */

static void measure(struct json_page *p, const struct measure *m)
{
    KEY(&p->e, "value"), emit_str(p->e.out, m->value.spelled);
}

static void estimate(struct json_page *p, const struct estimate *x)
{
    KEY(&p->e, "value"), emit_str(p->e.out, x->value.spelled);
    COMMA_KEY(&p->e, "margin"), emit_str(p->e.out, x->margin.spelled);
    COMMA_KEY(&p->e, "level"), emit_number(p->e.out, x->level);
    if (x->n) COMMA_KEY(&p->e, "n"), count(&p->e, x->n);
}

static void sample(struct json_page *p, const struct sample *s)
{
    KEY(&p->e, "reviewed"), count(&p->e, s->reviewed);
    COMMA_KEY(&p->e, "met"), count(&p->e, s->met);
    if (s->population) COMMA_KEY(&p->e, "population"), count(&p->e, s->population);
}

static void survey(struct json_page *p, const struct survey *s)
{
    KEY(&p->e, "value"), emit_str(p->e.out, s->value.spelled);
    if (s->n) COMMA_KEY(&p->e, "n"), count(&p->e, s->n);
}

static void number(struct json_page *p, enum evidence_kind kind, uint32_t slot)
{
    const struct org *org = p->result->org;
    enum peel_missing missing = (enum peel_missing)org_evidence(org, kind, slot)->missing;
    emit_json(p->e.out, p->result->dataset->catalogues[kind].entries[slot].id);
    EITHER(&p->e, ": {", ":{");
    if (missing != PEEL_PRESENT)
        KEY(&p->e, "missing"), emit_word(p->e.out, peel_missing_name(missing));
    else if (kind == EVIDENCE_MEASURE)
        measure(p, &org->measures[slot]);
    else if (kind == EVIDENCE_ESTIMATE)
        estimate(p, &org->estimates[slot]);
    else if (kind == EVIDENCE_SAMPLE)
        sample(p, &org->samples[slot]);
    else
        survey(p, &org->surveys[slot]);
    EMIT(p->e.out, "}");
}

static bool was_read(const struct json_page *p, int kind, size_t slot)
{
    return p->desk->told[kind][slot].turn == p->desk->turn;
}

/* What a rate that was read is of counts as read. (Nothing more is told of this organisation's evidence.) */
static void read_below(struct json_page *p)
{
    const struct catalogue *c = &p->result->dataset->catalogues[EVIDENCE_MEASURE];
    for (size_t i = 0; i < c->count; i++)
        if (c->entries[i].denominator != NO_SLOT && was_read(p, EVIDENCE_MEASURE, i))
            p->desk->told[EVIDENCE_MEASURE][c->entries[i].denominator].turn = p->desk->turn;
}

static void numbers(struct json_page *p)
{
    const struct dataset *d = p->result->dataset;
    size_t kinds = 0;
    read_below(p);
    LINE_KEY(&p->e, 3, "numbers"), EMIT(p->e.out, "{");
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        size_t told = 0;
        for (uint32_t i = 0; i < d->catalogues[k].count; i++) {
            if (!was_read(p, k, i)) continue;
            if (told == 0) {
                if (kinds++ > 0) comma(&p->e);
                emit_word(p->e.out, evidence_kind_plural((enum evidence_kind)k));
                EITHER(&p->e, ": {", ":{");
            }
            if (told++ > 0) comma(&p->e);
            number(p, (enum evidence_kind)k, i);
        }
        if (told > 0) EMIT(p->e.out, "}");
    }
    EMIT(p->e.out, "}");
}

/* --- What no longer stands ---------------------------------------------------------------------------------------- */

static void one_judgment(struct json_page *p, const struct judgment *j)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "grade");
    emit_text(p->e.out, j->grade < 0 ? (struct str){NULL, 0} : p->result->dataset->scale[j->grade]);
    COMMA_KEY(&p->e, "status"), emit_word(p->e.out, peel_status_name(j->status));
    COMMA_KEY(&p->e, "date"), json_date(&p->e, j->date);
    if (j->note.s) COMMA_KEY(&p->e, "note"), emit_json(p->e.out, j->note);
    EMIT(p->e.out, "}");
}

static void judgments(struct json_page *p, const struct area_result *a)
{
    const struct org *org = p->result->org;
    size_t told = 0;
    for (size_t i = 0; i < org->judgment_count; i++) {
        const struct judgment *j = &org->judgments[i];
        if (j == a->judgment || !str_eq(j->area, a->area->decl->id)) continue;
        if (told == 0) LINE_KEY(&p->e, 5, "earlier"), EMIT(p->e.out, "[");
        if (told++ > 0) comma(&p->e);
        one_judgment(p, j);
    }
    if (told > 0) EMIT(p->e.out, "]");
}

static void one_withdrawn(struct json_page *p, const struct moderation *m)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "to"), emit_text(p->e.out, p->result->dataset->scale[m->to]);
    COMMA_KEY(&p->e, "by"), emit_text(p->e.out, m->by);
    COMMA_KEY(&p->e, "date"), json_date(&p->e, m->date);
    COMMA_KEY(&p->e, "why"), emit_text(p->e.out, m->why);
    COMMA_KEY(&p->e, "withdrawn"), json_date(&p->e, m->withdrawn);
    EMIT(p->e.out, "}");
}

static void withdrawn(struct json_page *p, const struct area_result *a)
{
    const struct org *org = p->result->org;
    size_t told = 0;
    for (size_t i = 0; i < org->moderation_count; i++) {
        const struct moderation *m = &org->moderations[i];
        if (m->withdrawn.year == 0 || !str_eq(m->area, a->area->decl->id)) continue;
        if (told == 0) LINE_KEY(&p->e, 5, "withdrawn"), EMIT(p->e.out, "[");
        if (told++ > 0) comma(&p->e);
        one_withdrawn(p, m);
    }
    if (told > 0) EMIT(p->e.out, "]");
}

void json_earlier(struct json_page *p, const struct area_result *a)
{
    if (a->judgment && a->judgment->note.s) COMMA_KEY(&p->e, "note"), emit_json(p->e.out, a->judgment->note);
    judgments(p, a);
    withdrawn(p, a);
}

/* --- Actions ------------------------------------------------------------------------------------------------------ */

static void event(struct json_page *p, const struct event *x)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "date"), json_date(&p->e, x->date);
    if (x->status.s) COMMA_KEY(&p->e, "status"), emit_json(p->e.out, x->status);
    if (x->comment.s) COMMA_KEY(&p->e, "comment"), emit_json(p->e.out, x->comment);
    if (x->by.s) COMMA_KEY(&p->e, "by"), emit_json(p->e.out, x->by);
    EMIT(p->e.out, "}");
}

static void recommendation(struct json_page *p, const struct recommendation *r)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "text"), emit_text(p->e.out, r->text);
    if (r->deadline.s) COMMA_KEY(&p->e, "deadline"), emit_json(p->e.out, r->deadline);
    EMIT(p->e.out, "}");
}

static void action(struct json_page *p, const struct action *a)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "id"), emit_text(p->e.out, a->id);
    COMMA_KEY(&p->e, "kind"), emit_word(p->e.out, a->concern ? "cause-of-concern" : "area-for-improvement");
    COMMA_KEY(&p->e, "area"), emit_text(p->e.out, a->area);
    COMMA_KEY(&p->e, "text"), emit_text(p->e.out, a->text);
    if (a->against.s) COMMA_KEY(&p->e, "against"), emit_json(p->e.out, a->against);
    if (a->round.s) COMMA_KEY(&p->e, "round"), emit_json(p->e.out, a->round);
    COMMA_KEY(&p->e, "events"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < a->event_count; i++) {
        if (i > 0) comma(&p->e);
        event(p, &a->events[i]);
    }
    EMIT(p->e.out, "]"), COMMA_KEY(&p->e, "recommendations"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < a->recommendation_count; i++) {
        if (i > 0) comma(&p->e);
        recommendation(p, &a->recommendations[i]);
    }
    EMIT(p->e.out, "]}");
}

static void actions(struct json_page *p)
{
    const struct org *org = p->result->org;
    if (org->action_count == 0) return;
    LINE_KEY(&p->e, 3, "actions"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < org->action_count; i++) {
        if (i > 0) EMIT(p->e.out, ",");
        json_line(&p->e, 4);
        action(p, &org->actions[i]);
    }
    EMIT(p->e.out, "]");
}

void json_record(struct json_page *p)
{
    const struct org *org = p->result->org;
    numbers(p);
    actions(p);
    if (org->formerly_count) LINE_KEY(&p->e, 3, "formerly"), json_texts(&p->e, org->formerly, org->formerly_count);
}
