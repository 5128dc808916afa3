/* impact_json.c: peel.impact.v1: impact.schema.json says what it holds. A flip a line. */
#include "report/impact.h"
#include "report/emit.h"

static void text(const struct emit *e, const char *key, struct str value)
{
    buf_printf(e->out, ", \"%s\": ", key);
    emit_text(e->out, value);
}

static void count(const struct emit *e, const char *key, size_t n)
{
    buf_printf(e->out, ", \"%s\": ", key);
    buf_int(e->out, (int64_t)n);
}

static void version(const struct emit *e, const char *key, const struct pack *pack)
{
    buf_printf(e->out, ",\n \"%s\": {\"name\": ", key), emit_json(e->out, pack->decl.name);
    text(e, "version", pack->decl.version), text(e, "digest", str_of(pack->digest));
    EMIT(e->out, "}");
}

static void names(const struct emit *e, const char *key, const struct names *names)
{
    buf_printf(e->out, ", \"%s\": [", key);
    for (size_t i = 0; i < names->count; i++) {
        if (i) EMIT(e->out, ", ");
        emit_json(e->out, names->list[i]);
    }
    EMIT(e->out, "]");
}

static void datasets(const struct emit *e, const struct impact_report *r)
{
    EMIT(e->out, ",\n \"datasets\": [");
    for (size_t i = 0; i < r->data_count; i++) {
        EMIT(e->out, "\n  {\"round\": "), emit_json(e->out, r->data[i].round);
        text(e, "digest", str_of(r->data[i].digest)), count(e, "organisations", r->data[i].organisations);
        buf_put(e->out, i + 1 < r->data_count ? "}," : "}");
    }
    EMIT(e->out, "]");
}

static void sum(const struct emit *e, const struct impact *m)
{
    EMIT(e->out, ",\n \"sum\": {\"judgments\": "), buf_int(e->out, (int64_t)m->judgments);
    count(e, "flips", m->flips), count(e, "up", m->up), count(e, "down", m->down), count(e, "newly_graded", m->gained);
    count(e, "no_longer_graded", m->lost), count(e, "outcomes", m->outcomes), count(e, "partial", m->partial);
    names(e, "areas_new", &m->areas_new), names(e, "areas_dropped", &m->areas_gone);
    EMIT(e->out, "}");
}

static void edit(const struct emit *e, const struct edit *x)
{
    EMIT(e->out, "{\"kind\": "), emit_word(e->out, edit_kind_name(x->kind));
    EMIT(e->out, ", \"way\": "), emit_word(e->out, edit_way_name(x->way));
    text(e, "id", x->id.n ? x->id : (struct str){NULL, 0});
    text(e, "at", str_of(x->file));
    buf_printf(e->out, ", \"line\": %d", x->line);
    if (x->kind == EDIT_PARAMETER) {
        EMIT(e->out, ", \"was\": "), emit_number(e->out, x->from);
        EMIT(e->out, ", \"draft\": "), emit_number(e->out, x->to);
    }
    EMIT(e->out, "}");
}

static void grade(const struct emit *e, const char *key, const struct pack *pack, int g)
{
    buf_printf(e->out, ", \"%s\": ", key);
    emit_word(e->out, pack_grade_name(pack, g));
}

static void flip(const struct emit *e, const struct impact *m, const struct flip *f, bool several)
{
    EMIT(e->out, "\n    {\"round\": "), emit_json(e->out, f->round);
    text(e, "organisation", f->org), text(e, "area", m->edits->now->decl.areas.list[f->area]);
    grade(e, "was", m->edits->was, f->was);
    grade(e, "alone", several ? m->edits->now : m->edits->was, f->alone);
    grade(e, "draft", m->edits->now, f->draft);
    EMIT(e->out, "}");
}

static void group(const struct emit *e, const struct impact *m, const struct impact_group *g)
{
    EMIT(e->out, "\n  {\"edit\": ");
    if (g->edit)
        edit(e, g->edit);
    else
        EMIT(e->out, "null");
    text(e, "flaw", g->flaw ? str_of(g->flaw) : (struct str){NULL, 0});
    count(e, "organisations", g->organisations), count(e, "outcomes", g->outcomes), count(e, "broken", g->broken);
    EMIT(e->out, ",\n   \"flips\": [");
    for (size_t i = 0; i < g->flip_count; i++) {
        if (i) EMIT(e->out, ",");
        flip(e, m, &g->flips[i], !g->edit);
    }
    EMIT(e->out, "]}");
}

void impact_emit_edits(const struct impact *m, const struct emit *e)
{
    EMIT(e->out, ",\n \"edits\": [");
    for (size_t i = 0; i < m->group_count; i++) {
        if (i) EMIT(e->out, ",");
        group(e, m, &m->groups[i]);
    }
    EMIT(e->out, "]");
}

static void json(const struct impact_report *r, struct buf *out)
{
    const struct emit e = {out, true};
    const struct impact *m = r->impact;
    EMIT(out, "{\"format\": \"peel.impact.v1\",\n \"engine\": "), emit_word(out, PEEL_VERSION);
    version(&e, "was", m->edits->was), version(&e, "draft", m->edits->now);
    EMIT(out, ",\n \"one_scale\": "), emit_bool(out, m->edits->one_scale);
    datasets(&e, r);
    sum(&e, m);
    impact_emit_edits(m, &e);
    EMIT(out, "}\n");
}

const struct impact_format IMPACT_JSON = {"json", json};
