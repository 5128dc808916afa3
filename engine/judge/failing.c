/* failing.c: see failing.h. */
#include "judge/failing.h"
#include "data/phrase.h"
#include <math.h>

#define FAILING_NAMED 3

static bool same_evidence(const struct reading *a, const struct reading *b)
{
    return a->kind == b->kind && a->slot == b->slot && str_eq(a->name, b->name);
}

/* Would it be better had the comparison held? Rules ask both ways round, "surely below 70%" and "is not met" among
 * them, and nobody needs that. */
static bool is_better_held(const struct telling *t, const struct reading *r)
{
    bool upward = r->test == TEST_AT_LEAST || r->test == TEST_ABOVE || r->test == TEST_SURELY_AT_LEAST;
    if (r->kind == EVIDENCE_OUTCOME) return r->slot == NO_SLOT || (int)r->threshold < (int)t->board->outcome[r->slot];
    if (r->kind == EVIDENCE_AREA || r->kind == EVIDENCE_FINDING) return upward;
    if (r->slot == NO_SLOT) return true;
    switch (t->dataset->catalogues[r->kind].entries[r->slot].better) {
    case BETTER_HIGHER: return upward;
    case BETTER_LOWER: return !upward;
    default: return true;
    }
}

/* Did it move the way that is better? Nothing more is needed of that. */
static bool is_improvement(const struct telling *t, const struct reading *r)
{
    if (!test_is_between(r->test)) return false;
    enum better better = t->dataset->catalogues[r->kind].entries[r->slot].better;
    return (better == BETTER_HIGHER && r->test == TEST_HIGHER_THAN) ||
           (better == BETTER_LOWER && r->test == TEST_LOWER_THAN);
}

static bool is_told(const struct telling *t, const struct reading *r, bool held)
{
    if (r->test == TEST_NONE || test_is_told(r->test) || r->held != held || r->missing) return false;
    if (held) return !is_improvement(t, r);
    return !test_is_line(r->test) && is_better_held(t, r); /* nobody need stand outside the lines */
}

static bool told_before(const struct telling *t, const struct verdict *v, size_t i, bool held)
{
    for (size_t j = 0; j < i; j++)
        if (is_told(t, &v->readings[j], held) && same_evidence(&v->readings[j], &v->readings[i])) return true;
    return false;
}

static void put_number(const struct telling *t, int kind, double value)
{
    if (!isfinite(value))
        buf_char(t->buf, '?');
    else if (kind == EVIDENCE_MEASURE)
        buf_double(t->buf, value);
    else
        telling_percent(t, value);
}

static const char *asked(int test)
{
    switch (test) {
    case TEST_AT_LEAST: return "at least ";
    case TEST_AT_MOST: return "at most ";
    case TEST_ABOVE: return "above ";
    case TEST_BELOW: return "below ";
    case TEST_SURELY_AT_LEAST: return "surely at least ";
    case TEST_SURELY_BELOW: return "surely below ";
    case TEST_HIGHER_THAN: return "significantly higher than ";
    case TEST_LOWER_THAN: return "significantly lower than ";
    case TEST_SIMILAR_TO: return "similar to ";
    case TEST_ABOVE_LINE: return "above the upper line of the cohort, ";
    case TEST_BELOW_LINE: return "below the lower line of the cohort, ";
    default: return "";
    }
}

/* "victim-service/calls: not-met", "victim-service: good" */
static void put_other(const struct telling *t, const struct reading *r)
{
    struct buf *b = t->buf;
    if (r->kind == EVIDENCE_OUTCOME) {
        buf_str(b, t->pack->shape.ids[r->slot]);
        buf_put(b, ": ");
        buf_put(b, peel_outcome_name((enum peel_outcome)t->board->outcome[r->slot]));
    } else {
        buf_str(b, t->pack->shape.area_ids[r->slot]);
        buf_put(b, ": ");
        buf_put(b, pack_grade_name(t->pack, t->board->grade[r->slot]));
    }
}

static const char *other_asked(const struct telling *t, const struct reading *r)
{
    int n = (int)r->threshold;
    if (r->kind == EVIDENCE_OUTCOME) return n >= 0 && n < PEEL_OUTCOMES ? peel_outcome_name((enum peel_outcome)n) : "?";
    return pack_grade_name(t->pack, n);
}

static bool is_other(const struct reading *r)
{
    return (r->kind == EVIDENCE_OUTCOME || r->kind == EVIDENCE_AREA) && r->slot != NO_SLOT;
}

static void put_value(const struct telling *t, const struct reading *r)
{
    struct buf *b = t->buf;
    if (is_other(r)) {
        put_other(t, r);
    } else if (r->kind < EVIDENCE_CATALOGUES && r->slot != NO_SLOT) {
        buf_str(b, phrase_title(t->dataset, (enum evidence_kind)r->kind, r->slot));
        buf_put(b, ": ");
        phrase_value(t->dataset, t->org, (enum evidence_kind)r->kind, r->slot, b);
    } else {
        if (r->kind == EVIDENCE_FINDING)
            buf_put(b, "strengths among the findings: ");
        else
            buf_str(b, r->name), buf_put(b, ": ");
        put_number(t, r->kind, r->value);
    }
}

/* The other piece of evidence, and how sure the word is. */
static void put_between(const struct telling *t, const struct reading *r)
{
    struct buf *b = t->buf;
    buf_put(b, ", which is ");
    buf_put(b, asked(r->test));
    buf_str(b, phrase_title(t->dataset, (enum evidence_kind)r->kind, (uint32_t)r->threshold));
    buf_put(b, " (");
    phrase_p(r->value, b);
    buf_put(b, ")");
}

static void put_comparison(const struct telling *t, const struct reading *r)
{
    struct buf *b = t->buf;
    put_value(t, r);
    if (test_is_between(r->test)) {
        put_between(t, r);
        return;
    }
    if (r->held && is_other(r)) {
        buf_put(b, ", better needed");
        return;
    }
    buf_put(b, r->held ? ", which is " : ", ");
    buf_put(b, asked(r->test));
    if (is_other(r))
        buf_put(b, other_asked(t, r));
    else if (test_is_line(r->test))
        phrase_figure(r->threshold, b);
    else
        put_number(t, r->kind, r->threshold);
    if (!r->held) buf_put(b, " needed");
}

static size_t put_comparisons(const struct telling *t, const struct verdict *v, bool held)
{
    size_t told = 0;
    for (size_t i = 0; i < v->reading_count && told < FAILING_NAMED; i++) {
        const struct reading *r = &v->readings[i];
        if (!is_told(t, r, held) || told_before(t, v, i, held)) continue;
        if (told++) buf_put(t->buf, "; ");
        put_comparison(t, r);
    }
    return told;
}

void failing_tell(const struct telling *t, uint32_t characteristic)
{
    const struct verdict *v = &t->verdicts[characteristic];
    struct buf *b = t->buf;
    buf_str(b, telling_id(t, characteristic));
    buf_put(b, ": ");
    if (v->outcome == PEEL_NO_EVIDENCE) {
        buf_put(b, "evidence is missing");
        if (v->reason.n) buf_put(b, " ("), buf_str(b, v->reason), buf_put(b, ")");
        return;
    }
    if (put_comparisons(t, v, false) || put_comparisons(t, v, true)) return;
    buf_str(b, v->reason);
}
