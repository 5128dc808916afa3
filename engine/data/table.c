/* table.c: the cells are found by libcsv, in its strict mode; here they get their places and become rows of one length.
 *
 * libcsv does not say where a cell stood. A cell can end only at a comma or at the end of a line, so the text is handed
 * over in pieces that end there: a cell that libcsv reports ends with the piece, and the next begins behind it. */
#include "data/table.h"
#include "base/mem.h"
#include "base/source.h"
#include <csv.h>
#include <stdarg.h>
#include <stdio.h>

enum { CELL_BLOCK = 1 << 16 };

struct rows { /* grown in the arena; what is outgrown stays there until the end */
    struct cell *cells;
    size_t count, capacity;
};

struct parsing {
    struct table *table;
    struct arena *arena;
    struct diags *diags;
    struct rows all;  /* the cells of the rows that are whole */
    struct rows row;  /* those of the row under way */
    size_t from, end; /* where the cell under way begins; the end of the piece */
    bool good, starved, headed;
    bool titled; /* the first row is a title */
};

/* --- Places ------------------------------------------------------------------------------------------ */

static bool ends_line(struct str s, size_t i)
{
    return s.s[i] == '\n' || (s.s[i] == '\r' && !(i + 1 < s.n && s.s[i + 1] == '\n'));
}

uint64_t table_line(const struct table *t, const struct cell *cell)
{
    uint64_t line = 1;
    for (size_t i = 0; i < cell->at; i++) line += ends_line(t->text, i);
    return line;
}

/* As a place counts them. */
static uint32_t characters(const char *s, size_t n) { return (uint32_t)str_characters((struct str){s, n}); }

/* Where a line that holds the byte `at` begins and ends. */
static struct str line_around(struct str text, size_t at)
{
    size_t from = at, to = at;
    while (from > 0 && !ends_line(text, from - 1)) from--;
    while (to < text.n && text.s[to] != '\n' && text.s[to] != '\r') to++;
    return (struct str){text.s + from, to - from};
}

/* Will it be kept? If not, there is no need to look for its line: a table with a million mistakes is refused as fast as
 * one with fifty. */
static bool is_worth(const struct diags *d, enum severity severity)
{
    return d->count < d->limit || (severity == DIAG_ERROR && d->errors < d->limit);
}

void table_complain(const struct table *t, const struct cell *cell, struct diags *diags, enum severity severity,
                    const char *hint, const char *format, ...)
{
    char message[2 * DIAG_MESSAGE];
    va_list list;
    if (!is_worth(diags, severity)) {
        diag_add(diags, severity, (struct place){t->file, 0, 0, 0}, NULL, "%s", format);
        return;
    }
    va_start(list, format);
    vsnprintf(message, sizeof message, format, list);
    va_end(list);
    struct str line = line_around(t->text, cell->at);
    size_t before = (size_t)(t->text.s + cell->at - line.s), width = 0;
    while (width < cell->length && before + width < line.n) width++;
    struct place place = {t->file, table_line(t, cell), characters(line.s, before) + 1,
                          characters(line.s + before, width)};
    if (place.width == 0) place.width = 1;
    diag_excerpt(diag_add(diags, severity, place, hint, "%s", message), line.s, line.n);
}

/* --- Rows -------------------------------------------------------------------------------------------- */

static bool push(struct parsing *p, struct rows *rows, struct cell cell)
{
    if (rows->count == rows->capacity) {
        size_t capacity = rows->capacity ? 2 * rows->capacity : 64;
        struct cell *cells = arena_try(p->arena, capacity * sizeof *cells);
        if (!cells) return p->starved = true, false;
        if (rows->count) memcpy(cells, rows->cells, rows->count * sizeof *cells);
        rows->cells = cells;
        rows->capacity = capacity;
    }
    rows->cells[rows->count++] = cell;
    return true;
}

/* The cell as it is spelled: without the blanks around it and what ends it. */
static struct cell spelled(const struct parsing *p)
{
    size_t from = p->from, to = p->end;
    const char *s = p->table->text.s;
    while (to > from && strchr(",\r\n", s[to - 1]) && s[to - 1]) {
        to--;
        if (s[to] == ',') break;
    }
    while (from < to && strchr(" \t\r\n", s[from])) from++; /* blank lines before it, which libcsv passes over, too */
    while (to > from && (s[to - 1] == ' ' || s[to - 1] == '\t')) to--;
    return (struct cell){.at = (uint32_t)from, .length = (uint32_t)(to - from)};
}

static void on_cell(void *bytes, size_t n, void *context)
{
    struct parsing *p = context;
    struct cell cell = spelled(p);
    char *copy = p->starved ? NULL : arena_try(p->arena, n + 1);
    p->from = p->end;
    if (!copy) {
        p->starved = true;
        return;
    }
    if (n) memcpy(copy, bytes, n);
    copy[n] = '\0';
    cell.text = (struct str){copy, n};
    push(p, &p->row, cell);
}

static bool is_blank(const struct rows *row)
{
    for (size_t i = 0; i < row->count; i++)
        if (row->cells[i].text.n) return false;
    return true;
}

static void tell(struct parsing *p, const struct cell *cell, const char *hint, const char *message)
{
    p->good = false;
    table_complain(p->table, cell, p->diags, DIAG_ERROR, hint, "%s", message);
}

static void take_header(struct parsing *p)
{
    struct table *t = p->table;
    p->headed = true;
    t->columns = p->row.count;
    t->header = p->row.cells;
    p->row = (struct rows){NULL, 0, 0};
    if (t->columns > TABLE_COLUMNS) {
        tell(p, &t->header[TABLE_COLUMNS], NULL, "a table has at most 16,384 columns");
        p->starved = true; /* read no further */
        t->columns = 0;    /* nor hold so many names against each other */
    }
}

static const char *ragged_hint(const struct rows *row, size_t columns)
{
    if (row->count > columns) return "a text that holds a comma stands in quotes: \"a, b\"";
    if (row->count > 1) return "a cell that is empty has its comma all the same";
    return "remove the line if it is a note; or end it with its commas, and leave the row out in the mapping: "
           "leave_out = { "
           "[\"…\"] = \"a note\" }";
}

static void tell_ragged(struct parsing *p)
{
    const struct table *t = p->table;
    const struct rows *row = &p->row;
    bool more = row->count > t->columns;
    char message[200];
    if (more && t->columns == 1) {
        tell(p, t->header, "remove what stands above the names of the columns",
             "the first row has one cell and others have more: it names no columns");
        p->titled = p->starved = true; /* read no further */
        return;
    }
    snprintf(message, sizeof message, "the row has %zu cell%s, the header %zu", row->count, row->count == 1 ? "" : "s",
             t->columns);
    tell(p, &row->cells[more ? t->columns : row->count - 1], ragged_hint(row, t->columns), message);
}

static void on_row(int end, void *context)
{
    struct parsing *p = context;
    (void)end;
    p->from = p->end;
    if (p->starved) return;
    if (is_blank(&p->row))
        ; /* spreadsheets leave such rows below a table */
    else if (!p->headed)
        take_header(p);
    else if (p->row.count != p->table->columns)
        tell_ragged(p);
    else
        for (size_t i = 0; i < p->row.count; i++)
            if (!push(p, &p->all, p->row.cells[i])) break;
    p->row.count = 0;
}

/* --- Text -------------------------------------------------------------------------------------------- */

/* The length of the piece: up to and with the next comma or end of a line. */
static size_t piece(struct str s)
{
    size_t n = 0;
    while (n < s.n && s.s[n] != ',' && s.s[n] != '\n' && s.s[n] != '\r') n++;
    if (n + 1 < s.n && s.s[n] == '\r' && s.s[n + 1] == '\n') n++;
    return n < s.n ? n + 1 : n;
}

/* libcsv stopped at the byte `at`: a quote where none may stand, or what follows one. */
static void tell_quote(struct parsing *p, size_t at)
{
    struct cell begin = {.at = (uint32_t)p->from, .length = 1}, here = {.at = (uint32_t)at, .length = 1};
    while (begin.at < at && strchr(" \t\r\n", p->table->text.s[begin.at])) begin.at++;
    char message[160];
    if (p->table->text.s[begin.at] != '"' || begin.at == at) {
        tell(p, &here, "a cell with quotes in it stands in quotes, and each of its own is doubled: \"a \"\"b\"\"\"",
             "a quote stands within a cell that has none around it");
        return;
    }
    snprintf(message, sizeof message,
             "the cell that opens with this quote has one on line %llu that neither ends it nor is doubled",
             (unsigned long long)table_line(p->table, &here));
    tell(p, &begin, "close the cell with a quote before its comma; a quote within it is doubled: \"a \"\"b\"\"\"",
         message);
}

static void tell_unclosed(struct parsing *p)
{
    struct cell begin = {.at = (uint32_t)p->from, .length = 1};
    while (begin.at + 1 < p->table->text.n && strchr(" \t\r\n", p->table->text.s[begin.at])) begin.at++;
    tell(p, &begin, "close the cell with a quote before its comma", "the quote that opens this cell is never closed");
}

/* At most so many cells: room for them is made once, as what an arena outgrows stays in it. */
static void reserve(struct parsing *p)
{
    struct str text = p->table->text;
    size_t count = 1;
    bool within = false; /* quotes; a doubled one is left and entered again */
    for (size_t i = 0; i < text.n; i++) {
        within = within != (text.s[i] == '"');
        count += !within && (text.s[i] == ',' || text.s[i] == '\n' || text.s[i] == '\r');
    }
    p->all.cells = arena_try(p->arena, count * sizeof *p->all.cells);
    if (!p->all.cells) p->starved = true;
    p->all.capacity = count;
}

static void feed(struct parsing *p, struct csv_parser *csv)
{
    struct str rest = p->table->text;
    while (rest.n > 0 && !p->starved) {
        size_t n = piece(rest), at = (size_t)(rest.s - p->table->text.s);
        p->end = at + n;
        size_t done = csv_parse(csv, rest.s, n, on_cell, on_row, p);
        if (done < n && csv_error(csv) == CSV_EPARSE) {
            tell_quote(p, at + done);
            return;
        }
        if (done < n) p->starved = true;
        rest.s += n, rest.n -= n;
    }
    p->end = p->table->text.n;
    if (p->starved || csv_fini(csv, on_cell, on_row, p) == 0) return;
    if (csv_error(csv) == CSV_EPARSE)
        tell_unclosed(p);
    else
        p->starved = true;
}

static void check_names(struct parsing *p)
{
    struct table *t = p->table;
    if (t->columns == 1 && strpbrk(t->header->text.s, ";\t")) {
        tell(p, t->header, "save the table with commas between its cells",
             "the cells are parted by semicolons or tabs, not by commas");
        t->columns = t->rows = 0; /* nothing can be found in it */
    }
    for (size_t i = 1; i < t->columns; i++) {
        size_t first = table_column(t, t->header[i].text);
        if (first == i || t->header[i].text.n == 0) continue;
        char message[200];
        snprintf(message, sizeof message, "the column \"%.80s\" stands twice; it is column %zu and column %zu",
                 t->header[i].text.s, first + 1, i + 1);
        tell(p, &t->header[i], "give each a name of its own", message);
    }
}

static void refuse(const struct table *t, struct diags *diags, const char *hint, const char *why)
{
    diag_add(diags, DIAG_ERROR, (struct place){t->file, 0, 0, 0}, hint, "%s", why);
}

static struct str name_of(const char *file)
{
    const char *slash = strrchr(file, '/');
    struct str name = str_of(slash ? slash + 1 : file);
    if (name.n > 4 && (memcmp(name.s + name.n - 4, ".csv", 4) == 0 || memcmp(name.s + name.n - 4, ".CSV", 4) == 0))
        name.n -= 4;
    return name;
}

bool table_parse(struct table *t, const char *file, struct str bytes, enum encoding encoding, struct arena *arena,
                 struct diags *diags)
{
    struct parsing p = {.table = t, .arena = arena, .diags = diags, .good = true};
    struct csv_parser csv;
    *t = (struct table){.file = file, .name = name_of(file)};
    if (!encoding_read(file, bytes, encoding, arena, &t->text, diags)) return false;
    if (csv_init(&csv, CSV_STRICT | CSV_STRICT_FINI) != 0) return false;
    csv_set_realloc_func(&csv, mem_realloc);
    csv_set_free_func(&csv, mem_free);
    csv_set_blk_size(
        &csv,
        CELL_BLOCK); /* by its own 128 bytes a cell of megabytes, a quote left open, would be copied for minutes */
    reserve(&p);
    feed(&p, &csv);
    csv_free(&csv);
    if (p.starved && p.good) arena_starved(arena);
    t->cells = p.all.cells;
    t->rows = p.headed && !p.starved ? p.all.count / t->columns : 0;
    if (!p.headed && p.good) refuse(t, diags, "its first row names the columns", "the table is empty"), p.good = false;
    check_names(&p);
    if (p.titled) t->columns = 0;
    return p.good;
}

bool table_read(struct table *t, const char *path, enum encoding encoding, struct arena *arena, struct diags *diags)
{
    size_t n;
    *t = (struct table){.file = path, .name = name_of(path)};
    char *bytes = source_slurp(path, TABLE_FILE, &n, diags);
    if (!bytes) return false;
    char *kept = arena_try(arena, n + 1);
    if (kept) memcpy(kept, bytes, n + 1);
    mem_free(bytes);
    if (!kept) arena_starved(arena);
    return table_parse(t, path, (struct str){kept, n}, encoding, arena, diags);
}

size_t table_column(const struct table *t, struct str name)
{
    for (size_t i = 0; i < t->columns; i++)
        if (str_eq(t->header[i].text, name)) return i;
    return NO_COLUMN;
}
