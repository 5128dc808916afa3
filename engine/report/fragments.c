/* fragments.c: made in one buffer after the other, kept in an arena. */
#include "report/fragments.h"
#include "base/mem.h"
#include "data/phrase.h"

static struct str keep(struct arena *a, struct buf *text)
{
    struct str s = {arena_dup(a, text->data ? text->data : "", text->length), text->length};
    buf_clear(text);
    return s;
}

static struct str *list(struct arena *a, size_t count) { return arena_alloc(a, (count + 1) * sizeof(struct str)); }

static void make_characteristics(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->heads = list(&f->arena, p->characteristic_count);
    f->tails = list(&f->arena, p->characteristic_count);
    f->ids = list(&f->arena, p->characteristic_count);
    for (size_t i = 0; i < p->characteristic_count; i++) {
        const struct characteristic *c = &p->characteristics[i];
        EMIT(e->out, "{"), KEY(e, "id"), buf_json(e->out, c->decl->id);
        COMMA_KEY(e, "level"), emit_word(e->out, pack_grade_name(p, c->level));
        COMMA_KEY(e, "outcome"), EMIT(e->out, "\"");
        f->heads[i] = keep(&f->arena, e->out);
        COMMA_KEY(e, "rule"), buf_json(e->out, str_of(c->rule));
        COMMA_KEY(e, "weight"), emit_number(e->out, c->decl->weight);
        COMMA_KEY(e, "evidence"), EMIT(e->out, "[");
        f->tails[i] = keep(&f->arena, e->out);
        buf_json(e->out, c->id);
        f->ids[i] = keep(&f->arena, e->out);
    }
}

static void make_areas(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->areas = list(&f->arena, p->area_count);
    for (size_t i = 0; i < p->area_count; i++) {
        EMIT(e->out, "{"), KEY(e, "id"), buf_json(e->out, p->areas[i].decl->id);
        COMMA_KEY(e, "graded"), emit_bool(e->out, p->areas[i].decl->graded);
        COMMA_KEY(e, "status"), EMIT(e->out, "\"");
        f->areas[i] = keep(&f->arena, e->out);
    }
}

static void make_parameters(struct fragments *f, const struct pack *p, struct emit *e)
{
    f->parameters = list(&f->arena, p->decl.parameter_count);
    for (size_t i = 0; i < p->decl.parameter_count; i++) {
        buf_json(e->out, p->decl.parameters[i].name);
        EMIT(e->out, ":");
        if (e->spaced) EMIT(e->out, " ");
        emit_number(e->out, p->decl.parameters[i].value);
        f->parameters[i] = keep(&f->arena, e->out);
    }
}

static struct str make_source(struct arena *a, const struct dataset *d, const struct citation *c, struct buf *out)
{
    struct buf words;
    buf_init(&words);
    phrase_citation(d, c, &words);
    if (words.length > 0)
        buf_json(out, (struct str){words.data, words.length});
    else
        EMIT(out, "null");
    out->failed = out->failed || words.failed;
    buf_done(&words);
    return keep(a, out);
}

static void make_entries(struct fragments *f, const struct dataset *d, enum evidence_kind kind, struct emit *e)
{
    const struct catalogue *c = &d->catalogues[kind];
    f->entries[kind] = list(&f->arena, c->count);
    f->sources[kind] = list(&f->arena, c->count);
    for (size_t i = 0; i < c->count; i++) {
        buf_put(e->out, evidence_kind_plural(kind));
        EMIT(e->out, "/"), buf_str(e->out, c->entries[i].id), EMIT(e->out, "\"");
        COMMA_KEY(e, "kind"), emit_word(e->out, evidence_kind_name(kind));
        COMMA_KEY(e, "id"), buf_json(e->out, c->entries[i].id);
        COMMA_KEY(e, "value");
        f->entries[kind][i] = keep(&f->arena, e->out);
        f->sources[kind][i] = make_source(&f->arena, d, &c->entries[i].source, e->out);
    }
}

static void make_titles(struct fragments *f, const struct dataset *d, struct emit *e)
{
    f->titles = list(&f->arena, d->source_count);
    for (size_t i = 0; i < d->source_count; i++) {
        buf_json(e->out, d->sources[i].title.s ? d->sources[i].title : d->sources[i].id);
        if (e->out->length > 0) e->out->length--;
        f->titles[i] = keep(&f->arena, e->out);
    }
}

struct fragments *fragments_new(const struct pack *pack, const struct dataset *dataset, bool spaced)
{
    struct fragments *f = mem_zero(1, sizeof *f);
    if (!f) return NULL;
    struct buf text;
    buf_init(&text);
    jmp_buf escape;
    arena_init(&f->arena);
    f->arena.escape = &escape;
    if (setjmp(escape)) {
        buf_done(&text);
        fragments_free(f);
        return NULL;
    }
    f->spaced = spaced;
    struct emit e = {&text, spaced};
    make_characteristics(f, pack, &e);
    make_areas(f, pack, &e);
    make_parameters(f, pack, &e);
    make_titles(f, dataset, &e);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) make_entries(f, dataset, (enum evidence_kind)kind, &e);
    f->arena.escape = NULL;
    bool failed = text.failed;
    buf_done(&text);
    if (!failed) return f;
    fragments_free(f);
    return NULL;
}

void fragments_free(struct fragments *f)
{
    if (!f) return;
    arena_done(&f->arena);
    mem_free(f);
}
