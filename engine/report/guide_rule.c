/* guide_rule.c: one characteristic: what it says, rests on and reads, by which thresholds, and what each outcome says
 * and raises. */
#include "report/guide_parts.h"

struct rule {
    struct guide *guide;
    const struct characteristic *is;
    const struct gist *gist; /* NULL: it is judged by its findings, or its text does not tell */
};

/* --- What it is --------------------------------------------------------------------------------------------------- */

static void level(const struct rule *r)
{
    struct document *d = &r->guide->doc;
    guide_say_grade(r->guide, r->is->level);
    if (r->is->decl->weight != 1) {
        struct buf *text = r->guide->scratch;
        buf_clear(text);
        style_number(r->is->decl->weight, text);
        sayf(d, ", weight %s", buf_text(text));
    }
    document_fact(d, "Level", 0);
}

static void rests(const struct rule *r)
{
    const struct decl_characteristic *c = r->is->decl;
    for (size_t i = 0; i < c->rests.count; i++) {
        guide_say_rests(r->guide, c->rests.list[i], true);
        document_fact(&r->guide->doc, i ? NULL : "Rests on", 0);
    }
    if (!c->thresholds.n) return;
    say(&r->guide->doc, "its thresholds: ");
    guide_say_rests(r->guide, c->thresholds, false);
    document_fact(&r->guide->doc, c->rests.count ? NULL : "Rests on", 0);
}

static void depends(const struct rule *r)
{
    const struct names *names = &r->is->decl->depends;
    for (size_t i = 0; i < names->count; i++) {
        if (i > 0) say(&r->guide->doc, ", ");
        if (memchr(names->list[i].s, '/', names->list[i].n))
            guide_say_characteristic(r->guide, names->list[i]);
        else
            guide_say_area(r->guide, names->list[i]);
    }
    if (names->count) document_fact(&r->guide->doc, "Depends on", 0);
}

/* --- What it reads ------------------------------------------------------------------------------------------------ */

enum { ANY = -1 };
static const struct {
    int kind; /* the evidence that has it so: the first that fits is meant */
    const char *method, *words;
} ASKED[] = {
    {ANY, "at_least", "at least"},
    {ANY, "at_most", "at most"},
    {ANY, "above", "above"},
    {ANY, "below", "below"},
    {ANY, "surely_at_least", "surely at least"},
    {ANY, "surely_below", "surely below"},
    {ANY, "compared_with", "compared with"},
    {ANY, "change_from", "its change from"},
    {ANY, "missing", "whether it is missing"},
    {ANY, "value", "its value"},
    {ANY, "rate", "its rate"},
    {ANY, "margin", "its margin"},
    {ANY, "level", "the level of its margin"},
    {ANY, "interval", "its interval"},
    {ANY, "lower", "its lower bound"},
    {ANY, "upper", "its upper bound"},
    {ANY, "benchmark", "its benchmark"},
    {ANY, "outlier", "whether it stands outside the lines of its cohort"},
    {ANY, "standing", "how it stands in its cohort"},
    {ANY, "lines", "the lines of its cohort"},
    {ANY, "z", "how many standard deviations off the mean of its cohort it is"},
    {ANY, "rank", "its rank in its cohort"},
    {ANY, "cohort_mean", "the mean of its cohort"},
    {ANY, "cite", "cited"},
    {ANY, "grade", "its grade"},
    {ANY, "concerns", "its causes of concern"},
    {ANY, "is", "whether it is"},
    {EVIDENCE_SAMPLE, "met", "how many met"},
    {EVIDENCE_SAMPLE, "reviewed", "how many were reviewed"},
    {EVIDENCE_SAMPLE, "proportion", "the share that met"},
    {EVIDENCE_FINDING, "strengths", "how many strengths"},
    {EVIDENCE_FINDING, "weaknesses", "how many weaknesses"},
    {EVIDENCE_FINDING, "count", "how many"},
    {EVIDENCE_FINDING, "strength_weight", "the weight of strengths"},
    {EVIDENCE_FINDING, "weakness_weight", "the weight of weaknesses"},
    {EVIDENCE_FINDING, "share", "the share of strengths, by weight"},
    {EVIDENCE_AREA, "share", "the share that is met, by weight"},
};

/* "all-schools" for "\"all-schools\"", a text and no more. */
static struct str unquoted(struct str s)
{
    bool quoted = s.n > 2 && (*s.s == '"' || *s.s == '\'') && s.s[s.n - 1] == *s.s && !memchr(s.s, '\\', s.n) &&
                  !memchr(s.s + 1, *s.s, s.n - 2);
    return quoted ? (struct str){s.s + 1, s.n - 2} : s;
}

static const char *words_of(const struct gist_read *read, struct str method)
{
    for (size_t i = 0; i < sizeof ASKED / sizeof *ASKED; i++)
        if (str_is(method, ASKED[i].method) && (ASKED[i].kind == ANY || ASKED[i].kind == (int)read->kind))
            return ASKED[i].words;
    return NULL;
}

static void say_asked(struct guide *g, const struct gist_read *read, const struct gist_asked *a)
{
    const char *found = words_of(read, a->method);
    if (found)
        say(&g->doc, found);
    else
        say_words(&g->doc, arena_dup(g->arena, a->method.s, a->method.n));
    if (a->argument.n) say(&g->doc, " ");
    if (a->parameter.s)
        guide_say_parameter(g, a->parameter);
    else if (a->other && a->other->kind < EVIDENCE_CATALOGUES)
        say_code(&g->doc, a->other->name);
    else
        say_code(&g->doc, unquoted(a->argument));
}

static void say_catalogued(struct guide *g, const struct gist_read *read)
{
    uint32_t i = lookup_find(&g->evidence_names[read->kind], read->name);
    if (i != LOOKUP_NONE) {
        say_str(&g->doc, g->pack->decl.evidence[read->kind][i].title);
        sayf(&g->doc, " (%s ", evidence_kind_name(read->kind));
    } else
        sayf(&g->doc, "(not declared by the pack: %s ", evidence_kind_name(read->kind));
    say_code(&g->doc, read->name);
    say(&g->doc, ")");
}

static void say_read(struct guide *g, const struct gist_read *read)
{
    if (read->kind < EVIDENCE_CATALOGUES)
        say_catalogued(g, read);
    else if (read->kind == EVIDENCE_OUTCOME)
        say(&g->doc, "the outcome of "), guide_say_characteristic(g, read->name);
    else if (read->kind == EVIDENCE_AREA)
        say(&g->doc, "the judgment of "), guide_say_area(g, read->name);
    else if (read->name.s)
        say(&g->doc, "the findings of inspectors against "), guide_say_characteristic(g, read->name);
    else
        say(&g->doc, "the findings of inspectors against it");
}

static void reads(const struct rule *r)
{
    struct document *d = &r->guide->doc;
    const char *label = "Reads";
    for (const struct gist_read *read = r->gist ? r->gist->reads : NULL; read; read = read->next, label = NULL) {
        say_read(r->guide, read);
        for (const struct gist_asked *a = read->asked; a; a = a->next) {
            say(d, a == read->asked ? ": " : "; ");
            say_asked(r->guide, read, a);
        }
        for (const struct gist_name *n = read->shown; n; n = n->next)
            sayf(d, n == read->shown ? "; shown as {%.*s}" : ", {%.*s}", (int)n->name.n, n->name.s);
        document_fact(d, label, 0);
    }
    if (r->is->decl->bands)
        guide_say_banded(r->guide, r->is->decl->bands);
    else if (r->is->decl->findings)
        say(d, "the findings of inspectors against it: the weight of strengths, as a share of that of strengths and "
               "weaknesses");
    else if (!r->gist || r->gist->partial)
        say(d, label ? "what cannot be told from its text: it is to be read in the file"
                     : "and perhaps more: not all of it can be told from its text, it is to be read in the file");
    else
        return;
    document_fact(d, label, 0);
}

/* --- Thresholds --------------------------------------------------------------------------------------------------- */

static void threshold(const struct rule *r, struct str name, const char *label)
{
    struct guide *g = r->guide;
    const struct decl_parameter *p = guide_parameter(g, name);
    guide_say_parameter(g, name);
    if (p) {
        say(&g->doc, ": ");
        say_str(&g->doc, p->title);
        say(&g->doc, "; rests on ");
        guide_say_rests(g, p->rests, !g->doc.whole);
    }
    document_fact(&g->doc, label, 0);
}

static bool is_bound_before(const struct decl_bands *bands, size_t count, struct str name)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(bands->list[i].low, name) || str_eq(bands->list[i].high, name)) return true;
    return false;
}

/* The bounds of a band that no band before it has; the label of the next. */
static const char *band_thresholds(const struct rule *r, const struct decl_bands *bands, size_t i, const char *label)
{
    const struct str bounds[] = {bands->list[i].low, bands->list[i].high};
    for (int k = 0; k < 2; k++)
        if (bounds[k].s && !is_bound_before(bands, i, bounds[k])) threshold(r, bounds[k], label), label = NULL;
    return label;
}

static void thresholds(const struct rule *r)
{
    const char *label = "Thresholds";
    if (r->is->decl->findings &&
        !r->guide->doc.whole) { /* many are judged so: the whole guide has these in its parameters */
        const struct decl_parameter *p = r->guide->pack->decl.parameters;
        threshold(r, p[r->is->findings_met].name, label);
        threshold(r, p[r->is->findings_partly].name, NULL);
    }
    for (size_t i = 0; r->is->decl->bands && i < r->is->decl->bands->count; i++)
        label = band_thresholds(r, r->is->decl->bands, i, label);
    for (const struct gist_name *n = r->gist ? r->gist->parameters : NULL; n; n = n->next, label = NULL)
        threshold(r, n->name, label);
}

/* --- Outcomes ----------------------------------------------------------------------------------------------------- */

static void say_message(struct guide *g, const struct gist_message *m)
{
    if (!m->pieces) say(&g->doc, "a text that is put together as the rule runs");
    if (m->pieces) say(&g->doc, "\"");
    for (const struct gist_piece *p = m->pieces; p; p = p->next)
        if (p->kind == PIECE_TEXT)
            say_str(&g->doc, p->text);
        else if (p->kind == PIECE_PARAMETER)
            guide_say_parameter(g, p->text);
        else
            sayf(&g->doc, "{%.*s}", (int)p->text.n, p->text.s);
    if (m->pieces) say(&g->doc, "\"");
}

static void say_by_findings(struct guide *g, const struct characteristic *c, enum peel_outcome outcome)
{
    const struct decl_parameter *p = g->pack->decl.parameters;
    if (outcome == PEEL_NOT_MET) {
        say(&g->doc, "strengths have less of the weight than that");
        return;
    }
    say(&g->doc, "strengths have at least ");
    guide_say_parameter(g, p[outcome == PEEL_MET ? c->findings_met : c->findings_partly].name);
    say(&g->doc, " of the weight");
}

static void recommendations(struct guide *g, const struct decl_raise *raise)
{
    for (size_t i = 0; i < raise->recommendation_count; i++) {
        const struct decl_recommendation *n = &raise->recommendations[i];
        say(&g->doc, n->within.s ? "recommends, within " : "recommends, by ");
        say_str(&g->doc, n->within.s ? n->within : n->by);
        say(&g->doc, ": ");
        say_str(&g->doc, n->text);
        document_fact(&g->doc, NULL, 1);
    }
}

static void raises(struct guide *g, const struct decl_raise *raise, const char *label)
{
    static const char *const what[] = {"", "raises promising practice", "raises an area for improvement",
                                       "raises a cause of concern"};
    if (raise->kind == RAISE_NOTHING) return;
    say_strong(&g->doc, str_of(what[raise->kind]));
    say(&g->doc, ": ");
    say_str(&g->doc, raise->text);
    document_fact(&g->doc, label, 0);
    recommendations(g, raise);
}

static void outcome(const struct rule *r, enum peel_outcome outcome, const char *label)
{
    struct guide *g = r->guide;
    if (r->is->decl->findings && outcome <= PEEL_NOT_MET) {
        say_by_findings(g, r->is, outcome);
        document_fact(&g->doc, label, 0);
        label = NULL;
    }
    static const char *const names[] = {"met", "partly_met", "not_met"};
    for (size_t i = 0; r->is->decl->bands && outcome <= PEEL_NOT_MET && i < r->is->decl->bands->count; i++) {
        if (!str_is(r->is->decl->bands->list[i].name, names[outcome])) continue;
        guide_say_band(g, &r->is->decl->bands->list[i]);
        document_fact(&g->doc, label, 0);
        label = NULL;
    }
    for (const struct gist_message *m = r->gist ? r->gist->messages : NULL; m; m = m->next) {
        if (m->outcome != outcome) continue;
        say_message(g, m);
        document_fact(&g->doc, label, 0);
        label = NULL;
    }
    if (outcome <= PEEL_NOT_MET) raises(g, &r->is->decl->raises[outcome], label);
}

void guide_rule(struct guide *g, uint32_t c, int heading)
{
    const struct characteristic *is = &g->pack->characteristics[c];
    struct rule r = {g, is, is->decl->findings || is->decl->bands ? NULL : guide_gist(g, is->area + 1, GIST_JUDGE, is->decl->id)};
    say_str(&g->doc, is->decl->text);
    document_heading(&g->doc, heading, g->anchors[c]);
    say_code(&g->doc, is->id);
    document_fact(&g->doc, "Characteristic", 0);
    level(&r);
    rests(&r);
    depends(&r);
    reads(&r);
    thresholds(&r);
    outcome(&r, PEEL_MET, "Met");
    outcome(&r, PEEL_PARTLY_MET, "Partly met");
    outcome(&r, PEEL_NOT_MET, "Not met");
    outcome(&r, PEEL_NOT_APPLICABLE, "Not applicable");
    outcome(&r, PEEL_NO_EVIDENCE, "No evidence");
    say(&g->doc, is->rule);
    if (r.gist && r.gist->first_line) say(&g->doc, ", its function in "), guide_say_lines(g, r.gist);
    document_fact(&g->doc, "Rule", 0);
}
