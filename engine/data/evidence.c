/* evidence.c: measures, estimates, samples and surveys of an organisation. The hottest of the loader: most of a dataset
 * is here. Entries mostly come in the catalogue's order, so the next slot is tried before the index. */
#include "data/index.h"
#include "data/intake.h"

#define AHEAD 4 /* entries that may be left out before the index is asked */
#define HINT_WHOLE "write {\"missing\": \"not-supplied\"} in place of the whole object"

/* Of every kind: after its own keys, in this order. */
enum { COMMON_MISSING, COMMON_SOURCE, COMMON_NOTE, COMMONS };
#define COMMON_KEYS KEY("missing"), KEY("source"), KEY("note")

static const struct str measure_keys[] = {KEY("value"), COMMON_KEYS};
static const struct str estimate_keys[] = {KEY("value"), KEY("margin"), KEY("level"), KEY("n"), COMMON_KEYS};
static const struct str sample_keys[] = {KEY("reviewed"), KEY("met"), KEY("population"), COMMON_KEYS};
static const struct str survey_keys[] = {KEY("value"), KEY("n"), COMMON_KEYS};
static const struct shape measure_shape = {"a measure", measure_keys, 1 + COMMONS, 0, HINT_WHOLE, NULL};
static const struct shape estimate_shape = {
    "an estimate", estimate_keys,
    4 + COMMONS,   0,
    HINT_WHOLE,    "an estimate is written {\"value\": 0.955, \"margin\": 0.019}"};
static const struct shape sample_shape = {
    "a sample", sample_keys, 3 + COMMONS, 0, HINT_WHOLE, "a sample is written {\"reviewed\": 60, \"met\": 52}"};
static const struct shape survey_shape = {"a survey", survey_keys, 2 + COMMONS,
                                          0,          HINT_WHOLE,  "a survey is written {\"value\": 0.63}"};

static void common_read(struct intake *in, struct evidence *is, int key)
{
    if (key == COMMON_MISSING)
        want_missing(in, &is->missing);
    else if (key == COMMON_SOURCE)
        want_citation(in, &is->source);
    else
        want_text(in, &is->note);
}

/* At the object's end: missing, or all of `needed`, but not both. own: how many keys the kind has of its own. */
static bool settle(struct intake *in, const struct fields *f, int own, uint32_t needed)
{
    uint32_t given = f->seen & ((1u << own) - 1);
    if (!fields_has(f, own + COMMON_MISSING)) {
        fields_need(in, f, needed);
        return true;
    }
    for (int i = 0; i < own; i++)
        if (given >> i & 1) {
            tell_error(in, f->offset, 0, "leave out one of them",
                       "\"missing\" stands beside \"%.*s\": is it there or not?", KEY_ARG(f->shape->keys[i]));
            break;
        }
    return false;
}

static void measure_read(struct intake *in, struct measure *m)
{
    struct fields f;
    if (*in->reader.at != '{' && reader_peek(&in->reader) == JSON_NUMBER_) {
        want_number(in, &m->value);
        return;
    }
    if (*in->reader.at != '{' && !want_type(in, JSON_OBJECT_, WANTED_NUMBER, "a number or an object")) return;
    if (!fields_open(in, &f, &measure_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i == 0)
            want_number(in, &m->value);
        else
            common_read(in, &m->is, i - 1);
    }
    settle(in, &f, 1, 1);
}

static void want_level(struct intake *in, double *out)
{
    struct number n;
    uint32_t at = here(in);
    if (!want_share(in, &n)) return;
    *out = n.value;
    if (n.value > 0 && n.value < 1) return;
    tell_error(in, at, 0, "95% confidence is 0.95", "\"level\" must lie between 0 and 1, got %.60s", n.spelled.s);
}

static void estimate_read(struct intake *in, struct estimate *e)
{
    struct fields f;
    if (!fields_open(in, &f, &estimate_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i == 0)
            want_share(in, &e->value);
        else if (i == 1)
            want_share(in, &e->margin);
        else if (i == 2)
            want_level(in, &e->level);
        else if (i == 3)
            want_count(in, 1, &e->n);
        else
            common_read(in, &e->is, i - 4);
    }
    settle(in, &f, 4, 3);
}

static void met_read(struct intake *in, struct sample *s)
{
    static const struct str keys[] = {KEY("missing"), KEY("note")};
    static const struct shape shape = {
        "a missing value", keys, 2, 1, HINT_LEAVE_OUT, "write {\"missing\": \"not-supplied\"}"};
    struct fields f;
    if (*in->reader.at != '{') {
        in->null_hint = HINT_MISSING;
        want_count(in, 0, &s->met);
        return;
    }
    if (!fields_open(in, &f, &shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i == 0)
            want_missing(in, &s->met_missing);
        else
            want_text(in, &s->is.note);
    }
    s->is.missing = s->met_missing;
}

static void sample_check(struct intake *in, const struct sample *s, const struct fields *f, const uint32_t at[3])
{
    unsigned long long reviewed = s->reviewed, met = s->met, population = s->population;
    if (met > reviewed) tell_error(in, at[1], 0, NULL, "\"met\" is %llu, more than the %llu reviewed", met, reviewed);
    if (fields_has(f, 2) && reviewed > population)
        tell_error(in, at[0], 0, "\"population\" counts all there were to choose from",
                   "\"reviewed\" is %llu, more than the population of %llu", reviewed, population);
}

static void reviewed_read(struct intake *in, uint64_t *out)
{
    uint32_t at = here(in);
    if (want_count(in, 0, out) && *out == 0)
        tell_error(in, at, 0,
                   "where nothing was reviewed, write {\"missing\": \"not-collected\"} in place of the whole object",
                   "a sample of 0 says nothing");
}

static void sample_read(struct intake *in, struct sample *s)
{
    struct fields f;
    uint32_t at[3] = {0, 0, 0};
    if (!fields_open(in, &f, &sample_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i < 3) at[i] = here(in);
        if (i == 0)
            reviewed_read(in, &s->reviewed);
        else if (i == 1)
            met_read(in, s);
        else if (i == 2)
            want_count(in, 1, &s->population);
        else
            common_read(in, &s->is, i - 3);
    }
    if (settle(in, &f, 3, 3) && !in->wrong) sample_check(in, s, &f, at);
}

static void survey_read(struct intake *in, struct survey *s)
{
    struct fields f;
    if (!fields_open(in, &f, &survey_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) {
        if (i == 0)
            want_share(in, &s->value);
        else if (i == 1)
            want_count(in, 1, &s->n);
        else
            common_read(in, &s->is, i - 2);
    }
    settle(in, &f, 2, 1);
}

/* An id that the catalogue of its kind does not have. */
static void stranger(struct intake *in, enum evidence_kind kind, struct str id)
{
    const struct dataset *d = in->dataset;
    uint32_t length, at = reader_key_place(&in->reader, here(in), &length);
    struct quote q = quote_str(id);
    in->wrong = true;
    for (int other = 0; other < EVIDENCE_CATALOGUES; other++) {
        if (other == (int)kind || catalogue_find(&d->catalogues[other], id) == NO_SLOT) continue;
        const char *plural = evidence_kind_plural((enum evidence_kind)other);
        struct hint hint = hint_nearest((struct str){NULL, 0}, "put it under this organisation's \"%s\"", plural);
        tell_error(in, at, length, hint.text, "%s is no %s: the header declares it under \"%s\"", q.text,
                   evidence_kind_name(kind), plural);
        return;
    }
    if (!in->doubt->catalogues[kind]) {
        struct str near = {NULL, 0};
        if (tell_worth(in)) near = index_nearest(d->catalogues[kind].index, id);
        struct hint hint =
            hint_nearest(near, "declare it in the header's \"%s\", with a title", evidence_kind_plural(kind));
        tell_error(in, at, length, hint.text, "no %s %s is declared", evidence_kind_name(kind), q.text);
    }
}

static struct evidence *evidence_at(struct org *org, enum evidence_kind kind, uint32_t slot)
{
    switch (kind) {
    case EVIDENCE_MEASURE: return &org->measures[slot].is;
    case EVIDENCE_ESTIMATE: return &org->estimates[slot].is;
    case EVIDENCE_SAMPLE: return &org->samples[slot].is;
    default: return &org->surveys[slot].is;
    }
}

static void entry_read(struct intake *in, struct org *org, enum evidence_kind kind, uint32_t slot)
{
    struct evidence *is = evidence_at(org, kind, slot);
    bool wrong = in->wrong;
    in->key = in->dataset->catalogues[kind].entries[slot].id;
    in->each = in->wrong = false;
    in->null_hint = HINT_MISSING;
    is->mentioned = true;
    is->missing = PEEL_PRESENT;
    is->offset = here(in);
    switch (kind) {
    case EVIDENCE_MEASURE: measure_read(in, &org->measures[slot]); break;
    case EVIDENCE_ESTIMATE: estimate_read(in, &org->estimates[slot]); break;
    case EVIDENCE_SAMPLE: sample_read(in, &org->samples[slot]); break;
    default: survey_read(in, &org->surveys[slot]); break;
    }
    in->wrong |= wrong;
}

/* Known ids are in the record; the reader remembers the others. */
static uint32_t slot_next_any(struct intake *in, struct org *org, enum evidence_kind kind)
{
    struct reader *r = &in->reader;
    struct reader_name name;
    while (reader_name(r, &name)) {
        uint32_t slot = catalogue_find(&in->dataset->catalogues[kind], name.key), length;
        const struct evidence *is = slot == NO_SLOT ? NULL : evidence_at(org, kind, slot);
        if (is && !is->mentioned) return slot;
        if (is)
            reader_twice(r, &name, reader_key_place(r, is->offset, &length));
        else if (reader_new(r, &name))
            stranger(in, kind, name.key);
    }
    return NO_SLOT;
}

/* The slot of the entry that comes; NO_SLOT at the end. Entries mostly come in the catalogue's order, a few left out:
 * those behind the last are tried as they stand. */
static inline uint32_t slot_next(struct intake *in, struct org *org, enum evidence_kind kind, uint32_t slot)
{
    const struct catalogue *c = &in->dataset->catalogues[kind];
    const char *p = quick_member(&in->reader);
    if (!p && quick_end(&in->reader, '}')) return NO_SLOT;
    for (uint32_t end = slot + AHEAD; p && in->sound && slot < c->count && slot < end; slot++) {
        const char *past = quick_key(&in->reader, p, in->templates->keys[kind][slot]);
        if (past && !evidence_at(org, kind, slot)->mentioned &&
            quick_comes(&in->reader, quick_space(&in->reader, past)))
            return slot;
    }
    return slot_next_any(in, org, kind);
}

void evidence_read(struct intake *in, struct org *org, enum evidence_kind kind)
{
    if (!map_open(in, "an object of ids")) return;
    for (uint32_t slot = 0; (slot = slot_next(in, org, kind, slot)) != NO_SLOT; slot++) entry_read(in, org, kind, slot);
}

static void *copy(struct intake *in, const void *template, size_t count, size_t size)
{
    return count ? memcpy(arena_alloc(in->arena, count * size), template, count * size) : NULL;
}

void evidence_start(struct intake *in, struct org *org)
{
    const struct catalogue *c = in->dataset->catalogues;
    const struct templates *t = in->templates;
    org->measures = copy(in, t->measures, c[EVIDENCE_MEASURE].count, sizeof *t->measures);
    org->estimates = copy(in, t->estimates, c[EVIDENCE_ESTIMATE].count, sizeof *t->estimates);
    org->samples = copy(in, t->samples, c[EVIDENCE_SAMPLE].count, sizeof *t->samples);
    org->surveys = copy(in, t->surveys, c[EVIDENCE_SURVEY].count, sizeof *t->surveys);
}
