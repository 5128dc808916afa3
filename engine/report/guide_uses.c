/* guide_uses.c: who reads what, so that a number or a piece of evidence can be asked who rests on it, and what rests on
 * nothing can be told. */
#include "report/guide_parts.h"

enum { SHOWN = 6 };

const struct gist *guide_gist(const struct guide *g, size_t file, enum gist_part part, struct str id)
{
    return gist_find(g->gists[file], part, id);
}

/* Each user once; its uses come one after another. */
static void add(struct guide *g, struct uses *uses, const char *anchor, struct str text)
{
    if (uses->last && str_eq(uses->last->text, text)) return;
    struct use *use = arena_alloc(g->arena, sizeof *use);
    *use = (struct use){anchor, text, NULL};
    if (uses->last)
        uses->last->next = use;
    else
        uses->first = use;
    uses->last = use;
    uses->count++;
}

static void add_parameter(struct guide *g, struct str name, const char *anchor, struct str text)
{
    uint32_t i = name.s ? lookup_find(&g->parameter_names, name) : LOOKUP_NONE;
    if (i != LOOKUP_NONE) add(g, &g->parameters[i], anchor, text);
}

static void add_evidence(struct guide *g, enum evidence_kind kind, struct str name, const char *anchor, struct str text)
{
    uint32_t i = kind < EVIDENCE_CATALOGUES && name.s ? lookup_find(&g->evidence_names[kind], name) : LOOKUP_NONE;
    if (i != LOOKUP_NONE) add(g, &g->evidence[kind][i], anchor, text);
}

static void add_gist(struct guide *g, const struct gist *gist, const char *anchor, struct str text)
{
    if (!gist || gist->partial) g->partial = true;
    if (!gist) return;
    for (const struct gist_read *r = gist->reads; r; r = r->next) add_evidence(g, r->kind, r->name, anchor, text);
    for (const struct gist_name *n = gist->parameters; n; n = n->next) add_parameter(g, n->name, anchor, text);
}

static void add_bands(struct guide *g, const struct decl_bands *bands, const char *anchor, struct str text)
{
    add_evidence(g, bands->kind, bands->of, anchor, text);
    for (size_t i = 0; i < bands->count; i++) {
        add_parameter(g, bands->list[i].low, anchor, text);
        add_parameter(g, bands->list[i].high, anchor, text);
    }
}

static void characteristics(struct guide *g)
{
    const struct decl_parameter *p = g->pack->decl.parameters;
    for (uint32_t i = 0; i < g->pack->characteristic_count; i++) {
        const struct characteristic *c = &g->pack->characteristics[i];
        if (c->decl->findings) {
            add_parameter(g, p[c->findings_met].name, g->anchors[i], c->id);
            add_parameter(g, p[c->findings_partly].name, g->anchors[i], c->id);
        } else if (c->decl->bands)
            add_bands(g, c->decl->bands, g->anchors[i], c->id);
        else
            add_gist(g, guide_gist(g, c->area + 1, GIST_JUDGE, c->decl->id), g->anchors[i], c->id);
    }
}

static void caps_and_ladders(struct guide *g)
{
    for (uint32_t a = 0; a < g->pack->area_count; a++) {
        const struct area *area = &g->pack->areas[a];
        const char *anchor = g->area_anchors[a];
        for (size_t i = 0; i < area->cap_count; i++)
            if (area->caps[i].characteristic == NO_SLOT)
                add_gist(g, guide_gist(g, a + 1, GIST_WHEN, area->caps[i].decl->id), anchor,
                         str_of(arena_printf(g->arena, "%s, cap %s", area->decl->id.s, area->caps[i].decl->id.s)));
        struct str ladder_of = str_of(arena_printf(g->arena, "%s, its ladder", area->decl->id.s));
        if (area->decl->bands)
            add_bands(g, area->decl->bands, anchor, ladder_of);
        else if (area->ladder >= 0)
            add_gist(g, guide_gist(g, a + 1, GIST_LADDER, STR("")), anchor, ladder_of);
    }
}

static void ladder(struct guide *g)
{
    const struct ladder *l = &g->pack->ladder;
    const struct decl_ladder *d = &g->pack->decl.ladder;
    for (size_t i = 0; i < l->rung_count; i++) {
        add_parameter(g, l->rungs[i].share_name, ANCHOR_LADDER, STR("the ladder"));
        add_parameter(g, l->rungs[i].beyond_name, ANCHOR_LADDER, STR("the ladder"));
    }
    if (d->has_partly) add_parameter(g, d->partly.parameter, ANCHOR_LADDER, STR("the ladder"));
    if (d->has_enough) add_parameter(g, d->enough.parameter, ANCHOR_LADDER, STR("the ladder"));
    if (l->function >= 0) add_gist(g, guide_gist(g, 0, GIST_LADDER, STR("")), ANCHOR_LADDER, STR("the ladder"));
}

static void cohort(struct guide *g)
{
    const struct cohort_plan *plan = &g->pack->cohort;
    for (size_t i = 0; i < plan->count; i++) {
        const struct cohort_choice *c = &plan->choices[i];
        for (size_t k = 0; k < c->parameter_count; k++)
            add_parameter(g, g->pack->decl.parameters[c->parameters[k]].name, ANCHOR_COHORT, STR("the cohort"));
        add_evidence(g, EVIDENCE_MEASURE, c->similar, ANCHOR_COHORT, STR("the cohort"));
        add_evidence(g, EVIDENCE_MEASURE, c->unless.measure, ANCHOR_COHORT, STR("the cohort"));
    }
}

void guide_count_uses(struct guide *g)
{
    ladder(g);
    characteristics(g);
    caps_and_ladders(g);
    cohort(g);
}

void guide_say_uses(struct guide *g, const struct uses *uses)
{
    size_t shown = 0, most = uses->count > SHOWN + 1 ? SHOWN : uses->count;
    for (const struct use *u = uses->first; u && shown < most; u = u->next, shown++) {
        if (shown > 0) say(&g->doc, ", ");
        say_link(&g->doc, u->anchor, u->text);
    }
    if (uses->count > shown) sayf(&g->doc, " and %zu more", uses->count - shown);
    if (uses->count == 0) say(&g->doc, g->partial ? "nothing that can be told from the text of the rules" : "nothing");
}
