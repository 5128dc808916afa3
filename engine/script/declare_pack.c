/* declare_pack.c: the lists, the evidence and the parameters of pack.lua. */
#include "script/declare.h"
#include "script/evidence.h"
#include <math.h>
#include <stdio.h>

static const char *grade_flaw(struct str text)
{
    return str_is_id(text) ? NULL
                           : "is no name of a grade: lower-case letters, digits, _ and -, beginning with a letter";
}

static const char *area_flaw(struct str text)
{
    return str_is_id(text) ? NULL : "is no id of an area: lower-case letters, digits, _ and -, beginning with a letter";
}

/* id = "text" for all of a map, into records of `size` bytes by `fill`. */
static bool map_text(const struct map *map, size_t i, struct str *out)
{
    char what[100];
    struct form one = map->form;
    snprintf(what, sizeof what, "\"%.64s\"", map->keys[i].s);
    if (!str_is_id(map->keys[i])) {
        struct site site = site_key(one.site, map->keys[i].s);
        declare_wrong(one.L, &site, SITE_KEY,
                      "an id is made of lower-case letters, digits, _ and -, begins with a letter and has at most 64",
                      "\"%.80s\" is no id", map->keys[i].s);
    }
    return form_text(&one, map->keys[i].s, 0, REQUIRED, DECLARE_TEXT, out);
}

static void declare_references(const struct form *f, struct decl_pack *pack)
{
    struct map map;
    if (!form_map(f, "references", OPTIONAL, DECLARE_REFERENCES, &map)) return;
    pack->references = declare_alloc(f->L, map.count, sizeof *pack->references);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_reference *r = &pack->references[pack->reference_count++];
        r->id = map.keys[i];
        map_text(&map, i, &r->text);
    }
    lua_pop(f->L, 1);
}

static void declare_kind(const struct form *f, enum evidence_kind kind, struct decl_pack *pack)
{
    struct map map;
    if (!form_map(f, evidence_kind_plural(kind), OPTIONAL, DECLARE_EVIDENCE, &map)) return;
    pack->evidence[kind] = declare_alloc(f->L, map.count, sizeof *pack->evidence[kind]);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_evidence *e = &pack->evidence[kind][pack->evidence_count[kind]++];
        *e = (struct decl_evidence){.id = map.keys[i], .spot = {pack->spot.file, map.lines[i]}};
        map_text(&map, i, &e->title);
    }
    lua_pop(f->L, 1);
}

#define EVIDENCE(kind) KEY(kind, "table<string, string>?", "id → title.")
const struct word keys_evidence[] = {
    EVIDENCE("measures"), EVIDENCE("estimates"), EVIDENCE("samples"), EVIDENCE("surveys"), {0},
};

static void declare_evidence(const struct form *f, struct decl_pack *pack)
{
    struct form evidence;
    if (!form_table(f, "evidence", 0, "\"evidence\"", &evidence)) return;
    form_keys(&evidence, keys_evidence, 0);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) declare_kind(&evidence, (enum evidence_kind)kind, pack);
    lua_pop(f->L, 1);
}

void declare_pack_lists(const struct form *f, struct decl_pack *pack)
{
    form_names(f, "scale", REQUIRED, DECLARE_GRADES, grade_flaw, &pack->scale);
    form_names(f, "areas", REQUIRED, DECLARE_AREAS, area_flaw, &pack->areas);
    declare_references(f, pack);
    declare_evidence(f, pack);
}

/* --- Parameters ------------------------------------------------------------------------------------------ */

/* Rules write p.name, so no dash. */
static bool is_parameter_name(struct str name) { return str_is_id(name) && !memchr(name.s, '-', name.n); }

static void check_share(const struct form *f, struct decl_parameter *p)
{
    if (!p->unit.s || !str_is(p->unit, "share")) return;
    if (p->value >= 0 && p->value <= 1) {
        p->value = evidence_tidy(p->value); /* as the shares that are held to it: one of three findings reaches 1/3 */
        return;
    }
    char hint[80];
    struct site site = site_item(f->site, 1);
    snprintf(hint, sizeof hint, "write %.15g; shares are fractions of one", p->value / 100);
    declare_wrong(f->L, &site, SITE_VALUE, p->value > 1 && p->value <= 100 ? hint : NULL,
                  "%s is a share, from 0 to 1, got %.15g", f->what, p->value);
}

const struct word keys_parameter[] = {
    KEY("[1]", "number", "Its number. A `share` is from 0 to 1."),
    KEY("[2]", "string", "What it is."),
    KEY("rests", "string", "What the number rests on: a published source, or `ours`."),
    KEY("unit", "string?", "`share`, shown in percent; `count`, `rate` or a word of your own."),
    {0},
};

static void declare_parameter(const struct form *parameters, struct decl_parameter *p)
{
    struct form f;
    char what[100], got[80];
    snprintf(what, sizeof what, "parameter \"%.64s\"", p->name.s);
    struct site site = site_key(parameters->site, p->name.s);
    if (!is_parameter_name(p->name))
        declare_wrong(parameters->L, &site, SITE_KEY, "lower-case letters, digits and _, so that rules can say p.name",
                      "\"%.80s\" is no name for a parameter", p->name.s);
    if (form_get(parameters, p->name.s, 0) != LUA_TTABLE) {
        declare_wrong(parameters->L, &site, SITE_VALUE,
                      "write { number, \"what it is\", rests = \"what the number rests on, or ours\" }",
                      "%s must be a table, got %s", what, declare_got(parameters->L, -1, got));
        lua_pop(parameters->L, 1);
        return;
    }
    lua_pop(parameters->L, 1);
    form_table(parameters, p->name.s, 0, what, &f);
    form_keys(&f, keys_parameter, 2);
    if (form_get(&f, NULL, 1) == LUA_TNIL) declare_wrong(f.L, &f.site, SITE_KEY, NULL, "%s lacks its number", what);
    lua_pop(f.L, 1);
    if (form_number(&f, NULL, 1, OPTIONAL, &p->value))
        form_text(&f, "unit", 0, OPTIONAL, DECLARE_WORD, &p->unit), check_share(&f, p);
    form_text(&f, NULL, 2, REQUIRED, DECLARE_TEXT, &p->title);
    if (form_get(&f, "rests", 0) == LUA_TNIL)
        form_missing(&f, "rests", "say what the number rests on: a published source, or rests = \"ours\"");
    lua_pop(f.L, 1);
    form_text(&f, "rests", 0, OPTIONAL, DECLARE_TEXT, &p->rests);
    lua_pop(parameters->L, 1);
}

void declare_parameters(const struct form *f, struct decl_pack *pack)
{
    struct map map;
    if (!form_map(f, "parameters", OPTIONAL, DECLARE_PARAMETERS, &map)) return;
    pack->parameters = declare_alloc(f->L, map.count, sizeof *pack->parameters);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_parameter *p = &pack->parameters[pack->parameter_count++];
        *p = (struct decl_parameter){.name = map.keys[i], .spot = {pack->spot.file, map.lines[i]}};
        declare_parameter(&map.form, p);
    }
    lua_pop(f->L, 1);
}
