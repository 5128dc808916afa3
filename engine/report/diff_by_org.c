/* diff_by_org.c: a page of differences by organisation: its judgments, what moved them, and what was raised. */
#include "data/phrase.h"
#include "report/diff_pages.h"

/* --- By organisation ------------------------------------------------------------------------------------------------ */

void pages_judgment_cells(struct pages *p, struct block *table, const struct judgment_diff *d, size_t column)
{
    diff_words_before(p->x, d, p->scratch), pages_say_scratch(p);
    document_cell(&p->doc, table, column, NULL);
    diff_words_grade(p->x->now, d->now, p->scratch), pages_say_scratch(p);
    document_cell(&p->doc, table, column + 1, NULL);
    diff_words_judgment(d, p->scratch), pages_say_scratch(p);
    document_cell(&p->doc, table, column + 2, NULL);
}

static void judgments(struct pages *p, const struct org_diff *d)
{
    static const char *const head_of[] = {"Area", "Before", "Now", "Change"};
    struct block *table = NULL;
    for (size_t i = 0; i < d->judgment_count; i++) {
        if (!pages_differing(p->r, d, i)) continue;
        if (!table) table = document_table(&p->doc, head_of, 4);
        say_str(&p->doc, pages_area_title(p->x, d->judgments[i].link));
        document_cell(&p->doc, table, 0, NULL);
        pages_judgment_cells(p, table, &d->judgments[i], 1);
    }
}

static void outcomes(struct pages *p, const struct judgment_diff *d)
{
    for (size_t i = 0; i < d->outcome_count; i++) {
        const struct outcome_diff *o = &d->outcomes[i];
        say_code(&p->doc, crosswalk_short(p->x->now->characteristics[o->now].id)), say(&p->doc, ": ");
        say_words(&p->doc, peel_outcome_name(o->after)), say(&p->doc, ", was ");
        say_words(&p->doc, peel_outcome_name(o->before));
        document_fact(&p->doc, i ? NULL : "Outcomes", 0);
    }
}

static void readings(struct pages *p, const struct judgment_diff *d)
{
    for (size_t i = 0; i < d->reading_count; i++) {
        const struct reading_diff *x = &d->readings[i];
        say_str(&p->doc, diff_words_title(x)), say(&p->doc, ": ");
        diff_words_reading(p->r->c, x, p->scratch), pages_say_scratch(p);
        document_fact(&p->doc, i ? NULL : "Evidence", 0);
    }
}

static void findings(struct pages *p, const struct judgment_diff *d, bool gone)
{
    size_t told = 0;
    for (size_t i = 0; i < d->finding_count; i++) {
        if (d->findings[i].gone != gone) continue;
        say(&p->doc, d->findings[i].finding->weakness ? "weakness: " : "strength: ");
        say_str(&p->doc, d->findings[i].finding->text);
        document_fact(&p->doc, told++ ? NULL : gone ? "Found no more" : "Newly found", 0);
    }
}

static bool is_any(const struct found *f) { return f->strengths || f->weaknesses; }

static void found(struct pages *p, const struct judgment_diff *d)
{
    if (!is_any(&d->found_before) && !is_any(&d->found_after)) return;
    phrase_findings(d->found_after.strengths, d->found_after.weaknesses, p->scratch);
    buf_put(p->scratch, ", were ");
    phrase_findings(d->found_before.strengths, d->found_before.weaknesses, p->scratch);
    pages_say_scratch(p);
    document_fact(&p->doc, "Findings", 0);
}

static void earlier(struct pages *p, const struct judgment_diff *d)
{
    const struct side_more *more = d->now ? d->now->more : NULL;
    if (!more || (d->now->status != PEEL_CORRECTED && d->now->status != PEEL_REVISIT && !more->note.s)) return;
    for (size_t i = 0; i < more->earlier_count; i++) {
        if (more->earlier[i].grade.s) say_words(&p->doc, more->earlier[i].grade.s);
        if (more->earlier[i].date.year) {
            buf_put(p->scratch, ", "), date_write(more->earlier[i].date, p->scratch);
            pages_say_scratch(p);
        }
        document_fact(&p->doc, i ? NULL : "First published", 0);
    }
    if (more->note.s) say_str(&p->doc, more->note), document_fact(&p->doc, "Note", 0);
}

static bool has_details(const struct judgment_diff *d)
{
    bool told_apart = d->because.s && !d->link->because.s;
    return d->outcome_count || d->reading_count || d->finding_count || d->moderation || told_apart ||
           is_any(&d->found_before) || is_any(&d->found_after) ||
           (d->differs && d->now && d->now->more && (d->now->more->earlier_count || d->now->more->note.s));
}

static void details(struct pages *p, const struct org_diff *o, size_t i)
{
    const struct judgment_diff *d = &o->judgments[i];
    struct attribution a;
    bool attributed = diff_because(p->r, o, i, &a) && diff_has_because(p->r, &a);
    if (!has_details(d) && !attributed) return;
    say_str(&p->doc, pages_area_title(p->x, d->link)), document_heading(&p->doc, 3, NULL);
    if (d->because.s && !d->link->because.s) say_str(&p->doc, d->because), document_fact(&p->doc, "Not comparable", 0);
    if (attributed) diff_say_because(p->r, &a, d, &p->doc);
    if (d->moderation) diff_words_decision(d, p->scratch), pages_say_scratch(p), document_fact(&p->doc, "Moderation", 0);
    earlier(p, d);
    if (!quartet_is_crossed(p->r->c)) outcomes(p, d);
    readings(p, d);
    findings(p, d, false);
    findings(p, d, true);
    found(p, d);
    diff_say_outcomes(p->r, o, d, &p->doc);
}

static void lives(struct pages *p, const struct org_diff *d)
{
    static const char *const head_of[] = {"What", "What became of it"};
    struct block *table = NULL;
    for (size_t i = 0; i < d->lives.count; i++) {
        const struct life *l = &d->lives.list[i];
        const struct side_item *x = l->now ? l->now : l->was;
        if (!diff_shows_life(&p->r->request, l)) continue;
        if (!table) {
            say(&p->doc, "Areas for improvement and causes of concern"), document_heading(&p->doc, 3, NULL);
            table = document_table(&p->doc, head_of, 2);
        }
        if (l->concern) say(&p->doc, "Cause of concern: ");
        say_str(&p->doc, x->text), say(&p->doc, " ("), say_code(&p->doc, x->id), say(&p->doc, ")");
        document_cell(&p->doc, table, 0, NULL);
        diff_words_life(l, p->scratch), pages_say_scratch(p), document_cell(&p->doc, table, 1, NULL);
    }
}

static void org_heading(struct pages *p, const struct org_diff *d)
{
    say_str(&p->doc, pages_org_name(d));
    if (d->change == ORG_ADDED) say(&p->doc, ": added");
    if (d->change == ORG_REMOVED) say(&p->doc, ": removed");
    if (d->change == ORG_RENAMED) say(&p->doc, ": renamed, was "), say_str(&p->doc, d->was->name);
    document_heading(&p->doc, 2, NULL);
}

static void one_org(struct pages *p, const struct org_diff *d)
{
    pages_begin(p);
    org_heading(p, d);
    judgments(p, d);
    for (size_t i = 0; i < d->judgment_count; i++)
        if (pages_differing(p->r, d, i)) details(p, d, i);
    lives(p, d);
    pages_end(p);
}

/* Parts that cancel, or a grade that has another name now, are told too, though they are no difference. */
static bool has_parts(const struct pages *p, const struct org_diff *d)
{
    struct attribution a;
    for (size_t i = 0; i < d->judgment_count; i++)
        if (diff_because(p->r, d, i, &a)) return true;
    return false;
}

/* Where there are many, those without a difference are passed over; of few, all are shown. */
static bool is_worth_a_page(const struct pages *p, const struct org_diff *d)
{
    if (p->r->request.only != DIFF_ALL) return diff_shows_org(&p->r->request, d);
    if (has_parts(p, d)) return true;
    return p->r->c->count > PAGES_FEW ? d->differs : diff_shows_org(&p->r->request, d);
}

void pages_by_organisation(struct pages *p)
{
    for (size_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        if (d && is_worth_a_page(p, d)) one_org(p, d);
    }
}
