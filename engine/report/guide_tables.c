/* guide_tables.c: what the whole framework stands on: its numbers, its sources, the evidence it declares. */
#include "report/guide_parts.h"

static void chapter(struct guide *g, const char *title, const char *anchor)
{
    say(&g->doc, title);
    document_heading(&g->doc, 2, anchor);
}

static const char *anchor_of(struct guide *g, const char *what, struct str id)
{
    return arena_printf(g->arena, "%s.%.*s", what, (int)id.n, id.s);
}

static void parameter(struct guide *g, struct block *table, const struct decl_parameter *p, const struct uses *uses)
{
    struct document *d = &g->doc;
    say_code(d, p->name), document_cell(d, table, 0, anchor_of(g, "parameter", p->name));
    guide_say_number(g, p), document_cell(d, table, 1, NULL);
    say_str(d, p->unit), document_cell(d, table, 2, NULL);
    say_str(d, p->title), document_cell(d, table, 3, NULL);
    guide_say_rests(g, p->rests, false), document_cell(d, table, 4, NULL);
    guide_say_uses(g, uses), document_cell(d, table, 5, NULL);
}

static void parameters(struct guide *g)
{
    static const char *const head[] = {"Name", "Number", "Unit", "What it is", "Rests on", "Read by"};
    const struct decl_pack *p = &g->pack->decl;
    if (p->parameter_count == 0) return;
    chapter(g, "Parameters", ANCHOR_PARAMETERS);
    document_page(&g->doc);
    struct block *table = document_table(&g->doc, head, 6);
    for (size_t i = 0; i < p->parameter_count; i++) parameter(g, table, &p->parameters[i], &g->parameters[i]);
}

static void references(struct guide *g)
{
    static const char *const head[] = {"Short", "Source"};
    const struct decl_pack *p = &g->pack->decl;
    if (p->reference_count == 0) return;
    chapter(g, "References", ANCHOR_REFERENCES);
    struct block *table = document_table(&g->doc, head, 2);
    for (size_t i = 0; i < p->reference_count; i++) {
        say_code(&g->doc, p->references[i].id);
        document_cell(&g->doc, table, 0, anchor_of(g, "reference", p->references[i].id));
        say_str(&g->doc, p->references[i].text);
        document_cell(&g->doc, table, 1, NULL);
    }
}

static void evidence_of(struct guide *g, struct block *table, enum evidence_kind kind)
{
    const struct decl_pack *p = &g->pack->decl;
    for (size_t i = 0; i < p->evidence_count[kind]; i++) {
        say_code(&g->doc, p->evidence[kind][i].id), document_cell(&g->doc, table, 0, NULL);
        say(&g->doc, evidence_kind_name(kind)), document_cell(&g->doc, table, 1, NULL);
        say_str(&g->doc, p->evidence[kind][i].title), document_cell(&g->doc, table, 2, NULL);
        guide_say_uses(g, &g->evidence[kind][i]), document_cell(&g->doc, table, 3, NULL);
    }
}

static void evidence(struct guide *g)
{
    static const char *const head[] = {"Name", "Kind", "What it is", "Read by"};
    size_t count = 0;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) count += g->pack->decl.evidence_count[k];
    if (count == 0) return;
    chapter(g, "Evidence", ANCHOR_EVIDENCE);
    document_page(&g->doc);
    say(&g->doc, "What the rules may read. The findings of inspectors are read besides.");
    if (g->partial)
        say(&g->doc, " Some functions cannot be followed by their text; what they read may be missing here.");
    document_paragraph(&g->doc);
    struct block *table = document_table(&g->doc, head, 4);
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) evidence_of(g, table, (enum evidence_kind)k);
}

void guide_tables(struct guide *g)
{
    parameters(g);
    references(g);
    evidence(g);
}
