/* table.h: a table of text, as a CSV file holds it (RFC 4180): a row of names, then rows of as many cells. Cells are texts, without the blanks
 * around them; what they mean is the business of others. Every cell knows its place, so that a message can show it. Read whole, into an arena. */
#ifndef DATA_TABLE_H
#define DATA_TABLE_H
#include "data/encoding.h"

#define TABLE_FILE (64u << 20) /* bytes */
#define TABLE_COLUMNS 16384     /* as many as a spreadsheet has */

struct cell {
    struct str text;
    uint32_t at, length; /* as it is spelled, quotes and all, in the table's text */
    bool told;           /* something was told of it: once is enough. For whoever reads it */
};

struct table {
    const char *file; /* as given */
    struct str name;  /* the file's, without folders and without .csv */
    struct str text;  /* all of it, in UTF-8 */
    struct cell *header;
    size_t columns;
    struct cell *cells; /* row after row, `columns` each */
    size_t rows;
};

/* Read a file. False where any of it is wrong: all of that is in diags; the rows that are as they should be are there nevertheless (rows 0 where the text is
 * broken), so that more can be told in the same run. Borrows `path`. Jumps when out of memory. */
bool table_read(struct table *t, const char *path, enum encoding encoding, struct arena *arena, struct diags *diags);
/* The same of bytes in memory, which must live as long as the table. */
bool table_parse(struct table *t, const char *file, struct str bytes, enum encoding encoding, struct arena *arena, struct diags *diags);

#define NO_COLUMN SIZE_MAX
size_t table_column(const struct table *t, struct str name); /* NO_COLUMN: there is none of that name */
static inline struct cell *table_cell(const struct table *t, size_t row, size_t column)
{
    return &t->cells[row * t->columns + column];
}
uint64_t table_line(const struct table *t, const struct cell *cell);
/* Tell something of a cell, with its line and a caret below it. hint may be NULL. */
void table_complain(const struct table *t, const struct cell *cell, struct diags *diags, enum severity severity, const char *hint, const char *format, ...)
    __attribute__((format(printf, 6, 7)));
#endif
