/* sense.c: names that one part of a mapping says and another declares. What remains (circles among denominators, say)
 * our own reader finds in the dataset. */
#include "import/importing.h"

static void refer(struct importing *im, struct str name, const struct str *known, size_t count, struct spot spot,
                  const char *what, const char *otherwise)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(known[i], name)) return;
    complain_mapping(im, DIAG_ERROR, spot, name, complain_nearest(im, name, known, count, otherwise),
                     "no %s \"%.80s\" is declared", what, name.s);
}

static void check_rounds(struct importing *im, const struct decl_text *text, const char *what)
{
    const struct decl_rounds *r = &im->mapping.rounds;
    if (text->count && !r->column.name.s) {
        complain_mapping(im, DIAG_ERROR, text->spot, str_of(what), "write the text itself",
                         "\"%s\" is said for each round, and the mapping has one", what);
        return;
    }
    struct str *known = arena_zero(im->arena, r->count + 1, sizeof *known);
    for (size_t i = 0; i < r->count; i++) known[i] = r->list[i].spelling.s ? r->list[i].spelling : (struct str){"", 0};
    for (size_t i = 0; i < text->count; i++)
        refer(im, text->of[i].id, known, r->count, text->spot, "round",
              "rounds are called as their column spells them");
    for (size_t k = 0; text->count && k < r->count; k++) {
        bool said = false;
        for (size_t i = 0; i < text->count; i++) said = said || str_eq(text->of[i].id, known[k]);
        if (!said)
            complain_mapping(im, DIAG_ERROR, text->spot, str_of(what), NULL,
                             "\"%s\" says nothing for the round \"%.60s\"", what, known[k].s);
    }
}

struct known {
    struct str *measures, *sources;
    size_t measure_count, source_count;
};

static void check_figure(struct importing *im, const struct decl_figure *d, const struct known *known)
{
    static const char *const others = "declare it among the `measures`";
    check_rounds(im, &d->period, "period");
    check_rounds(im, &d->note, "note");
    if (d->source.s)
        refer(im, d->source, known->sources, known->source_count, d->spot, "source",
              "declare it in `sources`, with a title");
    if (d->denominator.s) refer(im, d->denominator, known->measures, known->measure_count, d->spot, "measure", others);
    for (size_t i = 0; i < d->parts.count; i++)
        refer(im, d->parts.list[i], known->measures, known->measure_count, d->spot, "measure", others);
}

static void check_sum(struct importing *im, const struct decl_sum *sum, const struct known *known)
{
    struct decl_reference round = {sum->round, {NULL, 0}};
    for (size_t i = 0; i < sum->of.count; i++)
        refer(im, sum->of.list[i], known->measures, known->measure_count, sum->spot, "measure",
              "a sum is of one of the `measures`");
    if (!sum->round.s) return;
    bool said = false;
    for (size_t i = 0; i < im->mapping.rounds.count; i++)
        said = said || str_eq(im->mapping.rounds.list[i].spelling, round.id);
    if (!said)
        complain_mapping(im, DIAG_ERROR, sum->spot, round.id, NULL, "no round \"%.60s\" is declared", round.id.s);
}

void sense_check(struct importing *im)
{
    const struct decl_mapping *m = &im->mapping;
    struct known known = {.measure_count = m->figure_count[EVIDENCE_MEASURE], .source_count = m->source_count};
    known.measures = arena_alloc(im->arena, (known.measure_count + 1) * sizeof *known.measures);
    known.sources = arena_alloc(im->arena, (known.source_count + 1) * sizeof *known.sources);
    for (size_t i = 0; i < known.measure_count; i++) known.measures[i] = m->figures[EVIDENCE_MEASURE][i].id;
    for (size_t i = 0; i < known.source_count; i++) known.sources[i] = m->sources[i].id;
    check_rounds(im, &m->title, "title");
    check_rounds(im, &m->note, "note");
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        for (size_t i = 0; i < m->figure_count[kind]; i++) check_figure(im, &m->figures[kind][i], &known);
    for (size_t i = 0; i < m->sum_count; i++) check_sum(im, &m->sums[i], &known);
}
