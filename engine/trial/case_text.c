/* case_text.c: a case as the dataset that it stands for. The catalogues hold what it speaks of, and no more: what a
 * pack declares and a dataset lacks is missing to its rules, as not collected. */
#include "trial/suite.h"
#include <stdio.h>

/* --- commas ------------------------------------------------------------------------------------------------------ */

/* `"key": `, behind a comma where something stands before it in its object. */
static void key(struct buf *out, struct str name)
{
    char last = out->length ? out->data[out->length - 1] : '{';
    if (last != '{' && last != '[') buf_put(out, ", ");
    buf_json(out, name);
    buf_put(out, ": ");
}

static void text(struct buf *out, const char *name, struct str value)
{
    if (!value.s) return;
    key(out, str_of(name));
    buf_json(out, value);
}

static void number(struct buf *out, const char *name, double value)
{
    key(out, str_of(name));
    buf_double(out, value);
}

static void next(struct buf *out, size_t i)
{
    if (i > 0) buf_put(out, ",\n  ");
}

/* --- catalogues -------------------------------------------------------------------------------------------------- */

static const struct decl_given *given_of(const struct decl_subject *s, enum evidence_kind kind, struct str id)
{
    for (size_t i = 0; i < s->given_count; i++)
        if (s->given[i].kind == kind && str_eq(s->given[i].id, id)) return &s->given[i];
    return NULL;
}

static void benchmarks(struct buf *out, const struct decl_given *g)
{
    if (!g->benchmark_count) return;
    key(out, STR("benchmarks"));
    buf_char(out, '{');
    for (size_t i = 0; i < g->benchmark_count; i++) {
        key(out, g->benchmarks[i].id);
        buf_double(out, g->benchmarks[i].value);
    }
    buf_char(out, '}');
}

static bool says_something(const struct decl_given *g)
{
    return g && (g->unit.s || g->better.s || g->denominator.s || g->has_per || g->benchmark_count);
}

/* What the case says of a measure besides its value; where it does not, one of the others. */
static const struct decl_given *sayer(const struct decl_case *is, enum evidence_kind kind, struct str id)
{
    const struct decl_given *g = given_of(&is->subject, kind, id);
    for (size_t i = 0; i < is->other_count && !says_something(g); i++) {
        const struct decl_given *other = given_of(&is->others[i], kind, id);
        if (says_something(other)) g = other;
    }
    return says_something(g) ? g : NULL;
}

static void entry(struct buf *out, const struct decl_case *is, enum evidence_kind kind, const struct decl_evidence *e)
{
    const struct decl_given *g = sayer(is, kind, e->id);
    key(out, e->id);
    buf_char(out, '{');
    text(out, "title", e->title);
    if (g) {
        text(out, "unit", g->unit);
        text(out, "better", g->better);
        text(out, "denominator", g->denominator);
        if (g->has_per) number(out, "per", g->per);
        benchmarks(out, g);
    }
    buf_char(out, '}');
}

/* It has a value, or another measure is a rate of it. */
static bool subject_speaks_of(const struct decl_subject *s, enum evidence_kind kind, struct str id)
{
    bool spoken = given_of(s, kind, id) != NULL;
    for (size_t i = 0; i < s->given_count && kind == EVIDENCE_MEASURE; i++)
        spoken = spoken || (s->given[i].denominator.s && str_eq(s->given[i].denominator, id));
    return spoken;
}

static bool speaks_of(const struct decl_case *is, enum evidence_kind kind, struct str id)
{
    bool spoken = subject_speaks_of(&is->subject, kind, id);
    for (size_t i = 0; i < is->other_count && !spoken; i++) spoken = subject_speaks_of(&is->others[i], kind, id);
    return spoken;
}

static void catalogues(struct buf *out, const struct decl_pack *pack, const struct decl_case *is)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        key(out, str_of(evidence_kind_plural((enum evidence_kind)kind)));
        buf_char(out, '{');
        for (size_t i = 0; i < pack->evidence_count[kind]; i++)
            if (speaks_of(is, (enum evidence_kind)kind, pack->evidence[kind][i].id))
                entry(out, is, (enum evidence_kind)kind, &pack->evidence[kind][i]);
        buf_char(out, '}');
    }
}

/* --- an organisation
 * --------------------------------------------------------------------------------------------------- */

static void missing(struct buf *out, enum peel_missing type)
{
    buf_char(out, '{');
    text(out, "missing", str_of(peel_missing_name(type)));
    buf_char(out, '}');
}

static void given(struct buf *out, const struct decl_given *g)
{
    key(out, g->id);
    if (g->missing != PEEL_PRESENT) {
        missing(out, g->missing);
        return;
    }
    buf_char(out, '{');
    for (int i = 0; i < FIGURE_PARTS && figure_parts[g->kind][i].key; i++) {
        if (!g->has[i]) continue;
        if (g->met_missing != PEEL_PRESENT && strcmp(figure_parts[g->kind][i].json, "met") == 0) {
            key(out, STR("met"));
            missing(out, g->met_missing);
        } else
            number(out, figure_parts[g->kind][i].json, g->number[i]);
    }
    buf_char(out, '}');
}

static void evidence(struct buf *out, const struct decl_subject *s)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        key(out, str_of(evidence_kind_plural((enum evidence_kind)kind)));
        buf_char(out, '{');
        for (size_t i = 0; i < s->given_count; i++)
            if (s->given[i].kind == (enum evidence_kind)kind) given(out, &s->given[i]);
        buf_char(out, '}');
    }
}

static void finding(struct buf *out, const struct pack *pack, const struct decl_told *t)
{
    buf_char(out, '{');
    text(out, "kind", t->weakness ? STR("weakness") : STR("strength"));
    key(out, STR("against"));
    buf_char(out, '[');
    for (size_t i = 0; i < t->against_count; i++) {
        if (i > 0) buf_put(out, ", ");
        buf_json(out, pack->shape.ids[t->against[i]]);
    }
    buf_char(out, ']');
    number(out, "weight", t->weight);
    text(out, "text", t->text.s ? t->text : STR("made up for this case"));
    buf_char(out, '}');
}

static void findings(struct buf *out, const struct pack *pack, const struct decl_subject *s)
{
    key(out, STR("findings"));
    buf_char(out, '[');
    for (size_t i = 0; i < s->told_count; i++) next(out, i), finding(out, pack, &s->told[i]);
    buf_char(out, ']');
}

static void judgments(struct buf *out, const struct decl_subject *s)
{
    key(out, STR("judgments"));
    buf_char(out, '[');
    for (size_t i = 0; i < s->judged_count; i++) {
        const struct decl_judged *j = &s->judged[i];
        next(out, i);
        buf_char(out, '{');
        text(out, "area", j->area);
        text(out, "grade", j->grade);
        text(out, "status", j->status);
        text(out, "date", j->date);
        buf_char(out, '}');
    }
    buf_char(out, ']');
}

static struct str either(struct str given_text, struct str otherwise) { return given_text.s ? given_text : otherwise; }

static void moderations(struct buf *out, const struct decl_subject *s)
{
    key(out, STR("moderations"));
    buf_char(out, '[');
    for (size_t i = 0; i < s->moderated_count; i++) {
        const struct decl_moderated *m = &s->moderated[i];
        next(out, i);
        buf_char(out, '{');
        text(out, "area", m->area);
        text(out, "to", m->to);
        text(out, "by", either(m->by, STR("the case")));
        text(out, "date", either(m->date, STR("2000-01-01")));
        text(out, "why", either(m->why, STR("the case says so")));
        buf_char(out, '}');
    }
    buf_char(out, ']');
}

static void organisation(struct buf *out, const struct pack *pack, const struct decl_subject *s, size_t i)
{
    char id[40] = "case", name[40] = "The organisation";
    if (i > 0) snprintf(id, sizeof id, "other-%zu", i), snprintf(name, sizeof name, "Other %zu", i);
    next(out, i);
    buf_char(out, '{');
    text(out, "id", str_of(id));
    text(out, "name", either(s->name, str_of(name)));
    key(out, STR("in_scope"));
    buf_put(out, s->in_scope ? "true" : "false");
    evidence(out, s);
    findings(out, pack, s);
    judgments(out, s);
    moderations(out, s);
    buf_char(out, '}');
}

/* --- all of it
 * -------------------------------------------------------------------------------------------------------------- */

static void scale(struct buf *out, struct names grades)
{
    key(out, STR("scale"));
    buf_char(out, '[');
    for (size_t i = 0; i < grades.count; i++) {
        if (i > 0) buf_put(out, ", ");
        buf_json(out, grades.list[i]);
    }
    buf_char(out, ']');
}

void case_text(const struct suite *s, const struct decl_case *is, struct buf *out)
{
    buf_put(out, "{\"format\": \"peel.dataset.v1\", \"round\": \"test\", \"year\": 2000");
    scale(out, s->pack->decl.scale);
    catalogues(out, &s->pack->decl, is);
    key(out, STR("organisations"));
    buf_char(out, '[');
    organisation(out, s->pack, &is->subject, 0);
    for (size_t i = 0; i < is->other_count; i++) organisation(out, s->pack, &is->others[i], i + 1);
    buf_put(out, "]}\n");
}
