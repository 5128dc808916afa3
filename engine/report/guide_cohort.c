/* guide_cohort.c: which measures are read against other organisations, against whom, and by which lines. Measures that
 * are read alike are told together. */
#include "report/guide_parts.h"
#include "stats/words.h"

/* --- Alike -------------------------------------------------------------------------------------------------------- */

static bool same_rules(const struct outlier_rules *a, const struct outlier_rules *b)
{
    return a->choice == b->choice && a->alpha == b->alpha && a->better == b->better && a->log_shift == b->log_shift &&
           a->divisor == b->divisor && a->mean == b->mean && a->width == b->width && a->inclusive == b->inclusive &&
           a->fewest == b->fewest;
}

static bool same_peers(const struct cohort_choice *a, const struct cohort_choice *b)
{
    if (a->peers != b->peers || a->named_count != b->named_count || a->count != b->count ||
        !str_eq(a->similar, b->similar))
        return false;
    for (size_t i = 0; i < a->named_count; i++)
        if (!str_eq(a->named[i], b->named[i])) return false;
    return true;
}

static bool same_unless(const struct cohort_unless *a, const struct cohort_unless *b)
{
    return str_eq(a->measure, b->measure) && a->above == b->above && a->limit == b->limit &&
           str_eq(a->because, b->because);
}

static bool alike(const struct cohort_choice *a, const struct cohort_choice *b)
{
    if (!same_peers(a, b) || !same_unless(&a->unless, &b->unless) || !same_rules(&a->rules, &b->rules) ||
        a->left_out_count != b->left_out_count)
        return false;
    for (size_t i = 0; i < a->left_out_count; i++)
        if (!str_eq(a->left_out[i].id, b->left_out[i].id) || !str_eq(a->left_out[i].why, b->left_out[i].why))
            return false;
    return true;
}

/* --- Telling ------------------------------------------------------------------------------------------------------ */

static void say_measure(struct guide *g, struct str id)
{
    uint32_t i = lookup_find(&g->evidence_names[EVIDENCE_MEASURE], id);
    if (i != LOOKUP_NONE) say_str(&g->doc, g->pack->decl.evidence[EVIDENCE_MEASURE][i].title), say(&g->doc, " (");
    say_code(&g->doc, id);
    if (i != LOOKUP_NONE) say(&g->doc, ")");
}

static void measures(struct guide *g, size_t first)
{
    const struct cohort_plan *plan = &g->pack->cohort;
    for (size_t i = first; i < plan->count; i++) {
        if (!alike(&plan->choices[first], &plan->choices[i])) continue;
        say_measure(g, plan->choices[i].measure);
        document_fact(&g->doc, i == first ? "Measures" : NULL, 0);
    }
}

static void peers(struct guide *g, const struct cohort_choice *c)
{
    struct document *d = &g->doc;
    if (c->peers == PEERS_ALL) say(d, "all organisations in scope that have a value");
    if (c->peers == PEERS_NAMED) say(d, "those of this list that are in scope and have a value: ");
    for (size_t i = 0; c->peers == PEERS_NAMED && i < c->named_count; i++) {
        if (i > 0) say(d, ", ");
        say_code(d, c->named[i]);
    }
    if (c->peers == PEERS_SIMILAR) {
        sayf(d, "the %lu organisations nearest to each by ", (unsigned long)c->count);
        say_measure(g, c->similar);
    }
    document_fact(d, "Read against", 0);
}

static void left_out(struct guide *g, const struct cohort_choice *c)
{
    struct document *d = &g->doc;
    for (size_t i = 0; i < c->left_out_count; i++) {
        say_code(d, c->left_out[i].id);
        say(d, ": ");
        say_str(d, c->left_out[i].why);
        document_fact(d, i ? NULL : "Left out", 0);
    }
}

static const char *number(struct guide *g, double value)
{
    buf_clear(g->scratch);
    style_number(value, g->scratch);
    return arena_printf(g->arena, "%s", buf_text(g->scratch));
}

static void unless(struct guide *g, const struct cohort_choice *c)
{
    struct document *d = &g->doc;
    const struct cohort_unless *u = &c->unless;
    if (!u->measure.s) return;
    say(d, "where ");
    say_measure(g, u->measure);
    sayf(d, " is %s %s: ", u->above ? "above" : "below", number(g, u->limit));
    say_str(d, u->because);
    document_fact(d, c->left_out_count ? NULL : "Left out", 0);
    say(d, "where that is missing, whether an organisation counts is not known, and it does not");
    document_fact(d, NULL, 0);
}

static void say_scale(struct guide *g, const struct outlier_rules *r)
{
    struct document *d = &g->doc;
    if (r->choice == CHOOSE_RAW) say(d, "of the values as they are");
    if (r->choice == CHOOSE_LOG) say(d, "of the logarithms of the values");
    if (r->choice != CHOOSE_BY_TEST) return;
    sayf(d,
         "of the values as they are where these look normal (Shapiro-Wilk test, p at least %s), else of their "
         "logarithms, ",
         number(g, r->alpha));
    say(d,
        r->better == BETTER_BY_W ? "if these look more normal (a larger W)" : "if these look normal by the same test");
    say(d, ", else of the values as they are");
}

static void lines(struct guide *g, const struct cohort_choice *c)
{
    struct document *d = &g->doc;
    const struct outlier_rules *r = &c->rules;
    sayf(d, "the mean, and %s standard deviation%s ", number(g, r->width), r->width == 1 ? "" : "s");
    sayf(d, "(divided by %s) either side; ", r->divisor == DIVISOR_SAMPLE ? "n - 1" : "n");
    say_scale(g, r);
    document_fact(d, "Lines", 0);
    sayf(d, "an organisation whose value is on a line is %s", r->inclusive ? "outside" : "within");
    sayf(d, "; with fewer than %zu values there are no lines", r->fewest);
    if (r->mean == MEAN_OF_VALUES) say(d, "; the mean is that of the values, whichever the scale");
    if (r->log_shift != 0) sayf(d, "; %s is added before a logarithm is taken", number(g, r->log_shift));
    document_fact(d, NULL, 0);
    for (size_t i = 0; i < c->parameter_count; i++) {
        if (i > 0) say(d, ", ");
        guide_say_parameter(g, g->pack->decl.parameters[c->parameters[i]].name);
    }
    if (c->parameter_count) document_fact(d, "Numbers", 0);
}

void guide_cohort(struct guide *g)
{
    const struct cohort_plan *plan = &g->pack->cohort;
    if (plan->count == 0) return;
    say(&g->doc, "Read against other organisations");
    document_heading(&g->doc, 2, ANCHOR_COHORT);
    for (size_t i = 0; i < plan->count; i++) {
        bool told = false;
        for (size_t k = 0; k < i; k++) told = told || alike(&plan->choices[k], &plan->choices[i]);
        if (told) continue;
        if (i == 0)
            say(&g->doc, "A rule may ask how a measure of one organisation stands among those of the others.");
        else
            say(&g->doc, "Some are read otherwise:");
        document_paragraph(&g->doc);
        measures(g, i);
        peers(g, &plan->choices[i]);
        left_out(g, &plan->choices[i]);
        unless(g, &plan->choices[i]);
        lines(g, &plan->choices[i]);
    }
}
