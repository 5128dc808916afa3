/* json_area.c: an organisation as JSON: its areas with what stands, what was computed and why, then what they raised.
 */
#include "report/json.h"

/* Between the i-1st and the i-th string of an array, and before the first. */
static inline void string_opens(const struct emit *e, size_t i)
{
    if (i == 0)
        EMIT(e->out, "\"");
    else
        EITHER(e, "\", \"", "\",\"");
}

void json_texts(const struct emit *e, const struct str *list, size_t count)
{
    EMIT(e->out, "[");
    for (size_t i = 0; i < count; i++) string_opens(e, i), emit_inside(e->out, list[i]);
    if (count > 0) EMIT(e->out, "\"");
    EMIT(e->out, "]");
}

void json_date(const struct emit *e, struct date d)
{
    if (d.year == 0) {
        EMIT(e->out, "null");
        return;
    }
    EMIT(e->out, "\""), date_write(d, e->out), EMIT(e->out, "\"");
}

static void grade(struct json_page *p, int g) { emit_kept(p->e.out, fragment_grade(p->fragments, g)); }

static void moderation(struct json_page *p, const struct moderation *m)
{
    COMMA_KEY(&p->e, "moderation");
    if (!m) {
        EMIT(p->e.out, "null");
        return;
    }
    EMIT(p->e.out, "{"), KEY(&p->e, "to"), emit_text(p->e.out, p->result->dataset->scale[m->to]);
    COMMA_KEY(&p->e, "by"), emit_text(p->e.out, m->by);
    COMMA_KEY(&p->e, "date"), json_date(&p->e, m->date);
    COMMA_KEY(&p->e, "why"), emit_text(p->e.out, m->why);
    EMIT(p->e.out, "}");
}

/* What a function read besides the characteristics' own rules: a cap's, a ladder's. */
static void read_by(struct json_page *p, const struct verdict *v)
{
    COMMA_KEY(&p->e, "evidence"), EMIT(p->e.out, "[");
    json_evidence(p, v);
}

/* A ladder that is a function: what it said, and read. */
static void ladder(struct json_page *p, const struct verdict *v)
{
    if (!v) return;
    LINE_KEY(&p->e, 5, "ladder"), EMIT(p->e.out, "{"), KEY(&p->e, "outcome");
    emit_word(p->e.out, v->outcome == PEEL_MET ? "answered" : peel_outcome_name(v->outcome));
    COMMA_KEY(&p->e, "reason"), emit_text(p->e.out, v->reason.s ? v->reason : STR(""));
    read_by(p, v);
    EMIT(p->e.out, "}");
}

static void caps(struct json_page *p, const struct area_result *a)
{
    COMMA_KEY(&p->e, "caps"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < a->capped_count; i++) {
        const struct cap *cap = a->capped[i].cap;
        if (i > 0) comma(&p->e);
        EMIT(p->e.out, "{"), KEY(&p->e, "id"), emit_text(p->e.out, cap->decl->id);
        COMMA_KEY(&p->e, "at"), grade(p, cap->at);
        COMMA_KEY(&p->e, "from"), grade(p, a->capped[i].from);
        COMMA_KEY(&p->e, "because"), emit_text(p->e.out, cap->decl->because);
        COMMA_KEY(&p->e, "rule"), emit_text(p->e.out, str_of(cap->rule));
        if (a->capped[i].verdict) read_by(p, a->capped[i].verdict);
        EMIT(p->e.out, "}");
    }
    EMIT(p->e.out, "]");
}

static void next(struct json_page *p, const struct area_result *a)
{
    LINE_KEY(&p->e, 5, "next");
    if (a->next < 0 && a->need_count == 0) {
        EMIT(p->e.out, "null");
        return;
    }
    EMIT(p->e.out, "{"), KEY(&p->e, "grade");
    if (a->next < 0)
        EMIT(p->e.out, "null");
    else
        grade(p, a->next);
    MEMBER(&p->e, "", "needs", "[");
    for (size_t i = 0; i < a->need_count; i++) string_opens(&p->e, i), emit_inside(p->e.out, a->needs[i].text);
    if (a->need_count > 0) EMIT(p->e.out, "\"");
    EMIT(p->e.out, "]}");
}

static void characteristics(struct json_page *p, size_t area)
{
    const uint32_t *start = &p->result->pack->shape.area_start[area];
    LINE_KEY(&p->e, 5, "characteristics"), EMIT(p->e.out, "[");
    for (uint32_t c = start[0]; c < start[1]; c++) {
        if (c > start[0]) EMIT(p->e.out, ",");
        json_line(&p->e, 6);
        json_characteristic(p, c);
    }
    EMIT(p->e.out, "]");
}

static void grades(struct json_page *p, const struct area_result *a)
{
    LINE_KEY(&p->e, 5, "grade"), grade(p, a->grade);
    COMMA_KEY(&p->e, "computed"), grade(p, a->computed);
    if (a->uncapped != a->computed) COMMA_KEY(&p->e, "uncapped"), grade(p, a->uncapped);
    COMMA_KEY(&p->e, "published"), emit_text(p->e.out, a->published_name);
}

static void one_area(struct json_page *p, size_t i)
{
    const struct area_result *a = &p->result->areas[i];
    emit_kept(p->e.out, p->fragments->areas[i]);
    emit_kept(p->e.out, p->fragments->statuses[a->status]);
    json_date(&p->e, a->judgment ? a->judgment->date : (struct date){0});
    grades(p, a);
    moderation(p, a->moderation);
    json_earlier(p, a);
    caps(p, a);
    ladder(p, a->ladder);
    LINE_KEY(&p->e, 5, "share"), numerals_write(&p->desk->common, a->share, p->e.out);
    COMMA_KEY(&p->e, "evidenced"), numerals_write(&p->desk->common, a->evidenced, p->e.out);
    LINE_KEY(&p->e, 5, "why"), json_texts(&p->e, a->why, a->why_count);
    next(p, a);
    characteristics(p, i);
    EMIT(p->e.out, "}");
}

/* A raised item is declared by the first of the characteristics it follows from. */
static void one_raised(struct json_page *p, const struct raised *r)
{
    uint32_t first = r->because[0];
    size_t at = FRAGMENT_RAISES * first + (size_t)(r->decl - p->result->pack->characteristics[first].decl->raises);
    emit_kept(p->e.out, p->fragments->raises[at]);
    for (size_t i = 0; i < r->because_count; i++) {
        if (i > 0) comma(&p->e);
        emit_kept(p->e.out, p->fragments->ids[r->because[i]]);
    }
    emit_kept(p->e.out, p->fragments->raises_ends[at]);
}

static void all_raised(struct json_page *p, const struct raised *list, size_t count)
{
    EMIT(p->e.out, "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) EMIT(p->e.out, ",");
        json_line(&p->e, 4);
        one_raised(p, &list[i]);
    }
    EMIT(p->e.out, "]");
}

/* Where all of its evidence is found begins alike; nothing of it was told yet. */
static void set_desk(struct json_page *p)
{
    p->desk->turn++;
    struct emit e = {&p->desk->root, p->e.spaced};
    buf_clear(e.out);
    EMIT(e.out, "{"), KEY(&e, "at"), EMIT(e.out, "\"/organisations/");
    buf_int(e.out, (int64_t)p->result->org->index);
    EMIT(e.out, "/");
    buf_reserve(e.out, EMIT_SLACK);
}

void json_organisation(struct json_page *p)
{
    const struct org_result *r = p->result;
    set_desk(p);
    EMIT(p->e.out, "{"), KEY(&p->e, "id"), emit_json(p->e.out, r->org->id);
    COMMA_KEY(&p->e, "name"), emit_json(p->e.out, r->org->name);
    COMMA_KEY(&p->e, "in_scope"), emit_bool(p->e.out, r->org->in_scope);
    COMMA_KEY(&p->e, "status"), emit_word(p->e.out, r->partial ? "partial" : "complete");
    LINE_KEY(&p->e, 3, "areas"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < r->pack->area_count; i++) {
        if (i > 0) EMIT(p->e.out, ",");
        json_line(&p->e, 4);
        one_area(p, i);
    }
    EMIT(p->e.out, "]");
    LINE_KEY(&p->e, 3, "areas_for_improvement"), all_raised(p, r->improvements, r->improvement_count);
    LINE_KEY(&p->e, 3, "causes_of_concern"), all_raised(p, r->concerns, r->concern_count);
    LINE_KEY(&p->e, 3, "promising_practice"), all_raised(p, r->practices, r->practice_count);
    json_record(p);
    EMIT(p->e.out, "}");
}
