/* json_proof.c: one characteristic as JSON: its outcome, and everything its rule read. Readings of the same thing are
 * one piece of evidence with several tests, in the order of first reading. */
#include "data/phrase.h"
#include "report/json.h"

static bool same_thing(const struct reading *a, const struct reading *b)
{
    return a->kind == b->kind && a->slot == b->slot && (a->slot != NO_SLOT || str_eq(a->name, b->name));
}

static bool seen_before(const struct verdict *v, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (same_thing(&v->readings[j], &v->readings[i])) return true;
    return false;
}

/* A number of a comparison: what was asked of an outcome or a grade is a name. */
static void operand(struct json_page *p, const struct reading *r, double d)
{
    struct buf *out = p->e.out;
    if (r->kind == EVIDENCE_OUTCOME && d >= 0 && d < PEEL_OUTCOMES)
        emit_word(out, peel_outcome_name((enum peel_outcome)d));
    else if (r->kind == EVIDENCE_AREA && r->test != TEST_NONE)
        emit_word(out, pack_grade_name(p->result->pack, (int)d));
    else
        numerals_write(&p->desk->numerals, d, out);
}

static const struct number *number_of(const struct org *org, const struct reading *r)
{
    if (r->slot == NO_SLOT) return NULL;
    if (r->kind == EVIDENCE_MEASURE) return &org->measures[r->slot].value;
    return r->kind == EVIDENCE_ESTIMATE ? &org->estimates[r->slot].value : NULL;
}

/* What was compared: mostly the very number of the file, which is spelled already. */
static void compared(struct json_page *p, const struct reading *r)
{
    const struct number *n = number_of(p->result->org, r);
    if (n && n->spelled.s && n->value >= r->value && n->value <= r->value)
        emit_str(p->e.out, n->spelled);
    else
        operand(p, r, r->value);
}

static void one_test(struct json_page *p, const struct reading *r)
{
    EMIT(p->e.out, "{"), KEY(&p->e, "test"), emit_word(p->e.out, test_name((enum test)r->test));
    COMMA_KEY(&p->e, "threshold"), operand(p, r, r->threshold);
    COMMA_KEY(&p->e, "value"), compared(p, r);
    COMMA_KEY(&p->e, "held"), emit_bool(p->e.out, r->held);
    EMIT(p->e.out, "}");
}

static void tests(struct json_page *p, const struct verdict *v, size_t first)
{
    COMMA_KEY(&p->e, "tests"), EMIT(p->e.out, "[");
    bool any = false;
    for (size_t i = first; i < v->reading_count; i++) {
        const struct reading *r = &v->readings[i];
        if (r->test == TEST_NONE || !same_thing(r, &v->readings[first])) continue;
        if (any) comma(&p->e);
        one_test(p, r);
        any = true;
    }
    EMIT(p->e.out, "]");
}

static void missing(struct json_page *p, enum peel_missing why)
{
    COMMA_KEY(&p->e, "missing");
    if (why == PEEL_PRESENT)
        EMIT(p->e.out, "null");
    else
        emit_word(p->e.out, peel_missing_name(why));
}

static void root(struct json_page *p) { emit_str(p->e.out, (struct str){p->desk->root.data, p->desk->root.length}); }

/* As phrase_citation says it, from parts that are escaped already; the tests hold the two together. */
static void citation(struct json_page *p, const struct citation *c)
{
    if (c->source == NO_SLOT) {
        EMIT(p->e.out, "null");
        return;
    }
    emit_str(p->e.out, p->fragments->titles[c->source]);
    if (c->place.s)
        EMIT(p->e.out, ","), emit_more(p->e.out, c->place);
    else
        EMIT(p->e.out, "\"");
}

static void kind_and_id(struct json_page *p, const struct reading *r, struct str id)
{
    COMMA_KEY(&p->e, "kind"), emit_word(p->e.out, evidence_kind_name((enum evidence_kind)r->kind));
    COMMA_KEY(&p->e, "id"), emit_text(p->e.out, id);
    COMMA_KEY(&p->e, "value");
}

static void said(struct json_page *p) { buf_json(p->e.out, (struct str){p->desk->words.data, p->desk->words.length}); }

static bool cites_catalogue(const struct citation *a, const struct citation *b)
{
    return a->source == b->source && a->place.s == b->place.s;
}

static void catalogued(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    const struct org_result *o = p->result;
    enum evidence_kind kind = (enum evidence_kind)r->kind;
    const struct evidence *is = org_evidence(o->org, kind, r->slot);
    root(p);
    emit_str(p->e.out, p->fragments->entries[kind][r->slot]);
    buf_clear(&p->desk->words);
    phrase_value(o->dataset, o->org, kind, r->slot, &p->desk->words);
    said(p);
    missing(p, (enum peel_missing)is->missing);
    tests(p, v, i);
    COMMA_KEY(&p->e, "source");
    if (cites_catalogue(&is->source, &o->dataset->catalogues[kind].entries[r->slot].source))
        emit_str(p->e.out, p->fragments->sources[kind][r->slot]);
    else
        citation(p, &is->source);
}

/* The pack knows it, the dataset does not: the place is where it would be. */
static void undeclared(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    root(p);
    buf_put(p->e.out, evidence_kind_plural((enum evidence_kind)r->kind));
    EMIT(p->e.out, "/"), buf_str(p->e.out, r->name), EMIT(p->e.out, "\"");
    kind_and_id(p, r, r->name);
    emit_word(p->e.out, phrase_missing(PEEL_NOT_COLLECTED));
    missing(p, PEEL_NOT_COLLECTED);
    tests(p, v, i);
    COMMA_KEY(&p->e, "source"), EMIT(p->e.out, "null");
}

static void finding(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    const struct finding *f = &p->result->org->findings[r->slot];
    root(p);
    EMIT(p->e.out, "findings/"), buf_int(p->e.out, r->slot), EMIT(p->e.out, "\"");
    kind_and_id(p, r, f->id);
    if (f->weakness)
        EMIT(p->e.out, "\"weakness:");
    else
        EMIT(p->e.out, "\"strength:");
    emit_more(p->e.out, f->text);
    missing(p, PEEL_PRESENT);
    tests(p, v, i);
    COMMA_KEY(&p->e, "weight"), numerals_write(&p->desk->numerals, f->weight, p->e.out);
    COMMA_KEY(&p->e, "source"), citation(p, &f->source);
}

/* Outcomes, areas, and the findings of a characteristic as a whole: judged here, or counted; no one place in the
 * dataset. */
static void of_the_pack(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    const struct org_result *o = p->result;
    EMIT(p->e.out, "{"), KEY(&p->e, "at"), EMIT(p->e.out, "null");
    kind_and_id(p, r, r->name);
    if (r->kind == EVIDENCE_OUTCOME && r->slot < o->pack->characteristic_count)
        emit_word(p->e.out, peel_outcome_name(o->verdicts[r->slot].outcome));
    else if (r->kind == EVIDENCE_AREA && r->slot < o->pack->area_count)
        emit_word(p->e.out, pack_grade_name(o->pack, o->areas[r->slot].told));
    else
        emit_word(p->e.out, r->missing ? "no findings" : "findings");
    missing(p, r->missing ? PEEL_NOT_COLLECTED : PEEL_PRESENT);
    tests(p, v, i);
    COMMA_KEY(&p->e, "source"), EMIT(p->e.out, "null");
}

static void evidence(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    if (r->kind >= EVIDENCE_CATALOGUES && !(r->kind == EVIDENCE_FINDING && r->slot < p->result->org->finding_count))
        of_the_pack(p, v, i);
    else if (r->kind == EVIDENCE_FINDING)
        finding(p, v, i);
    else if (r->slot == NO_SLOT)
        undeclared(p, v, i);
    else
        catalogued(p, v, i);
    EMIT(p->e.out, "}");
}

static void parameters(struct json_page *p, const struct verdict *v)
{
    COMMA_KEY(&p->e, "parameters"), EMIT(p->e.out, "{");
    for (size_t i = 0; i < v->parameter_count; i++) {
        if (i > 0) comma(&p->e);
        emit_str(p->e.out, p->fragments->parameters[v->parameters[i]]);
    }
    EMIT(p->e.out, "}");
}

static void raised(struct json_page *p, const struct spot *spot)
{
    COMMA_KEY(&p->e, "raised"), EMIT(p->e.out, "\"");
    buf_put(p->e.out, spot->file ? spot->file : "");
    EMIT(p->e.out, ":"), buf_int(p->e.out, spot->line), EMIT(p->e.out, "\"");
}

void json_evidence(struct json_page *p, const struct verdict *v)
{
    bool any = false;
    for (size_t i = 0; i < v->reading_count; i++) {
        if (seen_before(v, i)) continue;
        if (any) comma(&p->e);
        evidence(p, v, i);
        any = true;
    }
    EMIT(p->e.out, "]");
    parameters(p, v);
    if (v->raised.line > 0) raised(p, &v->raised);
}

void json_characteristic(struct json_page *p, uint32_t c)
{
    const struct verdict *v = &p->result->verdicts[c];
    emit_str(p->e.out, p->fragments->heads[c]);
    buf_put(p->e.out, peel_outcome_name(v->outcome));
    EMIT(p->e.out, "\""), COMMA_KEY(&p->e, "reason"), emit_text(p->e.out, v->reason.s ? v->reason : STR(""));
    emit_str(p->e.out, p->fragments->tails[c]);
    json_evidence(p, v);
    EMIT(p->e.out, "}");
}
