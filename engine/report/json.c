/* json.c: the formats json (one document, or an array of them for several datasets) and jsonl (a line for the header,
 * one for each organisation, one for the end). The same writers for both; only blanks and line breaks differ. */
#include "report/json.h"
#include "base/mem.h"
#include "report/format.h"

static void desk_done(struct json_desk *desk)
{
    buf_done(&desk->words);
    buf_done(&desk->root);
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) mem_free(desk->told[k]);
}

static bool desk_ready(struct json_desk *desk, const struct dataset *d)
{
    bool ready = true;
    for (int k = 0; k < EVIDENCE_CATALOGUES; k++) {
        desk->told[k] = mem_zero(d->catalogues[k].count + 1, sizeof *desk->told[k]);
        ready = ready && desk->told[k];
    }
    return ready;
}

static void json_close(void *state)
{
    struct json *j = state;
    for (unsigned i = 0; j->desks && i < j->workers; i++) desk_done(&j->desks[i]);
    fragments_free(j->fragments);
    mem_free(j->desks);
    mem_free(j);
}

static void *open_as(const struct report *r, bool spaced)
{
    struct json *j = mem_zero(1, sizeof *j);
    if (!j) return NULL;
    j->workers = r->workers;
    j->desks = mem_zero(r->workers, sizeof *j->desks);
    j->fragments = fragments_new(r->pack, r->dataset, spaced);
    bool ready = j->desks && j->fragments;
    for (unsigned i = 0; ready && i < r->workers; i++) ready = desk_ready(&j->desks[i], r->dataset);
    if (ready) return j;
    json_close(j);
    return NULL;
}

static void *json_open(const struct report *r) { return open_as(r, true); }
static void *jsonl_open(const struct report *r) { return open_as(r, false); }

static struct emit emitter(void *state, struct buf *out)
{
    return (struct emit){out, ((struct json *)state)->fragments->spaced};
}

static void provenance(const struct report *r, const struct emit *e)
{
    EMIT(e->out, "{"), KEY(e, "format"), emit_word(e->out, "peel.result.v1");
    LINE_KEY(e, 1, "engine"), emit_word(e->out, PEEL_VERSION);
    LINE_KEY(e, 1, "pack"), EMIT(e->out, "{"), KEY(e, "name"), emit_text(e->out, r->pack->decl.name);
    COMMA_KEY(e, "version"), emit_text(e->out, r->pack->decl.version);
    COMMA_KEY(e, "digest"), emit_word(e->out, r->pack->digest), EMIT(e->out, "}");
    LINE_KEY(e, 1, "dataset"), EMIT(e->out, "{"), KEY(e, "round"), emit_text(e->out, r->dataset->round);
    COMMA_KEY(e, "year"), buf_int(e->out, r->dataset->year);
    COMMA_KEY(e, "digest"), emit_word(e->out, r->digest);
    if (r->dataset->note.s) COMMA_KEY(e, "note"), emit_json(e->out, r->dataset->note);
    json_catalogue(e, r->dataset);
    EMIT(e->out, "}");
    LINE_KEY(e, 1, "scale"), json_texts(e, r->pack->decl.scale.list, r->pack->decl.scale.count);
}

static void parameters(const struct emit *e, const struct fragments *f, size_t count)
{
    LINE_KEY(e, 1, "parameters"), EMIT(e->out, "{");
    for (size_t i = 0; i < count; i++) {
        if (i > 0) comma(e);
        emit_kept(e->out, f->parameters[i]);
    }
    EMIT(e->out, "}");
}

static void framework_parameters(const struct emit *e, const struct decl_pack *p)
{
    LINE_KEY(e, 2, "parameters"), EMIT(e->out, "[");
    for (size_t i = 0; i < p->parameter_count; i++) {
        const struct decl_parameter *d = &p->parameters[i];
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 3);
        EMIT(e->out, "{"), KEY(e, "name"), emit_text(e->out, d->name);
        COMMA_KEY(e, "title"), emit_text(e->out, d->title);
        COMMA_KEY(e, "unit"), emit_text(e->out, d->unit);
        COMMA_KEY(e, "rests"), emit_text(e->out, d->rests), EMIT(e->out, "}");
    }
    EMIT(e->out, "]");
}

/* What `rests` names in short. */
static void framework_references(const struct emit *e, const struct decl_pack *p)
{
    LINE_KEY(e, 2, "references"), EMIT(e->out, "{");
    for (size_t i = 0; i < p->reference_count; i++) {
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 3);
        emit_json(e->out, p->references[i].id);
        EITHER(e, ": ", ":"), emit_json(e->out, p->references[i].text);
    }
    EMIT(e->out, "}");
}

static void framework_characteristic(const struct emit *e, const struct decl_characteristic *c)
{
    EMIT(e->out, "{"), KEY(e, "id"), emit_text(e->out, c->id);
    COMMA_KEY(e, "text"), emit_text(e->out, c->text);
    COMMA_KEY(e, "weight"), emit_number(e->out, c->weight);
    COMMA_KEY(e, "rests"), json_texts(e, c->rests.list, c->rests.count);
    COMMA_KEY(e, "thresholds"), emit_text(e->out, c->thresholds), EMIT(e->out, "}");
}

static void framework_area(const struct emit *e, const struct decl_area *a)
{
    EMIT(e->out, "{"), KEY(e, "id"), emit_text(e->out, a->id);
    COMMA_KEY(e, "title"), emit_text(e->out, a->title);
    COMMA_KEY(e, "question"), emit_text(e->out, a->question);
    LINE_KEY(e, 4, "characteristics"), EMIT(e->out, "[");
    for (size_t i = 0; i < a->characteristic_count; i++) {
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 5);
        framework_characteristic(e, &a->characteristics[i]);
    }
    EMIT(e->out, "]}");
}

/* What the ids below stand for, once, so that a result can be read without its pack. */
static void framework(const struct report *r, const struct emit *e)
{
    LINE_KEY(e, 1, "framework"), EMIT(e->out, "{"), KEY(e, "title"), emit_text(e->out, r->pack->decl.title);
    framework_references(e, &r->pack->decl);
    framework_parameters(e, &r->pack->decl);
    LINE_KEY(e, 2, "areas"), EMIT(e->out, "[");
    for (size_t i = 0; i < r->pack->area_count; i++) {
        if (i > 0) EMIT(e->out, ",");
        json_line(e, 3);
        framework_area(e, r->pack->areas[i].decl);
    }
    EMIT(e->out, "]}");
}

static void header(const struct report *r, void *state, struct emit *e)
{
    provenance(r, e);
    parameters(e, ((struct json *)state)->fragments, r->pack->decl.parameter_count);
    framework(r, e);
    json_compared(e, &r->pack->decl);
}

static void agreement(const struct report *r, const struct emit *e, const struct agreement *a)
{
    struct base_rate base = agreement_base_rate(a);
    EMIT(e->out, "{"), KEY(e, "compared"), buf_int(e->out, (int64_t)a->compared);
    COMMA_KEY(e, "agreed"), buf_int(e->out, (int64_t)a->agreed);
    COMMA_KEY(e, "within_one"), buf_int(e->out, (int64_t)a->within_one);
    COMMA_KEY(e, "base_rate");
    if (base.grade < 0) {
        EMIT(e->out, "null}");
        return;
    }
    EMIT(e->out, "{"), KEY(e, "grade"), emit_text(e->out, r->pack->decl.scale.list[base.grade]);
    COMMA_KEY(e, "count"), buf_int(e->out, (int64_t)base.count), EMIT(e->out, "}}");
}

/* From "cohort" to the closing brace. */
static void tail(const struct report *r, const struct emit *e, const struct run_totals *t)
{
    json_cohort(e, r);
    LINE_KEY(e, 1, "agreement"), agreement(r, e, &t->agreement);
    LINE_KEY(e, 1, "status"), emit_word(e->out, t->partial > 0 ? "partial" : "complete");
    EMIT(e->out, "}");
}

static void organisation(void *state, const struct org_result *result, struct buf *out, unsigned worker)
{
    struct json *j = state;
    struct json_page page = {emitter(state, out), j->fragments, &j->desks[worker], result, false};
    json_organisation(&page);
    out->failed = out->failed || page.desk->words.failed || page.desk->root.failed;
}

static void json_begin(const struct report *r, void *state, struct buf *out)
{
    struct emit e = emitter(state, out);
    if (r->of > 1) buf_put(out, r->number == 0 ? "[" : ",\n ");
    header(r, state, &e);
    LINE_KEY(&e, 1, "organisations"), EMIT(out, "[");
}

static void json_one(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                     unsigned worker)
{
    (void)r;
    EMIT(out, ",\n  ");
    organisation(state, result, out, worker);
}

static void json_end(const struct report *r, void *state, const struct run_totals *totals, struct buf *out)
{
    struct emit e = emitter(state, out);
    EMIT(out, "],\n ");
    tail(r, &e, totals);
    EMIT(out, "\n");
    if (r->of > 1 && r->number + 1 == r->of) EMIT(out, "]\n");
}

static void jsonl_begin(const struct report *r, void *state, struct buf *out)
{
    struct emit e = emitter(state, out);
    header(r, state, &e);
    EMIT(out, "}\n");
}

static void jsonl_one(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                      unsigned worker)
{
    (void)r;
    organisation(state, result, out, worker);
    EMIT(out, "\n");
}

static void jsonl_end(const struct report *r, void *state, const struct run_totals *totals, struct buf *out)
{
    struct emit e = emitter(state, out);
    EMIT(out, "{");
    tail(r, &e, totals);
    EMIT(out, "\n");
}

const struct format FORMAT_JSON = {
    "json",  "one document; with several datasets an array of them", 1, json_open, json_close, json_begin, json_one,
    json_end, false};
const struct format FORMAT_JSONL = {"jsonl",    "a header line, one line for each organisation, a line for the end",
                                    0,          jsonl_open,
                                    json_close, jsonl_begin,
                                    jsonl_one,  jsonl_end, false};
