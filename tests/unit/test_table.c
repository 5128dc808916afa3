/* test_table.c: CSV as people's programs write it: cells, their places, and what is wrong with it. */
#include "data/table.h"

#include "base/mem.h"
#include "folder.h"
#include "unit.h"

static struct diags diags;
static struct arena arena;
static struct buf out;
static struct table table;

static void begin(void)
{
    diags_init(&diags);
    arena_init(&arena);
    buf_init(&out);
}

static void end(void)
{
    diags_done(&diags);
    arena_done(&arena);
    buf_done(&out);
}

/* The table in one line: "a|b;1|2" or what is wrong with it: "x.csv:1:2: …". */
static const char *parsed_of(const char *bytes, size_t n, enum encoding encoding)
{
    diags_done(&diags);
    arena_reset(&arena);
    buf_clear(&out);
    bool good = table_parse(&table, "folder/x.csv", (struct str){bytes, n}, encoding, &arena, &diags);
    ck_assert(good == (diags.errors == 0));
    for (size_t i = 0; i < diags.count; i++) {
        const struct diag *d = &diags.list[i];
        buf_printf(&out, "%llu:%u+%u %s\n", (unsigned long long)d->place.line, d->place.column, d->place.width,
                   d->message);
    }
    for (size_t c = 0; good && c < table.columns; c++) buf_printf(&out, "%s%s", c ? "|" : "", table.header[c].text.s);
    for (size_t r = 0; good && r < table.rows; r++)
        for (size_t c = 0; c < table.columns; c++)
            buf_printf(&out, "%s%s", c ? "|" : ";", table_cell(&table, r, c)->text.s);
    return buf_text(&out);
}
static const char *parsed(const char *text) { return parsed_of(text, strlen(text), ENCODING_GUESSED); }

START_TEST(cells_and_rows)
{
    begin();
    ck_assert_str_eq(parsed("a,b\n1,2\n3,4\n"), "a|b;1|2;3|4");
    ck_assert_str_eq(table.name.s, "x.csv");
    ck_assert_uint_eq(table.name.n, 1);
    ck_assert_str_eq(parsed("a,b\r\n1,2\r\n3,4"), "a|b;1|2;3|4");
    ck_assert_str_eq(parsed("a,b\r1,2\r"), "a|b;1|2");
    ck_assert_str_eq(parsed("a,b\n,\n1,\n,2\n"), "a|b;1|;|2");
    ck_assert_str_eq(parsed("a,b\n1,"), "a|b;1|");
    ck_assert_str_eq(parsed("\n\na,b\n\n 1 ,\t2\n,\n,\n"), "a|b;1|2");
    ck_assert_str_eq(parsed("\"a\",\"b\"\n\"1,5\",\"say \"\"so\"\"\"\n\" x \",\"\"\n"), "a|b;1,5|say \"so\"; x |");
    ck_assert_str_eq(parsed("a,b\n\"one\ntwo\r\nthree\",2\n"), "a|b;one\ntwo\r\nthree|2");
    ck_assert_str_eq(parsed("a\n"), "a");
    end();
}
END_TEST

START_TEST(every_cell_knows_its_place)
{
    begin();
    ck_assert_str_eq(parsed("a,b\n\n\"x\ny\", é \r\n3,\"4,4\"\n"), "a|b;x\ny|é;3|4,4");
    static const struct {
        size_t row, column;
        const char *place;
    } places[] = {{0, 0, "3:1+2"}, {0, 1, "4:5+1"}, {1, 0, "5:1+1"}, {1, 1, "5:3+5"}};
    for (size_t i = 0; i < sizeof places / sizeof *places; i++) {
        char is[32];
        diags_done(&diags);
        table_complain(&table, table_cell(&table, places[i].row, places[i].column), &diags, DIAG_ERROR, NULL, "here");
        const struct place *p = &diags.list[0].place;
        snprintf(is, sizeof is, "%llu:%u+%u", (unsigned long long)p->line, p->column, p->width);
        ck_assert_str_eq(is, places[i].place);
    }
    ck_assert_str_eq(diags.list[0].excerpt, "3,\"4,4\"");
    ck_assert_uint_eq(table_column(&table, STR("b")), 1);
    ck_assert_uint_eq(table_column(&table, STR("c")), NO_COLUMN);
    end();
}
END_TEST

START_TEST(what_is_wrong_is_told)
{
    begin();
    static const char *const cases[][2] = {
        {"", "0:0+0 the table is empty\n"},
        {"\n,,\n", "0:0+0 the table is empty\n"},
        {"a,b\n1\n1,2\n1,2,3\n", "2:1+1 the row has 1 cell, the header 2\n4:5+1 the row has 3 cells, the header 2\n"},
        {"a,b,a\n1,2,3\n", "1:5+1 the column \"a\" stands twice; it is column 1 and column 3\n"},
        {"a,,\n1,2,3\n", "a||;1|2|3"},
        {"A title\na,b\n1,2\n", "1:1+7 the first row has one cell and others have more: it names no columns\n"},
        {"a;b\n1;2\n", "1:1+3 the cells are parted by semicolons or tabs, not by commas\n"},
        {"a\tb\n1\t2\n", "1:1+3 the cells are parted by semicolons or tabs, not by commas\n"},
        {"a,b\n1,2\n3,\"4\n5,6\n", "3:3+1 the quote that opens this cell is never closed\n"},
        {"a,b\n1,x\"y\n", "2:4+1 a quote stands within a cell that has none around it\n"},
        {"a,b\n1,\"x\n2,\"3\"\n",
         "2:3+1 the cell that opens with this quote has one on line 3 that neither ends it nor is doubled\n"},
        {"a,b\n1,\"x\" y\n",
         "2:3+1 the cell that opens with this quote has one on line 2 that neither ends it nor is doubled\n"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof *cases; i++) ck_assert_str_eq(parsed(cases[i][0]), cases[i][1]);
    ck_assert_str_eq(parsed_of("a,b\n1,\0\n", 8, ENCODING_GUESSED), "2:3+1 the text holds a NUL byte\n");
    end();
}
END_TEST

START_TEST(encodings)
{
    begin();
    ck_assert_str_eq(parsed("\xEF\xBB\xBF"
                            "a,b\n1,é\n"),
                     "a|b;1|é");
    ck_assert_str_eq(parsed("a,b\nM\xF4n,2\x80\n"),
                     "2:2+1 the text is no UTF-8, and is read as Windows-1252\na|b;Môn|2€");
    ck_assert_str_eq(parsed_of("a\n\xE9\n", 4, ENCODING_WINDOWS_1252), "a;é");
    ck_assert_str_eq(parsed_of("a\n\xC3\xA9\n", 5, ENCODING_WINDOWS_1252), "a;Ã©");
    ck_assert_str_eq(parsed_of("a\nx\xE9\n", 5, ENCODING_UTF_8), "2:2+1 the byte 0xE9 is no UTF-8\n");
    ck_assert_str_eq(parsed("\xEF\xBB\xBF"
                            "a\n\xE9\n"),
                     "2:1+1 the byte 0xE9 is no UTF-8\n");
    ck_assert_str_eq(parsed_of("a\n\x81\n", 4, ENCODING_WINDOWS_1252),
                     "2:1+1 the byte 0x81 is no character of Windows-1252, nor is the text UTF-8\n");
    ck_assert_str_eq(parsed_of("\xFF\xFE"
                               "a\0",
                               4, ENCODING_GUESSED),
                     "0:0+0 the text is UTF-16\n");
    end();
}
END_TEST

START_TEST(a_huge_cell)
{
    begin();
    size_t n = 3u << 20;
    char *text = malloc(n + 16);
    memcpy(text, "a,b\n1,\"", 7);
    memset(text + 7, ',', n);
    memcpy(text + 7 + n, "\"\n", 2);
    parsed_of(text, n + 9, ENCODING_GUESSED);
    ck_assert_uint_eq(table.rows, 1);
    ck_assert_uint_eq(table_cell(&table, 0, 1)->text.n, n);
    free(text);
    end();
}
END_TEST

/* Their names are not held against each other: all of them are one here, and it is told once that there are too many.
 */
START_TEST(too_many_columns)
{
    begin();
    size_t n = 2 * (TABLE_COLUMNS + 1);
    char *text = malloc(n);
    for (size_t i = 0; i < n; i += 2) memcpy(text + i, "a,", 2);
    ck_assert_str_eq(parsed_of(text, n - 1, ENCODING_GUESSED), "1:32769+1 a table has at most 16,384 columns\n");
    ck_assert_uint_eq(table.columns, 0);
    free(text);
    end();
}
END_TEST

START_TEST(a_file)
{
    begin();
    folder_enter();
    folder_write("police.csv", "a,b\n1,2\n");
    ck_assert(table_read(&table, "police.csv", ENCODING_GUESSED, &arena, &diags));
    ck_assert_uint_eq(table.rows, 1);
    ck_assert_uint_eq(table.name.n, 6);
    ck_assert(!table_read(&table, "absent.csv", ENCODING_GUESSED, &arena, &diags));
    ck_assert_str_eq(diags.list[0].message, "there is no such file");
    folder_leave();
    end();
}
END_TEST

static void parse_it(void *context)
{
    static const char text[] = "a,b\nM\xF4n,\"2\n3\"\n4,5\n6\n";
    (void)context;
    ck_assert(!table_parse(&table, "x.csv", (struct str){text, sizeof text - 1}, ENCODING_GUESSED, &arena, &diags));
}

/* Every allocation fails once: it jumps, or the answer is right; nothing leaks (the sanitizers look). */
START_TEST(without_memory)
{
    begin();
    for (size_t nth = 1;; nth++) {
        arena_done(&arena);
        diags_done(&diags);
        mem_fail_after(nth);
        arena_guard(&arena, parse_it, NULL);
        size_t failed = mem_failed();
        mem_fail_after(0);
        if (failed == 0) break;
        ck_assert_uint_lt(nth, 100);
    }
    ck_assert_uint_eq(diags.errors, 1);
    ck_assert_uint_eq(table.rows, 2);
    end();
}
END_TEST

UNIT("table", cells_and_rows, every_cell_knows_its_place, what_is_wrong_is_told, encodings, a_huge_cell,
     too_many_columns, a_file, without_memory);
