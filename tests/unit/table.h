/* table.h: the reference tables of tests/reference, a row at a time. Plain commas, no quotes: what reference.R writes.
 *
 *     struct table table, *t = table_open(&table, "rates");
 *     while (table_next(t)) { double k = number(t, "count"); ... }
 *     table_close(t, 55); // at least that many rows, so that an empty table does not pass
 */
#ifndef TABLE_H
#define TABLE_H
#include <check.h>
#include <math.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TABLE_COLUMNS 20
#define TABLE_LINE 16384

struct table {
    FILE *file;
    char head[TABLE_LINE], line[TABLE_LINE];
    char *names[TABLE_COLUMNS], *cells[TABLE_COLUMNS];
    int columns, rows;
};

static int table_split(char *line, char **cells)
{
    int count = 0;
    line[strcspn(line, "\n")] = 0;
    for (char *at = line; at; count++) {
        ck_assert_int_lt(count, TABLE_COLUMNS);
        cells[count] = at;
        at = strchr(at, ',');
        if (at) *at++ = 0;
    }
    return count;
}

/* Into the caller's table, which must not be moved. */
static struct table *table_open(struct table *t, const char *name)
{
    const char *root = getenv("ROOT");
    char path[1024];
    snprintf(path, sizeof path, "%s/tests/reference/%s.csv", root ? root : ".", name);
    t->file = fopen(path, "r");
    ck_assert_msg(t->file != NULL, "cannot read %s", path);
    ck_assert(fgets(t->head, sizeof t->head, t->file) != NULL);
    t->columns = table_split(t->head, t->names);
    t->rows = 0;
    return t;
}

static int table_next(struct table *t)
{
    if (!fgets(t->line, sizeof t->line, t->file)) return 0;
    ck_assert_msg(strchr(t->line, '\n') != NULL, "row %d is too long", t->rows + 1);
    ck_assert_int_eq(table_split(t->line, t->cells), t->columns);
    t->rows++;
    return 1;
}

static void table_close(struct table *t, int least)
{
    fclose(t->file);
    ck_assert_int_ge(t->rows, least);
}

static const char *text(const struct table *t, const char *name)
{
    for (int i = 0; i < t->columns; i++)
        if (strcmp(t->names[i], name) == 0) return t->cells[i];
    ck_abort_msg("no column %s", name);
    return NULL;
}

static double number(const struct table *t, const char *name) { return strtod(text(t, name), NULL); }

static inline uint64_t whole(const struct table *t, const char *name) { return (uint64_t)number(t, name); }

/* "1 2.5 3" of a cell; returns how many. */
static inline size_t numbers(const struct table *t, const char *name, double *out, size_t room)
{
    size_t count = 0;
    char *end = NULL;
    for (const char *at = text(t, name); *at; at = *end == ' ' ? end + 1 : end) {
        ck_assert_uint_lt(count, room);
        out[count++] = strtod(at, &end);
        ck_assert_ptr_ne(end, at);
    }
    return count;
}

/* NaN agrees with NaN, an infinity with itself. */
static int agrees(double got, double expected, double relative)
{
    if (isnan(expected)) return isnan(got);
    return got == expected || fabs(got - expected) <= relative * fabs(expected);
}

/* The row, the column and both numbers, if they differ by more than that. `slack`: an absolute difference that does not
 * count. */
static void compare(const struct table *t, const char *name, double got, double relative, double slack)
{
    double expected = number(t, name);
    ck_assert_msg(agrees(got, expected, relative) || fabs(got - expected) <= slack,
                  "row %d, %s: got %.17g, R has %.17g", t->rows, name, got, expected);
}
#endif
