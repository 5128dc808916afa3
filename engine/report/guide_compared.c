/* guide_compared.c: how the framework is compared with older ones: which area was which, and whether grades may be. */
#include "report/guide_parts.h"

static const char *words_of(enum comparability c) { return c == ALIKE ? "alike" : "not comparable"; }

static void said(struct guide *g, enum comparability is, struct str because)
{
    say(&g->doc, words_of(is));
    if (because.s && is == NOT_COMPARABLE) say(&g->doc, ": "), say_str(&g->doc, because);
}

static const struct decl_link *link_of(const struct decl_compared *c, struct str area)
{
    for (size_t i = 0; i < c->link_count; i++)
        if (str_eq(c->links[i].area, area)) return &c->links[i];
    return NULL;
}

static void link_row(struct guide *g, struct block *table, const struct decl_compared *c, const struct decl_link *link)
{
    struct document *d = &g->doc;
    guide_say_area(g, link->area), document_cell(d, table, 0, NULL);
    for (size_t i = 0; i < link->from.count; i++) {
        if (i) say(d, ", ");
        say_code(d, link->from.list[i]);
    }
    document_cell(d, table, 1, NULL);
    if (link->comparability)
        said(g, link->comparability, link->because);
    else
        say(d, words_of(c->comparability));
    document_cell(d, table, 2, NULL);
}

/* In the pack's order of areas, whatever order the crosswalk is kept in. */
static void links(struct guide *g, const struct decl_compared *c)
{
    static const char *const head[] = {"Area", "Was", "Grades"};
    if (c->link_count == 0) return;
    struct block *table = document_table(&g->doc, head, 3);
    for (size_t a = 0; a < g->pack->area_count; a++) {
        const struct decl_link *link = link_of(c, g->pack->areas[a].decl->id);
        if (link) link_row(g, table, c, link);
    }
}

static void successors(struct guide *g, const struct decl_successor *list, size_t count, const char *label)
{
    for (size_t i = 0; i < count; i++) {
        say_code(&g->doc, list[i].is), say(&g->doc, ", was "), say_code(&g->doc, list[i].was);
        document_fact(&g->doc, i ? NULL : label, 0);
    }
}

static void one_pack(struct guide *g, const struct decl_compared *c)
{
    struct document *d = &g->doc;
    say(d, "With "), say_code(d, c->pack);
    document_heading(d, 3, arena_printf(g->arena, ANCHOR_COMPARED ".%.*s", (int)c->pack.n, c->pack.s));
    if (c->comparability)
        say(d, "Grades are "), said(g, c->comparability, c->because), say(d, ".");
    else
        say(d, "Whether grades may be compared is said of each area.");
    say(d, str_eq(c->pack, g->pack->decl.name) ? " An area that is not named here is what it was."
                                               : " An area that is not named here has no counterpart.");
    document_paragraph(d);
    links(g, c);
    successors(g, c->grades, c->grade_count, "Grades");
    successors(g, c->organisations, c->organisation_count, "Renamed");
}

void guide_compared(struct guide *g)
{
    const struct decl_pack *p = &g->pack->decl;
    if (p->compared_count == 0) return;
    say(&g->doc, "Compared with older frameworks");
    document_heading(&g->doc, 2, ANCHOR_COMPARED);
    for (size_t i = 0; i < p->compared_count; i++) one_pack(g, &p->compared[i]);
}
