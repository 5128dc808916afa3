/* guide_area.c: an area: what is asked, how it is graded, what limits it, then its characteristics. */
#include "report/guide_parts.h"

static void depends(struct guide *g, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        if (i > 0) say(&g->doc, ", ");
        if (memchr(names->list[i].s, '/', names->list[i].n))
            guide_say_characteristic(g, names->list[i]);
        else
            guide_say_area(g, names->list[i]);
    }
    if (names->count) document_fact(&g->doc, "Depends on", 0);
}

static void grading(struct guide *g, uint32_t a)
{
    const struct area *area = &g->pack->areas[a];
    if (!area->decl->graded)
        say(&g->doc, "judged and explained, not graded");
    else if (area->decl->bands) {
        say(&g->doc, "graded by the band that one number lies in, where the area has evidence enough; a cause of concern comes first: ");
        guide_say_banded(g, area->decl->bands);
    } else if (area->ladder >= 0) {
        say(&g->doc, "graded, by a function of its own, which is to be read in the file: ");
        guide_say_function(g, a + 1, GIST_LADDER, STR(""), g->pack->files[a + 1].name);
    } else {
        say(&g->doc, g->doc.whole ? "graded, as told under " : "graded by the ladder of the pack, which the whole guide (peel guide ");
        if (g->doc.whole)
            say_link(&g->doc, ANCHOR_LADDER, STR("How an area is graded"));
        else
            say_str(&g->doc, g->pack->decl.name), say(&g->doc, ") tells under How an area is graded");
    }
    document_fact(&g->doc, "Grade", 0);
    if (area->decl->graded && area->decl->bands) guide_bands_of_area(g, area->decl->bands);
}

static void cap(struct guide *g, uint32_t a, const struct cap *cap, bool first)
{
    say(&g->doc, "at most ");
    guide_say_grade(g, cap->at);
    if (cap->characteristic == NO_SLOT) {
        say(&g->doc, ", where a function says so");
    } else {
        say(&g->doc, ", where ");
        guide_say_characteristic(g, g->pack->characteristics[cap->characteristic].id);
        say(&g->doc, " is ");
        say_words(&g->doc, peel_outcome_name((enum peel_outcome)cap->outcome));
    }
    say(&g->doc, ": ");
    say_str(&g->doc, cap->decl->because);
    sayf(&g->doc, " (cap %s, ", cap->decl->id.s);
    sayf(&g->doc, "%s)", cap->rule);
    document_fact(&g->doc, first ? "Caps" : NULL, 0);
    if (cap->characteristic != NO_SLOT) return;
    say(&g->doc, "The function is to be read in the file: ");
    guide_say_function(g, a + 1, GIST_WHEN, cap->decl->id, cap->rule);
    document_fact(&g->doc, NULL, 1);
}

void guide_area(struct guide *g, uint32_t a)
{
    const struct area *area = &g->pack->areas[a];
    say_str(&g->doc, area->decl->title);
    document_heading(&g->doc, 2, g->area_anchors[a]);
    document_page(&g->doc);
    say_strong(&g->doc, area->decl->question);
    document_paragraph(&g->doc);
    say_code(&g->doc, area->decl->id);
    say(&g->doc, ", ");
    guide_say_count(g, area->decl->characteristic_count, "characteristic", "characteristics");
    sayf(&g->doc, ", %s", g->pack->files[a + 1].name);
    document_fact(&g->doc, "Area", 0);
    grading(g, a);
    depends(g, &area->decl->depends);
    for (size_t i = 0; i < area->cap_count; i++) cap(g, a, &area->caps[i], i == 0);
    for (uint32_t c = g->pack->shape.area_start[a]; c < g->pack->shape.area_start[a + 1]; c++) guide_rule(g, c, 3);
}
