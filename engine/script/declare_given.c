/* declare_given.c: the evidence of a case: that of a dataset, as short as it can be said. What is not spoken of is not
 * collected. Whether the numbers can be is asked of the dataset's own reader, later. */
#include "script/declare_case.h"
#include <stdio.h>

/* --- One piece of evidence ------------------------------------------------------------------------------------ */

static bool read_missing(const struct form *f, const char *key, enum peel_missing *out)
{
    static const char *const types[] = {"not-collected", "not-supplied", "unreadable", "not-applicable",
                                        "predates",      "abolished",    NULL};
    struct str word;
    char hint[DIAG_HINT];
    if (!form_text(f, key, 0, OPTIONAL, DECLARE_TEXT, &word)) return false;
    for (int i = 0; types[i]; i++)
        if (str_is(word, types[i])) return *out = (enum peel_missing)(PEEL_NOT_COLLECTED + i), true;
    struct site site = site_key(f->site, key);
    declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(word, types, hint), "\"%.60s\" is no type of missing",
                  word.s);
    return true;
}

/* Which of the parts a key fills: as the dataset calls them, and `of` for how many were reviewed. */
static int part_named(enum evidence_kind kind, const char *key)
{
    for (int i = 0; i < FIGURE_PARTS && figure_parts[kind][i].key; i++)
        if (strcmp(figure_parts[kind][i].json, key) == 0) return i;
    return strcmp(key, "of") == 0 && kind == EVIDENCE_SAMPLE ? 0 : -1;
}

static void read_part(const struct form *f, const char *key, int index, int part, struct decl_given *g)
{
    if (form_number(f, key, index, OPTIONAL, &g->number[part])) g->has[part] = true;
}

/* met = missing "not-supplied", the one part that may be missing by itself. */
const struct word keys_missing[] = {KEY("missing", "peel.missing", "The way in which it is missing."), {0}};

static void read_met(const struct form *f, struct decl_given *g)
{
    struct form met;
    int part = part_named(EVIDENCE_SAMPLE, "met");
    int type = form_get(f, "met", 0);
    lua_pop(f->L, 1);
    if (type != LUA_TTABLE) {
        read_part(f, "met", 0, part, g);
        return;
    }
    form_table(f, "met", 0, "\"met\"", &met);
    form_keys(&met, keys_missing, 0);
    if (read_missing(&met, "missing", &g->met_missing)) g->has[part] = true;
    lua_pop(f->L, 1);
}

static void read_benchmarks(const struct form *f, struct decl_given *g)
{
    struct form table;
    if (!form_table(f, "benchmarks", 0, "\"benchmarks\"", &table)) return;
    struct names keys = case_keys(&table);
    g->benchmarks = declare_alloc(f->L, keys.count, sizeof *g->benchmarks);
    for (size_t i = 0; i < keys.count; i++) {
        struct decl_benchmark *b = &g->benchmarks[g->benchmark_count];
        b->id = keys.list[i];
        g->benchmark_count += form_number(&table, b->id.s, 0, REQUIRED, &b->value);
    }
    lua_pop(f->L, 1);
}

static void read_catalogue(const struct form *f, struct decl_given *g)
{
    form_text(f, "unit", 0, OPTIONAL, DECLARE_TEXT, &g->unit);
    form_text(f, "better", 0, OPTIONAL, DECLARE_TEXT, &g->better);
    form_id(f, "denominator", OPTIONAL, &g->denominator);
    g->has_per = form_number(f, "per", 0, OPTIONAL, &g->per);
    read_benchmarks(f, g);
}

#define MISSING_KEY KEY("missing", "peel.missing?", "The way in which it is missing: `missing \"…\"` writes it.")
#define BETTER_KEY KEY("better", "\"higher\"|\"lower\"|\"neither\"|nil", "Which way is better.")
const struct word keys_given_measure[] = {
    KEY("[1]", "number?", "Its number, in place of `value`."),
    KEY("value", "number?", "Its number."),
    MISSING_KEY,
    KEY("unit", "string?", "What is counted."),
    KEY("per", "number?", "The rate is per so many of the denominator: `1000`."),
    KEY("denominator", "string?", "The measure that it is divided by."),
    BETTER_KEY,
    KEY("benchmarks", "table<string, number>?", "name → number, as `:benchmark(name)` answers it."),
    {0},
};
const struct word keys_given_estimate[] = {
    KEY("[1]", "number?", "The proportion, from 0 to 1, in place of `value`."),
    KEY("value", "number?", "The proportion, from 0 to 1."),
    KEY("margin", "number?", "Its margin of error."),
    KEY("level", "number?", "The level of the margin; 0.95 where it is left out."),
    KEY("n", "integer?", "Of how many."),
    MISSING_KEY,
    BETTER_KEY,
    {0},
};
const struct word keys_given_sample[] = {
    KEY("met", "integer|peel.missing_value|nil", "How many met the standard."),
    KEY("of", "integer?", "How many were reviewed."),
    KEY("reviewed", "integer?", "The same, as the dataset calls it."),
    KEY("population", "integer?", "How many there are, of which they were drawn."),
    MISSING_KEY,
    BETTER_KEY,
    {0},
};
const struct word keys_given_survey[] = {
    KEY("[1]", "number?", "The share, from 0 to 1, in place of `value`."),
    KEY("value", "number?", "The share, from 0 to 1."),
    KEY("n", "integer?", "Of how many."),
    MISSING_KEY,
    BETTER_KEY,
    {0},
};
static const struct word *const keys_of[EVIDENCE_CATALOGUES] = {keys_given_measure, keys_given_estimate,
                                                                keys_given_sample, keys_given_survey};

static const char *first_key(enum evidence_kind kind) { return kind == EVIDENCE_SAMPLE ? "met" : "value"; }

static void refuse_half(const struct form *f, const struct decl_given *g, size_t errors)
{
    static const char *const wants[EVIDENCE_CATALOGUES] = {"write a number, or missing \"not-supplied\"",
                                                           "write { 0.955, margin = 0.019 }",
                                                           "write { met = 52, of = 60 }", "write { 0.63 }"};
    for (int i = 0; i < FIGURE_PARTS && figure_parts[g->kind][i].key; i++) {
        const char *key = g->kind == EVIDENCE_SAMPLE && i == 0 ? "of" : figure_parts[g->kind][i].json;
        if (figure_parts[g->kind][i].required && !g->has[i] && script_of(f->L)->loading.diags->errors == errors)
            form_missing(f, key, wants[g->kind]);
    }
}

/* A table: { 0.955, margin = 0.019 }, { met = 52, of = 60 }, missing "…". */
static void read_parts(struct form *f, struct decl_given *g)
{
    const char *first = first_key(g->kind);
    lua_Integer items = lua_rawlen(f->L, f->index) > 0 && g->kind != EVIDENCE_SAMPLE;
    size_t errors = script_of(f->L)->loading.diags->errors;
    form_keys(f, keys_of[g->kind], items);
    if (items) read_part(f, NULL, 1, part_named(g->kind, first), g);
    for (int i = 0; keys_of[g->kind][i].name; i++) {
        const char *key = keys_of[g->kind][i].name;
        int part = part_named(g->kind, key);
        if (g->kind == EVIDENCE_SAMPLE && strcmp(key, "met") == 0)
            read_met(f, g);
        else if (part >= 0)
            read_part(f, key, 0, part, g);
    }
    read_catalogue(f, g);
    if (!read_missing(f, "missing", &g->missing)) refuse_half(f, g, errors);
}

static void read_given(const struct form *f, struct decl_given *g)
{
    struct form one;
    char what[100], got[80];
    int type = form_get(f, g->id.s, 0);
    declare_got(f->L, -1, got);
    lua_pop(f->L, 1);
    struct site site = site_key(f->site, g->id.s);
    if (type == LUA_TNUMBER && (g->kind == EVIDENCE_MEASURE || g->kind == EVIDENCE_SURVEY)) {
        read_part(f, g->id.s, 0, part_named(g->kind, "value"), g);
    } else if (type != LUA_TTABLE) {
        declare_wrong(f->L, &site, SITE_VALUE,
                      g->kind == EVIDENCE_ESTIMATE ? "write { 0.955, margin = 0.019 }"
                      : g->kind == EVIDENCE_SAMPLE ? "write { met = 52, of = 60 }"
                                                   : "write a number, or missing \"not-supplied\"",
                      "%s \"%.60s\" cannot be %s", evidence_kind_name(g->kind), g->id.s, got);
    } else {
        snprintf(what, sizeof what, "%s \"%.60s\"", evidence_kind_name(g->kind), g->id.s);
        form_table(f, g->id.s, 0, what, &one);
        read_parts(&one, g);
        lua_pop(f->L, 1);
    }
}

/* --- Which there is ---------------------------------------------------------------------------------------------- */

static void undeclared(const struct form *f, enum evidence_kind kind, struct str id)
{
    const struct decl_pack *pack = case_reading_of(f->L)->names->pack;
    struct str *known = declare_alloc(f->L, pack->evidence_count[kind], sizeof *known);
    char what[60];
    struct site site = site_key(f->site, id.s);
    for (size_t i = 0; i < pack->evidence_count[kind]; i++) known[i] = pack->evidence[kind][i].id;
    snprintf(what, sizeof what, "the pack declares no %s", evidence_kind_name(kind));
    case_unknown(f->L, &site, SITE_KEY, id, known, pack->evidence_count[kind], what);
}

static bool is_declared(const struct form *f, enum evidence_kind kind, struct str id)
{
    const struct decl_pack *pack = case_reading_of(f->L)->names->pack;
    for (size_t i = 0; i < pack->evidence_count[kind]; i++)
        if (str_eq(pack->evidence[kind][i].id, id)) return true;
    undeclared(f, kind, id);
    return false;
}

static size_t count_given(const struct form *f)
{
    size_t count = 0;
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) {
        if (form_get(f, evidence_kind_plural((enum evidence_kind)kind), 0) == LUA_TTABLE)
            for (lua_pushnil(f->L); lua_next(f->L, -2); lua_pop(f->L, 1)) count++;
        lua_pop(f->L, 1);
    }
    return count;
}

static void read_kind_of_evidence(const struct form *f, enum evidence_kind kind, struct decl_subject *s)
{
    struct form table;
    const char *plural = evidence_kind_plural(kind);
    if (!form_table(f, plural, 0, plural, &table)) return;
    struct names keys = case_keys(&table);
    snprintf(table.what, sizeof table.what, "\"%s\"", plural);
    charge(f->L, keys.count * CASE_STEPS);
    for (size_t i = 0; i < keys.count; i++) {
        if (!is_declared(&table, kind, keys.list[i])) continue;
        struct decl_given *g = &s->given[s->given_count++];
        *g =
            (struct decl_given){.kind = kind, .id = keys.list[i], .missing = PEEL_PRESENT, .met_missing = PEEL_PRESENT};
        read_given(&table, g);
    }
    lua_pop(f->L, 1);
}

static void read_evidence(const struct form *f, struct decl_subject *s)
{
    s->given = declare_alloc(f->L, count_given(f), sizeof *s->given);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) read_kind_of_evidence(f, (enum evidence_kind)kind, s);
}

/* --- Findings, judgments, moderations
 * --------------------------------------------------------------------------------- */

/* A list of tables under `key`: the form of each in turn; pushes the list and the table. */
static size_t open_list(const struct form *f, const char *key, size_t limit, struct form *list)
{
    static const struct word none[] = {{0}};
    if (!form_table(f, key, 0, key, list)) return 0;
    size_t count = lua_rawlen(f->L, list->index);
    charge(f->L, count * CASE_STEPS);
    snprintf(list->what, sizeof list->what, "\"%s\"", key);
    if (count > limit)
        declare_wrong(f->L, &list->site, SITE_KEY, NULL, "\"%s\" holds %zu items, more than the %zu a case may have",
                      key, count, limit);
    else
        form_keys(list, none, (lua_Integer)count);
    if (count == 0 || count > limit) lua_pop(f->L, 1);
    return count > limit ? 0 : count;
}

static void read_kind(const struct form *f, struct decl_told *t)
{
    static const char *const kinds[] = {"strength", "weakness", NULL};
    struct str kind = {NULL, 0};
    char hint[DIAG_HINT];
    struct site site = site_item(f->site, 1);
    if (!form_text(f, NULL, 1, OPTIONAL, DECLARE_TEXT, &kind)) {
        form_missing(f, NULL, "write { \"strength\", \"characteristic\" }, with weight = 2 where it weighs more");
        return;
    }
    t->weakness = str_is(kind, "weakness");
    if (!t->weakness && !str_is(kind, "strength"))
        declare_wrong(f->L, &site, SITE_VALUE, declare_nearest(kind, kinds, hint),
                      "a finding is a strength or a weakness, not \"%.60s\"", kind.s);
}

static void read_against(const struct form *f, int from, struct decl_told *t)
{
    lua_Integer items = (lua_Integer)lua_rawlen(f->L, f->index);
    t->against = declare_alloc(f->L, (size_t)items, sizeof *t->against);
    for (int i = from; i <= items; i++) {
        struct str name;
        struct site site = site_item(f->site, i);
        if (!form_text(f, NULL, i, REQUIRED, DECLARE_TEXT, &name)) continue;
        uint32_t c = case_characteristic(f, &site, SITE_VALUE, name);
        if (c != NO_SLOT) t->against[t->against_count++] = c;
    }
    if (items < from)
        declare_wrong(f->L, &f->site, SITE_VALUE, "write { \"strength\", \"characteristic\" }",
                      "the finding says nothing of what it is against");
}

const struct word keys_finding[] = {
    KEY("[1]", "\"strength\"|\"weakness\"", "What was found."),
    KEY("[2]", "string", "The characteristic that it is against."),
    KEY("[integer]", "string", "More of them."),
    KEY("weight", "number?", "What it weighs; default 1."),
    KEY("text", "string?", "What the inspector wrote."),
    {0},
};

static void read_findings(const struct form *f, struct decl_subject *s)
{
    struct form list, one;
    size_t count = open_list(f, "findings", CASES_FINDINGS, &list);
    if (count == 0) return;
    s->told = declare_alloc(f->L, count, sizeof *s->told);
    for (size_t i = 1; i <= count; i++) {
        if (!form_table(&list, NULL, (int)i, "the finding", &one)) continue;
        struct decl_told *t = &s->told[s->told_count++];
        t->weight = 1;
        form_keys(&one, keys_finding, (lua_Integer)lua_rawlen(f->L, one.index));
        read_kind(&one, t);
        read_against(&one, 2, t);
        form_number(&one, "weight", 0, OPTIONAL, &t->weight);
        if (form_text(&one, "text", 0, OPTIONAL, DECLARE_TEXT, &t->text)) charge_bytes(f->L, t->text.n);
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
}

/* The area that stands first, by name. */
static void read_area_of(const struct form *f, struct str *out)
{
    struct site site = site_item(f->site, 1);
    if (!form_text(f, NULL, 1, OPTIONAL, DECLARE_TEXT, out))
        form_missing(f, NULL, "the area stands first: { \"area\", … }");
    else
        case_area(f, &site, SITE_VALUE, *out);
}

static void check_grade(const struct form *f, const struct site *site, struct str grade)
{
    const struct board_shape *shape = case_reading_of(f->L)->names->shape;
    if (!grade.s) return;
    for (size_t i = 0; i < shape->grades; i++)
        if (str_eq(grade, shape->scale[i])) return;
    case_unknown(f->L, site, SITE_VALUE, grade, shape->scale, shape->grades, "the scale has no grade");
}

const struct word keys_judgment[] = {
    KEY("[1]", "peel.area_id", "The area."),
    KEY("[2]", "peel.grade?", "Its grade."),
    KEY("status", "peel.status?", "As in a dataset: `carried-over` and the like."),
    KEY("date", "string?", "When: `\"2019\"`, `\"2019-05\"` or `\"2019-05-02\"`."),
    {0},
};

static void read_judgments(const struct form *f, struct decl_subject *s)
{
    struct form list, one;
    size_t count = open_list(f, "judgments", CASES_FINDINGS, &list);
    if (count == 0) return;
    s->judged = declare_alloc(f->L, count, sizeof *s->judged);
    for (size_t i = 1; i <= count; i++) {
        if (!form_table(&list, NULL, (int)i, "the judgment", &one)) continue;
        struct decl_judged *j = &s->judged[s->judged_count++];
        struct site site = site_item(one.site, 2);
        form_keys(&one, keys_judgment, 2);
        read_area_of(&one, &j->area);
        form_text(&one, NULL, 2, OPTIONAL, DECLARE_TEXT, &j->grade);
        check_grade(&one, &site, j->grade);
        form_text(&one, "status", 0, OPTIONAL, DECLARE_TEXT, &j->status);
        form_text(&one, "date", 0, OPTIONAL, DECLARE_TEXT, &j->date);
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
}

const struct word keys_moderation[] = {
    KEY("[1]", "peel.area_id", "The area."), KEY("to", "peel.grade", "The grade that stands instead."),
    KEY("by", "string?", "Who changed it."), KEY("date", "string?", "When."),
    KEY("why", "string?", "Why."),           {0},
};

static void read_moderations(const struct form *f, struct decl_subject *s)
{
    struct form list, one;
    size_t count = open_list(f, "moderations", CASES_FINDINGS, &list);
    if (count == 0) return;
    s->moderated = declare_alloc(f->L, count, sizeof *s->moderated);
    for (size_t i = 1; i <= count; i++) {
        if (!form_table(&list, NULL, (int)i, "the moderation", &one)) continue;
        struct decl_moderated *m = &s->moderated[s->moderated_count++];
        struct site site = site_key(one.site, "to");
        form_keys(&one, keys_moderation, 1);
        read_area_of(&one, &m->area);
        form_text(&one, "to", 0, REQUIRED, DECLARE_TEXT, &m->to);
        check_grade(&one, &site, m->to);
        form_text(&one, "by", 0, OPTIONAL, DECLARE_TEXT, &m->by);
        form_text(&one, "date", 0, OPTIONAL, DECLARE_TEXT, &m->date);
        if (form_text(&one, "why", 0, OPTIONAL, DECLARE_TEXT, &m->why)) charge_bytes(f->L, m->why.n);
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
}

/* --- An organisation
 * ------------------------------------------------------------------------------------------------------ */

void declare_subject(const struct form *f, struct decl_subject *s)
{
    s->in_scope = true;
    form_text(f, "name", 0, OPTIONAL, DECLARE_TEXT, &s->name);
    form_boolean(f, "in_scope", &s->in_scope);
    read_evidence(f, s);
    read_findings(f, s);
    read_judgments(f, s);
    read_moderations(f, s);
}

const struct word keys_other[] = {KEYS_OF_SUBJECT, {0}};

void declare_others(const struct form *f, struct decl_case *is)
{
    struct form list, one;
    size_t count = open_list(f, "others", CASES_OTHERS, &list);
    if (count == 0) return;
    is->others = declare_alloc(f->L, count, sizeof *is->others);
    for (size_t i = 1; i <= count; i++) {
        if (!form_table(&list, NULL, (int)i, "the organisation", &one)) continue;
        form_keys(&one, keys_other, 0);
        declare_subject(&one, &is->others[is->other_count++]);
        lua_pop(f->L, 1);
    }
    lua_pop(f->L, 1);
}
