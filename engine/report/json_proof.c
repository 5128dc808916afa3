/* json_proof.c: one characteristic as JSON: its outcome, and everything its rule read. Readings of the same thing are
 * one piece of evidence with several tests, in the order of first reading. What says nothing is left out: README.md. */
#include "data/phrase.h"
#include "report/json.h"

static bool same_thing(const struct reading *a, const struct reading *b)
{
    return a->slot == b->slot && a->kind == b->kind && (a->slot != NO_SLOT || str_eq(a->name, b->name));
}

static bool seen_before(const struct verdict *v, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (same_thing(&v->readings[j], &v->readings[i])) return true;
    return false;
}

/* A number of a comparison: what was asked of an outcome or a grade is a name. */
static void operand(struct json_page *p, const struct reading *r, double d, struct numerals *numerals)
{
    struct buf *out = p->e.out;
    if (r->kind == EVIDENCE_OUTCOME && d >= 0 && d < PEEL_OUTCOMES)
        emit_word(out, peel_outcome_name((enum peel_outcome)d));
    else if (r->kind == EVIDENCE_AREA && r->test != TEST_NONE)
        emit_word(out, pack_grade_name(p->result->pack, (int)d));
    else
        numerals_write(numerals, d, out);
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
        operand(p, r, r->value, &p->desk->values);
}

/* {"similar_to": where the other one stands, "p": … */
static void between(struct json_page *p, const struct reading *r)
{
    struct buf *out = p->e.out;
    EMIT(out, "\"");
    org_pointer(p->result->dataset, p->result->org, (enum evidence_kind)r->kind, (uint32_t)r->threshold, out);
    MEMBER(&p->e, "\"", "p", ""), numerals_write(&p->desk->values, r->value, out);
}

static void against(struct json_page *p, const struct reading *r)
{
    operand(p, r, r->threshold, &p->desk->common);
    if (test_is_rank(r->test))
        COMMA_KEY(&p->e, "of"), operand(p, r, r->value, &p->desk->values);
    else
        COMMA_KEY(&p->e, "value"), compared(p, r);
}

static void one_test(struct json_page *p, const struct reading *r)
{
    emit_kept(p->e.out, p->fragments->tests[r->test]);
    if (test_is_between(r->test))
        between(p, r);
    else
        against(p, r);
    if (test_is_between(r->test) || test_is_told(r->test))
        EMIT(p->e.out, "}"); /* nothing was asked that could fail */
    else if (r->held)
        MEMBER(&p->e, "", "held", "true}");
    else
        MEMBER(&p->e, "", "held", "false}");
}

static void tests(struct json_page *p, const struct verdict *v, size_t first)
{
    bool any = false;
    if (!p->tested) return;
    for (size_t i = first; i < v->reading_count; i++) {
        const struct reading *r = &v->readings[i];
        if (r->test == TEST_NONE || !same_thing(r, &v->readings[first])) continue;
        if (any)
            comma(&p->e);
        else
            MEMBER(&p->e, "", "tests", "[");
        one_test(p, r);
        any = true;
    }
    if (any) EMIT(p->e.out, "]");
}

static void missing(struct json_page *p, enum peel_missing why)
{
    if (why != PEEL_PRESENT) COMMA_KEY(&p->e, "missing"), emit_word(p->e.out, peel_missing_name(why));
}

static void root(struct json_page *p) { emit_kept(p->e.out, (struct str){p->desk->root.data, p->desk->root.length}); }

/* The end of an entry: as phrase_citation says it, from parts that are escaped already; the tests hold the two
 * together. */
static inline void citation(struct json_page *p, const struct citation *c)
{
    if (c->source == NO_SLOT) {
        EMIT(p->e.out, "}");
        return;
    }
    emit_kept(p->e.out, p->fragments->titles[c->source]);
    if (c->place.s) EMIT(p->e.out, ", "), emit_inside(p->e.out, c->place);
    EMIT(p->e.out, "\"}");
}

static bool cites_catalogue(const struct citation *a, const struct citation *b)
{
    return a->source == b->source && a->place.s == b->place.s;
}

/* Numbers and units, which hardly ever need escaping: written where they belong, and looked at after. */
static void value(struct json_page *p, enum evidence_kind kind, uint32_t slot)
{
    struct buf *out = p->e.out, *kept = &p->desk->words;
    size_t from = out->length;
    phrase_value(p->result->dataset, p->result->org, kind, slot, out);
    if (emit_is_plain(out, from)) return;
    buf_clear(kept);
    buf_add(kept, out->data + from, out->length - from);
    out->length = from;
    emit_inside(out, (struct str){kept->data, kept->length});
}

/* {"at":"…","value":"…", and why it is missing: once for each organisation, then copied. */
static void told(struct json_page *p, enum evidence_kind kind, uint32_t slot)
{
    struct buf *out = p->e.out;
    struct json_told *t = &p->desk->told[kind][slot];
    if (t->turn == p->desk->turn) {
        if (!buf_reserve(out, t->length)) return; /* may move what is copied, so first */
        memcpy(out->data + out->length, out->data + t->from, t->length);
        out->length += t->length;
        return;
    }
    size_t from = out->length;
    root(p);
    emit_kept(out, p->fragments->entries[kind][slot]);
    value(p, kind, slot);
    EMIT(out, "\"");
    missing(p, (enum peel_missing)org_evidence(p->result->org, kind, slot)->missing);
    *t = (struct json_told){p->desk->turn, from, out->length - from};
}

static void catalogued(struct json_page *p, const struct verdict *v, size_t i)
{
    uint32_t slot = v->readings[i].slot;
    enum evidence_kind kind = (enum evidence_kind)v->readings[i].kind;
    const struct citation *own = &org_evidence(p->result->org, kind, slot)->source;
    told(p, kind, slot);
    tests(p, v, i);
    if (cites_catalogue(own, &p->result->dataset->catalogues[kind].entries[slot].source))
        emit_kept(p->e.out, p->fragments->sources[kind][slot]);
    else
        citation(p, own);
}

/* The pack knows it, the dataset does not: the place is where it would be. */
static void undeclared(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    root(p);
    buf_put(p->e.out, evidence_kind_plural((enum evidence_kind)r->kind));
    EMIT(p->e.out, "/"), emit_str(p->e.out, r->name);
    MEMBER(&p->e, "\"", "value", ""), emit_word(p->e.out, phrase_missing(PEEL_NOT_COLLECTED));
    missing(p, PEEL_NOT_COLLECTED);
    tests(p, v, i);
    EMIT(p->e.out, "}");
}

static void finding(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct finding *f = &p->result->org->findings[v->readings[i].slot];
    root(p);
    EMIT(p->e.out, "findings/"), buf_int(p->e.out, v->readings[i].slot);
    if (f->id.s) MEMBER(&p->e, "\"", "id", "\""), emit_str(p->e.out, f->id);
    if (f->weakness)
        MEMBER(&p->e, "\"", "value", "\"weakness: ");
    else
        MEMBER(&p->e, "\"", "value", "\"strength: ");
    emit_inside(p->e.out, f->text), EMIT(p->e.out, "\"");
    tests(p, v, i);
    if (f->weight > 1 || f->weight < 1)
        COMMA_KEY(&p->e, "weight"), numerals_write(&p->desk->common, f->weight, p->e.out);
    citation(p, &f->source);
}

/* Outcomes, areas, and the findings of a characteristic as a whole: judged here, or counted; no one place in the
 * dataset. */
static void of_the_pack(struct json_page *p, const struct verdict *v, size_t i)
{
    const struct reading *r = &v->readings[i];
    const struct org_result *o = p->result;
    EMIT(p->e.out, "{"), KEY(&p->e, "at"), EMIT(p->e.out, "null");
    COMMA_KEY(&p->e, "kind"), emit_word(p->e.out, evidence_kind_name((enum evidence_kind)r->kind));
    COMMA_KEY(&p->e, "id"), emit_text(p->e.out, r->name);
    COMMA_KEY(&p->e, "value");
    if (r->kind == EVIDENCE_OUTCOME && r->slot < o->pack->characteristic_count)
        emit_word(p->e.out, peel_outcome_name(o->verdicts[r->slot].outcome));
    else if (r->kind == EVIDENCE_AREA && r->slot < o->pack->area_count)
        emit_kept(p->e.out, fragment_grade(p->fragments, o->areas[r->slot].told));
    else
        emit_word(p->e.out, r->missing ? "no findings" : "findings");
    missing(p, r->missing ? PEEL_NOT_COLLECTED : PEEL_PRESENT);
    tests(p, v, i);
    EMIT(p->e.out, "}");
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
}

static void parameters(struct json_page *p, const struct verdict *v)
{
    if (v->parameter_count == 0) return;
    MEMBER(&p->e, "", "parameters", "{");
    for (size_t i = 0; i < v->parameter_count; i++) {
        if (i > 0) comma(&p->e);
        emit_kept(p->e.out, p->fragments->parameters[v->parameters[i]]);
    }
    EMIT(p->e.out, "}");
}

static void raised(struct json_page *p, const struct spot *spot)
{
    COMMA_KEY(&p->e, "raised"), EMIT(p->e.out, "\"");
    buf_put(p->e.out, spot->file ? spot->file : "");
    EMIT(p->e.out, ":"), buf_int(p->e.out, spot->line), EMIT(p->e.out, "\"");
}

static bool has_tests(const struct verdict *v)
{
    for (size_t i = 0; i < v->reading_count; i++)
        if (v->readings[i].test != TEST_NONE) return true;
    return false;
}

void json_evidence(struct json_page *p, const struct verdict *v)
{
    p->tested = has_tests(v);
    for (size_t i = 0; i < v->reading_count; i++) {
        if (seen_before(v, i)) continue;
        if (i > 0) comma(&p->e); /* the first reading is always told */
        evidence(p, v, i);
    }
    EMIT(p->e.out, "]");
    parameters(p, v);
    if (v->raised.line > 0) raised(p, &v->raised);
}

void json_characteristic(struct json_page *p, uint32_t c)
{
    const struct verdict *v = &p->result->verdicts[c];
    const struct fragments *f = p->fragments;
    emit_kept(p->e.out, f->heads[c]);
    emit_kept(p->e.out, f->outcomes[v->outcome]);
    emit_inside(p->e.out, v->reason);
    emit_kept(p->e.out, f->tails[c]);
    json_evidence(p, v);
    EMIT(p->e.out, "}");
}
