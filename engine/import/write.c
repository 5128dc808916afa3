/* write.c: the dataset as text, an organisation a line, keys in the order of the catalogues. Written straight, not
 * through jansson: that keeps numbers as doubles and shows them with a fixed count of digits (2642.29 as 2642.29 or as
 * 2642.2899999999999), while here a figure stays as its table spells it. */
#include "import/importing.h"

struct object {
    struct buf *out;
    bool any;
    const char *between;
};

static struct object object_open(struct buf *out, const char *between)
{
    buf_char(out, '{');
    return (struct object){out, false, between};
}

static struct buf *key(struct object *o, const char *name)
{
    if (o->any) buf_put(o->out, o->between);
    o->any = true;
    buf_json(o->out, str_of(name));
    buf_put(o->out, ": ");
    return o->out;
}

static void close(struct object *o) { buf_char(o->out, '}'); }

/* Members on lines of their own. */
static struct object lines_open(struct buf *out)
{
    buf_put(out, "{\n  ");
    return (struct object){out, false, ",\n  "};
}

static void lines_close(struct object *o) { buf_put(o->out, "\n }"); }

static void put_text(struct object *o, const char *name, struct str text)
{
    if (text.s) buf_json(key(o, name), text);
}

static void put_number(struct object *o, const char *name, bool given, double d)
{
    if (given) buf_double(key(o, name), d);
}

/* The one of the round, or NULL. */
static const char *text_of_round(const struct importing *im, const struct decl_text *text)
{
    for (size_t i = 0; i < text->count; i++)
        if (im->round->spelling.s && str_eq(text->of[i].id, im->round->spelling)) return text->of[i].text.s;
    return text->any.s;
}

static void put_rounded(const struct importing *im, struct object *o, const char *name, const struct decl_text *text)
{
    put_text(o, name, str_of(text_of_round(im, text)));
}

/* --- The header ---------------------------------------------------------------------------------------- */

static void put_source(struct object *sources, const struct decl_source *s)
{
    key(sources, s->id.s);
    struct object o = object_open(sources->out, ", ");
    put_text(&o, "title", s->title);
    put_text(&o, "publisher", s->publisher);
    put_text(&o, "published", s->published);
    put_text(&o, "url", s->url);
    put_text(&o, "licence", s->licence);
    put_text(&o, "note", s->note);
    close(&o);
}

static void put_citation(struct object *o, const struct decl_figure *d)
{
    if (!d->place.s) {
        put_text(o, "source", d->source);
        return;
    }
    key(o, "source");
    struct object c = object_open(o->out, ", ");
    put_text(&c, "id", d->source);
    put_text(&c, "place", d->place);
    close(&c);
}

static void put_names(struct object *o, const char *name, const struct names *names)
{
    if (!names->count) return;
    struct buf *out = key(o, name);
    for (size_t i = 0; i < names->count; i++) {
        buf_put(out, i ? ", " : "[");
        buf_json(out, names->list[i]);
    }
    buf_char(out, ']');
}

static void put_benchmarks(struct object *o, const struct decl_figure *d)
{
    if (!d->benchmark_count) return;
    key(o, "benchmarks");
    struct object b = object_open(o->out, ", ");
    for (size_t i = 0; i < d->benchmark_count; i++) put_number(&b, d->benchmarks[i].id.s, true, d->benchmarks[i].value);
    close(&b);
}

static void put_figure(const struct importing *im, struct object *catalogue, const struct decl_figure *d)
{
    key(catalogue, d->id.s);
    struct object o = object_open(catalogue->out, ", ");
    put_text(&o, "title", d->title);
    put_text(&o, "unit", d->unit);
    put_number(&o, "per", d->has_per, d->per);
    put_text(&o, "denominator", d->denominator);
    put_names(&o, "parts", &d->parts);
    put_number(&o, "parts_within", d->has_parts_within, d->parts_within);
    put_number(&o, "changes_within", d->has_changes_within, d->changes_within);
    put_rounded(im, &o, "period", &d->period);
    put_citation(&o, d);
    put_text(&o, "better", d->better);
    put_benchmarks(&o, d);
    put_rounded(im, &o, "note", &d->note);
    close(&o);
}

static void put_header(const struct importing *im, struct object *o)
{
    const struct decl_mapping *m = &im->mapping;
    put_text(o, "format", STR("peel.dataset.v1"));
    put_text(o, "round", im->round->label);
    buf_int(key(o, "year"), im->round->year);
    put_rounded(im, o, "title", &m->title);
    put_rounded(im, o, "note", &m->note);
    put_names(o, "scale", &m->scale);
    if (m->source_count) {
        key(o, "sources");
        struct object sources = lines_open(o->out);
        for (size_t i = 0; i < m->source_count; i++) put_source(&sources, &m->sources[i]);
        lines_close(&sources);
    }
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        if (!m->figure_count[kind]) continue;
        key(o, evidence_kind_plural((enum evidence_kind)kind));
        struct object catalogue = lines_open(o->out);
        for (size_t i = 0; i < m->figure_count[kind]; i++) put_figure(im, &catalogue, &m->figures[kind][i]);
        lines_close(&catalogue);
    }
    if (m->x.s) buf_str(key(o, "x"), m->x);
}

/* --- Organisations --------------------------------------------------------------------------------------- */

static void put_missing(struct buf *out, uint8_t type, struct str note)
{
    struct object o = object_open(out, ", ");
    put_text(&o, "missing", str_of(peel_missing_name((enum peel_missing)type)));
    put_text(&o, "note", note);
    close(&o);
}

static void put_part(struct object *o, const struct figure *f, const struct value *v, int part)
{
    const struct figure_part *is = &figure_parts[f->kind][part];
    if (v->parts[part].spelled.s)
        buf_str(key(o, is->json), v->parts[part].spelled);
    else if (is->is == NUMBER_LEVEL && f->decl->has_level)
        buf_double(key(o, is->json), f->decl->level);
    else if (is->required && v->part_missing[part])
        put_missing(key(o, is->json), v->part_missing[part], v->note); /* `met` of a sample */
}

static void put_value(struct object *values, const struct figure *f, const struct value *v)
{
    struct buf *out = key(values, f->id.s);
    if (v->missing)
        put_missing(out, v->missing, v->note);
    else if (f->kind == EVIDENCE_MEASURE)
        buf_str(out, v->parts[0].spelled);
    else {
        struct object o = object_open(out, ", ");
        for (int part = 0; part < FIGURE_PARTS && figure_parts[f->kind][part].key; part++) put_part(&o, f, v, part);
        close(&o);
    }
}

static void put_member(const struct importing *im, struct buf *out, const struct member *m)
{
    struct object o = object_open(out, ", ");
    put_text(&o, "id", m->id);
    put_text(&o, "name", m->name);
    if (m->outside) buf_put(key(&o, "in_scope"), "false");
    for (size_t i = 0; i < im->figure_count;) {
        enum evidence_kind kind = im->figures[i].kind;
        key(&o, evidence_kind_plural(kind));
        struct object values = object_open(out, ", ");
        for (; i < im->figure_count && im->figures[i].kind == kind; i++)
            put_value(&values, &im->figures[i], &m->values[i]);
        close(&values);
    }
    if (m->outside) {
        key(&o, "x");
        struct object x = object_open(out, ", ");
        put_text(&x, "out_of_scope", m->outside->why);
        close(&x);
    }
    close(&o);
}

void write_dataset(const struct importing *im, struct buf *out)
{
    struct object o = object_open(out, ",\n ");
    put_header(im, &o);
    buf_put(key(&o, "organisations"), "[");
    for (size_t i = 0; i < im->member_count; i++) {
        buf_put(out, i ? ",\n  " : "\n  ");
        put_member(im, out, im->members[i]);
    }
    buf_put(out, "\n ]");
    close(&o);
    buf_char(out, '\n');
}
