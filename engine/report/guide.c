/* guide.c: the handbook from its title to its size; its parts stand in files of their own. */
#include "report/guide_parts.h"

/* --- What is known before a word is said -------------------------------------------------------------------------- */

static void learn_names(struct guide *g)
{
    const struct decl_pack *p = &g->pack->decl;
    struct str *names = arena_alloc(g->arena, (p->parameter_count + 1) * sizeof *names);
    for (size_t i = 0; i < p->parameter_count; i++) names[i] = p->parameters[i].name;
    lookup_make(&g->parameter_names, names, p->parameter_count, g->arena);
    names = arena_alloc(g->arena, (p->reference_count + 1) * sizeof *names);
    for (size_t i = 0; i < p->reference_count; i++) names[i] = p->references[i].id;
    lookup_make(&g->reference_names, names, p->reference_count, g->arena);
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        names = arena_alloc(g->arena, (p->evidence_count[k] + 1) * sizeof *names);
        for (size_t i = 0; i < p->evidence_count[k]; i++) names[i] = p->evidence[k][i].id;
        lookup_make(&g->evidence_names[k], names, p->evidence_count[k], g->arena);
        g->evidence[k] = arena_zero(g->arena, p->evidence_count[k] + 1, sizeof **g->evidence);
    }
    g->parameters = arena_zero(g->arena, p->parameter_count + 1, sizeof *g->parameters);
}

/* "area" and "area-characteristic"; with a dot where that is another's already. */
static void make_anchors(struct guide *g)
{
    const struct pack *p = g->pack;
    size_t areas = p->area_count, all = areas + p->characteristic_count;
    struct str *names = arena_alloc(g->arena, (all + 1) * sizeof *names);
    struct lookup known;
    g->area_anchors = arena_alloc(g->arena, (areas + 1) * sizeof *g->area_anchors);
    g->anchors = arena_alloc(g->arena, (p->characteristic_count + 1) * sizeof *g->anchors);
    for (size_t a = 0; a < areas; a++) names[a] = str_of(g->area_anchors[a] = p->areas[a].decl->id.s);
    for (size_t c = 0; c < p->characteristic_count; c++) {
        const struct characteristic *is = &p->characteristics[c];
        g->anchors[c] = arena_printf(g->arena, "%s-%s", p->areas[is->area].decl->id.s, is->decl->id.s);
        names[areas + c] = str_of(g->anchors[c]);
    }
    lookup_make(&known, names, all, g->arena);
    for (size_t c = 0; c < p->characteristic_count; c++) {
        const struct characteristic *is = &p->characteristics[c];
        if (lookup_find(&known, names[areas + c]) != areas + c)
            g->anchors[c] = arena_printf(g->arena, "%s.%s", p->areas[is->area].decl->id.s, is->decl->id.s);
    }
}

static void read_gists(struct guide *g)
{
    g->gists = arena_alloc(g->arena, (g->pack->area_count + 1) * sizeof *g->gists);
    for (size_t i = 0; i <= g->pack->area_count; i++) g->gists[i] = gist_read(g->pack->files[i].text, g->arena);
}

/* --- Telling ------------------------------------------------------------------------------------------------------ */

static void say_size(struct guide *g)
{
    guide_say_count(g, g->pack->area_count, "area", "areas");
    say(&g->doc, ", ");
    guide_say_count(g, g->pack->characteristic_count, "characteristic", "characteristics");
}

static void title(struct guide *g)
{
    const struct decl_pack *p = &g->pack->decl;
    say_str(&g->doc, p->title);
    document_heading(&g->doc, 1, NULL);
    say(&g->doc, "Rule pack "), say_code(&g->doc, p->name), say(&g->doc, ", version ");
    say_str(&g->doc, p->version);
    say(&g->doc, ": ");
    say_size(g);
    say(&g->doc, ".");
    document_paragraph(&g->doc);
    if (p->note.n) say_str(&g->doc, p->note), document_paragraph(&g->doc);
}

static void reading(struct guide *g)
{
    say(&g->doc,
        "This is the framework as its rules have it, told from the rules themselves. Each area asks a question; under "
        "it "
        "stand its characteristics: statements of what a grade looks like, each with the evidence that it reads, the "
        "thresholds, and what each outcome says and raises. Names in braces stand for the evidence of the "
        "organisation. "
        "A source \"ours\" is a choice of the authors of the rules. Where evidence that a rule needs is missing, the "
        "outcome is no evidence, which counts against nobody.");
    document_paragraph(&g->doc);
    say(&g->doc, "Exactly these rules: ");
    say_code(&g->doc, str_of(g->pack->digest));
    say(&g->doc, ".");
    document_paragraph(&g->doc);
}

static void size(struct guide *g)
{
    const struct pack *p = g->pack;
    size_t graded = 0, findings = 0, evidence = 0;
    for (size_t a = 0; a < p->area_count; a++) graded += p->areas[a].decl->graded;
    for (size_t c = 0; c < p->characteristic_count; c++) findings += p->characteristics[c].decl->findings;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) evidence += p->decl.evidence_count[k];
    say(&g->doc, "How large it is");
    document_heading(&g->doc, 2, ANCHOR_SIZE);
    say_size(g);
    sayf(&g->doc, ". Of the areas %zu %s graded; of the characteristics %zu %s judged by findings alone, ", graded,
         graded == 1 ? "is" : "are", findings, findings == 1 ? "is" : "are");
    sayf(&g->doc, "%zu by a rule. ", p->characteristic_count - findings);
    guide_say_count(g, p->decl.parameter_count, "parameter, ", "parameters, ");
    guide_say_count(g, p->decl.reference_count, "reference, ", "references, ");
    guide_say_count(g, evidence, "piece of evidence declared.", "pieces of evidence declared.");
    document_paragraph(&g->doc);
}

static void whole(struct guide *g)
{
    title(g);
    reading(g);
    document_contents(&g->doc);
    guide_ladder(g);
    for (uint32_t a = 0; a < g->pack->area_count; a++) guide_area(g, a);
    guide_tables(g);
    guide_cohort(g);
    guide_compared(g);
    size(g);
}

static void tell(struct guide *g, const struct guide_request *request)
{
    learn_names(g);
    make_anchors(g);
    read_gists(g);
    guide_count_uses(g);
    if (g->doc.whole) {
        whole(g);
        return;
    }
    title(g);
    if (request->characteristic != NO_SLOT)
        guide_rule(g, request->characteristic, 2);
    else
        guide_area(g, request->area);
}

struct writing {
    const struct pack *pack;
    const struct guide_request *request;
    const struct hand *hand;
    const struct style *style;
    struct arena arena;
    struct buf scratch, *out;
};

static void write_all(void *context)
{
    struct writing *w = context;
    struct guide *g = arena_zero(&w->arena, 1, sizeof *g);
    g->pack = w->pack;
    g->arena = &w->arena;
    g->scratch = &w->scratch;
    document_init(&g->doc, &w->arena, w->request->area == NO_SLOT);
    tell(g, w->request);
    w->hand->draw(&g->doc, w->style, w->out);
}

bool guide_write(const struct pack *pack, const struct guide_request *request, const struct hand *hand,
                 const struct style *style, struct buf *out)
{
    struct writing w = {.pack = pack, .request = request, .hand = hand, .style = style, .out = out};
    arena_init(&w.arena);
    buf_init(&w.scratch);
    bool done = arena_guard(&w.arena, write_all, &w) && !out->failed && !w.scratch.failed;
    arena_done(&w.arena);
    buf_done(&w.scratch);
    return done;
}
