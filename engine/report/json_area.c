/* json_area.c: an organisation as JSON: its areas with what stands, what was computed and why, then what they raised.
 */
#include "report/json.h"

void json_texts(const struct emit *e, const struct str *list, size_t count)
{
    EMIT(e->out, "[");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) comma(e);
        buf_json(e->out, list[i]);
    }
    EMIT(e->out, "]");
}

static void date(const struct emit *e, struct date d)
{
    if (d.year == 0) {
        EMIT(e->out, "null");
        return;
    }
    EMIT(e->out, "\""), date_write(d, e->out), EMIT(e->out, "\"");
}

static void grade(struct json_page *p, int g) { emit_word(p->e.out, pack_grade_name(p->result->pack, g)); }

static void moderation(struct json_page *p, const struct moderation *m)
{
    COMMA_KEY(&p->e, "moderation");
    if (!m) {
        EMIT(p->e.out, "null");
        return;
    }
    EMIT(p->e.out, "{"), KEY(&p->e, "to"), emit_text(p->e.out, p->result->dataset->scale[m->to]);
    COMMA_KEY(&p->e, "by"), emit_text(p->e.out, m->by);
    COMMA_KEY(&p->e, "date"), date(&p->e, m->date);
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
    COMMA_KEY(&p->e, "needs"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < a->need_count; i++) {
        if (i > 0) comma(&p->e);
        buf_json(p->e.out, a->needs[i].text);
    }
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
    COMMA_KEY(&p->e, "uncapped"), grade(p, a->uncapped);
    COMMA_KEY(&p->e, "published"), emit_text(p->e.out, a->published_name);
}

static void one_area(struct json_page *p, size_t i)
{
    const struct area_result *a = &p->result->areas[i];
    emit_str(p->e.out, p->fragments->areas[i]);
    buf_put(p->e.out, peel_status_name(a->status));
    EMIT(p->e.out, "\""), COMMA_KEY(&p->e, "date");
    date(&p->e, a->judgment ? a->judgment->date : (struct date){0});
    grades(p, a);
    moderation(p, a->moderation);
    caps(p, a);
    ladder(p, a->ladder);
    LINE_KEY(&p->e, 5, "share"), numerals_write(&p->desk->numerals, a->share, p->e.out);
    COMMA_KEY(&p->e, "evidenced"), numerals_write(&p->desk->numerals, a->evidenced, p->e.out);
    LINE_KEY(&p->e, 5, "why"), json_texts(&p->e, a->why, a->why_count);
    next(p, a);
    characteristics(p, i);
    EMIT(p->e.out, "}");
}

static void recommendations(struct json_page *p, const struct decl_raise *decl)
{
    COMMA_KEY(&p->e, "recommendations"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < decl->recommendation_count; i++) {
        const struct decl_recommendation *r = &decl->recommendations[i];
        if (i > 0) comma(&p->e);
        EMIT(p->e.out, "{"), KEY(&p->e, "text"), emit_text(p->e.out, r->text);
        COMMA_KEY(&p->e, "deadline"), emit_text(p->e.out, r->by.s ? r->by : r->within);
        EMIT(p->e.out, "}");
    }
    EMIT(p->e.out, "]");
}

static void one_raised(struct json_page *p, const struct raised *r)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "id"), emit_text(p->e.out, str_of(r->id));
    COMMA_KEY(&p->e, "area"), emit_text(p->e.out, p->result->pack->areas[r->area].decl->id);
    COMMA_KEY(&p->e, "text"), emit_text(p->e.out, r->decl->text);
    COMMA_KEY(&p->e, "because"), EMIT(p->e.out, "[");
    for (size_t i = 0; i < r->because_count; i++) {
        if (i > 0) comma(&p->e);
        emit_str(p->e.out, p->fragments->ids[r->because[i]]);
    }
    EMIT(p->e.out, "]");
    if (r->decl->kind == RAISE_CONCERN) recommendations(p, r->decl);
    EMIT(p->e.out, "}");
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

/* Where all of its evidence is found begins alike. */
static void set_root(struct json_page *p)
{
    struct emit e = {&p->desk->root, p->e.spaced};
    buf_clear(e.out);
    EMIT(e.out, "{"), KEY(&e, "at"), EMIT(e.out, "\"/organisations/");
    buf_int(e.out, (int64_t)p->result->org->index);
    EMIT(e.out, "/");
}

void json_organisation(struct json_page *p)
{
    const struct org_result *r = p->result;
    set_root(p);
    EMIT(p->e.out, "{"), KEY(&p->e, "id"), buf_json(p->e.out, r->org->id);
    COMMA_KEY(&p->e, "name"), buf_json(p->e.out, r->org->name);
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
    EMIT(p->e.out, "}");
}
