/* catalogue.c: what the header declares: sources, and the four catalogues of evidence. */
#include "data/index.h"
#include "data/intake.h"
#include <stdio.h>

#define NONE ((struct str){NULL, 0})

/* --- sources -------------------------------------------------------------------------------------------------- */

enum { S_TITLE, S_PUBLISHER, S_PUBLISHED, S_URL, S_LICENCE, S_NOTE, S_COUNT };
static const struct str source_keys[] = {KEY("title"), KEY("publisher"), KEY("published"),
                                         KEY("url"),   KEY("licence"),   KEY("note")};
static const struct shape source_shape = {"a source", source_keys, S_COUNT, 1u << S_TITLE, HINT_LEAVE_OUT, NULL};

static void source_read(struct intake *in, struct source_entry *s)
{
    struct fields f;
    if (!fields_open(in, &f, &source_shape)) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (i) {
        case S_TITLE: want_text(in, &s->title); break;
        case S_PUBLISHER: want_text(in, &s->publisher); break;
        case S_PUBLISHED: want_date(in, &s->published); break;
        case S_URL: want_text(in, &s->url); break;
        case S_LICENCE: want_text(in, &s->licence); break;
        default: want_text(in, &s->note); break;
        }
}

/* The key of an entry, kept. */
static struct str declare(struct intake *in, struct str key)
{
    uint32_t length, at = reader_key_place(&in->reader, reader_offset(&in->reader), &length);
    struct str id = {arena_dup(in->arena, key.s, key.n), key.n};
    if (!str_is_id(id)) tell_error(in, at, length, mend_id(id).text, "%s is no id", quote_str(id).text);
    in->key = id;
    in->each = false;
    in->null_hint = HINT_LEAVE_OUT;
    return id;
}

void sources_read(struct intake *in, struct dataset *out)
{
    struct rows rows = {.size = sizeof(struct source_entry)};
    struct str key;
    if (!map_open(in, "an object of sources")) return;
    while (reader_key(&in->reader, &key)) {
        struct source_entry *s = rows_add(in->arena, &rows);
        s->id = declare(in, key);
        source_read(in, s);
    }
    out->sources = (struct source_entry *)(void *)rows.items;
    out->source_count = rows.count;
    out->source_index = index_build(in->arena, (const struct str *)(const void *)rows.items, rows.count, rows.size);
}

/* --- one entry --------------------------------------------------------------------------------------------------- */

enum {
    C_TITLE,
    C_UNIT,
    C_PER,
    C_DENOMINATOR,
    C_PARTS,
    C_PARTS_WITHIN,
    C_CHANGES_WITHIN,
    C_PERIOD,
    C_SOURCE,
    C_BETTER,
    C_BENCHMARKS,
    C_NOTE,
    C_COUNT
};
static const struct str measure_keys[] = {
    KEY("title"),          KEY("unit"),   KEY("per"),    KEY("denominator"), KEY("parts"),      KEY("parts_within"),
    KEY("changes_within"), KEY("period"), KEY("source"), KEY("better"),      KEY("benchmarks"), KEY("note")};
static const struct str other_keys[] = {KEY("title"), KEY("period"), KEY("source"), KEY("better"), KEY("note")};
static const int other_meaning[] = {C_TITLE, C_PERIOD, C_SOURCE, C_BETTER, C_NOTE};
static const struct shape shapes[EVIDENCE_CATALOGUES] = {
    {"an entry of \"measures\"", measure_keys, C_COUNT, 1, HINT_LEAVE_OUT, NULL},
    {"an entry of \"estimates\"", other_keys, 5, 1, HINT_LEAVE_OUT, NULL},
    {"an entry of \"samples\"", other_keys, 5, 1, HINT_LEAVE_OUT, NULL},
    {"an entry of \"surveys\"", other_keys, 5, 1, HINT_LEAVE_OUT, NULL},
};

static void per_read(struct intake *in, double *out)
{
    struct number n;
    uint32_t at = reader_offset(&in->reader);
    if (!want_number(in, &n)) return;
    *out = n.value;
    if (n.value <= 0) tell_error(in, at, 0, NULL, "\"per\" must be above 0, got %.60s", n.spelled.s);
}

static void better_read(struct intake *in, enum better *out)
{
    static const struct str words[] = {KEY("neither"), KEY("higher"), KEY("lower")};
    int i = want_word(in, words, 3);
    if (i >= 0) *out = (enum better)i;
}

static void denominator_read(struct intake *in, struct entry *e)
{
    const struct index *known = in->dataset->catalogues[EVIDENCE_MEASURE].index;
    struct str id;
    uint32_t at = reader_offset(&in->reader);
    if (!want_id(in, &id)) return;
    e->denominator = index_find(known, id);
    if (e->denominator != NO_SLOT || in->quiet) return;
    struct str near = tell_worth(in) ? index_nearest(known, id) : NONE;
    tell_error(in, at, 0, hint_nearest(near, "a denominator is another measure of this catalogue").text,
               "no measure %s is declared", quote_str(id).text);
}

static void benchmarks_read(struct intake *in, struct entry *e)
{
    struct rows rows = {.size = sizeof(struct benchmark)};
    struct str key;
    if (!map_open(in, "an object of numbers")) return;
    while (reader_key(&in->reader, &key)) {
        struct number n = {0, NONE};
        struct str id = declare(in, key);
        if (!want_number(in, &n)) continue;
        *(struct benchmark *)rows_add(in->arena, &rows) = (struct benchmark){id, n.value, n.spelled};
    }
    e->benchmarks = (struct benchmark *)(void *)rows.items;
    e->benchmark_count = rows.count;
}

static void entry_read(struct intake *in, enum evidence_kind kind, struct entry *e)
{
    struct fields f;
    if (!fields_open(in, &f, &shapes[kind])) return;
    for (int i; (i = fields_next(in, &f)) >= 0;) switch (kind == EVIDENCE_MEASURE ? i : other_meaning[i]) {
        case C_TITLE: want_text(in, &e->title); break;
        case C_UNIT: want_text(in, &e->unit); break;
        case C_PER: per_read(in, &e->per); break;
        case C_DENOMINATOR: denominator_read(in, e); break;
        case C_PARTS: parts_read(in, e); break;
        case C_PARTS_WITHIN: parts_within_read(in, &e->parts_within); break;
        case C_CHANGES_WITHIN: changes_within_read(in, &e->changes_within); break;
        case C_PERIOD: want_text(in, &e->period); break;
        case C_SOURCE: want_citation(in, &e->source); break;
        case C_BETTER: better_read(in, &e->better); break;
        case C_BENCHMARKS: benchmarks_read(in, e); break;
        default: want_text(in, &e->note); break;
        }
    if (kind == EVIDENCE_MEASURE && fields_has(&f, C_DENOMINATOR) && !fields_has(&f, C_PER) && !in->reader.failed)
        tell_error(in, f.offset, 1, "write \"per\": 1000 for a rate per 1,000 of them",
                   "a measure with \"denominator\" needs \"per\"");
    if (kind == EVIDENCE_MEASURE && fields_has(&f, C_PARTS_WITHIN) && !fields_has(&f, C_PARTS) && !in->reader.failed)
        tell_error(in, f.at[C_PARTS_WITHIN], 0, "it says by how much the sum of the \"parts\" may differ",
                   "\"parts_within\" needs \"parts\"");
}

/* --- a catalogue -----------------------------------------------------------------------------------------------------
 */

/* Who is counted per whom, from `slot` back to itself. */
static void tell_cycle(struct intake *in, const struct catalogue *c, uint32_t slot, uint32_t at)
{
    char path[DIAG_MESSAGE / 2];
    size_t n = 0;
    uint32_t s = slot;
    do {
        n += (size_t)snprintf(path + n, sizeof path - n, "%s per ", c->entries[s].id.s);
        s = c->entries[s].denominator;
    } while (s != slot && n + 80 < sizeof path);
    tell_error(in, at, 1, "a denominator is a count of its own, such as the number of residents",
               "the denominators run in a circle: %s%s", path, s == slot ? c->entries[slot].id.s : "…");
}

/* Each walk marks what it passes with its number: meeting its own mark, it found a circle; another's, it was there
 * before. */
static void cycles_check(struct intake *in, const struct catalogue *c, const uint32_t *at)
{
    uint32_t *mark = arena_zero(in->arena, c->count + 1, sizeof *mark);
    for (uint32_t i = 0; i < c->count; i++) {
        uint32_t s = i;
        while (s != NO_SLOT && mark[s] == 0) {
            mark[s] = i + 1;
            s = c->entries[s].denominator;
        }
        if (s != NO_SLOT && mark[s] == i + 1) tell_cycle(in, c, s, at[s]);
    }
}

void catalogue_read(struct intake *in, enum evidence_kind kind, struct catalogue *out)
{
    struct rows rows = {.size = sizeof(struct entry)}, places = {.size = sizeof(uint32_t)};
    struct str key;
    if (!map_open(in, "an object, the catalogue")) return;
    while (reader_key(&in->reader, &key)) {
        struct entry *e = rows_add(in->arena, &rows);
        e->denominator = e->source.source = NO_SLOT;
        e->id = declare(in, key);
        *(uint32_t *)rows_add(in->arena, &places) = reader_offset(&in->reader);
        entry_read(in, kind, e);
    }
    out->entries = (struct entry *)(void *)rows.items;
    out->count = rows.count;
    out->index = index_build(in->arena, (const struct str *)(const void *)rows.items, rows.count, rows.size);
    if (in->quiet) return;
    cycles_check(in, out, (const uint32_t *)(const void *)places.items);
    parts_check(in, out, (const uint32_t *)(const void *)places.items);
}
