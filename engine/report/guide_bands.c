/* guide_bands.c: what is declared as bands, in words: the number, and between which bounds it comes to what. */
#include "report/guide_parts.h"

void guide_say_banded(struct guide *g, const struct decl_bands *bands)
{
    uint32_t i = lookup_find(&g->evidence_names[bands->kind], bands->of);
    if (i != LOOKUP_NONE) say_str(&g->doc, g->pack->decl.evidence[bands->kind][i].title);
    sayf(&g->doc, " (%s ", evidence_kind_name(bands->kind));
    say_code(&g->doc, bands->of);
    say(&g->doc, ")");
}

void guide_say_band(struct guide *g, const struct decl_band *band)
{
    if (band->low.s) say(&g->doc, band->above ? "above " : "at least "), guide_say_parameter(g, band->low);
    if (band->low.s && band->high.s) say(&g->doc, " and ");
    if (band->high.s) say(&g->doc, band->to ? "at most " : "below "), guide_say_parameter(g, band->high);
}

/* A fact for each grade that a band gives. */
void guide_bands_of_area(struct guide *g, const struct decl_bands *bands)
{
    for (size_t i = 0; i < bands->count; i++) {
        guide_say_grade(g, pack_grade_named(g->pack, bands->list[i].name));
        say(&g->doc, ": ");
        guide_say_band(g, &bands->list[i]);
        document_fact(&g->doc, NULL, 1);
    }
}
