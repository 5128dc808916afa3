/* declare_mapping.c: the word of a mapping, and what in it is about the dataset as a whole. */
#include "data/model.h"
#include "script/declare.h"
#include "script/mapping.h"
#include "script/sandbox.h"
#include <stdio.h>

const struct word keys_mapping[] = {
    KEY("title", "string|table<string, string>|nil", "Of the dataset: a text, or one for each round."),
    KEY("note", "string|table<string, string>|nil", "A remark: a text, or one for each round."),
    KEY("encoding", "\"utf-8\"|\"windows-1252\"|nil",
        "Of the tables. Left out: what is no UTF-8 is read as Windows-1252, with a warning."),
    KEY("round", "string|peel.rounds",
        "The label of the round, as in the dataset. Where a column says it, `{ column = \"year\", [\"2018\"] = { round "
        "= \"2018/19\", "
        "year = 2018 } }`, by the spellings of that column; `--round 2018` chooses."),
    KEY("year", "integer?", "The year in which the round began, 1900 to 2200; of several rounds each has its own."),
    KEY("scale", "string[]?", "The grades that the dataset speaks of."),
    KEY("sources", "table<string, peel.source>?", "id → a publication."),
    KEY("missing", "table<string, peel.missing|peel.spelling>?",
        "spelling → a type of missing, or `{ type, note = \"…\" }`. A spelling that nobody lists, the empty one too, "
        "is an error."),
    KEY("measures", "table<string, peel.mapped_measure>?", "The catalogue of measures, and where their numbers are."),
    KEY("estimates", "table<string, peel.mapped_estimate>?", "The catalogue of estimates."),
    KEY("organisations", "peel.organisations_table", "Which rows are organisations."),
    KEY("samples", "table<string, peel.mapped_sample>?", "The catalogue of samples."),
    KEY("surveys", "table<string, peel.mapped_survey>?", "The catalogue of surveys."),
    KEY("sums", "peel.sum[]?", "Sums that must hold over the organisations."),
    KEY("x", "table?", "Your own, copied as it is."),
    {0},
};

/* --- Shared ------------------------------------------------------------------------------------------ */

struct spot declare_spot(lua_State *L, int line) { return (struct spot){script_of(L)->loading.file, line}; }

const char *declare_id_flaw(struct str text)
{
    return str_is_id(text) ? NULL : "is no id: lower-case letters, digits, _ and -, beginning with a letter";
}

/* The keys are sorted already: those of one line stay so. */
static bool is_before(void *context, uint32_t a, uint32_t b)
{
    const struct map *map = context;
    return map->lines[a] < map->lines[b];
}

const uint32_t *declare_order(lua_State *L, struct map *map)
{
    uint32_t *order = declare_alloc(L, 2 * map->count, sizeof *order), n = (uint32_t)map->count;
    for (uint32_t i = 0; i < n; i++) order[i] = i;
    merge_sort(order, order + n, n, is_before, map);
    return order;
}

void declare_rounded(const struct form *f, const char *key, struct decl_text *out)
{
    struct map map;
    int type = form_get(f, key, 0);
    lua_pop(f->L, 1);
    if (type != LUA_TTABLE) {
        form_text(f, key, 0, OPTIONAL, DECLARE_TEXT, &out->any);
        return;
    }
    if (!form_map(f, key, OPTIONAL, DECLARE_REFERENCES, &map)) return;
    out->of = declare_alloc(f->L, map.count, sizeof *out->of);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_reference *r = &out->of[out->count++];
        r->id = map.keys[i];
        form_text(&map.form, map.keys[i].s, 0, REQUIRED, DECLARE_TEXT, &r->text);
    }
    lua_pop(f->L, 1);
}

const struct word keys_column[] = {
    KEY("table", "string?", "The table: its file's name, without folders and `.csv`."),
    KEY("column", "string", "The column."),
    {0},
};

bool declare_column(const struct form *f, const char *key, struct decl_column *out)
{
    struct form column;
    char what[100];
    int type = form_get(f, key, 0);
    lua_pop(f->L, 1);
    if (type == LUA_TNIL) return false;
    if (type != LUA_TTABLE) return form_text(f, key, 0, OPTIONAL, DECLARE_TEXT, &out->name);
    snprintf(what, sizeof what, "\"%.60s\"", key);
    form_table(f, key, 0, what, &column);
    form_keys(&column, keys_column, 0);
    form_text(&column, "table", 0, REQUIRED, DECLARE_TEXT, &out->table);
    bool good = form_text(&column, "column", 0, REQUIRED, DECLARE_TEXT, &out->name);
    lua_pop(f->L, 1);
    return good;
}

/* --- Missing ------------------------------------------------------------------------------------------ */

static void read_type(const struct form *f, const char *key, int index, struct decl_missing *m)
{
    static const char *const types[] = {"not-collected", "not-supplied", "unreadable", "not-applicable",
                                        "predates",      "abolished",    NULL};
    struct str word;
    char hint[DIAG_HINT];
    if (!form_text(f, key, index, REQUIRED, DECLARE_TEXT, &word)) return;
    for (int i = 0; types[i]; i++)
        if (str_is(word, types[i])) {
            m->type = (enum peel_missing)(PEEL_NOT_COLLECTED + i);
            return;
        }
    struct site site = key ? site_key(f->site, key) : site_item(f->site, index);
    declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(word, types, hint), "\"%.60s\" is no type of missing",
                  word.s);
}

/* spelling = "not-supplied", or { "not-supplied", note = "why" }. */
const struct word keys_spelling[] = {
    KEY("[1]", "peel.missing", "What the spelling stands for."),
    KEY("note", "string?", "Why; it goes into the dataset."),
    {0},
};

static void read_missing(const struct map *map, size_t i, struct decl_missing *m)
{
    const char *key = map->keys[i].s;
    struct form one;
    m->spelling = map->keys[i];
    m->type = PEEL_NOT_COLLECTED;
    int type = form_get(&map->form, key, 0);
    lua_pop(map->form.L, 1);
    if (type != LUA_TTABLE) {
        read_type(&map->form, key, 0, m);
        return;
    }
    form_table(&map->form, key, 0, "what is missing", &one);
    form_keys(&one, keys_spelling, 1);
    if (form_get(&one, NULL, 1) == LUA_TNIL)
        declare_wrong(map->form.L, &one.site, SITE_KEY, "{ \"not-supplied\", note = \"…\" }",
                      "what \"%.40s\" stands for is not said", key);
    else
        read_type(&one, NULL, 1, m);
    lua_pop(map->form.L, 1);
    form_text(&one, "note", 0, OPTIONAL, DECLARE_TEXT, &m->note);
    lua_pop(map->form.L, 1);
}

void declare_missings(const struct form *f, struct decl_missings *out)
{
    struct map map;
    if (!form_map(f, "missing", OPTIONAL, DECLARE_REFERENCES, &map)) return;
    out->list = declare_alloc(f->L, map.count, sizeof *out->list);
    for (size_t i = 0; i < map.count; i++) read_missing(&map, i, &out->list[out->count++]);
    lua_pop(f->L, 1);
}

/* --- Rounds ------------------------------------------------------------------------------------------- */

static void read_year(const struct form *f, int *out)
{
    double year = 0;
    if (!form_number(f, "year", 0, REQUIRED, &year)) return;
    *out = year >= 1900 && year <= 2200 && year == (int)year ? (int)year : 0;
    struct site site = site_key(f->site, "year");
    if (!*out)
        declare_wrong(f->L, &site, SITE_VALUE, "the year in which the round began",
                      "\"year\" must be a year from 1900 to 2200, got %.15g", year);
}

/* round = { column = "year", ["2018"] = { round = "2018/19", year = 2018 } }: `column` is no spelling of a round. */
const struct word keys_rounds[] = {
    KEY("column", "string|peel.column", "The column that says the round; no spelling of one."),
    KEY("[string]", "peel.round", "spelling → the round that it stands for."),
    {0},
};
const struct word keys_round[] = {
    KEY("round", "string", "Its label."),
    KEY("year", "integer", "The year in which it began, 1900 to 2200."),
    {0},
};

static void read_rounds(const struct form *f, struct decl_rounds *rounds)
{
    struct map map;
    struct form one;
    char what[100];
    if (!form_map(f, "round", REQUIRED, DECLARE_REFERENCES, &map)) return;
    rounds->list = declare_alloc(f->L, map.count, sizeof *rounds->list);
    if (!declare_column(&map.form, "column", &rounds->column)) form_missing(&map.form, "column", NULL);
    for (size_t i = 0; i < map.count; i++) {
        if (str_is(map.keys[i], "column")) continue;
        snprintf(what, sizeof what, "the round \"%.60s\"", map.keys[i].s);
        if (!form_table(&map.form, map.keys[i].s, 0, what, &one)) continue;
        struct decl_round *r = &rounds->list[rounds->count++];
        r->spelling = map.keys[i];
        form_keys(&one, keys_round, 0);
        form_text(&one, "round", 0, REQUIRED, DECLARE_TEXT, &r->label);
        read_year(&one, &r->year);
        lua_pop(f->L, 1);
    }
    if (!rounds->count)
        declare_wrong(f->L, &map.form.site, SITE_VALUE, "[\"2018\"] = { round = \"2018/19\", year = 2018 }",
                      "\"round\" says no round of its column");
    lua_pop(f->L, 1);
}

static void declare_rounds(const struct form *f, struct decl_rounds *rounds)
{
    int type = form_get(f, "round", 0);
    lua_pop(f->L, 1);
    struct site site = site_key(f->site, "round");
    rounds->spot = site_spot(f->L, &site, SITE_KEY);
    if (type == LUA_TTABLE) {
        read_rounds(f, rounds);
        if (form_get(f, "year", 0) != LUA_TNIL) {
            site = site_key(f->site, "year");
            declare_wrong(f->L, &site, SITE_KEY, "each round has a year of its own",
                          "\"year\" stands beside the rounds");
        }
        lua_pop(f->L, 1);
        return;
    }
    rounds->list = declare_alloc(f->L, 1, sizeof *rounds->list);
    rounds->count = 1;
    form_text(f, "round", 0, REQUIRED, DECLARE_TEXT, &rounds->list->label);
    read_year(f, &rounds->list->year);
}

/* --- Sources ------------------------------------------------------------------------------------------ */

/* In the order in which read_source takes them; the first is required. */
const struct word keys_source[] = {
    KEY("title", "string", "What it is called."),
    KEY("publisher", "string?", "Who published it."),
    KEY("published", "string?", "When: `YYYY-MM-DD`, `YYYY-MM` or `YYYY`."),
    KEY("url", "string?", "Where it is found."),
    KEY("licence", "string?", "Under which licence."),
    KEY("note", "string?", "A remark."),
    {0},
};

static void read_source(const struct map *map, size_t i, struct decl_source *s)
{
    struct form f;
    struct date date;
    char what[100];
    snprintf(what, sizeof what, "source \"%.60s\"", map->keys[i].s);
    *s = (struct decl_source){.id = map->keys[i], .spot = declare_spot(map->form.L, map->lines[i])};
    struct site site = site_key(map->form.site, s->id.s);
    if (declare_id_flaw(s->id))
        declare_wrong(map->form.L, &site, SITE_KEY, NULL, "\"%.60s\" %s", s->id.s, declare_id_flaw(s->id));
    if (!form_table(&map->form, s->id.s, 0, what, &f)) return;
    form_keys(&f, keys_source, 0);
    struct str *const to[] = {&s->title, &s->publisher, &s->published, &s->url, &s->licence, &s->note};
    for (int k = 0; keys_source[k].name; k++)
        form_text(&f, keys_source[k].name, 0, k ? OPTIONAL : REQUIRED, DECLARE_TEXT, to[k]);
    site = site_key(f.site, "published");
    if (s->published.s && !date_parse(s->published, &date))
        declare_wrong(f.L, &site, SITE_VALUE, "write it as YYYY-MM-DD, YYYY-MM or YYYY",
                      "\"published\" must be a date that exists, got \"%.40s\"", s->published.s);
    lua_pop(map->form.L, 1);
}

static void declare_sources(const struct form *f, struct decl_mapping *m)
{
    struct map map;
    if (!form_map(f, "sources", OPTIONAL, DECLARE_REFERENCES, &map)) return;
    const uint32_t *order = declare_order(f->L, &map);
    m->sources = declare_alloc(f->L, map.count, sizeof *m->sources);
    for (size_t i = 0; i < map.count; i++) read_source(&map, order[i], &m->sources[m->source_count++]);
    lua_pop(f->L, 1);
}

/* --- The word ----------------------------------------------------------------------------------------- */

static void declare_encoding(const struct form *f, enum encoding *out)
{
    struct str word;
    char hint[DIAG_HINT];
    static const char *const known[] = {"utf-8", "windows-1252", NULL};
    if (!form_text(f, "encoding", 0, OPTIONAL, DECLARE_TEXT, &word)) return;
    for (int i = ENCODING_UTF_8; i < ENCODINGS; i++)
        if (str_is(word, encoding_names[i])) {
            *out = (enum encoding)i;
            return;
        }
    struct site site = site_key(f->site, "encoding");
    declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(word, known, hint), "\"%.60s\" is no encoding of a table",
                  word.s);
}

static int l_mapping(lua_State *L)
{
    struct form f;
    if (!declare_table(L, "mapping", &f)) return declare_answer(L);
    struct decl_mapping *m = script_of(L)->loading.target;
    m->spot = script_of(L)->loading.declared;
    form_keys(&f, keys_mapping, 0);
    declare_rounded(&f, "title", &m->title);
    declare_rounded(&f, "note", &m->note);
    m->title.spot = m->note.spot = m->spot;
    declare_encoding(&f, &m->encoding);
    declare_rounds(&f, &m->rounds);
    form_names(&f, "scale", OPTIONAL, DECLARE_GRADES, declare_id_flaw, &m->scale);
    declare_sources(&f, m);
    declare_organisations(&f, m);
    declare_missings(&f, &m->missing);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) declare_figures(&f, (enum evidence_kind)kind, m);
    declare_sums(&f, m);
    declare_json(&f, "x", &m->x);
    return declare_answer(L);
}

const struct word words_mapping[] = {
    {"mapping", l_mapping, "table: peel.mapping_table", "peel.declared",
     "Declares a mapping of tables to a dataset: `return mapping { … }`, once."},
    {0},
};
void declare_words_mapping(lua_State *L) { words_push(L, words_mapping); }

bool script_mapping(struct script *s, const char *file, struct str text, struct arena *arena,
                    struct decl_mapping *mapping, struct diags *diags)
{
    *mapping = (struct decl_mapping){.spot = {file, 0}};
    struct loading loading = {
        .file = file, .text = text, .arena = arena, .diags = diags, .target = mapping, .kind = "mapping"};
    return declare_run(s, loading, "mapping", declare_words_mapping);
}
