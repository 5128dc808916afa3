/* sense.c: names that one part of a mapping says and another declares. What remains (circles among denominators, say)
 * our own reader finds in the dataset. */
#include "import/importing.h"

static void refer(struct importing *im, struct said said, const struct str *known, size_t count, const char *what,
                  const char *otherwise)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(known[i], said.word)) return;
    complain_mapping(im, DIAG_ERROR, said, complain_nearest(im, said.word, known, count, otherwise),
                     "no %s \"%.80s\" is declared", what, said.word.s);
}

static void check_rounds(struct importing *im, const struct decl_text *text, const char *what)
{
    const struct decl_rounds *r = &im->mapping.rounds;
    if (text->count && !r->column.name.s) {
        complain_mapping(im, DIAG_ERROR, (struct said){text->spot, NULL, str_of(what)}, "write the text itself",
                         "\"%s\" is said for each round, and the mapping has one", what);
        return;
    }
    struct str *known = arena_zero(im->arena, r->count + 1, sizeof *known);
    for (size_t i = 0; i < r->count; i++) known[i] = r->list[i].spelling.s ? r->list[i].spelling : (struct str){"", 0};
    for (size_t i = 0; i < text->count; i++)
        refer(im, (struct said){text->spot, NULL, text->of[i].id}, known, r->count, "round",
              "rounds are called as their column spells them");
    for (size_t k = 0; text->count && k < r->count; k++) {
        bool said = false;
        for (size_t i = 0; i < text->count; i++) said = said || str_eq(text->of[i].id, known[k]);
        if (!said)
            complain_mapping(im, DIAG_ERROR, (struct said){text->spot, NULL, str_of(what)}, NULL,
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
        refer(im, (struct said){d->spot, d->place.s ? "id" : "source", d->source}, known->sources, known->source_count,
              "source", "declare it in `sources`, with a title");
    if (d->denominator.s)
        refer(im, (struct said){d->spot, "denominator", d->denominator}, known->measures, known->measure_count,
              "measure", others);
    for (size_t i = 0; i < d->parts.count; i++)
        refer(im, (struct said){d->spot, NULL, d->parts.list[i]}, known->measures, known->measure_count, "measure",
              others);
}

static void check_sum(struct importing *im, const struct decl_sum *sum, const struct known *known)
{
    struct decl_reference round = {sum->round, {NULL, 0}};
    for (size_t i = 0; i < sum->of.count; i++)
        refer(im, (struct said){sum->spot, NULL, sum->of.list[i]}, known->measures, known->measure_count, "measure",
              "a sum is of one of the `measures`");
    if (!sum->round.s) return;
    bool said = false;
    for (size_t i = 0; i < im->mapping.rounds.count; i++)
        said = said || str_eq(im->mapping.rounds.list[i].spelling, round.id);
    if (!said)
        complain_mapping(im, DIAG_ERROR, (struct said){sum->spot, "round", round.id}, NULL,
                         "no round \"%.60s\" is declared", round.id.s);
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
