/* guide_ladder.c: the scale, and how outcomes become a grade, in words. */
#include "report/guide_parts.h"

static void scale(struct guide *g)
{
    const struct names *s = &g->pack->decl.scale;
    say(&g->doc, "The scale");
    document_heading(&g->doc, 2, ANCHOR_SCALE);
    document_page(&g->doc);
    say(&g->doc, "From worst to best: ");
    for (size_t i = 0; i < s->count; i++) {
        if (i > 0) say(&g->doc, ", ");
        guide_say_grade(g, (int)i);
    }
    say(&g->doc, ".");
    document_paragraph(&g->doc);
}

static const char *label(struct guide *g, int grade)
{
    char *text = arena_dup(g->arena, pack_grade_name(g->pack, grade), strlen(pack_grade_name(g->pack, grade)));
    for (char *c = text; *c; c++)
        if (*c == '-' || *c == '_') *c = ' ';
    if (*text >= 'a' && *text <= 'z') *text = (char)(*text - 'a' + 'A');
    return text;
}

static void say_standard(struct guide *g)
{
    if (g->pack->ladder.standard < 0) {
        say(&g->doc, "all characteristics");
        return;
    }
    say(&g->doc, "the characteristics of ");
    guide_say_grade(g, g->pack->ladder.standard);
}

static void counted(struct guide *g)
{
    const struct decl_ladder *d = &g->pack->decl.ladder;
    say(&g->doc, "Counted is the weight of ");
    say_standard(g);
    say(&g->doc, " that are met, with those partly met counting ");
    guide_say_amount(g, g->pack->ladder.partly, d->has_partly ? d->partly.parameter : (struct str){NULL, 0});
    say(&g->doc,
        " of their weight, as a share of the weight of those that have evidence. What is not applicable is left out. "
        "The first of these that holds decides:");
    document_paragraph(&g->doc);
}

static void rung(struct guide *g, const struct rung *r)
{
    if (r->share <= 0) {
        say(&g->doc, "anything less");
    } else {
        say(&g->doc, "at least ");
        guide_say_amount(g, r->share, r->share_name);
        say(&g->doc, " of the weight of ");
        say_standard(g);
        say(&g->doc, " is met");
    }
    if (r->beyond == r->beyond) { /* asked for */
        say(&g->doc, ", and at least ");
        guide_say_amount(g, r->beyond, r->beyond_name);
        say(&g->doc, " of the characteristics of ");
        guide_say_grade(g, r->grade);
        say(&g->doc, ", at least one of them met");
    }
    document_fact(&g->doc, label(g, r->grade), 0);
}

static void no_grade(struct guide *g)
{
    const struct ladder *l = &g->pack->ladder;
    if (l->enough > 0) {
        say(&g->doc, "less than ");
        guide_say_amount(g, l->enough, l->enough_name);
        say(&g->doc, " of the weight of ");
    } else
        say(&g->doc, "none of ");
    say_standard(g);
    say(&g->doc, " has evidence");
    document_fact(&g->doc, "No grade", 0);
}

static void rungs(struct guide *g)
{
    const struct ladder *l = &g->pack->ladder;
    counted(g);
    if (l->concern >= 0) {
        say(&g->doc, "any cause of concern in the area");
        document_fact(&g->doc, label(g, l->concern), 0);
    }
    no_grade(g);
    for (size_t i = 0; i < l->rung_count; i++) rung(g, &l->rungs[i]);
    say(&g->doc, "A cap of an area may limit its grade besides; it stands with the area.");
    document_paragraph(&g->doc);
}

void guide_ladder(struct guide *g)
{
    scale(g);
    say(&g->doc, "How an area is graded");
    document_heading(&g->doc, 2, ANCHOR_LADDER);
    if (g->pack->ladder.function < 0) {
        rungs(g);
        return;
    }
    say(&g->doc, "The ladder of this pack is a function, which is to be read in the file: ");
    guide_say_function(g, 0, GIST_LADDER, STR(""), "pack.lua");
    document_paragraph(&g->doc);
}
