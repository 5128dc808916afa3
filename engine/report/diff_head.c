/* diff_head.c: what stands before the pieces of a page of differences: what is compared, the sum, which area is which, and
 * which edits of the rules moved grades. */
#include "data/phrase.h"
#include "report/diff_pages.h"

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
        pages_say_scratch(p);
        document_fact(&p->doc, told++ ? NULL : "Thresholds", 0);
    }
}

/* What follows the sum is not all: that is said, since a page is passed on. */
static void listed_fact(struct pages *p)
{
    static const char *const words[] = {NULL, "what changed", "what improved, or is higher", "what declined, or is lower"}; /* enum diff_only */
    if (p->r->request.only == DIFF_ALL) return;
    say(&p->doc, "only "), say(&p->doc, words[p->r->request.only]), say(&p->doc, "; the sum is of all");
    document_fact(&p->doc, "Listed", 0);
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
    pages_say_scratch(p);
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
    pages_say_scratch(p);
}

/* Its words leave open what it is: to be a cause of concern is to be it at first sight. */
static bool says_no_kind(enum life_change change)
{
    return change != LIFE_ESCALATED && change != LIFE_EASED && change != LIFE_OPENED;
}

static void matter(struct pages *p, const struct matter *m, const char *label)
{
    const struct org_diff *d = diff_pair(p->r, m->pair);
    say_strong(&p->doc, pages_org_name(d)), say(&p->doc, ", ");
    if (m->link != NO_SLOT) {
        say_str(&p->doc, pages_area_title(p->x, &p->x->links[m->link]));
        say_change(p, &d->judgments[m->link]);
    } else {
        const struct life *l = &d->lives.list[m->life];
        const struct side_item *x = l->now ? l->now : l->was;
        say_str(&p->doc, x->text);
        if (says_no_kind(l->change)) say(&p->doc, l->concern ? " (cause of concern)" : " (area for improvement)");
        say(&p->doc, ": "), diff_words_life(l, p->scratch);
        pages_say_scratch(p);
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

void pages_head(struct pages *p)
{
    pages_begin(p);
    say(&p->doc, "What changed, "), say_str(&p->doc, p->x->was->round);
    say(&p->doc, " and "), say_str(&p->doc, p->x->now->round);
    document_heading(&p->doc, 1, NULL);
    side_fact(p, p->x->was, "Older");
    side_fact(p, p->x->now, "Newer");
    rules_fact(p);
    listed_fact(p);
    pages_end(p);
    pages_begin(p);
    sum(p);
    pages_end(p);
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

void pages_links(struct pages *p)
{
    static const char *const head_of[] = {"Now", "Before", "Area", "Grades"};
    bool all = true;
    for (size_t i = 0; i < p->x->count; i++) all = all && is_plain(&p->x->links[i]);
    if (all) return;
    pages_begin(p);
    say(&p->doc, "Which area is which"), document_heading(&p->doc, 2, NULL);
    reasons(p);
    struct block *table = document_table(&p->doc, head_of, 4);
    for (size_t i = 0; i < p->x->count; i++) link_row(p, table, &p->x->links[i]);
    pages_end(p);
}

void pages_edits(struct pages *p)
{
    pages_begin(p);
    diff_say_edits(p->r, &p->doc);
    pages_end(p);
}
