/* importing.h: the inside of an import, shared by the files of this folder. import.c the order of things; tables.c which columns are meant; roster.c rows
 * to organisations; values.c cells to values; working.c what functions work out; sums.c what must add up; write.c the dataset's text.
 *
 * All of it lives in one arena, and out of memory jumps to its escape; not from `row` callbacks, which stand below Lua.
 */
#ifndef IMPORT_IMPORTING_H
#define IMPORT_IMPORTING_H
#include "data/index.h"
#include "data/register.h"
#include "data/table.h"
#include "import/import.h"

#define NO_ROW SIZE_MAX
#define MAPPING_FILE (1u << 20) /* bytes */

struct tabled { /* a table, and what of it says which row is whose */
    struct table table;
    bool read;                   /* its rows are there */
    size_t organisation, round;  /* columns, or NO_COLUMN */
    bool used;                   /* some figure has a column in it */
};

struct column { struct str name; struct tabled *in; size_t at; bool twice; }; /* twice: another table has one of that name */
struct found { struct tabled *in; size_t at; }; /* in NULL: nowhere */

struct figure {
    struct str id;
    enum evidence_kind kind;
    const struct decl_figure *decl;
    struct found columns[FIGURE_PARTS];
    bool stopped; /* its function met a limit: it is not asked again */
};

struct value {
    bool wrong; /* something was told of it */
    uint8_t missing; /* enum peel_missing: all of it */
    uint8_t part_missing[FIGURE_PARTS];
    struct str note; /* why it is missing */
    struct number *parts; /* as many as its kind has; spelled.s NULL: not given */
    const struct tabled *in; struct cell *cell; /* of the first part; cell NULL: none */
};

struct member { /* an organisation */
    struct str id, name;
    const struct decl_set_aside *outside; /* NULL: in scope */
    size_t *rows; /* of each table, or NO_ROW */
    struct value *values; /* of each figure */
};

struct left { const struct tabled *in; size_t row; struct str text; }; /* a row left out by its name */

struct importing {
    const struct import_plan *plan;
    struct diags *diags;
    size_t errors; /* in diags, before this */
    struct arena *arena;
    struct script *script;
    struct str text; /* of the mapping */
    struct decl_mapping mapping;
    const struct decl_round *round;
    struct tabled *tables; size_t table_count;
    bool blind;  /* a table could not be read: what is not found may be there */
    bool broken; /* some row could not be taken: nothing need add up */
    struct column *columns; size_t column_count; struct index *column_index;
    size_t part_count; /* of all figures */
    struct figure *figures; size_t figure_count; struct index *figure_index; /* measures first, in the order of the catalogues */
    struct member **members; size_t member_count, member_room;
    struct id_register ids;
    struct left *left; size_t left_count, left_room;
    size_t rows_left_out;
};

/* --- complain.c ------------------------------------------------------------------------------------- */
/* Something in the mapping: a word, from the line of a spot on; the value of a key, where key is not NULL. */
struct said { struct spot spot; const char *key; struct str word; };
void complain_mapping(struct importing *im, enum severity severity, struct said said, const char *hint, const char *format, ...)
    __attribute__((format(printf, 5, 6)));
/* Its beginning, with a blank that does not break as Lua spells it, \u{A0}: nobody sees it otherwise. In the arena. */
const char *complain_shown(struct importing *im, struct str text);
/* "did you mean "x"?", or `otherwise` (may be NULL). In the arena. */
const char *complain_nearest(struct importing *im, struct str want, const struct str *names, size_t count, const char *otherwise);

/* --- tables.c --------------------------------------------------------------------------------------- */
void tables_read(struct importing *im);
bool round_choose(struct importing *im);
void columns_find(struct importing *im); /* of organisations, rounds and figures */
bool column_named(struct importing *im, const struct decl_column *column, const char *key, struct spot spot, struct found *found);

/* --- sense.c: do the parts of the mapping fit each other? --------------------------------------------- */
void sense_check(struct importing *im);

/* --- roster.c --------------------------------------------------------------------------------------- */
void roster_make(struct importing *im);

/* --- values.c, working.c, sums.c --------------------------------------------------------------------- */
void values_read(struct importing *im);
/* The type of missing that a cell's text stands for; NULL: it is none. own may be NULL. */
const struct decl_missing *missing_spelled(const struct importing *im, const struct decl_missings *own, struct str text);
/* Why the text is no number, told at the cell, once. */
void tell_number(const struct tabled *in, struct cell *cell, bool percent, struct diags *diags);
void values_work_out(struct importing *im);
void sums_check(struct importing *im);
void parts_compare(struct importing *im);

/* --- write.c ----------------------------------------------------------------------------------------- */
void write_dataset(const struct importing *im, struct buf *out);
#endif
