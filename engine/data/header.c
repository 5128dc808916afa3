/* header.c: all of a dataset but its organisations. The text is read twice: sources may stand behind the measures that
 * cite them, so the first, silent reading learns the names and the second checks against them. */
#include "data/index.h"
#include "data/intake.h"
#include "data/split.h"
#include <math.h>

#define BIT(key) (1u << (key))
enum {
    H_FORMAT,
    H_ROUND,
    H_YEAR,
    H_TITLE,
    H_NOTE,
    H_SCALE,
    H_SOURCES,
    H_MEASURES,
    H_ESTIMATES,
    H_SAMPLES,
    H_SURVEYS,
    H_ORGANISATIONS,
    H_COUNT
};
static const struct str keys[] = {KEY("format"),    KEY("round"),   KEY("year"),    KEY("title"),
                                  KEY("note"),      KEY("scale"),   KEY("sources"), KEY("measures"),
                                  KEY("estimates"), KEY("samples"), KEY("surveys"), KEY("organisations")};
static const struct shape shape = {"a dataset",    keys, H_COUNT, BIT(H_FORMAT) | BIT(H_ROUND) | BIT(H_YEAR),
                                   HINT_LEAVE_OUT, NULL};
static const struct shape broken_shape = {"a dataset", keys, H_COUNT, 0, HINT_LEAVE_OUT, NULL};

struct header { /* being read */
    struct intake in;
    struct dataset *out;
    struct doubt doubt;
    bool foreign; /* another format: nothing else is worth saying */
};

static void format_read(struct header *h)
{
    struct intake *in = &h->in;
    struct str s;
    uint32_t at = reader_offset(&in->reader);
    h->foreign = true;
    if (!want_text(in, &s)) return;
    h->foreign = !str_is(s, "peel.dataset.v1");
    if (!h->foreign) return;
    const char *hint = str_is(s, "peel.result.v1") ? "this is a result; a dataset is what it was made from"
                                                   : "write \"peel.dataset.v1\"";
    tell_error(in, at, 0, hint, "\"format\" must be \"peel.dataset.v1\", got %s", quote_str(s).text);
}

static void year_read(struct intake *in, int *out)
{
    struct number n;
    uint32_t at = reader_offset(&in->reader);
    if (!want_type(in, JSON_NUMBER_, WANTED_COUNT, "a year") || !want_number(in, &n)) return;
    *out = n.value >= 1900 && n.value <= 2200 && n.value == floor(n.value) ? (int)n.value : 0;
    if (!*out)
        tell_error(in, at, 0, "the year in which the round began",
                   "\"year\" must be a year from 1900 to 2200, got %.60s", n.spelled.s);
}

static void scale_read(struct header *h)
{
    struct intake *in = &h->in;
    struct rows rows;
    uint32_t start = reader_offset(&in->reader);
    bool wrong = in->wrong;
    in->wrong = false;
    h->doubt.scale = true;
    if (!rows_open(in, &rows, sizeof(struct str), "an array of grades, worst first")) return;
    bool many = false;
    while (rows_next(in, keys[H_SCALE])) {
        many |= rows.count == SCALE_LIMIT;
        if (rows.count == SCALE_LIMIT) continue;
        uint32_t at = reader_offset(&in->reader);
        struct str *s = rows_add(in->arena, &rows);
        if (!want_id(in, s))
            rows.count--;
        else
            for (size_t i = 0; i + 1 < rows.count; i++)
                if (str_eq(((struct str *)(void *)rows.items)[i], *s))
                    tell_error(in, at, 0, NULL, "the scale has the grade %s twice", quote_str(*s).text);
    }
    if (rows.count == 0 && !in->wrong)
        tell_error(in, start, 0, "leave it out, or name the grades, worst first", "\"scale\" is empty");
    if (many) tell_error(in, start, 0, NULL, "a scale has at most %d grades", SCALE_LIMIT);
    h->doubt.scale = in->wrong;
    h->out->scale = (struct str *)(void *)rows.items;
    h->out->scale_count = rows.count;
    in->wrong |= wrong;
}

static void catalogues_read(struct header *h, enum evidence_kind kind)
{
    h->doubt.catalogues[kind] = reader_peek(&h->in.reader) != JSON_OBJECT_;
    catalogue_read(&h->in, kind, &h->out->catalogues[kind]);
}

static void part_read(struct header *h, int key)
{
    struct dataset *d = h->out;
    struct intake *in = &h->in;
    switch (key) {
    case H_FORMAT: format_read(h); break;
    case H_ROUND: want_text(in, &d->round); break;
    case H_YEAR: year_read(in, &d->year); break;
    case H_TITLE: want_text(in, &d->title); break;
    case H_NOTE: want_text(in, &d->note); break;
    case H_SCALE: scale_read(h); break;
    case H_SOURCES:
        h->doubt.sources = reader_peek(&in->reader) != JSON_OBJECT_;
        sources_read(in, d);
        break;
    case H_ORGANISATIONS: want_type(in, JSON_ARRAY_, WANTED_ARRAY, "an array of organisations"); break;
    default: catalogues_read(h, (enum evidence_kind)(EVIDENCE_MEASURE + key - H_MEASURES)); break;
    }
}

static void open(struct header *h, const struct splitter *s, struct arena *arena, struct dataset *out,
                 struct diags *diags)
{
    splitter_reader(s, &h->in.reader, arena, diags);
    h->in.reader.noun = "the dataset";
    h->in.arena = arena;
    h->in.key = (struct str)KEY("dataset");
    h->out = out;
}

/* One reading. False where the text is broken. */
static bool pass(struct header *h, bool broken)
{
    struct fields f;
    if (!fields_open(&h->in, &f, broken ? &broken_shape : &shape)) return false;
    for (int i; (i = fields_next(&h->in, &f)) >= 0;) part_read(h, i);
    h->foreign |= !fields_has(&f, H_FORMAT) && !broken;
    return reader_finish(&h->in.reader);
}

/* It is something else: say so, and nothing more. */
static void format_pass(struct header *h)
{
    struct str key;
    if (!reader_object(&h->in.reader)) return;
    while (reader_key(&h->in.reader, &key)) {
        if (!str_is(key, "format")) continue;
        h->in.key = keys[H_FORMAT];
        h->in.null_hint = "write \"peel.dataset.v1\"";
        format_read(h);
        return;
    }
    if (!h->in.reader.failed)
        tell_error(&h->in, 0, 1, "a dataset begins with \"format\": \"peel.dataset.v1\"",
                   "this is no dataset: it has no \"format\"");
}

/* The broken document may have declared anything behind its organisations. */
static void doubt_all(struct doubt *doubt) { *doubt = (struct doubt){true, true, {true, true, true, true}}; }

#define TEMPLATE(out, kind, type)                                                                                      \
    do {                                                                                                               \
        const struct catalogue *c = &d->catalogues[kind];                                                              \
        (out) = arena_zero(&d->arena, c->count + 1, sizeof(type));                                                     \
        for (size_t i = 0; i < c->count; i++)                                                                          \
            (out)[i].is = (struct evidence){.missing = PEEL_NOT_COLLECTED, .source = c->entries[i].source};            \
    } while (0)

/* The ids that records begin with. */
static struct str *keys_keep(struct dataset *d, const void *records, size_t count, size_t stride)
{
    struct str *kept = arena_zero(&d->arena, count + 1, sizeof *kept);
    for (size_t i = 0; i < count; i++)
        kept[i] = key_keep(&d->arena, *(const struct str *)(const void *)((const char *)records + i * stride));
    return kept;
}

static void templates_make(struct dataset *d, struct templates *t)
{
    TEMPLATE(t->measures, EVIDENCE_MEASURE, struct measure);
    TEMPLATE(t->estimates, EVIDENCE_ESTIMATE, struct estimate);
    TEMPLATE(t->samples, EVIDENCE_SAMPLE, struct sample);
    TEMPLATE(t->surveys, EVIDENCE_SURVEY, struct survey);
    for (size_t i = 0; i < d->catalogues[EVIDENCE_ESTIMATE].count; i++) t->estimates[i].level = 0.95;
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        t->keys[kind] = keys_keep(d, d->catalogues[kind].entries, d->catalogues[kind].count, sizeof(struct entry));
    t->sources = keys_keep(d, d->sources, d->source_count, sizeof(struct source_entry));
}

bool header_read(const struct splitter *splitter, struct dataset *d, struct doubt *doubt, struct templates *t,
                 struct diags *diags)
{
    struct arena *arena = &d->arena;
    struct dataset *names = arena_zero(arena, 1, sizeof *names);
    struct header *silent = arena_zero(arena, 1, sizeof *silent), *loud = arena_zero(arena, 1, sizeof *loud);
    bool broken = splitter_broken(splitter);
    struct diags muted;
    diags_init(&muted);
    muted.limit = 0;
    open(silent, splitter, arena, names, &muted);
    silent->in.quiet = true;
    silent->in.last_source = NO_SLOT;
    silent->in.dataset = names;
    silent->in.doubt = &silent->doubt;
    bool good = pass(silent, broken);
    if (broken) doubt_all(&silent->doubt);
    *doubt = silent->doubt;

    open(loud, splitter, arena, d, diags);
    loud->in.dataset = names;
    loud->in.last_source = NO_SLOT;
    loud->in.doubt = doubt;
    if (good && silent->foreign) format_pass(loud);
    if (good && silent->foreign) return false;
    if (!pass(loud, broken)) return false;
    templates_make(d, t);
    return true;
}
