/* diff_text.c: a difference as a page: the sum, the few things that matter, which area is which, then what was asked
 * for, piece by piece. A piece is a document of its own, so that no more than one is in memory. */
#include "data/phrase.h"
#include "report/diff_because.h"
#include <stdlib.h>

struct pages { /* being written */
    const struct diff_report *r;
    const struct crosswalk *x;
    const struct hand *hand;
    struct document doc;
    struct buf *out, *scratch; /* the report's */
    bool begun; /* a piece was drawn */
};

/* --- Small things ------------------------------------------------------------------------------------------------- */

/* What the scratch holds, said; and empties it. */
static void say_scratch(struct pages *p)
{
    struct str s = {arena_dup(p->r->arena, p->scratch->length ? p->scratch->data : "", p->scratch->length), p->scratch->length};
    say_str(&p->doc, s);
    buf_clear(p->scratch);
}

static void begin(struct pages *p) { document_init(&p->doc, p->r->arena, false); }

/* Draws the piece, and forgets it. */
static void end(struct pages *p)
{
    if (p->doc.first) {
        if (p->begun && (p->hand != &HAND_TEXT || p->doc.first->kind != BLOCK_HEADING || p->doc.first->level > 2))
            buf_char(p->out, '\n');
        p->hand->draw(&p->doc, &p->r->style, p->out);
        p->begun = true;
    }
    p->doc.first = NULL;
    arena_reset(p->r->arena);
    if (p->r->drain) p->r->drain(p->r->context, p->out);
}

static const struct judgment_diff *differing(const struct diff_report *r, const struct org_diff *d, size_t i)
{
    return diff_shows(&r->request, &d->judgments[i]) ? &d->judgments[i] : NULL;
}

static struct str area_title(const struct crosswalk *x, const struct area_link *link)
{
    return link->now != NO_SLOT ? x->now->areas[link->now].title : x->was->areas[link->was[0]].title;
}

static struct str name_of(const struct org_diff *d) { return d->now ? d->now->name : d->was->name; }

/* --- The head ------------------------------------------------------------------------------------------------------ */

static void side_fact(struct pages *p, const struct judged *s, const char *label)
{
    struct document *d = &p->doc;
    say_str(d, s->title), say(d, ": "), say_code(d, s->pack), say(d, " "), say_str(d, s->version);
    say(d, ", round "), say_str(d, s->round);
    sayf(d, ", %zu organisation%s", s->org_count, s->org_count == 1 ? "" : "s");
    if (s->published_only) say(d, "; no rule was asked, these are the grades that were published");
    if (s->published_only && s->note.s) say(d, ". "), say_str(d, s->note);
    if (s->partial) sayf(d, ", of which %llu had a rule that failed", (unsigned long long)s->partial);
    document_fact(d, label, 0);
}

static void put_parameter(double value, struct str unit, struct buf *out)
{
    if (str_is(unit, "share"))
        phrase_percent(value, out);
    else
        style_number(value, out);
}

static const struct side_parameter *parameter_named(const struct judged *s, struct str name)
{
    for (size_t i = 0; i < s->parameter_count; i++)
        if (str_eq(s->parameters[i].name, name)) return &s->parameters[i];
    return NULL;
}

/* The thresholds that moved: of one pack alone, since the names of another are its own. */
static void parameters(struct pages *p)
{
    size_t told = 0;
    for (size_t i = 0; i < p->x->now->parameter_count; i++) {
        const struct side_parameter *now = &p->x->now->parameters[i], *was = parameter_named(p->x->was, now->name);
        if (!was || (was->value >= now->value && was->value <= now->value)) continue;
        say_code(&p->doc, now->name);
        buf_put(p->scratch, ": "), put_parameter(now->value, now->unit, p->scratch);
        buf_put(p->scratch, ", was "), put_parameter(was->value, was->unit, p->scratch);
        say_scratch(p);
        document_fact(&p->doc, told++ ? NULL : "Thresholds", 0);
    }
}

static void rules_fact(struct pages *p)
{
    const struct judged *was = p->x->was, *now = p->x->now;
    bool same_pack = str_eq(was->pack, now->pack);
    if (str_eq(was->digest, now->digest))
        say(&p->doc, now->published_only ? "the same framework" : "the same rules, byte for byte");
    else if (same_pack)
        say(&p->doc, "the same pack, changed since");
    else
        say(&p->doc, "two frameworks");
    say(&p->doc, str_eq(was->dataset_digest, now->dataset_digest) ? "; the same data, byte for byte" : "; other data");
    document_fact(&p->doc, "Compared", 0);
    if (same_pack) parameters(p);
    if (p->r->c->on.year == 0) return;
    date_write(p->r->c->on, p->scratch);
    say_scratch(p);
    document_fact(&p->doc, "Deadlines as of", 0);
}

/* --- The sum ------------------------------------------------------------------------------------------------------- */

struct counted { uint64_t n; const char *words; };

/* "3 improved, 2 declined"; nothing where all are none. */
static bool say_counts(struct pages *p, const struct counted *list, size_t count)
{
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        if (list[i].n == 0) continue;
        if (told++) say(&p->doc, ", ");
        sayf(&p->doc, "%llu ", (unsigned long long)list[i].n);
        say_words(&p->doc, list[i].words);
    }
    return told > 0;
}

static void sum_organisations(struct pages *p, const struct tally *t)
{
    const struct counted counts[] = {{t->organisations[ORG_SAME] + t->organisations[ORG_RENAMED], "in both"},
                                     {t->organisations[ORG_RENAMED], "of them renamed"},
                                     {t->organisations[ORG_ADDED], "added"},
                                     {t->organisations[ORG_REMOVED], "removed"}};
    say_counts(p, counts, 4);
    sayf(&p->doc, "; %llu with something to tell", (unsigned long long)t->differing);
    document_fact(&p->doc, "Organisations", 0);
}

static void sum_judgments(struct pages *p, const struct tally *t)
{
    struct counted counts[JUDGMENT_CHANGES];
    for (int i = 0; i < JUDGMENT_CHANGES; i++)
        counts[i] = (struct counted){t->judgments[i], judgment_change_name((enum judgment_change)i)};
    counts[JUDGMENT_CORRECTED].words = "corrected after publication";
    if (say_counts(p, counts, JUDGMENT_CHANGES)) document_fact(&p->doc, "Judgments", 0);
    const struct counted decisions[] = {{t->moderations[MODERATION_ADDED], "added"},
                                        {t->moderations[MODERATION_WITHDRAWN], "withdrawn"},
                                        {t->moderations[MODERATION_CHANGED], "changed"},
                                        {t->moderations[MODERATION_ENDED], "ended"}};
    if (say_counts(p, decisions, sizeof decisions / sizeof *decisions)) document_fact(&p->doc, "Moderations", 0);
    if (t->revisits) sayf(&p->doc, "%llu", (unsigned long long)t->revisits), document_fact(&p->doc, "Revisits", 0);
}

static void sum_lives(struct pages *p, const uint64_t *lives, const char *label)
{
    struct counted counts[LIFE_CHANGES];
    for (int i = 0; i < LIFE_CHANGES; i++)
        counts[i] = (struct counted){lives[i], life_change_name((enum life_change)i)};
    if (say_counts(p, counts, LIFE_CHANGES)) document_fact(&p->doc, label, 0);
}

static void say_change(struct pages *p, const struct judgment_diff *d)
{
    buf_put(p->scratch, ": ");
    diff_words_judgment(d, p->scratch);
    buf_put(p->scratch, "; now "), diff_words_grade(p->x->now, d->now, p->scratch);
    buf_put(p->scratch, ", before "), diff_words_before(p->x, d, p->scratch);
    say_scratch(p);
}

/* Its words leave open what it is: to be a cause of concern is to be it at first sight. */
static bool says_no_kind(enum life_change change)
{
    return change != LIFE_ESCALATED && change != LIFE_EASED && change != LIFE_OPENED;
}

static void matter(struct pages *p, const struct matter *m, const char *label)
{
    const struct org_diff *d = diff_pair(p->r, m->pair);
    say_strong(&p->doc, name_of(d)), say(&p->doc, ", ");
    if (m->link != NO_SLOT) {
        say_str(&p->doc, area_title(p->x, &p->x->links[m->link]));
        say_change(p, &d->judgments[m->link]);
    } else {
        const struct life *l = &d->lives.list[m->life];
        const struct side_item *x = l->now ? l->now : l->was;
        say_str(&p->doc, x->text);
        if (says_no_kind(l->change)) say(&p->doc, l->concern ? " (cause of concern)" : " (area for improvement)");
        say(&p->doc, ": "), diff_words_life(l, p->scratch);
        say_scratch(p);
    }
    document_fact(&p->doc, label, 0);
}

static void sum(struct pages *p)
{
    const struct tally *t = p->r->tally;
    say(&p->doc, "In short"), document_heading(&p->doc, 2, NULL);
    if (t->differing == 0) say(&p->doc, "No judgment changed, and nothing was opened or closed."), document_paragraph(&p->doc);
    sum_organisations(p, t);
    sum_judgments(p, t);
    diff_say_because_sum(p->r, &p->doc);
    sum_lives(p, t->concerns, "Causes of concern");
    sum_lives(p, t->improvements, "Areas for improvement");
    if (t->overdue)
        sayf(&p->doc, "%llu past the deadline", (unsigned long long)t->overdue), document_fact(&p->doc, "Recommendations", 0);
    for (size_t i = 0; i < t->matter_count; i++) matter(p, &t->matters[i], i ? NULL : "First of all");
}

static void head(struct pages *p)
{
    begin(p);
    say(&p->doc, "What changed, "), say_str(&p->doc, p->x->was->round);
    say(&p->doc, " and "), say_str(&p->doc, p->x->now->round);
    document_heading(&p->doc, 1, NULL);
    side_fact(p, p->x->was, "Older");
    side_fact(p, p->x->now, "Newer");
    rules_fact(p);
    end(p);
    begin(p);
    sum(p);
    end(p);
}

/* --- Which area is which -------------------------------------------------------------------------------------------- */

static bool is_plain(const struct area_link *link)
{
    return link->change == AREA_SAME && link->comparability == ALIKE && link->grading == GRADING_SAME;
}

static void say_olds(struct pages *p, const struct area_link *link)
{
    for (size_t i = 0; i < link->was_count; i++) {
        if (i) say(&p->doc, "; ");
        say_str(&p->doc, p->x->was->areas[link->was[i]].title);
    }
}

static void link_row(struct pages *p, struct block *table, const struct area_link *link)
{
    if (link->now != NO_SLOT) say_str(&p->doc, p->x->now->areas[link->now].title);
    document_cell(&p->doc, table, 0, NULL);
    say_olds(p, link), document_cell(&p->doc, table, 1, NULL);
    say(&p->doc, area_change_name(link->change));
    if (link->grading) say(&p->doc, ", "), say_words(&p->doc, grading_name(link->grading));
    document_cell(&p->doc, table, 2, NULL);
    if (link->comparability) say(&p->doc, link->comparability == ALIKE ? "alike" : "not comparable");
    document_cell(&p->doc, table, 3, NULL);
}

/* Each reason once, however many areas have it. */
static void reasons(struct pages *p)
{
    for (size_t i = 0; i < p->x->count; i++) {
        struct str because = p->x->links[i].because;
        bool told = !because.s;
        for (size_t k = 0; k < i && !told; k++) told = str_eq(because, p->x->links[k].because);
        if (told) continue;
        say(&p->doc, "Not comparable: "), say_str(&p->doc, because), say(&p->doc, ".");
        document_paragraph(&p->doc);
    }
}

static void links(struct pages *p)
{
    static const char *const head_of[] = {"Now", "Before", "Area", "Grades"};
    bool all = true;
    for (size_t i = 0; i < p->x->count; i++) all = all && is_plain(&p->x->links[i]);
    if (all) return;
    begin(p);
    say(&p->doc, "Which area is which"), document_heading(&p->doc, 2, NULL);
    reasons(p);
    struct block *table = document_table(&p->doc, head_of, 4);
    for (size_t i = 0; i < p->x->count; i++) link_row(p, table, &p->x->links[i]);
    end(p);
}

static void edits(struct pages *p)
{
    begin(p);
    diff_say_edits(p->r, &p->doc);
    end(p);
}

/* --- By organisation ------------------------------------------------------------------------------------------------ */

static void judgment_cells(struct pages *p, struct block *table, const struct judgment_diff *d, size_t column)
{
    diff_words_before(p->x, d, p->scratch), say_scratch(p);
    document_cell(&p->doc, table, column, NULL);
    diff_words_grade(p->x->now, d->now, p->scratch), say_scratch(p);
    document_cell(&p->doc, table, column + 1, NULL);
    diff_words_judgment(d, p->scratch), say_scratch(p);
    document_cell(&p->doc, table, column + 2, NULL);
}

static void judgments(struct pages *p, const struct org_diff *d)
{
    static const char *const head_of[] = {"Area", "Before", "Now", "Change"};
    struct block *table = NULL;
    for (size_t i = 0; i < d->judgment_count; i++) {
        if (!differing(p->r, d, i)) continue;
        if (!table) table = document_table(&p->doc, head_of, 4);
        say_str(&p->doc, area_title(p->x, d->judgments[i].link));
        document_cell(&p->doc, table, 0, NULL);
        judgment_cells(p, table, &d->judgments[i], 1);
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
        diff_words_reading(p->r->c, x, p->scratch), say_scratch(p);
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
    say_scratch(p);
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
            say_scratch(p);
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
    say_str(&p->doc, area_title(p->x, d->link)), document_heading(&p->doc, 3, NULL);
    if (d->because.s && !d->link->because.s) say_str(&p->doc, d->because), document_fact(&p->doc, "Not comparable", 0);
    if (attributed) diff_say_because(p->r, &a, d, &p->doc);
    if (d->moderation) diff_words_decision(d, p->scratch), say_scratch(p), document_fact(&p->doc, "Moderation", 0);
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
        diff_words_life(l, p->scratch), say_scratch(p), document_cell(&p->doc, table, 1, NULL);
    }
}

static void org_heading(struct pages *p, const struct org_diff *d)
{
    say_str(&p->doc, name_of(d));
    if (d->change == ORG_ADDED) say(&p->doc, ": added");
    if (d->change == ORG_REMOVED) say(&p->doc, ": removed");
    if (d->change == ORG_RENAMED) say(&p->doc, ": renamed, was "), say_str(&p->doc, d->was->name);
    document_heading(&p->doc, 2, NULL);
}

static void one_org(struct pages *p, const struct org_diff *d)
{
    begin(p);
    org_heading(p, d);
    judgments(p, d);
    for (size_t i = 0; i < d->judgment_count; i++)
        if (differing(p->r, d, i)) details(p, d, i);
    lives(p, d);
    end(p);
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
enum { FEW = 5 };
static bool is_worth_a_page(const struct pages *p, const struct org_diff *d)
{
    if (p->r->request.only != DIFF_ALL) return diff_shows_org(&p->r->request, d);
    if (has_parts(p, d)) return true;
    return p->r->c->count > FEW ? d->differs : diff_shows_org(&p->r->request, d);
}

static void by_organisation(struct pages *p)
{
    for (size_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        if (d && is_worth_a_page(p, d)) one_org(p, d);
    }
}

/* --- By area --------------------------------------------------------------------------------------------------------- */

static void area_rows(struct pages *p, size_t link)
{
    static const char *const head_of[] = {"Organisation", "Before", "Now", "Change"};
    struct block *table = NULL;
    for (size_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        if (!d || d->judgment_count == 0) continue;
        const struct judgment_diff *j = &d->judgments[link];
        if (!diff_shows(&p->r->request, j) || (p->r->c->count > FEW && !j->differs)) continue;
        if (!table) {
            say_str(&p->doc, area_title(p->x, j->link)), document_heading(&p->doc, 2, NULL);
            table = document_table(&p->doc, head_of, 4);
        }
        say_str(&p->doc, name_of(d)), document_cell(&p->doc, table, 0, NULL);
        judgment_cells(p, table, j, 1);
    }
}

static void by_area(struct pages *p)
{
    for (size_t link = 0; link < p->x->count; link++) {
        begin(p);
        area_rows(p, link);
        end(p);
    }
}

/* --- By rule --------------------------------------------------------------------------------------------------------- */

struct turned { uint32_t characteristic; uint8_t before, after, because; uint32_t pair; }; /* because: enum outcome_cause */
struct turns { struct turned *list; size_t count, capacity; };

static int by_rule_first(const void *a, const void *b)
{
    const struct turned *x = a, *y = b;
    if (x->characteristic != y->characteristic) return x->characteristic < y->characteristic ? -1 : 1;
    if (x->before != y->before) return x->before < y->before ? -1 : 1;
    if (x->after != y->after) return x->after < y->after ? -1 : 1;
    if (x->because != y->because) return x->because < y->because ? -1 : 1;
    return (x->pair > y->pair) - (x->pair < y->pair);
}

static void turn_add(struct turns *t, struct turned x, struct arena *arena)
{
    if (t->count == t->capacity) {
        size_t wider = t->capacity ? 2 * t->capacity : 256;
        struct turned *list = arena_alloc(arena, wider * sizeof *list);
        if (t->count) memcpy(list, t->list, t->count * sizeof *list);
        t->list = list;
        t->capacity = wider;
    }
    t->list[t->count++] = x;
}

static void gather_turns(struct pages *p, struct turns *t)
{
    for (uint32_t i = 0; i < p->r->c->count; i++) {
        const struct org_diff *d = diff_pair(p->r, i);
        for (size_t k = 0; d && k < d->judgment_count; k++)
            for (size_t o = 0; diff_shows(&p->r->request, &d->judgments[k]) && o < d->judgments[k].outcome_count; o++) {
                const struct outcome_diff *x = &d->judgments[k].outcomes[o];
                enum outcome_cause because = quartet_is_crossed(p->r->c) ? attribution_of_outcome(p->r->c, d, x).cause : OUTCOME_CAUSES;
                turn_add(t, (struct turned){x->now, (uint8_t)x->before, (uint8_t)x->after, (uint8_t)because, i}, p->r->arena);
            }
    }
    if (t->count) qsort(t->list, t->count, sizeof *t->list, by_rule_first);
}

static bool alike(const struct turned *a, const struct turned *b)
{
    return a->characteristic == b->characteristic && a->before == b->before && a->after == b->after && a->because == b->because;
}

enum { NAMED = 12 };
static void say_who(struct pages *p, const struct turned *list, size_t count)
{
    sayf(&p->doc, "%zu: ", count);
    for (size_t i = 0; i < count && i < NAMED; i++) {
        if (i) say(&p->doc, ", ");
        say_code(&p->doc, p->x->now->orgs[list[i].pair].id);
    }
    if (count > NAMED) sayf(&p->doc, " and %zu more", count - NAMED);
}

static void turn_rows(struct pages *p, const struct turns *t)
{
    static const char *const head_of[] = {"Rule", "Before", "Now", "Organisations", "Because of"};
    bool crossed = quartet_is_crossed(p->r->c);
    begin(p);
    say(&p->doc, "By rule"), document_heading(&p->doc, 2, NULL);
    if (t->count == 0) {
        say(&p->doc, "No characteristic that both have, and may be compared, had another outcome.");
        document_paragraph(&p->doc);
        end(p);
        return;
    }
    struct block *table = document_table(&p->doc, head_of, crossed ? 5 : 4);
    for (size_t i = 0, n; i < t->count; i += n) {
        const struct turned *x = &t->list[i];
        for (n = 1; i + n < t->count && alike(x, &t->list[i + n]);) n++;
        say_code(&p->doc, p->x->now->characteristics[x->characteristic].id), document_cell(&p->doc, table, 0, NULL);
        say_words(&p->doc, peel_outcome_name((enum peel_outcome)x->before)), document_cell(&p->doc, table, 1, NULL);
        say_words(&p->doc, peel_outcome_name((enum peel_outcome)x->after)), document_cell(&p->doc, table, 2, NULL);
        say_who(p, x, n), document_cell(&p->doc, table, 3, NULL);
        if (crossed) say(&p->doc, diff_words_cause((enum outcome_cause)x->because)), document_cell(&p->doc, table, 4, NULL);
    }
    end(p);
}

static void by_rule(struct pages *p)
{
    struct turns turns = {NULL, 0, 0};
    gather_turns(p, &turns);
    turn_rows(p, &turns);
}

/* --- All of it ------------------------------------------------------------------------------------------------------- */

static void write_by(const struct diff_report *r, const struct hand *hand, struct buf *out)
{
    struct pages p = {.r = r, .x = &r->c->crosswalk, .hand = hand, .out = out, .scratch = r->scratch};
    head(&p);
    links(&p);
    edits(&p);
    if (r->request.by == DIFF_BY_AREA)
        by_area(&p);
    else if (r->request.by == DIFF_BY_RULE)
        by_rule(&p);
    else
        by_organisation(&p);
}

static void text_write(const struct diff_report *r, struct buf *out) { write_by(r, &HAND_TEXT, out); }
static void markdown_write(const struct diff_report *r, struct buf *out) { write_by(r, &HAND_MARKDOWN, out); }

const struct diff_format DIFF_TEXT = {"text", text_write};
const struct diff_format DIFF_MARKDOWN = {"markdown", markdown_write};
