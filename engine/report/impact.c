/* impact.c: the page: the sum, then each edit with what it alone would flip, those that flip most first. */
#include "report/impact.h"
#include "data/phrase.h"
#include <stdlib.h>

struct telling {
    const struct impact_report *r;
    const struct impact *m;
    struct document doc;
    struct buf text;
};

static void say_grade(struct telling *t, const struct pack *pack, int grade) { say_words(&t->doc, pack_grade_name(pack, grade)); }

static void say_number(struct telling *t, size_t n, const char *one, const char *many) { sayf(&t->doc, "%zu %s", n, n == 1 ? one : many); }

/* --- The head ---------------------------------------------------------------------------------------------------------- */

static void version(struct telling *t, const struct pack *pack, const char *label)
{
    say_str(&t->doc, pack->decl.title), say(&t->doc, ": ");
    say_code(&t->doc, pack->decl.name), say(&t->doc, " "), say_str(&t->doc, pack->decl.version);
    document_fact(&t->doc, label, 0);
}

static void area_list(struct telling *t, const struct names *names, const char *label)
{
    for (size_t i = 0; i < names->count; i++) {
        if (i) say(&t->doc, ", ");
        say_code(&t->doc, names->list[i]);
    }
    if (names->count) document_fact(&t->doc, label, 0);
}

static void edits(struct telling *t)
{
    const struct edits *e = t->m->edits;
    static const char *const one[EDIT_KINDS] = {"parameter", "ladder", "cohort", "characteristic", "cap", "ladder of an area", "file"};
    static const char *const many[EDIT_KINDS] = {"parameters", "ladders", "cohorts", "characteristics", "caps", "ladders of areas", "files"};
    size_t told = 0;
    for (int kind = 0; kind < EDIT_KINDS; kind++) {
        size_t n = 0;
        for (size_t i = 0; i < e->count; i++) n += e->list[i].kind == (enum edit_kind)kind;
        if (n == 0) continue;
        if (told++) say(&t->doc, ", ");
        say_number(t, n, one[kind], many[kind]);
    }
    if (!e->one_scale)
        say(&t->doc, "not taken apart: the two have different scales, and a mixture of both would mean nothing");
    else if (!told)
        say(&t->doc, "none that a rule could feel");
    document_fact(&t->doc, "Edits", 0);
}

static void flips(struct telling *t)
{
    const struct impact *m = t->m;
    sayf(&t->doc, "%zu of %zu would change", m->flips, m->judgments);
    if (m->flips) say(&t->doc, ": ");
    const struct { size_t n; const char *words; } counts[] = {{m->up, "up"}, {m->down, "down"}, {m->gained, "newly graded"}, {m->lost, "no longer graded"},
                                                              {m->flips - m->up - m->down - m->gained - m->lost, m->edits->one_scale ? "otherwise" : "not comparable: two scales"}};
    size_t told = 0;
    for (size_t i = 0; i < sizeof counts / sizeof *counts; i++)
        if (counts[i].n) sayf(&t->doc, "%s%zu %s", told++ ? ", " : "", counts[i].n, counts[i].words);
    document_fact(&t->doc, "Grades", 0);
    sayf(&t->doc, "%zu would change", m->outcomes);
    document_fact(&t->doc, "Outcomes", 0);
    if (!m->partial) return;
    say_number(t, m->partial, "organisation has a rule that fails: what stands on it is no grade", "organisations have a rule that fails: what stands on it is no grade");
    document_fact(&t->doc, "Partial", 0);
}

static void head(struct telling *t)
{
    const struct impact *m = t->m;
    say(&t->doc, "What the draft would change"), document_heading(&t->doc, 1, NULL);
    version(t, m->edits->was, "Was");
    version(t, m->edits->now, "Draft");
    for (size_t i = 0; i < t->r->data_count; i++) {
        say(&t->doc, "round "), say_str(&t->doc, t->r->data[i].round), say(&t->doc, ", ");
        say_number(t, t->r->data[i].organisations, "organisation", "organisations");
        document_fact(&t->doc, i ? NULL : "Data", 0);
    }
    say(&t->doc, "In short"), document_heading(&t->doc, 2, NULL);
    edits(t);
    flips(t);
    area_list(t, &m->areas_new, "New areas");
    area_list(t, &m->areas_gone, "Areas dropped");
}

/* --- An edit ------------------------------------------------------------------------------------------------------------ */

static const struct decl_parameter *parameter_of(const struct impact *m, struct str name)
{
    const struct decl_pack *d = &m->edits->now->decl;
    for (size_t i = 0; i < d->parameter_count; i++)
        if (str_eq(d->parameters[i].name, name)) return &d->parameters[i];
    return NULL;
}

static void put_value(const struct decl_parameter *p, double value, struct buf *out)
{
    if (p && p->unit.s && str_is(p->unit, "share"))
        phrase_percent(value, out);
    else
        style_number(value, out);
}

void impact_say_edit(const struct impact *m, const struct edit *e, struct buf *scratch, struct document *doc)
{
    static const char *const words[EDIT_KINDS] = {"parameter ", "the ladder", "the cohort", "characteristic ", "cap ", "the ladder of ", "what the rules share in "};
    say(doc, words[e->kind]);
    if (e->id.n) say_code(doc, e->id);
    if (e->way != EDIT_CHANGED) say(doc, e->way == EDIT_ADDED ? ", added" : ", removed");
    if (e->kind != EDIT_PARAMETER) return;
    const struct decl_parameter *p = parameter_of(m, e->id);
    buf_put(scratch, ": "), put_value(p, e->to, scratch), buf_put(scratch, ", was "), put_value(p, e->from, scratch);
    say_str(doc, (struct str){arena_dup(doc->arena, scratch->length ? scratch->data : "", scratch->length), scratch->length});
    buf_clear(scratch);
}

static void title(struct telling *t, const struct edit *e) { impact_say_edit(t->m, e, &t->text, &t->doc); }

static void flip_row(struct telling *t, struct block *table, const struct flip *f, bool several)
{
    const struct edits *e = t->m->edits;
    size_t column = 0;
    if (t->r->data_count > 1) say_str(&t->doc, f->round), document_cell(&t->doc, table, column++, NULL);
    say_str(&t->doc, f->name), document_cell(&t->doc, table, column++, NULL);
    say_str(&t->doc, e->now->declared[f->area].title), document_cell(&t->doc, table, column++, NULL);
    say_grade(t, e->was, f->was), document_cell(&t->doc, table, column++, NULL);
    say_grade(t, several ? e->now : e->was, f->alone);
    if (f->alone != f->draft) say(&t->doc, "; with the whole draft "), say_grade(t, e->now, f->draft);
    document_cell(&t->doc, table, column, NULL);
}

static void flip_table(struct telling *t, const struct impact_group *g)
{
    static const char *const heads[] = {"Round", "Organisation", "Area", "Was", "Would be"};
    bool rounds = t->r->data_count > 1;
    if (!g->flip_count) return;
    struct block *table = document_table(&t->doc, heads + !rounds, rounds ? 5 : 4);
    for (size_t i = 0; i < g->flip_count; i++) flip_row(t, table, &g->flips[i], !g->edit);
}

static void sum_of(struct telling *t, const struct impact_group *g)
{
    if (g->flaw) {
        say(&t->doc, "cannot be made alone: "), say_str(&t->doc, str_of(g->flaw));
        document_paragraph(&t->doc);
        return;
    }
    if (!g->edit)
        say(&t->doc, t->m->edits->one_scale ? "No edit alone brings about these." : "Grades of two scales: which is better, is not said.");
    else
        sayf(&t->doc, "Alone it would move %zu of %zu organisations", g->organisations, t->m->organisations);
    if (g->outcomes) sayf(&t->doc, ", and %zu outcome%s of characteristics", g->outcomes, g->outcomes == 1 ? "" : "s");
    if (g->broken) sayf(&t->doc, "; rules fail in %zu", g->broken);
    if (g->edit) say(&t->doc, ".");
    document_paragraph(&t->doc);
}

static bool is_still(const struct impact_group *g) { return !g->flip_count && !g->flaw; }

/* Edits that alone flip nothing: a line each. */
static void still(struct telling *t)
{
    static const char *const heads[] = {"Edit", "At", "Outcomes"};
    struct block *table = NULL;
    for (size_t i = 0; i < t->m->edits->count; i++) {
        const struct impact_group *g = &t->m->groups[i];
        if (!is_still(g)) continue;
        if (!table) {
            say(&t->doc, "Edits that alone move no grade"), document_heading(&t->doc, 2, NULL);
            table = document_table(&t->doc, heads, 3);
        }
        title(t, g->edit), document_cell(&t->doc, table, 0, NULL);
        sayf(&t->doc, "%s:%d", g->edit->file, g->edit->line), document_cell(&t->doc, table, 1, NULL);
        sayf(&t->doc, "%zu", g->outcomes), document_cell(&t->doc, table, 2, NULL);
    }
}

static void group(struct telling *t, const struct impact_group *g)
{
    if (is_still(g)) return;
    if (g->edit)
        title(t, g->edit);
    else
        say(&t->doc, t->m->edits->one_scale ? "Several edits together" : "The draft as a whole");
    document_heading(&t->doc, 2, NULL);
    sum_of(t, g);
    if (g->edit) sayf(&t->doc, "%s:%d", g->edit->file, g->edit->line), document_fact(&t->doc, g->edit->way == EDIT_REMOVED ? "Was at" : "At", 0);
    flip_table(t, g);
}

/* Those that flip most first, as they come where they flip as many; several together last. */
static int by_weight(const void *a, const void *b)
{
    const struct impact_group *x = *(const struct impact_group *const *)a, *y = *(const struct impact_group *const *)b;
    if (!x->edit != !y->edit) return x->edit ? -1 : 1;
    if (x->flip_count != y->flip_count) return x->flip_count > y->flip_count ? -1 : 1;
    return (x > y) - (x < y);
}

static void draw(const struct impact_report *r, const struct hand *hand, struct buf *out)
{
    struct telling t = {.r = r, .m = r->impact};
    const struct impact_group **order = arena_alloc(r->arena, r->impact->group_count * sizeof *order);
    buf_init(&t.text);
    document_init(&t.doc, r->arena, false);
    head(&t);
    for (size_t i = 0; i < r->impact->group_count; i++) order[i] = &r->impact->groups[i];
    qsort(order, r->impact->group_count, sizeof *order, by_weight);
    for (size_t i = 0; i < r->impact->group_count; i++) group(&t, order[i]);
    still(&t);
    hand->draw(&t.doc, &r->style, out);
    out->failed = out->failed || t.text.failed;
    buf_done(&t.text);
}

static void text(const struct impact_report *r, struct buf *out) { draw(r, &HAND_TEXT, out); }
static void markdown(const struct impact_report *r, struct buf *out) { draw(r, &HAND_MARKDOWN, out); }

const struct impact_format IMPACT_TEXT = {"text", text}, IMPACT_MARKDOWN = {"markdown", markdown};

const struct impact_format *impact_format_named(struct str name)
{
    static const struct impact_format *const formats[] = {&IMPACT_TEXT, &IMPACT_MARKDOWN, &IMPACT_JSON};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_is(name, formats[i]->name)) return formats[i];
    return NULL;
}
