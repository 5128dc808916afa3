/* history_text.c: a history as a page: the results, the sum of each step, how to read the marks, which area went where,
 * then organisation by organisation, or area by area. */
#include "report/document.h"
#include "report/history.h"

enum {
    NAME_WIDTH = 24,  /* columns of a page that the first of a table asks for */
    GRADE_WIDTH = 16, /* and each year: "requires" and "improvement" under each other, a mark, a gap */
    FEWEST = 2, MOST = 7 /* years beside each other; a table has eight columns */
};

struct chronicle { /* being written */
    const struct history_report *r;
    const struct history *h;
    struct press press;
    struct document doc;
    size_t across; /* years beside each other */
    bool told; /* some row of some organisation */
};

/* --- Small things ------------------------------------------------------------------------------------------------- */

static void begin(struct chronicle *c) { document_init(&c->doc, c->r->arena, false); }

static void end(struct chronicle *c)
{
    press_piece(&c->press, &c->doc);
    c->doc.first = NULL;
    arena_reset(c->r->arena);
    if (c->r->drain) c->r->drain(c->r->context, c->press.out);
}

static const char *text_of(struct chronicle *c, struct str s) { return arena_dup(c->r->arena, s.n ? s.s : "", s.n); }

static void say_date(struct chronicle *c, const char *before, struct date date)
{
    say(&c->doc, before);
    if (date.year == 0) return;
    date_write(date, c->r->scratch);
    say_str(&c->doc, str_of(arena_dup(c->r->arena, c->r->scratch->data, c->r->scratch->length)));
    buf_clear(c->r->scratch);
}

/* --- Marks: one before each grade, of what became of the one before ----------------------------------------------------
 * None is for a correction: that is of one round, of which a history has one result, and the grade itself says it. */

enum mark { MARK_NONE, MARK_BAR, MARK_UP, MARK_DOWN, MARK_HIGHER, MARK_LOWER, MARK_SAME, MARK_CARRIED, MARKS };
static const struct { const char *utf8, *ascii, *means; } MARK[MARKS] = {
    {"", "", ""},
    {"‖", "||", "another framework, or merged areas: not comparable with the grade before"},
    {"↑", "^", "improved"},
    {"↓", "v", "declined"},
    {"↑*", "^*", "higher, but by the rules, a decision or what others did, or because of what cannot be told"},
    {"↓*", "v*", "lower, likewise"},
    {"=", "=", "the same grade"},
    {"~", "~", "carried over, nobody looked again"}};

static const char *mark_text(const struct chronicle *c, enum mark mark)
{
    return c->r->style.utf8 ? MARK[mark].utf8 : MARK[mark].ascii;
}

/* The framework is another, whether a grade stood before or not. */
static enum mark bar(const struct judgment_diff *d) { return d->link->comparability == NOT_COMPARABLE ? MARK_BAR : MARK_NONE; }

static enum mark mark_of(const struct judgment_diff *d)
{
    if (!d) return MARK_NONE;
    switch (d->change) {
    case JUDGMENT_IMPROVED: return MARK_UP;
    case JUDGMENT_DECLINED: return MARK_DOWN;
    case JUDGMENT_HIGHER: return MARK_HIGHER;
    case JUDGMENT_LOWER: return MARK_LOWER;
    case JUDGMENT_NOT_COMPARABLE: return MARK_BAR;
    case JUDGMENT_CARRIED_OVER: return MARK_CARRIED;
    case JUDGMENT_UNCHANGED: return d->now && d->now->grade >= 0 ? MARK_SAME : MARK_NONE;
    case JUDGMENT_UNKNOWN: return d->now->grade >= 0 ? bar(d) : MARK_NONE; /* of what is not known nothing is said, not even that */
    default: return bar(d);
    }
}

/* --- A cell ------------------------------------------------------------------------------------------------------------ */

/* What was published first, where it no longer stands: a history has one result of a round. */
static void say_first(struct chronicle *c, const struct side_judgment *j)
{
    if (!j->more || !j->more->earlier_count || !j->more->earlier[0].grade.s) return;
    say(&c->doc, ", first "), say_words(&c->doc, j->more->earlier[0].grade.s);
}

static void say_standing(struct chronicle *c, const struct side_judgment *j)
{
    switch ((enum peel_status)j->status) {
    case PEEL_CARRIED_OVER: say_date(c, ", carried over from ", j->date); break;
    case PEEL_REVISIT: say_date(c, ", revisit ", j->date), say_first(c, j); break;
    case PEEL_CORRECTED: say_date(c, ", corrected ", j->date), say_first(c, j); break;
    case PEEL_ADDED_LATE: say_date(c, ", added ", j->date); break;
    default: break;
    }
}

/* Where the grade that stands is not what the rules say, or not what was published, both are shown; the published one last, since what
 * is said behind it, when it was corrected or carried over, is said of what was published. */
static void say_others(struct chronicle *c, const struct judged *side, const struct side_judgment *j)
{
    const char *grade = side_grade_name(side, j->grade);
    struct str published = side_published(side, j);
    if (j->more && j->more->moderation) say(&c->doc, ", moderated; computed: "), say_words(&c->doc, side_grade_name(side, j->computed));
    if (published.s && !str_is(published, grade)) say(&c->doc, "; published: "), say_words(&c->doc, published.s);
}

static void cell(struct chronicle *c, const struct history_row *row, const struct org_history *o, size_t side)
{
    const struct side_judgment *j = history_judgment(row, o, side);
    const char *mark = mark_text(c, mark_of(history_change(row, o, side)));
    if (!j && row->area[side] != NO_SLOT) say(&c->doc, c->r->style.utf8 ? "·" : ".");
    if (!j) return;
    say(&c->doc, mark);
    if (*mark) say(&c->doc, " ");
    if (j->grade == PEEL_INSUFFICIENT_EVIDENCE && j->status != PEEL_NOT_INSPECTED)
        say(&c->doc, c->r->style.utf8 ? "–" : "-");
    else
        say_words(&c->doc, side_grade_name(c->h->sides[side], j->grade));
    say_others(c, c->h->sides[side], j);
    if (j->grade >= 0) say_standing(c, j);
}

static struct block *table_of(struct chronicle *c, const char *first, size_t from, size_t to)
{
    const char **head = arena_alloc(c->r->arena, (to - from + 2) * sizeof *head);
    head[0] = first;
    for (size_t k = from; k <= to; k++) head[k - from + 1] = text_of(c, c->h->sides[k]->round);
    return document_table(&c->doc, head, to - from + 2);
}

static void row_cells(struct chronicle *c, struct block *table, struct str title, const struct history_row *row,
                      const struct org_history *o, size_t from, size_t to)
{
    c->told = true;
    say_str(&c->doc, title);
    document_cell(&c->doc, table, 0, NULL);
    for (size_t k = from; k <= to; k++) cell(c, row, o, k), document_cell(&c->doc, table, k - from + 1, NULL);
}

/* The last year of a table whose first is `from`. */
static size_t stretch(const struct chronicle *c, size_t from)
{
    size_t to = from + c->across - 1;
    return to < c->h->count ? to : c->h->count - 1;
}

/* --- The head ------------------------------------------------------------------------------------------------------ */

static void side_fact(struct chronicle *c, const struct judged *s)
{
    struct document *d = &c->doc;
    say_str(d, s->title), say(d, ": "), say_code(d, s->pack), say(d, " "), say_str(d, s->version);
    sayf(d, ", %zu organisation%s", s->org_count, s->org_count == 1 ? "" : "s");
    if (s->published_only) say(d, "; no rule was asked, these are the grades that were published");
    if (s->partial) sayf(d, ", of which %llu had a rule that failed", (unsigned long long)s->partial);
    document_fact(d, text_of(c, s->round), 0);
}

struct counted { uint64_t n; const char *words; };

static void say_counts(struct chronicle *c, const struct counted *list, size_t count)
{
    size_t told = 0;
    for (size_t i = 0; i < count; i++) {
        if (list[i].n == 0) continue;
        if (told++) say(&c->doc, ", ");
        sayf(&c->doc, "%llu ", (unsigned long long)list[i].n);
        say_words(&c->doc, list[i].words);
    }
    if (!told) say(&c->doc, "no judgment that both have");
}

static void step_fact(struct chronicle *c, size_t k)
{
    const struct tally *t = &c->r->tallies[k];
    struct counted counts[JUDGMENT_CHANGES];
    for (int i = 0; i < JUDGMENT_CHANGES; i++)
        counts[i] = (struct counted){t->judgments[i], judgment_change_name((enum judgment_change)i)};
    say_counts(c, counts, JUDGMENT_CHANGES);
    const uint64_t added = t->organisations[ORG_ADDED], removed = t->organisations[ORG_REMOVED];
    if (added) sayf(&c->doc, "; %llu organisation%s more", (unsigned long long)added, added == 1 ? "" : "s");
    if (removed) sayf(&c->doc, "; %llu organisation%s not in it", (unsigned long long)removed, removed == 1 ? "" : "s");
    const char *label = arena_printf(c->r->arena, "to %s", text_of(c, c->h->sides[k + 1]->round));
    document_fact(&c->doc, label, 0);
}

static void head(struct chronicle *c)
{
    begin(c);
    say(&c->doc, "History, "), say_str(&c->doc, c->h->sides[0]->round);
    say(&c->doc, " to "), say_str(&c->doc, c->h->sides[c->h->count - 1]->round);
    document_heading(&c->doc, 1, NULL);
    for (size_t k = 0; k < c->h->count; k++) side_fact(c, c->h->sides[k]);
    end(c);
    begin(c);
    say(&c->doc, "From each to the next"), document_heading(&c->doc, 2, NULL);
    for (size_t k = 0; k + 1 < c->h->count; k++) step_fact(c, k);
    end(c);
}

/* --- How to read it ---------------------------------------------------------------------------------------------------- */

static bool told_before(const struct crosswalk *x, size_t i)
{
    for (size_t k = 0; k < i; k++)
        if (str_eq(x->links[k].because, x->links[i].because)) return true;
    return false;
}

/* Each reason of a step once. */
static void reasons(struct chronicle *c, size_t k)
{
    const struct crosswalk *x = &c->h->steps[k].crosswalk;
    for (size_t i = 0; i < x->count; i++) {
        if (!x->links[i].because.s || told_before(x, i)) continue;
        say_str(&c->doc, x->was->round), say(&c->doc, " and "), say_str(&c->doc, x->now->round);
        say(&c->doc, " are not comparable: "), say_str(&c->doc, x->links[i].because), say(&c->doc, ".");
        document_paragraph(&c->doc);
    }
}

/* What is higher or lower from one to the next may be the rules' doing alone, where they are not the same. */
static void other_rules(struct chronicle *c, size_t k)
{
    const struct crosswalk *x = &c->h->steps[k].crosswalk;
    const struct judged *was = x->was, *now = x->now;
    bool alike = false;
    for (size_t i = 0; i < x->count; i++) alike = alike || x->links[i].comparability == ALIKE;
    if (!alike || str_eq(was->digest, now->digest) || was->published_only || now->published_only) return;
    say_str(&c->doc, was->round), say(&c->doc, " and "), say_str(&c->doc, now->round);
    say(&c->doc, " were not judged by the same rules ("), say_code(&c->doc, was->pack), say(&c->doc, " "), say_str(&c->doc, was->version);
    say(&c->doc, ", "), say_code(&c->doc, now->pack), say(&c->doc, " "), say_str(&c->doc, now->version);
    if (quartet_is_known(&c->h->steps[k])) {
        say(&c->doc, "): each pack was asked about the data of both, and what is higher or lower is so by the rules, a decision or what others did, or because of what cannot be told.");
        document_paragraph(&c->doc);
        return;
    }
    say(&c->doc, "): what is higher or lower may be so by the rules alone. ");
    say_code(&c->doc, str_of("peel diff")), say(&c->doc, " of these two, each as PACK:DATASET, tells because of what.");
    document_paragraph(&c->doc);
}

static bool has_note(const struct judged *s, struct str note) { return s->published_only && s->note.s && str_eq(s->note, note); }

/* What the data say of published grades, once however many results say it, and of which. */
static void notes(struct chronicle *c)
{
    for (size_t k = 0; k < c->h->count; k++) {
        struct str note = c->h->sides[k]->note;
        bool told = !c->h->sides[k]->published_only || !note.s;
        for (size_t i = 0; i < k && !told; i++) told = has_note(c->h->sides[i], note);
        if (told) continue;
        say(&c->doc, "Of "), say_str(&c->doc, c->h->sides[k]->round);
        for (size_t i = k + 1; i < c->h->count; i++)
            if (has_note(c->h->sides[i], note)) say(&c->doc, ", "), say_str(&c->doc, c->h->sides[i]->round);
        say(&c->doc, ": "), say_str(&c->doc, note), document_paragraph(&c->doc);
    }
}

static void legend(struct chronicle *c)
{
    begin(c);
    say(&c->doc, "How to read it"), document_heading(&c->doc, 2, NULL);
    say(&c->doc, "A mark before a grade says what became of the one before: ");
    for (int m = MARK_BAR; m < MARKS; m++) {
        if (m > MARK_BAR) say(&c->doc, "; ");
        say(&c->doc, mark_text(c, (enum mark)m)), say(&c->doc, " "), say(&c->doc, MARK[m].means);
    }
    say(&c->doc, "; none, there is nothing to compare it with. ");
    bool published = false;
    for (size_t k = 0; k < c->h->count; k++) published = published || c->h->sides[k]->published_only;
    say(&c->doc, c->r->style.utf8 ? "– is no grade" : "- is no grade");
    if (published) say(&c->doc, " or, of those that were published, none that is known");
    say(&c->doc, c->r->style.utf8 ? "; · an organisation" : "; . an organisation");
    say(&c->doc, " that is not in that result; a blank, an area that was not asked.");
    document_paragraph(&c->doc);
    for (size_t k = 0; k + 1 < c->h->count; k++) reasons(c, k), other_rules(c, k);
    notes(c);
    end(c);
}

/* --- Which area went where --------------------------------------------------------------------------------------------- */

struct moves { struct chronicle *c; struct block *table; };

static void move_begins(struct moves *m, size_t from)
{
    static const char *const head_of[] = {"From", "To", "Area", ""};
    struct chronicle *c = m->c;
    if (!m->table) {
        say(&c->doc, "Which area went where"), document_heading(&c->doc, 2, NULL);
        m->table = document_table(&c->doc, head_of, 4);
    }
    say_str(&c->doc, c->h->sides[from]->round), document_cell(&c->doc, m->table, 0, NULL);
    say_str(&c->doc, c->h->sides[from + 1]->round), document_cell(&c->doc, m->table, 1, NULL);
}

static void move_tells(struct moves *m, struct str area, const char *what, struct str other)
{
    struct document *d = &m->c->doc;
    say_str(d, area), document_cell(d, m->table, 2, NULL);
    say(d, what), say_str(d, other), document_cell(d, m->table, 3, NULL);
}

static struct str title_at(const struct chronicle *c, size_t side, uint32_t area)
{
    return c->h->sides[side]->areas[area].title;
}

static void renamed(struct moves *m, const struct history_row *row, size_t to)
{
    struct str was = title_at(m->c, to - 1, row->area[to - 1]), now = title_at(m->c, to, row->area[to]);
    if (str_eq(was, now)) return;
    move_begins(m, to - 1);
    move_tells(m, now, "was ", was);
}

static void split(struct moves *m, const struct history_row *row)
{
    if (row->link[row->first] == NO_SLOT) return;
    const struct area_link *link = &m->c->h->steps[row->first - 1].crosswalk.links[row->link[row->first]];
    move_begins(m, row->first - 1);
    move_tells(m, title_at(m->c, row->first, row->area[row->first]), "split from ",
               title_at(m->c, row->first - 1, link->was[0]));
}

static void went(struct moves *m, const struct history_row *row)
{
    split(m, row);
    for (size_t k = row->first + 1; k <= row->last; k++) renamed(m, row, k);
    if (row->into == NO_SLOT) return;
    move_begins(m, row->last);
    move_tells(m, title_at(m->c, row->last, row->area[row->last]), "merged into ", title_at(m->c, row->last + 1, row->into));
}

static void where(struct chronicle *c)
{
    struct moves m = {c, NULL};
    begin(c);
    for (size_t i = 0; i < c->h->row_count; i++) went(&m, &c->h->rows[i]);
    end(c);
}

/* --- By organisation ------------------------------------------------------------------------------------------------ */

/* As it was called when this organisation was last asked. */
static struct str title_of(const struct chronicle *c, const struct history_row *row, const struct org_history *o)
{
    size_t k = row->last;
    while (k > row->first && !history_judgment(row, o, k)) k--;
    return title_at(c, k, row->area[k]);
}

static bool asked_within(const struct history_row *row, const struct org_history *o, size_t from, size_t to)
{
    for (size_t k = from; k <= to; k++)
        if (history_judgment(row, o, k)) return true;
    return false;
}

static void years(struct chronicle *c, const struct org_history *o, size_t from, size_t to)
{
    struct block *table = NULL;
    for (size_t i = 0; i < c->h->row_count; i++) {
        const struct history_row *row = &c->h->rows[i];
        if (!history_shows(c->r, row, o) || !asked_within(row, o, from, to)) continue;
        if (!table) table = table_of(c, "Area", from, to);
        row_cells(c, table, title_of(c, row, o), row, o, from, to);
    }
}

static bool shows_any(const struct chronicle *c, const struct org_history *o)
{
    for (size_t i = 0; i < c->h->row_count; i++)
        if (history_shows(c->r, &c->h->rows[i], o)) return true;
    return false;
}

static void organisation(struct chronicle *c, size_t i)
{
    const struct org_history *o = history_line(c->r, i);
    if (!o || !shows_any(c, o)) return;
    begin(c);
    say_str(&c->doc, o->newest->name), document_heading(&c->doc, 2, NULL);
    for (size_t from = 0; from + 1 < c->h->count; from = stretch(c, from)) years(c, o, from, stretch(c, from));
    end(c);
}

/* --- By area ---------------------------------------------------------------------------------------------------------- */

static void area_years(struct chronicle *c, const struct history_row *row, size_t from, size_t to)
{
    struct block *table = NULL;
    for (size_t i = 0; i < c->h->line_count; i++) {
        const struct org_history *o = history_line(c->r, i);
        if (!o || !history_shows(c->r, row, o) || !asked_within(row, o, from, to)) continue;
        if (!table) {
            if (!c->doc.first) say_str(&c->doc, history_title(c->h, row)), document_heading(&c->doc, 2, NULL);
            table = table_of(c, "Organisation", from, to);
        }
        row_cells(c, table, o->newest->name, row, o, from, to);
    }
}

static void area(struct chronicle *c, const struct history_row *row)
{
    begin(c);
    for (size_t from = 0; from + 1 < c->h->count; from = stretch(c, from)) area_years(c, row, from, stretch(c, from));
    end(c);
}

static void nothing(struct chronicle *c)
{
    begin(c);
    say(&c->doc, c->r->request.only == DIFF_ALL ? "No judgment has a grade." : "No judgment is among what is asked for.");
    document_paragraph(&c->doc);
    end(c);
}

/* --- All of it ------------------------------------------------------------------------------------------------------- */

static size_t years_across(size_t width)
{
    size_t n = width > NAME_WIDTH ? (width - NAME_WIDTH) / GRADE_WIDTH : 0;
    return n < FEWEST ? FEWEST : n > MOST ? MOST : n;
}

static void write_by(const struct history_report *r, const struct hand *hand, struct buf *out)
{
    struct chronicle c = {.r = r, .h = r->h, .press = {hand, &r->style, out, false}, .across = years_across(r->style.width)};
    head(&c);
    legend(&c);
    where(&c);
    for (size_t i = 0; r->request.by == DIFF_BY_AREA && i < c.h->row_count; i++) area(&c, &c.h->rows[i]);
    for (size_t i = 0; r->request.by != DIFF_BY_AREA && i < c.h->line_count; i++) organisation(&c, i);
    if (!c.told) nothing(&c);
    press_end(&c.press);
}

static void text_write_history(const struct history_report *r, struct buf *out) { write_by(r, &HAND_TEXT, out); }
static void markdown_write_history(const struct history_report *r, struct buf *out) { write_by(r, &HAND_MARKDOWN, out); }
static void html_write_history(const struct history_report *r, struct buf *out) { write_by(r, &HAND_HTML, out); }

const struct history_format HISTORY_TEXT = {"text", text_write_history};
const struct history_format HISTORY_MARKDOWN = {"markdown", markdown_write_history};
const struct history_format HISTORY_HTML = {"html", html_write_history};
