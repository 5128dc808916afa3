/* diff_because.c: see diff_because.h. */
#include "report/diff_because.h"

/* --- Numbers -------------------------------------------------------------------------------------------------------- */

static int64_t common(int64_t a, int64_t b) { return b ? common(b, a % b) : a; }

/* Whole steps, and what is left as a fraction in its lowest terms. */
void diff_words_steps(int64_t part, int64_t unit, struct buf *out)
{
    int64_t size = part < 0 ? -part : part, whole = size / unit, rest = size % unit, by = common(unit, rest);
    if (part) buf_char(out, part < 0 ? '-' : '+');
    if (whole || !rest) buf_int(out, whole);
    if (!rest) return;
    if (whole) buf_char(out, ' ');
    buf_int(out, rest / by), buf_char(out, '/'), buf_int(out, unit / by);
}

/* "+1 1/2 grades" */
static void put_steps(int64_t part, int64_t unit, struct buf *out)
{
    int64_t size = part < 0 ? -part : part;
    diff_words_steps(part, unit, out);
    buf_put(out, size && size <= unit ? " grade" : " grades");
}

bool diff_because(const struct diff_report *r, const struct org_diff *o, size_t i, struct attribution *to)
{
    if (!quartet_is_known(r->c) || !o->was || !o->now) return false;
    *to = attribution_of(r->c, o, i, r->work);
    return attribution_tells(to, &o->judgments[i]);
}

/* --- Small things --------------------------------------------------------------------------------------------------- */

static const char LABEL[] = "Because of what";
static const char *const OUTCOME_WORDS[OUTCOME_CAUSES] = {"evidence", "rules", "either alone", "both together", "cannot be told"};

const char *diff_words_cause(enum outcome_cause cause) { return OUTCOME_WORDS[cause]; }

/* What the scratch holds, as the next fact; and empties it. */
static void fact(const struct diff_report *r, struct document *doc, size_t *told)
{
    struct buf *s = r->scratch;
    say_str(doc, (struct str){arena_dup(r->arena, s->length ? s->data : "", s->length), s->length});
    buf_clear(s);
    document_fact(doc, (*told)++ ? NULL : LABEL, 0);
}

static void put_str(struct buf *out, const char *between, size_t i, struct str s)
{
    if (i) buf_put(out, between);
    buf_str(out, s);
}

/* --- The sum -------------------------------------------------------------------------------------------------------- */

static const struct { enum attribution_state state; const char *words; } OTHERS[] = {
    {ATTRIBUTION_NOT_ATTRIBUTABLE, "not attributable"},
    {ATTRIBUTION_NOT_COMPARABLE, "not comparable, so that no steps are counted"},
    {ATTRIBUTION_CARRIED_OVER, "carried over: nobody looked again, and no steps are counted"},
    {ATTRIBUTION_NO_GRADE, "without a grade then or now"}};

static void put_number(struct buf *out, uint64_t n, const char *one, const char *many)
{
    buf_int(out, (int64_t)n);
    buf_put(out, n == 1 ? one : many);
}

/* "+3 and -2: "; nothing where it is one way alone. */
static void put_both_ways(int64_t up, int64_t down, struct buf *out)
{
    if (!up || !down) return;
    diff_words_steps(up, ATTRIBUTION_UNIT, out);
    buf_put(out, " and "), diff_words_steps(down, ATTRIBUTION_UNIT, out);
    buf_put(out, ", ");
}

static void sum_cause(const struct diff_report *r, struct document *doc, enum cause cause, size_t *told)
{
    const struct attribution_sum *s = &r->because->sum;
    buf_put(r->scratch, cause_name(cause));
    if (s->moved[cause] == 0) {
        buf_put(r->scratch, ": moved none");
    } else {
        buf_put(r->scratch, " moved "), put_number(r->scratch, s->moved[cause], " judgment: ", " judgments: ");
        put_both_ways(s->up[cause], s->part[cause] - s->up[cause], r->scratch);
        put_steps(s->part[cause], ATTRIBUTION_UNIT, r->scratch);
        buf_put(r->scratch, s->moved[cause] == 1 ? "" : " in all");
        if (cause == CAUSE_SCALE) buf_put(r->scratch, ", by the names of the grades");
    }
    fact(r, doc, told);
}

/* Groups of edits that move a grade, or cannot be tried. */
static size_t moving(const struct impact *m)
{
    size_t n = 0;
    for (size_t i = 0; i < m->group_count; i++) n += m->groups[i].flip_count || m->groups[i].flaw;
    return n;
}

static void sum_others(const struct diff_report *r, struct document *doc, size_t *told)
{
    const struct attribution_sum *s = &r->because->sum;
    size_t n = 0;
    for (size_t i = 0; i < sizeof OTHERS / sizeof *OTHERS; i++) {
        if (s->states[OTHERS[i].state] == 0) continue;
        if (n++) buf_put(r->scratch, "; ");
        put_number(r->scratch, s->states[OTHERS[i].state], " ", " ");
        buf_put(r->scratch, OTHERS[i].words);
    }
    if (n) fact(r, doc, told);
}

static bool no_rule(const struct diff_report *r) { return r->c->crosswalk.was->published_only || r->c->crosswalk.now->published_only; }
/* Is there an area that may be compared, and that no edit was tried in? */
static bool any_untried(const struct diff_report *r)
{
    const struct crosswalk *x = &r->c->crosswalk;
    for (size_t i = 0; i < x->count; i++) {
        const struct area_link *link = &x->links[i];
        if (link->now != NO_SLOT && link->was_count && link->comparability == ALIKE && edits_older_area(r->because->impact->edits, link->now) == NO_SLOT) return true;
    }
    return false;
}

static const char UNTRIED[] = "where areas were split or came together, none was tried";

void diff_say_because_sum(const struct diff_report *r, struct document *doc)
{
    const struct attribution_sum *s = &r->because->sum;
    size_t told = 0;
    if (!quartet_is_known(r->c) && !r->tally->differing) return;
    if (!quartet_is_known(r->c)) {
        buf_put(r->scratch, no_rule(r) ? "no rule was asked of one side or the other: its grades are those that were published"
                                       : "results do not tell: it takes the rules and the data of both (PACK:DATASET)");
        fact(r, doc, &told);
        return;
    }
    for (int i = 0; s->states[ATTRIBUTION_SPLIT] && i < CAUSES; i++)
        if (s->plays[i]) sum_cause(r, doc, (enum cause)i, &told);
    if (s->cancelled) {
        put_number(r->scratch, s->cancelled, " of them is where it was: its parts cancel", " of them are where they were: their parts cancel");
        fact(r, doc, &told);
    }
    sum_others(r, doc, &told);
    if (!r->because->impact || !r->because->impact->edits->count || moving(r->because->impact)) return;
    buf_put(r->scratch, "no edit of the rules alone moves a grade of the newer data");
    if (any_untried(r)) buf_printf(r->scratch, "; %s", UNTRIED);
    fact(r, doc, &told);
}

/* --- A judgment ------------------------------------------------------------------------------------------------------- */

static void put_parts(const struct attribution *a, struct buf *out)
{
    size_t n = 0;
    int total = 0;
    for (int i = 0; i < CAUSES; i++) {
        if (!a->plays[i]) continue;
        buf_printf(out, "%s%s ", n++ ? ", " : "", cause_name((enum cause)i));
        diff_words_steps(a->part[i], a->unit, out);
        total += a->part[i];
    }
    if (n > 1) buf_put(out, "; together "), diff_words_steps(total, a->unit, out);
    buf_put(out, total == a->unit || total == -a->unit ? " grade" : " grades");
}

static void split(const struct diff_report *r, const struct attribution *a, const struct judgment_diff *d, struct document *doc, size_t *told)
{
    put_parts(a, r->scratch);
    fact(r, doc, told);
    if (a->plays[CAUSE_SCALE]) {
        buf_put(r->scratch, "counted between the names of the grades; by the crosswalk ");
        diff_words_judgment(d, r->scratch);
        fact(r, doc, told);
    }
    if (a->interaction == 0) return;
    buf_put(r->scratch, "rules and evidence interact: "), diff_words_steps(a->interaction, a->unit, r->scratch);
    buf_put(r->scratch, " beyond what each does alone, ");
    buf_put(r->scratch, a->plays[CAUSE_SCALE] || a->plays[CAUSE_MODERATION] ? "averaged over what else changed" : "half of it in each part");
    fact(r, doc, told);
}

static void put_list(struct buf *out, const char *before, const struct names *names)
{
    if (names->count == 0) return;
    buf_put(out, before);
    for (size_t i = 0; i < names->count; i++) put_str(out, ", ", i, names->list[i]);
}

static void not_attributable(const struct diff_report *r, const struct attribution *a, struct document *doc, size_t *told)
{
    static const char *const ages[] = {"older", "newer"};
    buf_put(r->scratch, "not attributable: ");
    if (a->obstacle == OBSTACLE_MERGED) buf_put(r->scratch, "several areas came together");
    if (a->obstacle == OBSTACLE_SCALES) buf_put(r->scratch, "the crosswalk does not say of every grade which one it is on the other scale");
    if (a->obstacle == OBSTACLE_NO_GRADE) {
        buf_printf(r->scratch, "by the %s rules on the %s evidence there is no grade (", ages[a->rules], ages[a->evidence]);
        words(peel_no_grade_name(a->grade[a->rules][a->evidence]), r->scratch);
        buf_put(r->scratch, ")");
        put_list(r->scratch, "; missing: ", &a->missing);
        put_list(r->scratch, "; no evidence on: ", &a->idle);
    }
    fact(r, doc, told);
}

/* A grade beneath a decision is the one that would stand without it. */
static void four_grades(const struct diff_report *r, const struct attribution *a, struct document *doc, size_t *told)
{
    static const char *const ages[] = {"older", "newer"};
    const struct quartet *q = &r->c->quartet;
    for (int rules = 0; rules < 2; rules++) {
        buf_printf(r->scratch, "by the %s rules: ", ages[rules]);
        words(side_grade_name(q->side[rules][0], a->grade[rules][0]), r->scratch);
        buf_put(r->scratch, " on the older evidence, ");
        words(side_grade_name(q->side[rules][1], a->grade[rules][1]), r->scratch);
        buf_put(r->scratch, " on the newer");
        if (a->plays[CAUSE_MODERATION]) buf_put(r->scratch, ", without moderation");
        fact(r, doc, told);
    }
}

bool diff_has_because(const struct diff_report *r, const struct attribution *a)
{
    return a->state == ATTRIBUTION_SPLIT || a->state == ATTRIBUTION_NOT_ATTRIBUTABLE || a->state == ATTRIBUTION_CARRIED_OVER || quartet_is_crossed(r->c);
}

void diff_say_because(const struct diff_report *r, const struct attribution *a, const struct judgment_diff *d, struct document *doc)
{
    size_t told = 0;
    bool crossed = quartet_is_crossed(r->c);
    if (a->state == ATTRIBUTION_SPLIT) split(r, a, d, doc, &told);
    if (a->state == ATTRIBUTION_NOT_ATTRIBUTABLE) not_attributable(r, a, doc, &told);
    if (a->state == ATTRIBUTION_CARRIED_OVER) buf_put(r->scratch, "nobody looked again: no steps are counted"), fact(r, doc, &told);
    if (!crossed || a->obstacle == OBSTACLE_MERGED) return;
    if (a->state == ATTRIBUTION_NOT_COMPARABLE) buf_put(r->scratch, "not comparable: no steps are counted"), fact(r, doc, &told);
    if (a->state == ATTRIBUTION_NO_GRADE) {
        buf_put(r->scratch, d->change == JUDGMENT_NEWLY_GRADED ? "there was no grade" : "there is no grade now");
        if (a->grading < OUTCOME_UNTOLD) buf_printf(r->scratch, ": because of %s", diff_words_cause(a->grading));
        fact(r, doc, &told);
    }
    four_grades(r, a, doc, &told);
}

/* --- Characteristics -------------------------------------------------------------------------------------------------- */

static void outcome_row(const struct diff_report *r, const struct org_diff *o, const struct outcome_diff *x, struct document *doc, struct block *table)
{
    struct outcome_attribution a = attribution_of_outcome(r->c, o, x);
    const enum peel_outcome four[] = {x->before, a.older_rules, a.newer_rules, x->after};
    say_str(doc, crosswalk_short(r->c->crosswalk.now->characteristics[x->now].id)), document_cell(doc, table, 0, NULL);
    for (size_t i = 0; i < 4; i++) say_words(doc, peel_outcome_name(four[i])), document_cell(doc, table, i + 1, NULL);
    say(doc, diff_words_cause(a.cause)), document_cell(doc, table, 5, NULL);
}

void diff_say_outcomes(const struct diff_report *r, const struct org_diff *o, const struct judgment_diff *d, struct document *doc)
{
    static const char *const heads[] = {"Outcome", "Before", "New evidence alone", "New rules alone", "Now", "Because of"};
    if (!quartet_is_crossed(r->c) || d->outcome_count == 0) return;
    struct block *table = document_table(doc, heads, 6);
    for (size_t i = 0; i < d->outcome_count; i++) outcome_row(r, o, &d->outcomes[i], doc, table);
}

/* --- Edits -------------------------------------------------------------------------------------------------------------- */

enum { NAMED = 12 };
static void say_who(const struct impact_group *g, struct document *doc)
{
    size_t named = 0;
    for (size_t i = 0; i < g->flip_count; i++) {
        if (i && str_eq(g->flips[i].org, g->flips[i - 1].org)) continue;
        if (++named > NAMED) continue;
        if (named > 1) say(doc, ", ");
        say_code(doc, g->flips[i].org);
    }
    if (named > NAMED) sayf(doc, " and %zu more", named - NAMED);
}

static void edit_row(const struct diff_report *r, const struct impact_group *g, struct document *doc, struct block *table)
{
    const struct impact *m = r->because->impact;
    if (g->edit)
        impact_say_edit(m, g->edit, r->scratch, doc);
    else
        say(doc, "several edits together, and none alone");
    document_cell(doc, table, 0, NULL);
    if (g->edit) sayf(doc, "%s:%d", g->edit->file, g->edit->line);
    document_cell(doc, table, 1, NULL);
    if (g->flaw)
        say(doc, "cannot be made alone: "), say_str(doc, str_of(g->flaw));
    else
        sayf(doc, "%zu of %zu: ", g->organisations, m->organisations), say_who(g, doc);
    if (!g->flaw && g->broken) sayf(doc, "; rules fail in %zu", g->broken);
    document_cell(doc, table, 2, NULL);
}

/* Edits that stand in the table. */
static size_t tried(const struct impact *m)
{
    const struct impact_group *several = &m->groups[m->edits->count];
    return moving(m) - (several->flip_count > 0);
}

void diff_say_edits(const struct diff_report *r, struct document *doc)
{
    static const char *const heads[] = {"Rule", "At", "Organisations it alone moved"};
    const struct impact *m = r->because->impact;
    struct block *table = NULL;
    size_t shown = m ? moving(m) : 0, still = m ? m->edits->count - tried(m) : 0;
    if (shown == 0) return;
    say(doc, "Rules that moved grades"), document_heading(doc, 2, NULL);
    say(doc, "The newer data, judged by the older rules with one edit at a time; computed grades, before anybody's decision.");
    if (still) sayf(doc, " %zu more edit%s moved none.", still, still == 1 ? "" : "s");
    if (any_untried(r)) sayf(doc, " W%s.", UNTRIED + 1);
    document_paragraph(doc);
    for (size_t i = 0; i < m->group_count; i++) {
        const struct impact_group *g = &m->groups[i];
        if (!g->flip_count && !g->flaw) continue;
        if (!table) table = document_table(doc, heads, 3);
        edit_row(r, g, doc, table);
    }
}
