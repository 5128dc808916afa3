/* tables.c: the tables as they were given, the round that is meant, and the columns that the mapping names. */
#include "import/importing.h"
#include <stdio.h>

/* --- The tables -------------------------------------------------------------------------------------- */

static void check_name(struct importing *im, size_t i)
{
    const struct tabled *t = &im->tables[i];
    for (size_t k = 0; k < i; k++)
        if (str_eq(im->tables[k].table.name, t->table.name))
            diag_add(im->diags, DIAG_ERROR, (struct place){t->table.file, 0, 0, 0},
                     "a table is called as its file is: rename one of them",
                     "two tables are called \"%.*s\"; the first is %s", (int)t->table.name.n, t->table.name.s,
                     im->tables[k].table.file);
}

void tables_read(struct importing *im)
{
    im->table_count = im->plan->table_count;
    im->tables = arena_zero(im->arena, im->table_count, sizeof *im->tables);
    for (size_t i = 0; i < im->table_count; i++) {
        struct tabled *t = &im->tables[i];
        if (!table_read(&t->table, im->plan->tables[i], im->mapping.encoding, im->arena, im->diags)) im->broken = true;
        t->read = t->table.columns > 0;
        t->organisation = t->round = NO_COLUMN;
        im->blind = im->blind || !t->read;
        check_name(im, i);
        im->column_count += t->table.columns;
    }
    im->columns = arena_zero(im->arena, im->column_count + 1, sizeof *im->columns);
    size_t n = 0;
    for (size_t i = 0; i < im->table_count; i++)
        for (size_t c = 0; c < im->tables[i].table.columns; c++)
            im->columns[n++] = (struct column){im->tables[i].table.header[c].text, &im->tables[i], c, false};
    im->column_index = index_build(im->arena, (const struct str *)(const void *)im->columns, n, sizeof *im->columns);
    for (size_t i = 0; i < n; i++) {
        struct column *first = &im->columns[index_find(im->column_index, im->columns[i].name)];
        if (first->in != im->columns[i].in) first->twice = true;
    }
}

/* --- The round ---------------------------------------------------------------------------------------- */

static const char *round_list(struct importing *im)
{
    const char *list = "";
    const struct decl_rounds *r = &im->mapping.rounds;
    for (size_t i = 0; i < r->count && strlen(list) < 150; i++)
        list = arena_printf(im->arena, "%s%s--round %.40s (%.40s)", list, i ? ", " : "", r->list[i].spelling.s,
                            r->list[i].label.s ? r->list[i].label.s : "");
    return list;
}

static void refuse_round(struct importing *im, const char *message)
{
    const struct decl_rounds *r = &im->mapping.rounds;
    complain_mapping(im, DIAG_ERROR, (struct said){r->spot, NULL, STR("round")},
                     r->column.name.s ? arena_printf(im->arena, "say one of %s", round_list(im)) : "leave --round out",
                     "%s", message);
}

bool round_choose(struct importing *im)
{
    const struct decl_rounds *r = &im->mapping.rounds;
    const char *wanted = im->plan->round;
    if (!wanted && r->count == 1) im->round = &r->list[0];
    for (size_t i = 0; wanted && i < r->count; i++)
        if (r->list[i].spelling.s && str_is(r->list[i].spelling, wanted)) im->round = &r->list[i];
    if (im->round) return true;
    if (!wanted)
        refuse_round(im, "the mapping declares several rounds, and none is chosen");
    else if (!r->column.name.s)
        refuse_round(im, "the mapping declares one round, and nothing to choose it by");
    else
        refuse_round(im, arena_printf(im->arena, "the mapping declares no round \"%.80s\"", wanted));
    return false;
}

/* --- Columns ------------------------------------------------------------------------------------------ */

static struct tabled *table_named(struct importing *im, struct said said)
{
    struct str name = said.word;
    struct str *names = arena_alloc(im->arena, (im->table_count + 1) * sizeof *names);
    for (size_t i = 0; i < im->table_count; i++) {
        names[i] = im->tables[i].table.name;
        if (str_eq(names[i], name)) return &im->tables[i];
    }
    complain_mapping(im, DIAG_ERROR, said,
                     complain_nearest(im, name, names, im->table_count,
                                      "a table is called as its file is, without folders and .csv"),
                     "no table \"%.80s\" was given", name.s);
    return NULL;
}

/* A title above the names of the columns: the first rows of a table are looked through. NULL: it is not that. */
static const char *named_below(struct importing *im, struct str name, const struct tabled *in)
{
    enum { FIRST_ROWS = 20 };
    for (size_t i = 0; i < im->table_count; i++) {
        const struct table *t = &im->tables[i].table;
        size_t cells = (t->rows < FIRST_ROWS ? t->rows : FIRST_ROWS) * t->columns;
        for (size_t k = 0; k < cells && (!in || in == &im->tables[i]); k++)
            if (str_eq(t->cells[k].text, name))
                return arena_printf(im->arena, "line %llu of %s names it: remove the lines above that one",
                                    (unsigned long long)table_line(t, &t->cells[k]), t->file);
    }
    return NULL;
}

static bool tell_unknown(struct importing *im, struct said said, const struct tabled *in)
{
    struct str name = said.word;
    size_t count = 0;
    struct str *names = arena_alloc(im->arena, (im->column_count + 1) * sizeof *names);
    for (size_t i = 0; i < im->column_count; i++)
        if (!in || im->columns[i].in == in) names[count++] = im->columns[i].name;
    const char *below = named_below(im, name, in);
    const char *near =
        below ? below
              : complain_nearest(im, name, names, count, "columns are called as the first row of the table says");
    if (in)
        complain_mapping(im, DIAG_ERROR, said, near, "%s has no column \"%.80s\"", in->table.file, name.s);
    else
        complain_mapping(im, DIAG_ERROR, said, near, "no table has a column \"%.80s\"", name.s);
    return false;
}

static bool tell_twice(struct importing *im, struct said said, const struct column *first)
{
    struct str name = said.word;
    const struct column *second = first + 1;
    while (!str_eq(second->name, name) || second->in == first->in) second++;
    complain_mapping(im, DIAG_ERROR, said,
                     arena_printf(im->arena, "say which: { table = \"%.*s\", column = \"%.80s\" }",
                                  (int)first->in->table.name.n, first->in->table.name.s, name.s),
                     "the column \"%.80s\" stands in %s and in %s", name.s, first->in->table.file,
                     second->in->table.file);
    return false;
}

bool column_named(struct importing *im, const struct decl_column *column, const char *key, struct spot spot,
                  struct found *found)
{
    struct said said = {spot, column->table.s ? "column" : key, column->name};
    *found = (struct found){NULL, NO_COLUMN};
    if (column->table.s) {
        struct tabled *in = table_named(im, (struct said){spot, "table", column->table});
        if (!in || !in->read) return false;
        found->at = table_column(&in->table, column->name);
        if (found->at == NO_COLUMN) return tell_unknown(im, said, in);
        found->in = in;
        return true;
    }
    uint32_t at = index_find(im->column_index, column->name);
    if (at == NO_SLOT) return !im->blind && tell_unknown(im, said, NULL);
    const struct column *c = &im->columns[at];
    if (c->twice) return tell_twice(im, said, c);
    *found = (struct found){c->in, c->at};
    return true;
}

/* A table that the mapping names a column of, and that was not given. */
static void check_tables(struct importing *im)
{
    const struct decl_organisations *o = &im->mapping.organisations;
    for (size_t i = 0; i < o->column_count; i++) table_named(im, (struct said){o->spot, NULL, o->columns[i].id});
}

/* By name the same in all tables, or declared for each. */
static void find_organisations(struct importing *im, struct tabled *t)
{
    const struct decl_organisations *o = &im->mapping.organisations;
    struct str name = o->column.name;
    for (size_t i = 0; i < o->column_count; i++)
        if (str_eq(o->columns[i].id, t->table.name)) name = o->columns[i].text;
    if (!name.s) {
        complain_mapping(im, DIAG_ERROR, (struct said){o->spot, NULL, STR("column")},
                         arena_printf(im->arena, "column = { %.*s = \"…\" }", (int)t->table.name.n, t->table.name.s),
                         "which column of %s names the organisation is not said", t->table.file);
        return;
    }
    t->organisation = table_column(&t->table, name);
    if (t->organisation == NO_COLUMN)
        tell_unknown(im, (struct said){o->spot, o->column_count ? NULL : "column", name}, t);
}

/* A table without it holds for every round. */
static void find_rounds(struct importing *im)
{
    const struct decl_rounds *r = &im->mapping.rounds;
    bool any = false;
    if (!r->column.name.s) return;
    for (size_t i = 0; i < im->table_count; i++) {
        struct tabled *t = &im->tables[i];
        if (t->read && (!r->column.table.s || str_eq(r->column.table, t->table.name)))
            t->round = table_column(&t->table, r->column.name);
        any = any || t->round != NO_COLUMN;
    }
    if (!any && !im->blind) tell_unknown(im, (struct said){r->spot, "column", r->column.name}, NULL);
}

static void find_figures(struct importing *im)
{
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++) im->figure_count += im->mapping.figure_count[kind];
    im->figures = arena_zero(im->arena, im->figure_count + 1, sizeof *im->figures);
    size_t n = 0;
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        for (size_t i = 0; i < im->mapping.figure_count[kind]; i++) {
            const struct decl_figure *d = &im->mapping.figures[kind][i];
            struct figure *f = &im->figures[n++];
            *f = (struct figure){.id = d->id, .kind = (enum evidence_kind)kind, .decl = d};
            for (int k = 0; k < FIGURE_PARTS && figure_parts[kind][k].key; k++) {
                im->part_count++;
                if (d->columns[k].name.s)
                    column_named(im, &d->columns[k], figure_parts[kind][k].key, d->spot, &f->columns[k]);
                if (f->columns[k].in) f->columns[k].in->used = true;
            }
        }
    im->figure_index = index_build(im->arena, (const struct str *)(const void *)im->figures,
                                   im->mapping.figure_count[EVIDENCE_MEASURE], sizeof *im->figures);
}

void columns_find(struct importing *im)
{
    check_tables(im);
    for (size_t i = 0; i < im->table_count; i++)
        if (im->tables[i].read) find_organisations(im, &im->tables[i]);
    find_rounds(im);
    find_figures(im);
}
