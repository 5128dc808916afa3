/* tree_proof.c: what a rule read, each thing once, with the comparisons made of it and where it stands. */
#include "report/tree_proof.h"
#include "data/phrase.h"

struct node *tell(struct telling *t, struct node *parent)
{
    struct node *n = outline_add(t->arena, parent, (struct str){t->scratch->data, t->scratch->length});
    buf_clear(t->scratch);
    return n;
}

static bool same_thing(const struct reading *a, const struct reading *b)
{
    return a->kind == b->kind && a->slot == b->slot && (a->slot != NO_SLOT || str_eq(a->name, b->name));
}

static bool is_proportion(uint8_t kind)
{
    return kind == EVIDENCE_SAMPLE || kind == EVIDENCE_ESTIMATE || kind == EVIDENCE_FINDING;
}

static void operand(struct telling *t, const struct reading *r, double d)
{
    if (r->kind == EVIDENCE_OUTCOME && d >= 0 && d < PEEL_OUTCOMES)
        words(peel_outcome_name((enum peel_outcome)d), t->scratch);
    else if (r->kind == EVIDENCE_AREA)
        words(pack_grade_name(t->result->pack, (int)d), t->scratch);
    else if (is_proportion(r->kind))
        phrase_percent(d, t->scratch);
    else
        style_number(d, t->scratch);
}

static const char *test_words(uint8_t test)
{
    static const char *const said[] = {"",
                                       "at least ",
                                       "at most ",
                                       "above ",
                                       "below ",
                                       "surely (lower bound) at least ",
                                       "surely (upper bound) below ",
                                       "is ",
                                       "significantly higher than ",
                                       "significantly lower than ",
                                       "similar to ",
                                       "above the upper line ",
                                       "below the lower line ",
                                       "z ",
                                       "rank from the lowest ",
                                       "rank from the highest ",
                                       "mean of the cohort "};
    _Static_assert(sizeof said / sizeof *said == TESTS, "words for every test");
    return said[test];
}

/* The parameter that a threshold came from, where the rule read one of that value. */
static const struct decl_parameter *parameter_of(const struct telling *t, const struct verdict *v, double threshold)
{
    for (size_t i = 0; i < v->parameter_count; i++) {
        const struct decl_parameter *p = &t->result->pack->decl.parameters[v->parameters[i]];
        if (p->value >= threshold && p->value <= threshold) return p;
    }
    return NULL;
}

static bool has_threshold(const struct reading *r)
{
    return r->test > TEST_NONE && r->test < TEST_IS;
}

/* Does a comparison name it? */
static bool compared_with(const struct telling *t, const struct verdict *v, const struct decl_parameter *p)
{
    for (size_t i = 0; i < v->reading_count; i++)
        if (has_threshold(&v->readings[i]) && parameter_of(t, v, v->readings[i].threshold) == p) return true;
    return false;
}

static void parameter(struct telling *t, const struct decl_parameter *p)
{
    buf_str(t->scratch, p->name);
    buf_char(t->scratch, ' ');
    style_number(p->value, t->scratch);
    if (!t->alone) return;
    if (p->title.n > 0) buf_put(t->scratch, ": "), buf_str(t->scratch, p->title);
    if (p->rests.n > 0) buf_put(t->scratch, " ["), buf_str(t->scratch, p->rests), buf_put(t->scratch, "]");
}

void tell_parameters(struct telling *t, struct node *parent, const struct verdict *v)
{
    bool any = false;
    for (size_t i = 0; i < v->parameter_count; i++) {
        const struct decl_parameter *p = &t->result->pack->decl.parameters[v->parameters[i]];
        if (compared_with(t, v, p)) continue;
        buf_put(t->scratch, t->alone ? "parameter " : any ? ", " : "parameters: ");
        parameter(t, p);
        any = true;
        if (t->alone) tell(t, parent)->paint = PAINT_FAINT;
    }
    if (any && !t->alone) tell(t, parent)->paint = PAINT_FAINT;
}

/* "is it met? no": of an outcome or a grade, whose own words stand above. */
static void asked(struct telling *t, struct node *parent, const struct reading *r)
{
    buf_put(t->scratch, "is it ");
    operand(t, r, r->threshold);
    buf_put(t->scratch, r->held ? "? yes" : "? no");
    tell(t, parent);
}

/* "z 1.3", "rank from the lowest 2 of 43": what was told, not asked. */
static void told(struct telling *t, struct node *parent, const struct reading *r)
{
    buf_put(t->scratch, test_words(r->test));
    phrase_figure(r->threshold, t->scratch);
    if (test_is_rank(r->test)) buf_put(t->scratch, " of "), phrase_figure(r->value, t->scratch);
    tell(t, parent);
}

static void against_line(struct telling *t, struct node *parent, const struct reading *r)
{
    buf_put(t->scratch, test_words(r->test));
    phrase_figure(r->threshold, t->scratch);
    buf_put(t->scratch, r->held ? "? yes, " : "? no, ");
    phrase_figure(r->value, t->scratch);
    tell(t, parent);
}

/* "similar to The review of the year before, p = 0.46" */
static void between(struct telling *t, struct node *parent, const struct reading *r)
{
    buf_put(t->scratch, test_words(r->test));
    buf_str(t->scratch, phrase_title(t->result->dataset, (enum evidence_kind)r->kind, (uint32_t)r->threshold));
    buf_put(t->scratch, ", ");
    phrase_p(r->value, t->scratch);
    tell(t, parent);
}

static void one_test(struct telling *t, struct node *parent, const struct verdict *v, const struct reading *r)
{
    if (test_is_between(r->test)) {
        between(t, parent, r);
        return;
    }
    if (r->test == TEST_IS && !r->missing) {
        asked(t, parent, r);
        return;
    }
    if (test_is_line(r->test) || test_is_told(r->test)) {
        if (test_is_line(r->test))
            against_line(t, parent, r);
        else
            told(t, parent, r);
        return;
    }
    buf_put(t->scratch, test_words(r->test));
    operand(t, r, r->threshold);
    const struct decl_parameter *p = r->test == TEST_IS ? NULL : parameter_of(t, v, r->threshold);
    if (p) {
        buf_put(t->scratch, " (");
        buf_str(t->scratch, p->name);
        if (t->deep && p->rests.n > 0) {
            buf_put(t->scratch, ", ");
            buf_str(t->scratch, p->rests);
        }
        buf_put(t->scratch, ")");
    }
    if (r->missing) {
        buf_put(t->scratch, ": not answered, it is missing");
        tell(t, parent)->mark = mark_of_outcome(t->style, PEEL_NO_EVIDENCE);
        return;
    }
    buf_put(t->scratch, r->held ? ": held, " : ": failed, ");
    operand(t, r, r->value);
    struct node *n = tell(t, parent);
    n->mark = mark_of_outcome(t->style, r->held ? PEEL_MET : PEEL_NOT_MET);
    n->paint = paint_of_outcome(r->held ? PEEL_MET : PEEL_NOT_MET);
}

/* "PEEL 2021/22: Leicestershire Police, finding 5 [/organisations/0/findings/29]" */
static void where(struct telling *t, struct node *parent, const struct reading *r, const struct citation *c)
{
    if (!t->deep) return;
    phrase_citation(t->result->dataset, c, t->scratch);
    if (t->scratch->length == 0) buf_put(t->scratch, "no source given");
    buf_put(t->scratch, " [");
    org_pointer(t->result->dataset, t->result->org, (enum evidence_kind)r->kind, r->slot, t->scratch);
    buf_put(t->scratch, "]");
    tell(t, parent)->paint = PAINT_FAINT;
}

static struct node *catalogued(struct telling *t, struct node *parent, const struct reading *r)
{
    const struct org_result *o = t->result;
    enum evidence_kind kind = (enum evidence_kind)r->kind;
    buf_put(t->scratch, evidence_kind_name(kind));
    buf_char(t->scratch, ' ');
    buf_str(t->scratch, o->dataset->catalogues[kind].entries[r->slot].id);
    buf_put(t->scratch, ": ");
    phrase_value(o->dataset, o->org, kind, r->slot, t->scratch);
    if (t->deep) {
        buf_put(t->scratch, " (");
        buf_str(t->scratch, phrase_title(o->dataset, kind, r->slot));
        buf_put(t->scratch, ")");
    }
    return tell(t, parent);
}

static struct node *finding(struct telling *t, struct node *parent, const struct reading *r)
{
    const struct finding *f = &t->result->org->findings[r->slot];
    buf_put(t->scratch, f->weakness ? "weakness" : "strength");
    if (f->weight > 1 || f->weight < 1) {
        buf_put(t->scratch, " (weight ");
        style_number(f->weight, t->scratch);
        buf_put(t->scratch, ")");
    }
    buf_put(t->scratch, ": ");
    buf_str(t->scratch, f->text);
    return tell(t, parent);
}

/* What an area was found to be; of one that is not graded, which causes of concern it raised: a rule may rest on them. */
static void found(struct telling *t, uint32_t area)
{
    const struct org_result *o = t->result;
    const char *before = ", causes of concern: ";
    words(pack_grade_name(o->pack, o->areas[area].told), t->scratch);
    for (size_t i = 0; o->areas[area].told == PEEL_UNGRADED && i < o->concern_count; i++) {
        if (o->concerns[i].area != area) continue;
        buf_put(t->scratch, before);
        buf_put(t->scratch, o->concerns[i].id);
        before = ", ";
    }
}

static struct node *of_the_pack(struct telling *t, struct node *parent, const struct reading *r)
{
    const struct org_result *o = t->result;
    buf_put(t->scratch,
            r->kind == EVIDENCE_FINDING ? "findings against" : evidence_kind_name((enum evidence_kind)r->kind));
    buf_char(t->scratch, ' ');
    buf_str(t->scratch, r->name);
    if (r->kind == EVIDENCE_OUTCOME && r->slot < o->pack->characteristic_count) {
        buf_put(t->scratch, ": ");
        words(peel_outcome_name(o->verdicts[r->slot].outcome), t->scratch);
    } else if (r->kind == EVIDENCE_AREA && r->slot < o->pack->area_count) {
        buf_put(t->scratch, ": ");
        found(t, r->slot);
    } else if (r->kind < EVIDENCE_CATALOGUES) {
        buf_put(t->scratch, ": not in the dataset");
    } else if (r->missing) {
        buf_put(t->scratch, ": none");
    }
    return tell(t, parent);
}

static void thing(struct telling *t, struct node *parent, const struct verdict *v, size_t first)
{
    const struct reading *r = &v->readings[first];
    bool is_finding = r->kind == EVIDENCE_FINDING && r->slot < t->result->org->finding_count;
    bool is_catalogued = r->kind < EVIDENCE_CATALOGUES && r->slot != NO_SLOT;
    struct node *n = is_finding      ? finding(t, parent, r)
                     : is_catalogued ? catalogued(t, parent, r)
                                     : of_the_pack(t, parent, r);
    for (size_t i = first; i < v->reading_count; i++)
        if (v->readings[i].test != TEST_NONE && same_thing(&v->readings[i], r)) one_test(t, n, v, &v->readings[i]);
    if (!is_finding && !is_catalogued) return;
    where(t, n, r,
          is_finding ? &t->result->org->findings[r->slot].source
                     : &org_evidence(t->result->org, (enum evidence_kind)r->kind, r->slot)->source);
}

void tell_evidence(struct telling *t, struct node *parent, const struct verdict *v)
{
    for (size_t i = 0; i < v->reading_count; i++) {
        size_t before = 0;
        while (before < i && !same_thing(&v->readings[before], &v->readings[i])) before++;
        if (before == i) thing(t, parent, v, i);
    }
}
