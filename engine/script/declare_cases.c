/* declare_cases.c: the words of a file of cases. Their tables are kept until `cases` is called, since only then it is
 * known to which area the short names belong. */
#include "script/declare_case.h"
#include <stdio.h>
#include <stdlib.h>

struct case_reading *case_reading_of(lua_State *L) { return script_of(L)->loading.target; }

/* --- Names of the pack -------------------------------------------------------------------------------------- */

/* "known: a, b, c", as many as there is room for. */
static void list_known(const struct str *known, size_t count, char hint[DIAG_HINT])
{
    size_t n = (size_t)snprintf(hint, DIAG_HINT, "known: "), i = 0;
    for (; i < count && n + known[i].n < DIAG_HINT - 40; i++)
        n += (size_t)snprintf(hint + n, DIAG_HINT - n, "%s%.*s", i ? ", " : "", (int)known[i].n, known[i].s);
    if (i < count) snprintf(hint + n, DIAG_HINT - n, "%s%zu more", i ? " and " : "", count - i);
}

void case_unknown(lua_State *L, const struct site *site, enum site_part part, struct str name, const struct str *known,
                  size_t count, const char *what)
{
    char hint[DIAG_HINT];
    int near = str_nearest(name, known, count);
    if (near >= 0)
        snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)known[near].n, known[near].s);
    else
        list_known(known, count, hint);
    declare_wrong(L, site, part, count ? hint : NULL, "%s \"%.80s\"", what, name.s);
}

static uint32_t find(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(name, names[i])) return (uint32_t)i;
    return NO_SLOT;
}

uint32_t case_area(const struct form *f, const struct site *site, enum site_part part, struct str name)
{
    const struct board_shape *shape = case_reading_of(f->L)->names->shape;
    uint32_t area = find(name, shape->area_ids, shape->areas);
    if (area == NO_SLOT) case_unknown(f->L, site, part, name, shape->area_ids, shape->areas, "the pack has no area");
    return area;
}

/* What stands behind the slash of a full id. */
static struct str short_name(struct str id)
{
    const char *slash = memchr(id.s, '/', id.n);
    return slash ? (struct str){slash + 1, id.n - (size_t)(slash + 1 - id.s)} : id;
}

static void unknown_in_area(const struct form *f, const struct site *site, enum site_part part, struct str name)
{
    const struct case_reading *r = case_reading_of(f->L);
    const struct board_shape *shape = r->names->shape;
    uint32_t from = shape->area_start[r->area], count = shape->area_start[r->area + 1] - from;
    struct str *known = declare_alloc(f->L, count, sizeof *known);
    char what[140];
    for (uint32_t i = 0; i < count; i++) known[i] = short_name(shape->ids[from + i]);
    snprintf(what, sizeof what, "the area \"%s\" has no characteristic", shape->area_ids[r->area].s);
    case_unknown(f->L, site, part, name, known, count, what);
}

static uint32_t in_area(const struct case_reading *r, struct str name)
{
    const struct board_shape *shape = r->names->shape;
    for (uint32_t c = shape->area_start[r->area]; c < shape->area_start[r->area + 1]; c++)
        if (str_eq(short_name(shape->ids[c]), name)) return c;
    return NO_SLOT;
}

static bool is_short(const struct case_reading *r, struct str name) { return !memchr(name.s, '/', name.n) && r->area != NO_SLOT; }

uint32_t case_find(const struct form *f, struct str name)
{
    const struct case_reading *r = case_reading_of(f->L);
    const struct board_shape *shape = r->names->shape;
    return is_short(r, name) ? in_area(r, name) : find(name, shape->ids, shape->characteristics);
}

uint32_t case_characteristic(const struct form *f, const struct site *site, enum site_part part, struct str name)
{
    const struct case_reading *r = case_reading_of(f->L);
    const struct board_shape *shape = r->names->shape;
    uint32_t found = case_find(f, name);
    if (found == NO_SLOT && is_short(r, name))
        unknown_in_area(f, site, part, name);
    else if (found == NO_SLOT)
        case_unknown(f->L, site, part, name, shape->ids, shape->characteristics, "the pack has no characteristic");
    return found;
}

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

struct names case_keys(const struct form *f)
{
    lua_State *L = f->L;
    struct names keys = {NULL, 0};
    size_t count = 0;
    for (lua_pushnil(L); lua_next(L, f->index); lua_pop(L, 1)) count++;
    charge(L, count);
    keys.list = declare_alloc(L, count, sizeof *keys.list);
    for (lua_pushnil(L); lua_next(L, f->index); lua_pop(L, 1))
        if (lua_type(L, -2) == LUA_TSTRING) {
            struct str *key = &keys.list[keys.count++];
            charge_bytes(L, lua_rawlen(L, -2));
            *key = declare_copy(L, -2);
        }
    qsort(keys.list, keys.count, sizeof *keys.list, by_bytes);
    return keys;
}

/* --- One case ------------------------------------------------------------------------------------------------- */

static struct decl_case *add_case(const struct form *f, struct str name, struct spot spot)
{
    struct case_reading *r = case_reading_of(f->L);
    struct decl_cases *cases = r->cases;
    charge(f->L, CASE_STEPS);
    for (size_t i = 0; i < cases->count; i++) {
        if (!str_eq(cases->list[i].name, name)) continue;
        declare_wrong(f->L, &f->site, SITE_VALUE,
                      "a case is told, and run, by its name; a table in a row is named …: put a text of its own before it",
                      "the name \"%.120s\" stands twice; the first is at line %d", name.s, cases->list[i].spot.line);
        break; /* once for each repetition, though it repeats them all */
    }
    if (cases->count == cases->capacity) {
        size_t capacity = cases->capacity ? 2 * cases->capacity : 32;
        struct decl_case *list = declare_alloc(f->L, capacity, sizeof *list);
        if (cases->count) memcpy(list, cases->list, cases->count * sizeof *list);
        cases->list = list;
        cases->capacity = capacity;
    }
    struct decl_case *is = &cases->list[cases->count++];
    *is = (struct decl_case){.name = name, .area = r->area, .spot = spot};
    return is;
}

static bool is_room(const struct form *f)
{
    struct case_reading *r = case_reading_of(f->L);
    if (r->cases->count < CASES_OF_A_FILE) return true;
    if (!r->full)
        declare_wrong(f->L, &f->site, SITE_KEY, "split the file", "a file has at most %d cases", CASES_OF_A_FILE);
    r->full = true;
    return false;
}

/* area = "…" of this case alone, until the next. */
static void read_area(const struct form *f, struct decl_case *is)
{
    struct str name;
    struct site site = site_key(f->site, "area");
    if (form_text(f, "area", 0, OPTIONAL, DECLARE_TEXT, &name)) is->area = case_area(f, &site, SITE_VALUE, name);
    case_reading_of(f->L)->area = is->area;
}

/* What a case says, but for its name; what is expected may stand in the row besides. */
static void read_body(const struct form *f, struct decl_case *is)
{
    struct form expect;
    declare_subject(f, &is->subject);
    declare_others(f, is);
    if (!form_table(f, "expect", 0, "\"expect\"", &expect)) return;
    declare_expected(&expect, is);
    lua_pop(f->L, 1);
}

static void refuse_nothing(const struct form *f, const struct decl_case *is, size_t errors)
{
    if (is->expected_count || script_of(f->L)->loading.diags->errors != errors) return;
    declare_wrong(f->L, &f->site, SITE_KEY, "write expect = { … }: an outcome, a grade, what is raised, or because",
                  "the case \"%.120s\" expects nothing, so it cannot fail", is->name.s);
}

const struct word keys_case[] = {
    KEY("area", "peel.area_id?", "To which its short names belong, where that is not the file's."), /* first, so that it
                                                                                                       can be left out
                                                                                                     */
    KEY("expect", "peel.expect?", "What must come; a case that expects nothing is an error."),
    KEYS_OF_SUBJECT,
    KEY("others", "peel.other[]?", "Further organisations, each with evidence of its own: the cohort."),
    {0},
};

static void read_case(struct form *f, struct str name, struct spot spot, lua_Integer items)
{
    size_t errors = script_of(f->L)->loading.diags->errors;
    uint32_t area = case_reading_of(f->L)->area;
    struct decl_case *is = add_case(f, name, spot);
    form_keys(f, keys_case, items);
    read_area(f, is);
    read_body(f, is);
    refuse_nothing(f, is, errors);
    case_reading_of(f->L)->area = area;
}

/* --- each "name" { vary = function, { … }, … } ------------------------------------------------------------------- */

/* At most so many bytes of a text, whole characters, those that cannot stand on a line as "?". */
static void put_text(struct str text, struct buf *out)
{
    size_t at = 0, n;
    for (; at < text.n && at < 100; at += n) {
        n = str_utf8((struct str){text.s + at, text.n - at});
        bool plain = n > 0 && (unsigned char)text.s[at] >= 0x20 && text.s[at] != 0x7F;
        if (plain)
            buf_add(out, text.s + at, n);
        else
            buf_char(out, '?');
        if (n == 0) n = 1;
    }
    if (at < text.n) buf_put(out, "…");
}

static void put_value(lua_State *L, int index, struct buf *out)
{
    struct str text = {NULL, 0};
    if (lua_type(L, index) == LUA_TSTRING) text.s = lua_tolstring(L, index, &text.n);
    if (text.s)
        put_text(text, out);
    else if (lua_isinteger(L, index))
        buf_int(out, lua_tointeger(L, index));
    else if (lua_type(L, index) == LUA_TNUMBER)
        buf_double(out, lua_tonumber(L, index));
    else if (lua_type(L, index) == LUA_TBOOLEAN)
        buf_put(out, lua_toboolean(L, index) ? "true" : "false");
    else
        buf_put(out, "…");
}

/* "files, by how many met: 60, 52"; without one of them "…: row 3". Nothing raises between the two calls of buf. */
static struct str name_of_row(const struct form *row, const char *each, int i, lua_Integer values)
{
    lua_State *L = row->L;
    struct buf text;
    char *kept = NULL;
    buf_init(&text);
    buf_put(&text, each);
    buf_put(&text, ": ");
    if (values == 0) buf_printf(&text, "row %d", i);
    for (lua_Integer k = 1; k <= values && text.length < 400; k++) {
        if (k > 1) buf_put(&text, ", ");
        lua_rawgeti(L, row->index, k);
        put_value(L, -1, &text);
        lua_pop(L, 1);
    }
    struct str name = {NULL, text.length};
    if (!text.failed) kept = arena_try(script_of(L)->loading.arena, text.length + 1);
    if (kept) memcpy(kept, buf_text(&text), text.length + 1);
    buf_done(&text);
    if (!kept) budget_starve(L);
    name.s = kept;
    return name;
}

/* The evidence that `vary` answers to the values of a row. [-0, +1, e] */
static bool ask_vary(const struct form *each, const struct form *row, lua_Integer values, struct form *body)
{
    lua_State *L = each->L;
    char got[80];
    luaL_checkstack(L, (int)values + 8, "a row has too many values");
    form_get(each, "vary", 0);
    for (lua_Integer k = 1; k <= values; k++) lua_rawgeti(L, row->index, k);
    lua_call(L, (int)values, 1);
    *body = *row;
    body->site = site_key(each->site, "vary");
    body->index = lua_gettop(L);
    snprintf(body->what, sizeof body->what, "what \"vary\" answers");
    if (lua_istable(L, -1)) return true;
    struct site site = site_key(each->site, "vary");
    declare_wrong(L, &site, SITE_VALUE, "return { samples = { … } }",
                  "\"vary\" must return a table of evidence, got %s", declare_got(L, -1, got));
    return false;
}

/* What `vary` makes of a row. False: something of it is wrong, and was told. */
static bool read_evidence(const struct form *each, const struct form *row, lua_Integer values, struct decl_case *is)
{
    struct form body;
    size_t errors = script_of(each->L)->loading.diags->errors;
    if (ask_vary(each, row, values, &body)) {
        form_keys(&body, keys_case + 1, 0); /* the area is the row's */
        read_body(&body, is);
    }
    lua_pop(each->L, 1);
    return script_of(each->L)->loading.diags->errors == errors;
}

enum rows { PLAIN, VARIED, VARIED_WRONG /* and told: for the other rows it would be told again */ };

/* A row of values: `vary` makes the evidence, and the keys of the row are what is expected. */
static void read_varied(const struct form *each, const struct form *row, struct str name, struct spot spot,
                        lua_Integer values, enum rows *rows)
{
    size_t errors = script_of(each->L)->loading.diags->errors;
    struct decl_case *is = add_case(row, name, spot);
    if (*rows == VARIED && !read_evidence(each, row, values, is)) *rows = VARIED_WRONG;
    declare_expected(row, is);
    if (*rows == VARIED) refuse_nothing(row, is, errors);
}

static void read_row(const struct form *each, const char *id, int i, int line, enum rows *rows)
{
    struct form row;
    char what[100];
    snprintf(what, sizeof what, "row %d of each \"%.60s\"", i, id);
    if (!form_table(each, NULL, i, what, &row)) return;
    lua_Integer values = (lua_Integer)lua_rawlen(row.L, row.index);
    struct str name = name_of_row(&row, id, i, *rows != PLAIN ? values : values > 0);
    struct spot spot = declare_spot(row.L, line);
    if (!is_room(&row))
        ;
    else if (*rows != PLAIN)
        read_varied(each, &row, name, spot, values, rows);
    else
        read_case(&row, name, spot, 1);
    lua_pop(row.L, 1);
}

/* Is `vary` a function? */
static bool check_vary(const struct form *f)
{
    char got[80];
    struct site site = site_key(f->site, "vary");
    int type = form_get(f, "vary", 0);
    if (type != LUA_TNIL && type != LUA_TFUNCTION)
        declare_wrong(f->L, &site, SITE_VALUE, "vary = function(met) return { samples = { … } } end",
                      "\"vary\" must be a function, got %s", declare_got(f->L, -1, got));
    lua_pop(f->L, 1);
    return type == LUA_TFUNCTION;
}

static void read_rows(const struct form *f, const char *id, lua_Integer rows, bool varied)
{
    if (rows > CASES_OF_A_FILE) rows = CASES_OF_A_FILE + 1; /* one more, to be told */
    int *lines = declare_alloc(f->L, (size_t)rows, sizeof *lines);
    lexer_item_lines(script_of(f->L)->loading.text, &f->site, lines, (size_t)rows);
    enum rows kind = varied ? VARIED : PLAIN;
    for (lua_Integer i = 1; i <= rows; i++) read_row(f, id, (int)i, lines[i - 1], &kind);
}

const struct word keys_each[] = {
    KEY("area", "peel.area_id?", "To which the short names belong, where that is not the file's."),
    KEY("vary", "(fun(...: any): peel.case_table)?",
        "The evidence that the values of a row stand for; the keys of the row are then what is expected. Without it, a "
        "row is a whole "
        "case whose name comes first."),
    KEY("[integer]", "table", "A row: a case each, named by its values."),
    {0},
};

static void read_each(struct form *f, const char *id)
{
    struct str name;
    struct case_reading *r = case_reading_of(f->L);
    struct site site = site_key(f->site, "area");
    uint32_t area = r->area;
    lua_Integer rows = (lua_Integer)lua_rawlen(f->L, f->index);
    form_keys(f, keys_each, rows);
    bool given = form_text(f, "area", 0, OPTIONAL, DECLARE_TEXT, &name), varied = check_vary(f);
    if (given) r->area = case_area(f, &site, SITE_VALUE, name);
    if (rows == 0) declare_wrong(f->L, &f->site, SITE_KEY, NULL, "%s has no rows", f->what);
    if (!given || r->area != NO_SLOT) read_rows(f, id, rows, varied);
    r->area = area;
}

/* --- Words ------------------------------------------------------------------------------------------------------- */

static int keep_body(lua_State *L, const char *word, enum item_kind kind)
{
    struct form f;
    struct str id;
    char got[80];
    const char *name = lua_tostring(L, lua_upvalueindex(1));
    id = declare_copy(L, lua_upvalueindex(1));
    f = (struct form){.L = L, .index = 1, .site = {.word = word, .line = (int)lua_tointeger(L, lua_upvalueindex(2))}};
    const char *flaw = declare_flaw(id, DECLARE_TEXT);
    if (flaw || id.n > 400)
        declare_wrong(L, &f.site, SITE_VALUE, NULL, "the name of a case %s", flaw ? flaw : "is longer than 400 bytes");
    if (lua_type(L, 1) != LUA_TTABLE)
        declare_wrong(L, &f.site, SITE_KEY, NULL, "%s \"%.64s\" wants a table, { … }, got %s", word, name,
                      declare_got(L, 1, got));
    struct item *item = declare_item(L, kind, &f.site, id, NULL); /* … item */
    item->used = lua_type(L, 1) != LUA_TTABLE;                    /* told */
    lua_pushvalue(L, 1);
    lua_setiuservalue(L, -2, 1);
    return 1;
}

static int l_case_body(lua_State *L) { return keep_body(L, "case", ITEM_CASE); }
static int l_each_body(lua_State *L) { return keep_body(L, "each", ITEM_EACH); }
static int l_case(lua_State *L) { return declare_named(L, "case", l_case_body); }
static int l_each(lua_State *L) { return declare_named(L, "each", l_each_body); }

/* missing "not-supplied": what a dataset writes as {"missing": "not-supplied"}. */
static int l_missing(lua_State *L)
{
    if (lua_type(L, 1) != LUA_TSTRING) return luaL_error(L, "missing wants a type: missing \"not-collected\"");
    lua_createtable(L, 0, 1);
    lua_pushvalue(L, 1);
    lua_setfield(L, -2, "missing");
    return 1;
}

/* The short names of an area that is not there: all of them would be told. */
static void pass_items(lua_State *L)
{
    for (struct item *item = script_of(L)->loading.items; item; item = item->next) item->used = true;
}

static void read_item(const struct form *f, int i)
{
    lua_State *L = f->L;
    char got[80];
    form_get(f, NULL, i);
    struct item *item = declare_item_at(L, -1);
    struct site site = site_item(f->site, i);
    if (!item || (item->kind != ITEM_CASE && item->kind != ITEM_EACH)) {
        declare_wrong(L, &site, SITE_VALUE, "a case is case \"name\" { … }",
                      "item %d of the cases must be a case or an each, got %s", i, declare_got(L, -1, got));
    } else if (item->used) {
        declare_wrong(L, &site, SITE_VALUE, NULL, "%s \"%.64s\" stands twice", item->word, item->id.s);
    } else {
        item->used = true;
        lua_getiuservalue(L, -1, 1);
        struct form body = {.L = L, .index = lua_gettop(L), .site = {.word = item->word, .line = item->spot.line}};
        snprintf(body.what, sizeof body.what, "%s \"%.64s\"", item->word, item->id.s);
        if (item->kind == ITEM_EACH)
            read_each(&body, item->id.s);
        else if (is_room(&body))
            read_case(&body, item->id, item->spot, 0);
        lua_pop(L, 1);
    }
    lua_pop(L, 1);
}

const struct word keys_cases[] = {
    KEY("area", "peel.area_id?", "To which short names belong."),
    KEY("[integer]", "peel.item", "Its cases, `case \"name\" { … }` and `each \"name\" { … }`."),
    {0},
};

static int l_cases(lua_State *L)
{
    struct form f;
    struct str area;
    if (!declare_table(L, "cases", &f)) return declare_answer(L);
    struct case_reading *r = case_reading_of(L);
    lua_Integer items = (lua_Integer)lua_rawlen(L, 1);
    struct site site = site_key(f.site, "area");
    r->cases->spot = script_of(L)->loading.declared;
    form_keys(&f, keys_cases, items);
    bool given = form_text(&f, "area", 0, OPTIONAL, DECLARE_TEXT, &area);
    if (given) r->area = case_area(&f, &site, SITE_VALUE, area);
    if (given && r->area == NO_SLOT) return pass_items(L), declare_answer(L);
    if (items == 0) declare_wrong(L, &f.site, SITE_KEY, "write case \"name\" { … } in it", "there is no case in it");
    for (lua_Integer i = 1; i <= items && i <= CASES_OF_A_FILE + 1; i++) read_item(&f, (int)i);
    return declare_answer(L);
}

const struct word words_cases[] = {
    {"cases", l_cases, "table: peel.cases_table", "peel.declared",
     "Declares the cases of a file of `tests/`: `return cases { … }`, once."},
    {"case", l_case, "name: string", "fun(table: peel.case_table): peel.item",
     "A little evidence and what is expected of it, `case \"name\" { … }`. What it does not speak of is not collected. "
     "No two of a file have the same name."},
    {"each", l_each, "name: string", "fun(table: peel.each_table): peel.item",
     "A table of cases, `each \"name\" { … }`: one for each row, named by its values."},
    {"missing", l_missing, "type: peel.missing", "peel.missing_value",
     "Stands in place of a piece of evidence, or of a sample's `met`: it is missing, in this way."},
    {0},
};
void declare_words_cases(lua_State *L) { words_push(L, words_cases); }

bool script_cases(struct script *s, const char *file, struct str text, const struct case_names *names,
                  struct arena *arena, struct decl_cases *cases, struct diags *diags)
{
    *cases = (struct decl_cases){.spot = {file, 0}};
    struct case_reading reading = {.cases = cases, .names = names, .area = NO_SLOT};
    struct loading loading = {
        .file = file, .text = text, .arena = arena, .diags = diags, .target = &reading, .kind = "case"};
    return declare_run(s, loading, "cases", declare_words_cases);
}
