/* declare_compared.c: `compared` of pack.lua: the crosswalk from older packs. Which areas, grades and organisations of
 * the one are which of the other, and whether their grades may be compared. What the names mean here is checked by the
 * judge; of the older pack they are names alone. */
#include "script/declare.h"
#include <stdio.h>

enum { DECLARE_PACKS = 50, DECLARE_RENAMED = 5000, DECLARE_MERGED = 50 };

static const char *id_flaw(struct str text)
{
    return str_is_id(text) ? NULL : "is no id: lower-case letters, digits, _ and -, beginning with a letter";
}

/* --- Comparability ------------------------------------------------------------------------------------------------ */

static enum comparability word_of(const struct form *f)
{
    static const char *const words[] = {"alike", "not-comparable", NULL};
    struct str word = {NULL, 0};
    struct site site = site_key(f->site, "comparability");
    if (!form_text(f, "comparability", 0, OPTIONAL, DECLARE_TEXT, &word)) return COMPARABILITY_UNSAID;
    for (int i = 0; words[i]; i++)
        if (str_is(word, words[i])) return (enum comparability)(ALIKE + i);
    declare_wrong(f->L, &site, SITE_VALUE, "it is \"alike\" or \"not-comparable\"",
                  "\"comparability\" cannot be \"%.80s\"", word.s);
    return COMPARABILITY_UNSAID;
}

/* Law 9: what is not comparable is so for a reason, which is told wherever two grades stand side by side. */
static void comparability(const struct form *f, enum comparability *is, struct str *because)
{
    size_t errors = script_of(f->L)->loading.diags->errors;
    *is = word_of(f);
    form_text(f, "because", 0, OPTIONAL, DECLARE_TEXT, because);
    if (*is != NOT_COMPARABLE || because->s || script_of(f->L)->loading.diags->errors > errors) return;
    form_missing(f, "because", "say why the grades may not be compared: it is told with each of them");
}

/* --- Areas -------------------------------------------------------------------------------------------------------- */

static bool stands_before(const struct names *names, struct str name)
{
    for (size_t i = 0; i < names->count; i++)
        if (str_eq(names->list[i], name)) return true;
    return false;
}

static void one_from(const struct form *f, int i, struct names *from)
{
    struct str id;
    struct site site = site_item(f->site, i);
    if (!form_text(f, NULL, i, REQUIRED, DECLARE_TEXT, &id)) return;
    const char *flaw = id_flaw(id);
    if (flaw)
        declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"%.80s\" %s", id.s, flaw);
    else if (stands_before(from, id))
        declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"%.80s\" stands twice in %s", id.s, f->what);
    else
        from->list[from->count++] = id;
}

const struct word keys_link[] = {
    KEY("[integer]", "string", "The areas of the older pack that it comes from."),
    KEY("comparability", "\"alike\"|\"not-comparable\"|nil", "Of these grades; without it, what the crosswalk says of all."),
    KEY("because", "string?", "Why they may not be compared; required where they may not."),
    {0},
};

static void link_of_table(const struct map *map, size_t i, struct decl_link *link)
{
    struct form f;
    char what[100];
    snprintf(what, sizeof what, "the area \"%.64s\"", map->keys[i].s);
    if (!form_table(&map->form, map->keys[i].s, 0, what, &f)) return;
    lua_Unsigned count = lua_rawlen(f.L, f.index);
    if (count == 0)
        declare_wrong(f.L, &f.site, SITE_VALUE, "an area without a counterpart is left out",
                      "%s does not say which areas it comes from", what);
    if (count > DECLARE_MERGED)
        declare_wrong(f.L, &f.site, SITE_VALUE, NULL, "%s comes from more than %d areas", what, DECLARE_MERGED);
    count = count > DECLARE_MERGED ? DECLARE_MERGED : count;
    form_keys(&f, keys_link, DECLARE_MERGED);
    link->from.list = declare_alloc(f.L, count, sizeof *link->from.list);
    for (lua_Unsigned n = 1; n <= count; n++) one_from(&f, (int)n, &link->from);
    comparability(&f, &link->comparability, &link->because);
    lua_pop(f.L, 1);
}

static void link_of_text(const struct map *map, size_t i, struct decl_link *link)
{
    struct str id;
    struct site site = site_key(map->form.site, map->keys[i].s);
    if (!form_text(&map->form, map->keys[i].s, 0, REQUIRED, DECLARE_TEXT, &id)) return;
    const char *flaw = id_flaw(id);
    if (flaw) declare_wrong(map->form.L, &site, SITE_VALUE, NULL, "\"%.80s\" %s", id.s, flaw);
    link->from.list = declare_alloc(map->form.L, 1, sizeof *link->from.list);
    link->from.list[link->from.count++] = id;
}

static void links(const struct form *f, struct decl_compared *c)
{
    struct map map;
    if (!form_map(f, "areas", OPTIONAL, DECLARE_AREAS, &map)) return;
    c->links = declare_alloc(f->L, map.count, sizeof *c->links);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_link *link = &c->links[c->link_count++];
        link->area = map.keys[i];
        link->spot = (struct spot){script_of(f->L)->loading.file, map.lines[i]};
        bool table = form_get(&map.form, map.keys[i].s, 0) == LUA_TTABLE;
        lua_pop(f->L, 1);
        if (table)
            link_of_table(&map, i, link);
        else
            link_of_text(&map, i, link);
    }
    lua_pop(f->L, 1);
}

/* --- Grades, organisations ---------------------------------------------------------------------------------------- */

static size_t successors(const struct form *f, const char *key, size_t limit, struct decl_successor **list)
{
    struct map map;
    if (!form_map(f, key, OPTIONAL, limit, &map)) return 0;
    *list = declare_alloc(f->L, map.count, sizeof **list);
    for (size_t i = 0; i < map.count; i++) {
        struct decl_successor *s = &(*list)[i];
        struct site site = site_key(map.form.site, map.keys[i].s);
        s->is = map.keys[i];
        s->spot = (struct spot){script_of(f->L)->loading.file, map.lines[i]};
        if (id_flaw(s->is)) declare_wrong(f->L, &site, SITE_KEY, NULL, "\"%.80s\" %s", s->is.s, id_flaw(s->is));
        if (form_text(&map.form, map.keys[i].s, 0, REQUIRED, DECLARE_TEXT, &s->was) && id_flaw(s->was))
            declare_wrong(f->L, &site, SITE_VALUE, NULL, "\"%.80s\" %s", s->was.s, id_flaw(s->was));
    }
    lua_pop(f->L, 1);
    return map.count;
}

/* They are written as the older grade is told, "good" = "good"; kept with the older one as `was`. */
static void grades(const struct form *f, struct decl_compared *c)
{
    c->grade_count = successors(f, "grades", DECLARE_GRADES, &c->grades);
    for (size_t i = 0; i < c->grade_count; i++) {
        struct decl_successor *s = &c->grades[i];
        struct str was = s->is;
        s->is = s->was;
        s->was = was;
    }
}

const struct word keys_compared[] = {
    KEY("comparability", "\"alike\"|\"not-comparable\"|nil", "Of all areas that say nothing of their own."),
    KEY("because", "string?", "Why grades may not be compared, told wherever two of them stand side by side."),
    KEY("areas", "table<peel.area_id, string|peel.link>?", "Each area that has a counterpart → the older area, or areas; an area without one is new."),
    KEY("grades", "table<string, string>?", "Each grade of the older scale → the grade of this one that it is. Needed where two scales are compared."),
    KEY("organisations", "table<string, string>?", "Organisations that were renamed: the id now → the id before."),
    {0},
};

static void one_pack(const struct map *map, size_t i, struct decl_compared *c)
{
    struct form f;
    char what[100];
    struct site site = site_key(map->form.site, map->keys[i].s);
    c->pack = map->keys[i];
    c->spot = (struct spot){script_of(map->form.L)->loading.file, map->lines[i]};
    if (id_flaw(c->pack))
        declare_wrong(map->form.L, &site, SITE_KEY, "write compared = { [\"the-older-pack\"] = { areas = { … } } }",
                      "\"%.80s\" is no name of a pack", c->pack.s);
    snprintf(what, sizeof what, "the crosswalk from \"%.64s\"", c->pack.s);
    if (form_get(&map->form, c->pack.s, 0) == LUA_TTABLE) {
        lua_pop(map->form.L, 1);
        form_table(&map->form, c->pack.s, 0, what, &f);
        form_keys(&f, keys_compared, 0);
        comparability(&f, &c->comparability, &c->because);
        links(&f, c);
        grades(&f, c);
        c->organisation_count = successors(&f, "organisations", DECLARE_RENAMED, &c->organisations);
    } else {
        char got[80];
        declare_wrong(map->form.L, &site, SITE_VALUE, NULL, "%s must be a table, got %s", what,
                      declare_got(map->form.L, -1, got));
    }
    lua_pop(map->form.L, 1);
}

void declare_compared(const struct form *f, struct decl_pack *pack)
{
    struct map map;
    if (!form_map(f, "compared", OPTIONAL, DECLARE_PACKS, &map)) return;
    pack->compared = declare_alloc(f->L, map.count, sizeof *pack->compared);
    for (size_t i = 0; i < map.count; i++) one_pack(&map, i, &pack->compared[pack->compared_count++]);
    lua_pop(f->L, 1);
}
