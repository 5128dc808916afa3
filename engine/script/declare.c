/* declare.c: running a pack's file for what it declares, and the words it may say while it runs. What each word reads
 * is in declare_*.c. */
#include "script/declare.h"
#include "script/message.h"
#include <stdio.h>

/* --- Items: what `characteristic` and the like answer with --------------------------------------------- */

static const char item_mark;
struct item_box {
    const void *mark;
    struct item *item;
};

struct item *declare_item_at(lua_State *L, int index)
{
    struct item_box *box = lua_touserdata(L, index);
    if (!box || lua_rawlen(L, index) != sizeof *box || box->mark != &item_mark) return NULL;
    return box->item;
}

struct item *declare_item(lua_State *L, enum item_kind kind, const struct site *site, struct str id, void *decl)
{
    struct loading *loading = &script_of(L)->loading;
    struct item *item = declare_alloc(L, 1, sizeof *item);
    *item = (struct item){kind, site->word, id, {loading->file, site->line}, false, decl, loading->items};
    loading->items = item;
    struct item_box *box = lua_newuserdatauv(L, sizeof *box, 1); /* the value: of a case its table */
    *box = (struct item_box){&item_mark, item};
    return item;
}

static void only_while_loading(lua_State *L, const char *word)
{
    if (!script_of(L)->loading.file)
        luaL_error(L, "%s stands in the file, not in a rule: it is declared once, for all organisations", word);
}

int declare_named(lua_State *L, const char *word, lua_CFunction body)
{
    only_while_loading(L, word);
    if (lua_type(L, 1) != LUA_TSTRING) return luaL_error(L, "%s wants its id first: %s \"id\" { … }", word, word);
    lua_settop(L, 1);
    lua_pushinteger(L, declare_site(L, word).line);
    lua_pushcclosure(L, body, 2);
    return 1;
}

bool declare_body(lua_State *L, const char *word, struct form *f, struct str *id)
{
    only_while_loading(L, word);
    *id = declare_copy(L, lua_upvalueindex(1));
    *f = (struct form){.L = L, .index = 1, .site = {.word = word, .line = (int)lua_tointeger(L, lua_upvalueindex(2))}};
    snprintf(f->what, sizeof f->what, "%s \"%.64s\"", word, id->s);
    if (!str_is_id(*id))
        declare_wrong(L, &f->site, SITE_VALUE,
                      "an id is made of lower-case letters, digits, _ and -, begins with a letter and has at most 64",
                      "\"%.80s\" is no id for a %s", id->s, word);
    if (lua_type(L, 1) == LUA_TTABLE) return lua_settop(L, 1), true;
    char got[80];
    declare_wrong(L, &f->site, SITE_KEY, NULL, "%s wants a table, { … }, got %s", f->what, declare_got(L, 1, got));
    return false;
}

/* --- Words ------------------------------------------------------------------------------------------------ */

const struct word keys_pack[] = {
    KEY("name", "string",
        "The folder's name: an id, of lower-case letters, digits, `_` and `-`, with a letter first, at most 64."),
    KEY("version", "string", "The version of these rules, as you count them; printed with every result."),
    KEY("title", "string", "What the framework is called."),
    KEY("note", "string?", "A remark, for those who read the results."),
    KEY("scale", "string[]", "The grades, worst first, 2 to 16 ids."),
    KEY("areas", "string[]",
        "The ids of the areas, each with its file `areas/<id>.lua`, in the order in which they are shown."),
    KEY("references", "table<string, string>?", "Published sources: id → where it is found."),
    KEY("evidence", "peel.evidence_table?", "What the pack may read; a dataset need not hold all of it."),
    KEY("parameters", "table<string, peel.parameter>?",
        "Every threshold, by a name that rules say as `p.name`: lower-case letters, digits and `_`. Printed with every "
        "result."),
    KEY("ladder", "peel.ladder_table|peel.ladder_function|nil",
        "How outcomes become a grade. May be left out for the two scales of PEEL, whose ladders the engine knows."),
    KEY("cohort", "peel.cohort_table?",
        "Which measures are read against other organisations, against whom, by which lines."),
    KEY("compared", "table<string, peel.compared>?",
        "The crosswalk from older packs, by their names: which areas are which, and whether their grades may be compared."),
    {0},
};
const struct word keys_area[] = {
    KEY("title", "string", "What the area is called."),
    KEY("question", "string", "The question that is judged."),
    KEY("graded", "boolean?", "`false`: judged and explained, not graded. Default `true`."),
    KEY("depends", "(peel.area_id|peel.characteristic_id)[]?",
        "Areas and characteristics that its rules read the outcomes of; covers all its characteristics."),
    KEY("ladder", "peel.ladder_function|peel.banded|nil", "Replaces the pack's ladder in this area: a function, or bands of one number."),
    KEY("[integer]", "peel.item", "Its characteristics and caps, one behind the other."),
    {0},
};

bool declare_table(lua_State *L, const char *word, struct form *f)
{
    only_while_loading(L, word);
    struct loading *loading = &script_of(L)->loading;
    *f = (struct form){.L = L, .index = 1, .site = declare_site(L, word)};
    snprintf(f->what, sizeof f->what, "the %s", word);
    if (loading->declared.line) {
        declare_wrong(L, &f->site, SITE_KEY, NULL, "a file declares one %s; the first is at line %d", word,
                      loading->declared.line);
        for (struct item *item = loading->items; item; item = item->next) item->used = true; /* told enough */
        return false;
    }
    loading->declared = (struct spot){loading->file, f->site.line};
    if (lua_type(L, 1) == LUA_TTABLE) return lua_settop(L, 1), true;
    char got[80];
    declare_wrong(L, &f->site, SITE_KEY, NULL, "%s wants a table, %s { … }, got %s", word, word,
                  declare_got(L, 1, got));
    return false;
}

int declare_answer(lua_State *L)
{
    lua_pushlightuserdata(L, script_of(L)->loading.target);
    return 1;
}

static int l_pack(lua_State *L)
{
    struct form f;
    if (!declare_table(L, "pack", &f)) return declare_answer(L);
    struct decl_pack *pack = script_of(L)->loading.target;
    pack->spot = script_of(L)->loading.declared;
    form_keys(&f, keys_pack, 0);
    form_id(&f, "name", REQUIRED, &pack->name);
    form_text(&f, "version", 0, REQUIRED, DECLARE_WORD, &pack->version);
    form_text(&f, "title", 0, REQUIRED, DECLARE_TEXT, &pack->title);
    form_text(&f, "note", 0, OPTIONAL, DECLARE_TEXT, &pack->note);
    declare_pack_lists(&f, pack);
    declare_parameters(&f, pack);
    declare_ladder(&f, &pack->ladder);
    declare_cohort(&f, &pack->cohort);
    declare_compared(&f, pack);
    return declare_answer(L);
}

static int l_area(lua_State *L)
{
    struct form f;
    if (!declare_table(L, "area", &f)) return declare_answer(L);
    struct decl_area *area = script_of(L)->loading.target;
    area->spot = script_of(L)->loading.declared;
    lua_Integer items = (lua_Integer)lua_rawlen(L, 1);
    form_keys(&f, keys_area, items);
    form_text(&f, "title", 0, REQUIRED, DECLARE_TEXT, &area->title);
    form_text(&f, "question", 0, REQUIRED, DECLARE_TEXT, &area->question);
    form_boolean(&f, "graded", &area->graded);
    form_names(&f, "depends", OPTIONAL, DECLARE_DEPENDS, declare_dependency_flaw, &area->depends);
    declare_area_ladder(&f, area);
    declare_area_items(&f, items, area);
    return declare_answer(L);
}

const struct word words_pack[] = {
    {"pack", l_pack, "table: peel.pack_table", "peel.declared",
     "Declares the pack: `return pack { … }` is what pack.lua says, once."},
    {0},
};
const struct word words_area[] = {
    {"area", l_area, "table: peel.area_table", "peel.declared",
     "Declares the area: `return area { … }` is what a file of `areas/` says, once."},
    {"characteristic", l_characteristic, "id: string", "fun(table: peel.characteristic_table): peel.item",
     "One statement of what a level looks like, `characteristic \"id\" { … }`, within an area. No two of an area have the "
     "same id."},
    {"cap", l_cap, "id: string", "fun(table: peel.cap_table): peel.item",
     "A limit to the area's grade, `cap \"id\" { … }`, within an area: while it acts, no better grade stands."},
    {"area_for_improvement", l_area_for_improvement, "text: string|string[]", "peel.raise",
     "A shortfall to mend, raised at `partly_met` or `not_met`: a text, or `{ \"text\" }`."},
    {"promising_practice", l_promising_practice, "text: string|string[]", "peel.raise",
     "A strength worth copying, raised at `met`: a text, or `{ \"text\" }`."},
    {"cause_of_concern", l_cause_of_concern, "table: peel.concern_table", "peel.raise",
     "A serious shortfall, raised at `partly_met` or `not_met`, which owns at least one recommendation."},
    {"bands", l_bands, "table: peel.bands", "peel.banded",
     "A rubric as intervals of one number, `bands { of = \"estimates.…\", met = { from = \"parameter\" }, … }`, in place of "
     "a rule or of an area's ladder. `peel check` finds its gaps and overlaps before there is data."},
    {0},
};

void declare_words_pack(lua_State *L) { words_push(L, words_pack); }

void declare_words_area(lua_State *L)
{
    words_push(L, words_area);
    words_set(L, message_words);
}

/* --- Running a file ------------------------------------------------------------------------------------------ */

static void complain(struct loading *loading, struct place place, const char *hint, const char *message)
{
    struct diag *diag = diag_add(loading->diags, DIAG_ERROR, place, hint, "%s", message);
    struct str line = diag && place.line ? lexer_line(loading->text, place.line) : (struct str){NULL, 0};
    if (line.s) diag_excerpt(diag, line.s, line.n);
}

/* Where a word is said at a line. */
static struct place place_of_word(const struct loading *loading, const char *word, int line)
{
    struct site site = {.word = word, .line = line};
    if (line == 0) return (struct place){loading->file, 0, 0, 0};
    return lexer_site(loading->file, loading->text, &site, SITE_KEY);
}

/* A fault knows its line; the name that its message quotes is looked for there. */
static struct place place_of_fault(const struct loading *loading, const struct fault *fault)
{
    char name[64];
    const char *from = strchr(fault->message, '`'), *to = from ? strchr(from + 1, '`') : NULL;
    if (!to || (size_t)(to - from) > sizeof name) return place_of_word(loading, "", fault->spot.line);
    memcpy(name, from + 1, (size_t)(to - from) - 1);
    name[to - from - 1] = '\0';
    return place_of_word(loading, name, fault->spot.line);
}

static void complain_of_fault(struct loading *loading, enum gate gate, const struct fault *fault)
{
    char message[DIAG_MESSAGE + 80];
    const char *what = gate == GATE_STOPPED ? "reading the file was stopped: " : "";
    snprintf(message, sizeof message, "%s%s", what, fault->message);
    complain(loading, place_of_fault(loading, fault), NULL, message);
}

/* What was called but never put where it counts. */
static void complain_of_unused(struct loading *loading)
{
    for (const struct item *item = loading->items; item; item = item->next) {
        if (item->used) continue;
        char message[DIAG_MESSAGE];
        snprintf(message, sizeof message, "%s%s%s%s is declared, but stands in no %s", item->word,
                 item->id.s ? " \"" : "", item->id.s ? item->id.s : "", item->id.s ? "\"" : "",
                 item->kind == ITEM_RAISE   ? "characteristic"
                 : item->kind == ITEM_BANDS ? "characteristic or ladder"
                 : item->kind <= ITEM_CAP ? "area"
                                          : "cases { … }");
        complain(loading, place_of_word(loading, item->word, item->spot.line), NULL, message);
    }
}

static void complain_of_return(struct loading *loading, const char *word)
{
    char message[120], hint[120];
    snprintf(message, sizeof message, "the file must return %s { … }", word);
    snprintf(hint, sizeof hint, "write `return` before `%s {`", word);
    complain(loading, place_of_word(loading, word, loading->declared.line), loading->declared.line ? hint : NULL,
             message);
}

bool declare_run(struct script *s, struct loading loading, const char *word, void (*words)(lua_State *))
{
    size_t errors = loading.diags->errors;
    struct fault fault;
    if (!sandbox_load(s, loading.file, loading.text, words, loading.diags)) return false;
    s->loading = loading;
    enum gate gate = gate_call(s, 0, 1, &fault);
    if (gate == GATE_DONE) {
        bool returned = lua_islightuserdata(s->L, -1) && lua_touserdata(s->L, -1) == loading.target;
        lua_pop(s->L, 1);
        if (returned)
            complain_of_unused(&s->loading);
        else
            complain_of_return(&s->loading, word);
    } else
        complain_of_fault(&s->loading, gate, &fault);
    scope_check(s);
    s->loading = (struct loading){.file = NULL};
    return loading.diags->errors == errors;
}

bool script_manifest(struct script *s, const char *file, struct str text, struct arena *arena, struct decl_pack *pack,
                     struct diags *diags)
{
    *pack = (struct decl_pack){.ladder = {.function = -1}, .spot = {file, 0}};
    struct loading loading = {.file = file, .text = text, .arena = arena, .diags = diags, .target = pack};
    bool good = declare_run(s, loading, "pack", declare_words_pack);
    s->parameters = pack->parameters;
    s->parameter_count = pack->parameter_count;
    s->declared = pack;
    s->manifest = good;
    return good;
}

bool script_area(struct script *s, const char *file, struct str text, struct str id, struct arena *arena,
                 struct decl_area *area, struct diags *diags)
{
    *area = (struct decl_area){.id = id, .graded = true, .ladder = -1, .spot = {file, 0}};
    struct loading loading = {.file = file, .text = text, .arena = arena, .diags = diags, .target = area, .id = id};
    return declare_run(s, loading, "area", declare_words_area);
}
