/* roster.c: which row is which organisation's. Rows that are no organisation are left out because the mapping says so;
 * a row that nothing is said of is an organisation under its own name, unless the mapping knows all of them. */
#include "import/importing.h"
#include <stdio.h>
#include <stdlib.h>

struct roster {
    struct importing *im;
    struct str *only;                 /* sorted */
    bool *listed;                     /* which of `only` were met, in any round */
    bool *named, *outside, *left_out; /* which of the mapping's names were */
    struct found **conditions;        /* of each `where`, in each table: its columns */
    bool *met;                        /* by each `where` */
    struct str *rows;                 /* what each is called, once a hint was looked for */
    size_t row_count, hints;
};

static int by_bytes(const void *a, const void *b)
{
    return str_compare(*(const struct str *)a, *(const struct str *)b);
}

/* The entry of a list in order of its first member, a text; SIZE_MAX: none. */
static size_t look_up(const void *list, size_t count, size_t size, struct str text)
{
    const char *at = count ? bsearch(&text, list, count, size, by_bytes) : NULL;
    return at ? (size_t)(at - (const char *)list) / size : SIZE_MAX;
}

/* --- Ids ---------------------------------------------------------------------------------------------- */

/* "Avon & Somerset" to "avon-and-somerset", whatever its length; s NULL where a letter is none of a to z. */
static struct str slug_of(struct importing *im, struct str text)
{
    char *id = arena_alloc(im->arena, STR_SLUG(text.n));
    size_t n;
    return str_slug(text, id, &n) ? (struct str){id, n} : (struct str){NULL, 0};
}

/* s NULL where no id comes of it. */
static struct str id_of(struct importing *im, struct str text)
{
    struct str slug = slug_of(im, text);
    return slug.s && str_is_id(slug) ? slug : (struct str){NULL, 0};
}

static void tell_no_id(struct importing *im, const struct tabled *t, struct cell *cell)
{
    enum { LONGEST = 64 };
    const char *name = complain_shown(im, cell->text),
               *hint = arena_printf(im->arena, "names = { [\"%s\"] = { id = \"…\" } }", name);
    struct str slug = slug_of(im, cell->text);
    if (slug.s && slug.n > LONGEST)
        table_complain(&t->table, cell, im->diags, DIAG_ERROR, hint,
                       "the id of \"%s\" would have %zu bytes; ids have at most %d", name, slug.n, LONGEST);
    else
        table_complain(&t->table, cell, im->diags, DIAG_ERROR, hint,
                       "no id comes of \"%s\": ids are letters from a to z, digits and dashes, and begin with a letter",
                       name);
}

static bool is_known(const struct roster *r, struct str text)
{
    const struct decl_organisations *o = &r->im->mapping.organisations;
    return look_up(o->names, o->name_count, sizeof *o->names, text) != SIZE_MAX ||
           look_up(o->outside, o->outside_count, sizeof *o->outside, text) != SIZE_MAX ||
           look_up(r->only, o->only.count, sizeof *r->only, text) != SIZE_MAX;
}

static const char *known_near(struct roster *r, struct str text)
{
    struct importing *im = r->im;
    const struct decl_organisations *o = &im->mapping.organisations;
    size_t count = 0;
    if (im->diags->count >= im->diags->limit) return NULL; /* it would not be shown */
    struct str *names = arena_alloc(im->arena, (o->name_count + o->only.count + o->outside_count + 1) * sizeof *names);
    for (size_t i = 0; i < o->name_count; i++) names[count++] = o->names[i].text;
    for (size_t i = 0; i < o->only.count; i++) names[count++] = r->only[i];
    for (size_t i = 0; i < o->outside_count; i++) names[count++] = o->outside[i].text;
    return complain_nearest(im, text, names, count,
                            "name it in `names` or `only` if it is one, in `leave_out` if it is a total or a region");
}

/* --- Members ------------------------------------------------------------------------------------------ */

static struct member *member_add(struct importing *im, struct str id, struct str name)
{
    if (im->member_count == im->member_room) {
        size_t room = im->member_room ? 2 * im->member_room : 64;
        struct member **members = arena_alloc(im->arena, room * sizeof *members);
        if (im->member_count) memcpy(members, im->members, im->member_count * sizeof *members);
        im->members = members;
        im->member_room = room;
    }
    struct member *m = arena_zero(im->arena, 1, sizeof *m);
    *m = (struct member){.id = id, .name = name};
    m->rows = arena_alloc(im->arena, im->table_count * sizeof *m->rows);
    for (size_t i = 0; i < im->table_count; i++) m->rows[i] = NO_ROW;
    m->values = arena_zero(im->arena, im->figure_count + 1, sizeof *m->values);
    struct number *parts = arena_zero(im->arena, im->part_count + 1, sizeof *parts);
    for (size_t i = 0; i < im->figure_count; i++) {
        m->values[i].parts = parts;
        for (int k = 0; k < FIGURE_PARTS && figure_parts[im->figures[i].kind][k].key; k++) parts++;
    }
    im->members[im->member_count++] = m;
    if (!register_add(&im->ids, id, 0)) arena_starved(im->arena);
    return m;
}

static void tell_twice(struct importing *im, const struct tabled *t, const struct member *m, struct cell *cell)
{
    const struct cell *first = table_cell(&t->table, m->rows[t - im->tables], t->organisation);
    uint64_t line = im->diags->count < im->diags->limit ? table_line(&t->table, first) : 0;
    table_complain(&t->table, cell, im->diags, DIAG_ERROR,
                   "if one is a region or a total, leave it out by another of its columns: leave_out = { { where = { … "
                   "}, because = \"…\" } }",
                   "the organisation \"%.80s\" stands twice; the first is on line %llu", m->id.s,
                   (unsigned long long)line);
}

/* The organisation that the text names: met before, or new; NULL where no id comes of it. */
static struct member *member_of(struct importing *im, struct str text)
{
    const struct decl_organisations *o = &im->mapping.organisations;
    size_t at = look_up(o->names, o->name_count, sizeof *o->names, text);
    const struct decl_named *named = at == SIZE_MAX ? NULL : &o->names[at];
    struct str id = named && named->id.s ? named->id : id_of(im, text);
    if (!id.s) return NULL;
    uint64_t met = register_find(&im->ids, id);
    struct member *m =
        met != REGISTER_NONE ? im->members[met] : member_add(im, id, named && named->name.s ? named->name : text);
    at = look_up(o->outside, o->outside_count, sizeof *o->outside, text);
    if (at != SIZE_MAX) m->outside = &o->outside[at];
    return m;
}

static void enlist(struct roster *r, const struct tabled *t, size_t row, struct cell *cell)
{
    struct importing *im = r->im;
    const struct decl_organisations *o = &im->mapping.organisations;
    if ((o->closed || o->only.count) && !is_known(r, cell->text)) {
        table_complain(&t->table, cell, im->diags, DIAG_ERROR, known_near(r, cell->text),
                       "\"%s\" is none of the organisations that the mapping knows", complain_shown(im, cell->text));
        return;
    }
    struct member *m = member_of(im, cell->text);
    if (!m)
        tell_no_id(im, t, cell);
    else if (m->rows[t - im->tables] != NO_ROW)
        tell_twice(im, t, m, cell);
    else
        m->rows[t - im->tables] = row;
}

/* --- Rows left out ------------------------------------------------------------------------------------- */

static void remember_left(struct importing *im, const struct tabled *t, size_t row, struct str text)
{
    if (im->left_count == im->left_room) {
        size_t room = im->left_room ? 2 * im->left_room : 16;
        struct left *left = arena_alloc(im->arena, room * sizeof *left);
        if (im->left_count) memcpy(left, im->left, im->left_count * sizeof *left);
        im->left = left;
        im->left_room = room;
    }
    im->left[im->left_count++] = (struct left){t, row, text};
}

/* All conditions hold, in a table that has all the columns they name. */
static bool holds(const struct roster *r, const struct tabled *t, size_t row, size_t i)
{
    const struct decl_where *w = &r->im->mapping.organisations.where[i];
    const struct found *columns = r->conditions[i] + (size_t)(t - r->im->tables) * w->count;
    for (size_t k = 0; k < w->count; k++) {
        if (columns[k].at == NO_COLUMN) return false;
        if (!str_eq(table_cell(&t->table, row, columns[k].at)->text, w->list[k].text)) return false;
    }
    return w->count > 0;
}

static bool is_left_out(struct roster *r, const struct tabled *t, size_t row, const struct cell *cell)
{
    const struct decl_organisations *o = &r->im->mapping.organisations;
    size_t by_name = look_up(o->left_out, o->left_out_count, sizeof *o->left_out, cell->text);
    bool left = by_name != SIZE_MAX;
    if (left) remember_left(r->im, t, row, cell->text);
    for (size_t i = 0; i < o->where_count; i++) left = left || holds(r, t, row, i);
    r->im->rows_left_out += left;
    return left;
}

/* --- Rows ---------------------------------------------------------------------------------------------- */

enum of_round { OF_THIS, OF_ANOTHER, OF_NONE };
static enum of_round round_of(const struct importing *im, const struct tabled *t, size_t row)
{
    if (t->round == NO_COLUMN) return OF_THIS;
    struct str text = table_cell(&t->table, row, t->round)->text;
    if (str_eq(text, im->round->spelling)) return OF_THIS;
    for (size_t i = 0; i < im->mapping.rounds.count; i++)
        if (str_eq(text, im->mapping.rounds.list[i].spelling)) return OF_ANOTHER;
    return OF_NONE;
}

static void tell_round(struct importing *im, const struct tabled *t, size_t row)
{
    struct cell *cell = table_cell(&t->table, row, t->round);
    table_complain(&t->table, cell, im->diags, DIAG_ERROR,
                   "declare it in `round`, or leave its rows out: leave_out = { { where = { … }, because = \"…\" } }",
                   "\"%.60s\" is no round of the mapping", cell->text.s);
}

static void mark_met(struct roster *r, const struct tabled *t, size_t row, struct str text)
{
    const struct decl_organisations *o = &r->im->mapping.organisations;
    size_t at = look_up(o->names, o->name_count, sizeof *o->names, text);
    if (at != SIZE_MAX) r->named[at] = true;
    at = look_up(o->outside, o->outside_count, sizeof *o->outside, text);
    if (at != SIZE_MAX) r->outside[at] = true;
    at = look_up(o->left_out, o->left_out_count, sizeof *o->left_out, text);
    if (at != SIZE_MAX) r->left_out[at] = true;
    at = look_up(r->only, o->only.count, sizeof *r->only, text);
    if (at != SIZE_MAX) r->listed[at] = true;
    for (size_t i = 0; i < o->where_count; i++) r->met[i] = r->met[i] || holds(r, t, row, i);
}

/* Tables that were pasted one below the other. Where columns are called like numbers (2018, 2019), it would be an
 * organisation with values. */
static bool repeats_header(const struct table *t, size_t row)
{
    for (size_t i = 0; i < t->columns; i++)
        if (!str_eq(table_cell(t, row, i)->text, t->header[i].text)) return false;
    return true;
}

static void tell_header(struct importing *im, const struct tabled *t, struct cell *cell)
{
    const char *name = complain_shown(im, cell->text);
    table_complain(
        &t->table, cell, im->diags, DIAG_ERROR,
        arena_printf(im->arena, "remove it, or leave it out: leave_out = { [\"%s\"] = \"names of columns\" }", name),
        "the row names the columns once more");
}

static void take_row(struct roster *r, struct tabled *t, size_t row)
{
    struct cell *cell = table_cell(&t->table, row, t->organisation);
    mark_met(r, t, row, cell->text);
    enum of_round round = round_of(r->im, t, row);
    if (round == OF_ANOTHER || is_left_out(r, t, row, cell)) return;
    if (repeats_header(&t->table, row))
        tell_header(r->im, t, cell);
    else if (round == OF_NONE)
        tell_round(r->im, t, row);
    else if (cell->text.n == 0)
        table_complain(
            &t->table, cell, r->im->diags, DIAG_ERROR,
            "name the organisation, or leave the row out: leave_out = { { where = { … }, because = \"…\" } }",
            "the row names no organisation: \"%.80s\" is empty", t->table.header[t->organisation].text.s);
    else
        enlist(r, t, row, cell);
}

/* --- What was said of rows that are not there ------------------------------------------------------------ */

/* What the rows are called, listed once. */
static void list_rows(struct roster *r)
{
    struct importing *im = r->im;
    size_t room = 0;
    for (size_t i = 0; i < im->table_count; i++) room += im->tables[i].table.rows;
    r->rows = arena_alloc(im->arena, (room + 1) * sizeof *r->rows);
    for (size_t i = 0; i < im->table_count; i++)
        for (size_t row = 0; im->tables[i].organisation != NO_COLUMN && row < im->tables[i].table.rows; row++)
            r->rows[r->row_count++] = table_cell(&im->tables[i].table, row, im->tables[i].organisation)->text;
}

/* Each is held against all rows, so only the first are, and none that would not be shown. */
static const char *row_near(struct roster *r, struct str text)
{
    enum { HINTS = 10 };
    if (r->im->diags->count >= r->im->diags->limit || r->hints++ >= HINTS) return NULL;
    if (!r->rows) list_rows(r);
    return complain_nearest(r->im, text, r->rows, r->row_count, NULL);
}

static void tell_unmet(struct roster *r, struct str text, struct spot spot, const char *list)
{
    complain_mapping(r->im, DIAG_WARNING, (struct said){spot, NULL, text}, row_near(r, text),
                     "no row is called \"%.80s\", which `%s` names", text.s, list);
}

static void tell_unlisted(struct roster *r)
{
    const struct decl_organisations *o = &r->im->mapping.organisations;
    for (size_t i = 0; i < o->only.count; i++)
        if (!r->listed[i] && look_up(o->names, o->name_count, sizeof *o->names, r->only[i]) == SIZE_MAX)
            tell_unmet(r, r->only[i], o->spot, "only");
}

static void tell_all_unmet(struct roster *r)
{
    struct importing *im = r->im;
    const struct decl_organisations *o = &im->mapping.organisations;
    for (size_t i = 0; i < o->name_count; i++)
        if (!r->named[i]) tell_unmet(r, o->names[i].text, o->names[i].spot, "names");
    tell_unlisted(r);
    for (size_t i = 0; i < o->outside_count; i++)
        if (!r->outside[i]) tell_unmet(r, o->outside[i].text, o->outside[i].spot, "out_of_scope");
    for (size_t i = 0; i < o->left_out_count; i++)
        if (!r->left_out[i]) tell_unmet(r, o->left_out[i].text, o->left_out[i].spot, "leave_out");
    for (size_t i = 0; i < o->where_count; i++)
        if (!r->met[i])
            complain_mapping(im, DIAG_WARNING, (struct said){o->where[i].spot, NULL, STR("where")}, NULL,
                             "no row meets this `where`");
}

static void tell_absent(struct importing *im, const struct tabled *t)
{
    for (size_t i = 0; t->used && i < im->member_count; i++)
        if (im->members[i]->rows[t - im->tables] == NO_ROW)
            diag_add(im->diags, DIAG_WARNING, (struct place){t->table.file, 0, 0, 0},
                     "if it is spelled otherwise there, give both spellings one id in `names`",
                     "there is no row for \"%.80s\": what the table holds is not-collected", im->members[i]->name.s);
}

/* --- The roster ------------------------------------------------------------------------------------------ */

static void find_conditions(struct roster *r)
{
    struct importing *im = r->im;
    const struct decl_organisations *o = &im->mapping.organisations;
    r->conditions = arena_zero(im->arena, o->where_count + 1, sizeof *r->conditions);
    for (size_t i = 0; i < o->where_count; i++) {
        const struct decl_where *w = &o->where[i];
        r->conditions[i] = arena_zero(im->arena, im->table_count * w->count + 1, sizeof **r->conditions);
        for (size_t k = 0; k < w->count; k++) {
            bool any = false;
            for (size_t t = 0; t < im->table_count; t++) {
                size_t at = table_column(&im->tables[t].table, w->list[k].column);
                r->conditions[i][t * w->count + k].at = at;
                any = any || at != NO_COLUMN;
            }
            struct found found;
            if (!any) column_named(im, &(struct decl_column){.name = w->list[k].column}, NULL, w->spot, &found);
        }
    }
}

static void open(struct roster *r)
{
    struct importing *im = r->im;
    const struct decl_organisations *o = &im->mapping.organisations;
    r->only = arena_alloc(im->arena, (o->only.count + 1) * sizeof *r->only);
    if (o->only.count) memcpy(r->only, o->only.list, o->only.count * sizeof *r->only);
    qsort(r->only, o->only.count, sizeof *r->only, by_bytes);
    r->listed = arena_zero(im->arena, o->only.count + 1, sizeof *r->listed);
    r->named = arena_zero(im->arena, o->name_count + 1, sizeof *r->named);
    r->outside = arena_zero(im->arena, o->outside_count + 1, sizeof *r->outside);
    r->left_out = arena_zero(im->arena, o->left_out_count + 1, sizeof *r->left_out);
    r->met = arena_zero(im->arena, o->where_count + 1, sizeof *r->met);
    find_conditions(r);
}

void roster_make(struct importing *im)
{
    struct roster r = {.im = im};
    open(&r);
    size_t errors = im->diags->errors;
    bool cut = im->broken; /* rows may stand where a table could not be read */
    for (size_t i = 0; i < im->table_count; i++)
        for (size_t row = 0; im->tables[i].organisation != NO_COLUMN && row < im->tables[i].table.rows; row++)
            take_row(&r, &im->tables[i], row);
    im->broken = im->broken || im->diags->errors > errors;
    for (size_t i = 0; i < im->table_count; i++) im->blind = im->blind || im->tables[i].organisation == NO_COLUMN;
    if (im->blind || cut) return;
    tell_all_unmet(&r);
    if (im->diags->errors > im->errors) return; /* what is absent may follow from that */
    for (size_t i = 0; i < im->table_count; i++) tell_absent(im, &im->tables[i]);
    if (im->member_count == 0)
        diag_add(im->diags, DIAG_ERROR, (struct place){im->tables[0].table.file, 0, 0, 0},
                 "look at `leave_out`, and at the round", "no row is an organisation");
}
