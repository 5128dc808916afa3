/* declare_figure.c: the catalogues of a mapping: what each entry says of itself, and the columns or the function its
 * values come from. */
#include "script/declare.h"
#include "script/mapping.h"
#include <stdio.h>

const struct figure_part figure_parts[EVIDENCE_CATALOGUES][FIGURE_PARTS] = {
    [EVIDENCE_MEASURE] = {{"column", "value", true, NUMBER_ANY}},
    [EVIDENCE_ESTIMATE] = {{"value", "value", true, NUMBER_SHARE},
                           {"margin", "margin", true, NUMBER_SHARE},
                           {"level", "level", false, NUMBER_LEVEL},
                           {"n", "n", false, NUMBER_FROM_1}},
    [EVIDENCE_SAMPLE] = {{"reviewed", "reviewed", true, NUMBER_FROM_1},
                         {"met", "met", true, NUMBER_COUNT},
                         {"population", "population", false, NUMBER_FROM_1}},
    [EVIDENCE_SURVEY] = {{"value", "value", true, NUMBER_SHARE}, {"n", "n", false, NUMBER_FROM_1}},
};

#define TITLE KEY("title", "string", "What it is called.")
#define PERIOD                                                                                                         \
    KEY("period", "string|table<string, string>|nil", "The time that it is of: a text, or one for each round.")
#define NOTE KEY("note", "string|table<string, string>|nil", "A remark: a text, or one for each round.")
#define SOURCE KEY("source", "string|peel.figure_source|nil", "The id of a source, or `{ id = \"…\", place = \"…\" }`.")
#define BETTER KEY("better", "\"higher\"|\"lower\"|\"neither\"|nil", "Which way is better.")
#define SPELLINGS                                                                                                      \
    KEY("missing", "table<string, peel.missing|peel.spelling>?",                                                       \
        "spelling → a type of missing, of this figure; before those of the mapping.")
#define PERCENT KEY("percent", "boolean?", "The table says 12.5 or 12.5% for 0.125.")
#define COLUMN(key, says) KEY(key, "string|peel.column", says)
#define OPTIONAL_COLUMN(key, says) KEY(key, "string|peel.column|nil", says)

const struct word keys_mapped_measure[] = {
    TITLE,
    KEY("unit", "string?", "What is counted."),
    KEY("per", "number?", "The rate is per so many of the denominator: `1000`."),
    KEY("denominator", "string?", "The measure that it is divided by."),
    KEY("parts", "string[]?", "Measures that add up to this one, in every organisation."),
    KEY("parts_within", "number?", "By which share of the whole they may fall short or go past it, from 0 to 1."),
    KEY("changes_within", "number?",
        "Asked about by `peel check` where it changes by more than this factor from year to year, 1 or more."),
    PERIOD,
    SOURCE,
    BETTER,
    NOTE,
    KEY("benchmarks", "table<string, number>?", "name → number, such as the mean of all."),
    OPTIONAL_COLUMN("column", "The column of its numbers. This or `value`."),
    PERCENT,
    SPELLINGS,
    KEY("value", "(fun(row: peel.row): number)?",
        "Works it out: `row.<measure>` and `row[\"Column\"]` are numbers; what is missing ends it, and the figure is "
        "missing too, by the "
        "same type. It sees measures that are worked out above it."),
    KEY("decimals", "integer?", "To how many it is rounded, 0 to 9; of what is worked out."),
    {0},
};
const struct word keys_mapped_estimate[] = {
    TITLE,
    PERIOD,
    SOURCE,
    BETTER,
    NOTE,
    COLUMN("value", "The column of the proportion."),
    COLUMN("margin", "The column of its margin of error."),
    KEY("level", "number|string|peel.column|nil", "The level of the margin, between 0 and 1, or its column."),
    OPTIONAL_COLUMN("n", "The column that says of how many."),
    PERCENT,
    SPELLINGS,
    {0},
};
const struct word keys_mapped_sample[] = {
    TITLE,
    PERIOD,
    SOURCE,
    BETTER,
    NOTE,
    COLUMN("reviewed", "The column that says how many were reviewed."),
    COLUMN("met", "The column that says how many met the standard."),
    OPTIONAL_COLUMN("population", "The column that says of how many they were drawn."),
    SPELLINGS,
    {0},
};
const struct word keys_mapped_survey[] = {
    TITLE,
    PERIOD,
    SOURCE,
    BETTER,
    NOTE,
    COLUMN("value", "The column of the share."),
    OPTIONAL_COLUMN("n", "The column that says of how many."),
    PERCENT,
    SPELLINGS,
    {0},
};
const struct word keys_figure_source[] = {
    KEY("id", "string", "The id of a source."),
    KEY("place", "string?", "Where it stands there."),
    {0},
};
static const struct word *const keys_of[EVIDENCE_CATALOGUES] = {keys_mapped_measure, keys_mapped_estimate,
                                                                keys_mapped_sample, keys_mapped_survey};

/* --- What it says of itself ---------------------------------------------------------------------------- */

static void read_source(const struct form *f, struct decl_figure *d)
{
    struct form source;
    int type = form_get(f, "source", 0);
    lua_pop(f->L, 1);
    if (type != LUA_TTABLE) {
        form_id(f, "source", OPTIONAL, &d->source);
        return;
    }
    form_table(f, "source", 0, "\"source\"", &source);
    form_keys(&source, keys_figure_source, 0);
    form_id(&source, "id", REQUIRED, &d->source);
    form_text(&source, "place", 0, OPTIONAL, DECLARE_TEXT, &d->place);
    lua_pop(f->L, 1);
}

static void read_better(const struct form *f, struct str *out)
{
    static const char *const words[] = {"higher", "lower", "neither", NULL};
    char hint[DIAG_HINT];
    struct site site = site_key(f->site, "better");
    if (!form_text(f, "better", 0, OPTIONAL, DECLARE_TEXT, out)) return;
    if (!str_is(*out, "higher") && !str_is(*out, "lower") && !str_is(*out, "neither"))
        declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(*out, words, hint), "\"better\" cannot be \"%.40s\"",
                      out->s);
}

static void read_benchmarks(const struct form *f, struct decl_figure *d)
{
    struct map map;
    if (!form_map(f, "benchmarks", OPTIONAL, DECLARE_REFERENCES, &map)) return;
    d->benchmarks = declare_alloc(f->L, map.count, sizeof *d->benchmarks);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_benchmark *b = &d->benchmarks[d->benchmark_count++];
        struct site site = site_key(map.form.site, map.keys[i].s);
        b->id = map.keys[i];
        if (declare_id_flaw(b->id))
            declare_wrong(f->L, &site, SITE_KEY, NULL, "\"%.60s\" %s", b->id.s, declare_id_flaw(b->id));
        form_number(&map.form, b->id.s, 0, REQUIRED, &b->value);
    }
    lua_pop(f->L, 1);
}

static bool read_bounded(const struct form *f, const char *key, double least, double most, const char *must,
                         double *out)
{
    struct site site = site_key(f->site, key);
    if (!form_number(f, key, 0, OPTIONAL, out)) return false;
    if (*out < least || *out > most)
        declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"%s\" must be %s, got %.15g", key, must, *out);
    return true;
}

static void read_measure(const struct form *f, struct decl_figure *d)
{
    form_text(f, "unit", 0, OPTIONAL, DECLARE_WORD, &d->unit);
    d->has_per = read_bounded(f, "per", 1e-300, 1e300, "above 0", &d->per);
    form_id(f, "denominator", OPTIONAL, &d->denominator);
    if (d->denominator.s && !d->has_per)
        form_missing(f, "per", "write per = 1000 for a rate per 1,000 of the denominator");
    form_names(f, "parts", OPTIONAL, DECLARE_REFERENCES, declare_id_flaw, &d->parts);
    d->has_parts_within = read_bounded(f, "parts_within", 0, 1, "a share of the whole, from 0 to 1", &d->parts_within);
    d->has_changes_within = read_bounded(f, "changes_within", 1, 1e300, "a factor of 1 or more", &d->changes_within);
    if (d->has_parts_within && !d->parts.count) form_missing(f, "parts", "`parts_within` is of the sum of the `parts`");
    read_benchmarks(f, d);
}

/* --- Where its values come from ------------------------------------------------------------------------ */

static void refuse(const struct form *f, const char *key, const char *hint, const char *message)
{
    struct site site = site_key(f->site, key);
    declare_wrong(f->L, &site, SITE_KEY, hint, "%s %s", f->what, message);
}

static void read_decimals(const struct form *f, struct decl_figure *d)
{
    double decimals;
    struct site site = site_key(f->site, "decimals");
    if (!form_number(f, "decimals", 0, OPTIONAL, &decimals)) return;
    d->decimals = decimals >= 0 && decimals <= 9 && decimals == (int)decimals ? (int)decimals : -1;
    if (d->decimals < 0)
        declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"decimals\" must be a whole number from 0 to 9, got %.15g",
                      decimals);
    else if (d->value < 0)
        declare_wrong(f->L, &site, SITE_KEY, "what a table says stays as it is spelled",
                      "%s is not worked out: there is nothing to round", f->what);
}

static void read_value(const struct form *f, struct decl_figure *d)
{
    bool column = d->columns[0].name.s != NULL;
    int type = form_get(f, "value", 0);
    lua_pop(f->L, 1);
    if (type == LUA_TNIL && !column)
        form_missing(f, "column", "column = \"officers_fte\", or value = function(row) return row.a / row.b end");
    if (type == LUA_TNIL) return;
    d->value = form_function(f, "value");
    if (d->value < 0)
        refuse(f, "value", "value = function(row) return row.a / row.b end; a column is named by `column`",
               "has a \"value\" that is no function");
    else if (column)
        refuse(f, "value", "leave one of them out", "has both a \"column\" and a \"value\"");
    else if (d->percent)
        refuse(f, "percent", "it is about the spelling of a column", "is worked out: \"percent\" says nothing of it");
}

static void read_columns(const struct form *f, enum evidence_kind kind, struct decl_figure *d)
{
    for (int i = 0; i < FIGURE_PARTS && figure_parts[kind][i].key; i++) {
        const struct figure_part *part = &figure_parts[kind][i];
        int type = form_get(f, part->key, 0);
        lua_pop(f->L, 1);
        if (part->is == NUMBER_LEVEL && type == LUA_TNUMBER)
            d->has_level = read_bounded(f, "level", 1e-9, 1 - 1e-9, "between 0 and 1", &d->level);
        else if (type != LUA_TNIL)
            declare_column(f, part->key, &d->columns[i]);
        else if (part->required && kind != EVIDENCE_MEASURE)
            form_missing(f, part->key, NULL);
    }
}

static void read_figure(struct map *map, size_t i, enum evidence_kind kind, struct decl_figure *d)
{
    struct form f;
    char what[100];
    *d = (struct decl_figure){
        .id = map->keys[i], .value = -1, .decimals = -1, .spot = declare_spot(map->form.L, map->lines[i])};
    struct site site = site_key(map->form.site, d->id.s);
    if (declare_id_flaw(d->id))
        declare_wrong(map->form.L, &site, SITE_KEY, NULL, "\"%.60s\" %s", d->id.s, declare_id_flaw(d->id));
    snprintf(what, sizeof what, "%s \"%.60s\"", evidence_kind_name(kind), d->id.s);
    if (!form_table(&map->form, d->id.s, 0, what, &f)) return;
    form_keys(&f, keys_of[kind], 0);
    form_text(&f, "title", 0, REQUIRED, DECLARE_TEXT, &d->title);
    declare_rounded(&f, "period", &d->period);
    declare_rounded(&f, "note", &d->note);
    d->period.spot = d->note.spot = d->spot;
    read_source(&f, d);
    read_better(&f, &d->better);
    declare_missings(&f, &d->missing);
    if (kind != EVIDENCE_SAMPLE) form_boolean(&f, "percent", &d->percent);
    read_columns(&f, kind, d);
    if (kind == EVIDENCE_MEASURE) read_measure(&f, d), read_value(&f, d), read_decimals(&f, d);
    lua_pop(map->form.L, 1);
}

void declare_figures(const struct form *f, enum evidence_kind kind, struct decl_mapping *mapping)
{
    struct map map;
    if (!form_map(f, evidence_kind_plural(kind), OPTIONAL, DECLARE_EVIDENCE, &map)) return;
    const uint32_t *order = declare_order(f->L, &map);
    struct decl_figure *list = declare_alloc(f->L, map.count, sizeof *list);
    mapping->figures[kind] = list;
    for (size_t i = 0; i < map.count; i++) read_figure(&map, order[i], kind, &list[mapping->figure_count[kind]++]);
    lua_pop(f->L, 1);
}
