/* fragments.c: made in one buffer after the other, kept in an arena. */
#include "report/fragments.h"
#include "base/mem.h"
#include "data/phrase.h"

static struct str keep(struct arena *a, struct buf *text)
{
    char *s = arena_zero(a, text->length + EMIT_SLACK, 1);
    size_t n = text->length;
    if (n > 0) memcpy(s, text->data, n);
    buf_clear(text);
    return (struct str){s, n};
}

static struct str *list(struct arena *a, size_t count) { return arena_zero(a, count + 1, sizeof(struct str)); }

static void plain(struct buf *out, const char *word) { emit_raw(out, word, strlen(word)); }

static void make_words(struct fragments *f, struct emit *e)
{
    for (int i = 0; i < PEEL_OUTCOMES; i++) {
        plain(e->out, peel_outcome_name((enum peel_outcome)i));
        MEMBER(e, "\"", "reason", "\"");
        f->outcomes[i] = keep(&f->arena, e->out);
    }
    for (int i = 0; i < PEEL_STATUSES; i++) {
        plain(e->out, peel_status_name((enum peel_status)i));
        MEMBER(e, "\"", "date", "");
        f->statuses[i] = keep(&f->arena, e->out);
    }
    for (int i = 0; i < FRAGMENT_TESTS; i++) {
        EMIT(e->out, "{"), emit_word(e->out, test_name((enum test)i));
        EITHER(e, ": ", ":");
        f->tests[i] = keep(&f->arena, e->out);
    }
}

static void make_grades(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->grades = list(&f->arena, p->decl.scale.count - PEEL_GRADE_NOT_INSPECTED);
    for (int g = PEEL_GRADE_NOT_INSPECTED; g < (int)p->decl.scale.count; g++) {
        emit_word(e->out, pack_grade_name(p, g));
        f->grades[g - PEEL_GRADE_NOT_INSPECTED] = keep(&f->arena, e->out);
    }
}

static void make_characteristics(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->heads = list(&f->arena, p->characteristic_count);
    f->tails = list(&f->arena, p->characteristic_count);
    f->ids = list(&f->arena, p->characteristic_count);
    for (size_t i = 0; i < p->characteristic_count; i++) {
        const struct characteristic *c = &p->characteristics[i];
        EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, c->decl->id);
        COMMA_KEY(e, "level"), emit_word(e->out, pack_grade_name(p, c->level));
        MEMBER(e, "", "outcome", "\"");
        f->heads[i] = keep(&f->arena, e->out);
        MEMBER(e, "\"", "rule", ""), emit_json(e->out, str_of(c->rule));
        MEMBER(e, "", "evidence", "[");
        f->tails[i] = keep(&f->arena, e->out);
        emit_json(e->out, c->id);
        f->ids[i] = keep(&f->arena, e->out);
    }
}

static void recommendations(const struct emit *e, const struct decl_raise *decl)
{
    MEMBER(e, "", "recommendations", "[");
    for (size_t i = 0; i < decl->recommendation_count; i++) {
        const struct decl_recommendation *r = &decl->recommendations[i];
        if (i > 0) comma(e);
        EMIT(e->out, "{"), KEY(e, "text"), emit_text(e->out, r->text);
        COMMA_KEY(e, "deadline"), emit_text(e->out, r->by.s ? r->by : r->within);
        EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

static void make_raise(struct fragments *f, const struct pack *p, struct emit *e, size_t at)
{
    const struct characteristic *c = &p->characteristics[at / FRAGMENT_RAISES];
    const struct decl_raise *decl = &c->decl->raises[at % FRAGMENT_RAISES];
    if (decl->kind == RAISE_NOTHING) return;
    EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, c->id);
    COMMA_KEY(e, "area"), emit_json(e->out, p->areas[c->area].decl->id);
    COMMA_KEY(e, "text"), emit_text(e->out, decl->text);
    MEMBER(e, "", "because", "[");
    f->raises[at] = keep(&f->arena, e->out);
    EMIT(e->out, "]");
    if (decl->kind == RAISE_CONCERN) recommendations(e, decl);
    EMIT(e->out, "}");
    f->raises_ends[at] = keep(&f->arena, e->out);
}

static void make_raises(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->raises = list(&f->arena, FRAGMENT_RAISES * p->characteristic_count);
    f->raises_ends = list(&f->arena, FRAGMENT_RAISES * p->characteristic_count);
    for (size_t i = 0; i < FRAGMENT_RAISES * p->characteristic_count; i++) make_raise(f, p, e, i);
}

static void make_areas(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->areas = list(&f->arena, p->area_count);
    for (size_t i = 0; i < p->area_count; i++) {
        EMIT(e->out, "{"), KEY(e, "id"), emit_json(e->out, p->areas[i].decl->id);
        COMMA_KEY(e, "graded"), emit_bool(e->out, p->areas[i].decl->graded);
        MEMBER(e, "", "status", "\"");
        f->areas[i] = keep(&f->arena, e->out);
    }
}

static void make_parameters(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->parameters = list(&f->arena, p->decl.parameter_count);
    for (size_t i = 0; i < p->decl.parameter_count; i++) {
        emit_json(e->out, p->decl.parameters[i].name);
        EITHER(e, ": ", ":");
        emit_number(e->out, p->decl.parameters[i].value);
        f->parameters[i] = keep(&f->arena, e->out);
    }
}

static struct str make_source(struct fragments *f, const struct dataset *d, const struct citation *c, struct emit *e)
{
    struct buf words;
    buf_init(&words);
    phrase_citation(d, c, &words);
    if (words.length > 0) COMMA_KEY(e, "source"), emit_json(e->out, (struct str){words.data, words.length});
    EMIT(e->out, "}");
    e->out->failed = e->out->failed || words.failed;
    buf_done(&words);
    return keep(&f->arena, e->out);
}

static void make_entries(struct fragments *f, const struct dataset *d, enum evidence_kind kind, struct emit *e)
{
    const struct catalogue *c = &d->catalogues[kind];
    f->entries[kind] = list(&f->arena, c->count);
    f->sources[kind] = list(&f->arena, c->count);
    for (size_t i = 0; i < c->count; i++) {
        plain(e->out, evidence_kind_plural(kind));
        EMIT(e->out, "/"), emit_str(e->out, c->entries[i].id);
        MEMBER(e, "\"", "value", "\"");
        f->entries[kind][i] = keep(&f->arena, e->out);
        f->sources[kind][i] = make_source(f, d, &c->entries[i].source, e);
    }
}

static void make_titles(struct fragments *f, const struct dataset *d, struct emit *e)
{
    f->titles = list(&f->arena, d->source_count);
    for (size_t i = 0; i < d->source_count; i++) {
        MEMBER(e, "", "source", "\"");
        emit_inside(e->out, d->sources[i].title.s ? d->sources[i].title : d->sources[i].id);
        f->titles[i] = keep(&f->arena, e->out);
    }
}

struct making {
    struct fragments *f;
    const struct pack *pack;
    const struct dataset *dataset;
    struct emit e;
};

static void make(void *context)
{
    struct making *m = context;
    struct fragments *f = m->f;
    make_words(f, &m->e);
    make_grades(f, m->pack, &m->e);
    make_characteristics(f, m->pack, &m->e);
    make_raises(f, m->pack, &m->e);
    make_areas(f, m->pack, &m->e);
    make_parameters(f, m->pack, &m->e);
    make_titles(f, m->dataset, &m->e);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) make_entries(f, m->dataset, (enum evidence_kind)kind, &m->e);
}

struct fragments *fragments_new(const struct pack *pack, const struct dataset *dataset, bool spaced)
{
    struct fragments *f = mem_zero(1, sizeof *f);
    if (!f) return NULL;
    struct buf text;
    buf_init(&text);
    arena_init(&f->arena);
    f->spaced = spaced;
    struct making m = {f, pack, dataset, {&text, spaced}};
    bool good = arena_guard(&f->arena, make, &m) && !text.failed;
    buf_done(&text);
    if (good) return f;
    fragments_free(f);
    return NULL;
}

void fragments_free(struct fragments *f)
{
    if (!f) return;
    arena_done(&f->arena);
    mem_free(f);
}
