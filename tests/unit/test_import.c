/* test_import.c: an import as a whole: the same bytes every time, sums to the last digit, and out of memory at every
 * allocation. What people read is in tests/golden. */
#include "import/import.h"

#include "base/mem.h"
#include "folder.h"
#include "unit.h"

static struct diags diags;

static const char mapping[] =
    "return mapping {\n"
    "  round = { column = 'year', ['1'] = { round = 'one', year = 2001 }, ['2'] = { round = 'two', year = 2002 } },\n"
    "  title = { ['1'] = 'One', ['2'] = 'Two' },\n"
    "  organisations = { column = 'force', names = { ['North & South'] = 'Both' }, out_of_scope = { East = 'not ours' "
    "},\n"
    "    leave_out = { Total = 'sum', { where = { level = 'region' }, because = 'a region' } } },\n"
    "  missing = { [''] = 'not-collected' },\n"
    "  measures = {\n"
    "    a = { title = 'A', column = 'a', parts = { 'b' } }, b = { title = 'B', column = 'b' },\n"
    "    c = { title = 'C', value = function(row) return row.a / 3 end, decimals = 3 },\n"
    "  },\n"
    "  samples = { s = { title = 'S', reviewed = 'a', met = 'b' } },\n"
    "  sums = { { of = 'a', is = 0.3 }, { of = 'a', row = 'Total' } },\n"
    "  x = { mine = { 1, 2 } },\n"
    "}\n";
/* 0.1 + 0.2 is not 0.3 in binary fractions. */
static const char table[] =
    "level,force,year,a,b\nregion,West,1,5,5\nforce,North & South,1,0.1,0.1\nforce,West,1,0.2,0.2\nforce,East,1,7,7\n"
    "force,West,2,9,9\n,Total,1,0.3,\n";
static const char whole[] =
    "level,force,year,a,b\nforce,North & South,1,3,3\nforce,West,1,6,6\nforce,East,1,,\n,Total,1,9,\n";

static bool imported(struct import_result *result)
{
    static const char *const tables[] = {"table.csv"};
    const struct import_plan plan = {"mapping.lua", "1", tables, 1, LIMITS_DEFAULT};
    return import_run(&plan, result, &diags);
}

START_TEST(the_same_bytes_every_time)
{
    struct import_result first, second;
    folder_enter();
    diags_init(&diags);
    folder_write("table.csv", table);
    char *lua = strdup(mapping), *samples = strstr(lua, "  samples");
    memset(samples, ' ', (size_t)(strchr(samples, '\n') - samples)); /* shares are no counts */
    folder_write("mapping.lua", lua);
    free(lua);
    ck_assert(imported(&first) && imported(&second));
    ck_assert_uint_eq(diags.errors + diags.warnings, 0);
    ck_assert_uint_eq(first.organisations, 3);
    ck_assert_uint_eq(first.in_scope, 2);
    ck_assert_uint_eq(first.left_out, 2);
    ck_assert_uint_eq(first.text.length, second.text.length);
    ck_assert_int_eq(memcmp(first.text.data, second.text.data, first.text.length), 0);
    ck_assert_ptr_nonnull(strstr(buf_text(&first.text), "{\"a\": 0.1, \"b\": 0.1, \"c\": 0.033}"));
    import_result_done(&first);
    import_result_done(&second);
    diags_done(&diags);
    folder_leave();
}
END_TEST

static size_t errors_of(const char *rows)
{
    struct import_result result;
    diags_init(&diags);
    folder_write("table.csv", rows);
    imported(&result);
    size_t errors = diags.errors;
    import_result_done(&result);
    diags_done(&diags);
    return errors;
}

/* As test_quality.c has it: one answer, wherever it is asked. */
START_TEST(parts_that_cancel_are_rounded_as_in_a_check)
{
    folder_enter();
    folder_write("mapping.lua",
                 "return mapping { round = { column = 'year', ['1'] = { round = 'one', year = 2001 } },\n"
                 "  organisations = { column = 'force' },\n"
                 "  measures = { a = { title = 'A', column = 'a', parts = { 'b', 'c' } }, b = { title = 'B', column = "
                 "'b' }, c = { title = 'C', column = 'c' } } }\n");
    ck_assert_uint_eq(errors_of("force,year,a,b,c\nNorth,1,1,1000000000,-999999998.5\n"), 0);
    ck_assert_uint_eq(errors_of("force,year,a,b,c\nNorth,1,1,1000000000,-999999996\n"), 1);
    ck_assert_uint_eq(errors_of("force,year,a,b,c\nNorth,1,1,1,0.00001\n"), 1);
    folder_leave();
}
END_TEST

/* Every allocation fails once, and all after it: no dataset, an error, nothing lost. */
START_TEST(without_memory)
{
    folder_enter();
    folder_write("table.csv", whole);
    char *lua = strdup(mapping);
    memcpy(strstr(lua, "is = 0.3"), "is = 9.0", 8);
    folder_write("mapping.lua", lua);
    free(lua);
    size_t failed = 1, nth = 1;
    for (; failed; nth += nth < 400 ? 1 : 17) {
        struct import_result result;
        diags_init(&diags);
        mem_fail_after(nth);
        bool good = imported(&result);
        failed = mem_failed();
        mem_fail_after(0);
        if (!failed) ck_assert_uint_eq(diags.errors, 0);
        ck_assert(good == (failed == 0));
        ck_assert(good || diags.errors > 0);
        import_result_done(&result);
        diags_done(&diags);
    }
    ck_assert_uint_gt(nth, 400);
    folder_leave();
}
END_TEST

UNIT("import", the_same_bytes_every_time, parts_that_cancel_are_rounded_as_in_a_check, without_memory);
