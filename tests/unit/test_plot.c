/* test_plot.c: a strip of numbers as text. Columns are counted by hand: 40 wide, less the indent, both ends and two
 * blanks. */
#include "report/plot.h"

#include "unit.h"
#include <string.h>

static struct buf out;

static void plot(const double *sorted, size_t n, struct outlier_lines lines, size_t width, bool utf8,
                 const char *expected)
{
    struct style style = STYLE_PLAIN;
    style.width = width;
    style.utf8 = utf8;
    buf_init(&out);
    plot_strip(&style, sorted, n, &lines, 2, &out);
    ck_assert_msg(strcmp(buf_text(&out), expected) == 0, "got:\n%s", buf_text(&out));
    buf_done(&out);
}

static const struct outlier_lines drawn = {.status = OUTLIER_DONE, .lower = 2.5, .mean = 5, .upper = 7.5};

/* 0 to 10 on 33 columns: v falls into column 3.3 v. */
START_TEST(values_and_lines)
{
    static const double sorted[] = {0, 1, 1, 5, 10};
    plot(sorted, 5, drawn, 40, false,
         "    .  2            .               .\n"
         "  0 --------[-------|-------]-------- 10\n");
    plot(sorted, 5, drawn, 40, true,
         "    ·  2            ·               ·\n"
         "  0 ────────├───────┼───────┤──────── 10\n");
}
END_TEST

START_TEST(bars_where_a_column_holds_more_than_nine)
{
    double sorted[13] = {0};
    sorted[12] = 10;
    plot(sorted, 13, drawn, 40, false,
         "    8                               1\n"
         "  0 --------[-------|-------]-------- 10\n");
    plot(sorted, 13, drawn, 40, true,
         "    █                               ▁\n"
         "  0 ────────├───────┼───────┤──────── 10\n");
}
END_TEST

START_TEST(lines_that_are_not_there)
{
    static const double sorted[] = {0, 10};
    struct outlier_lines none = {.status = OUTLIER_TOO_FEW}, outside = drawn;
    outside.lower = -1;
    outside.upper = 11;
    plot(sorted, 2, none, 40, false,
         "    .                               .\n"
         "  0 --------------------------------- 10\n");
    plot(sorted, 2, outside, 40, false,
         "    .                               .\n"
         "  0 ----------------|---------------- 10\n");
}
END_TEST

START_TEST(no_span_and_no_room)
{
    static const double same[] = {3, 3}, two[] = {0, 10}, least[] = {0, 5e-324};
    plot(same, 2, drawn, 40, false, "");
    plot(two, 2, drawn, 1, false,
         "    .                  .\n"
         "  0 -----[----|----]---- 10\n");
    plot(least, 2, drawn, 40, false,
         "                                2\n"
         "  0 ----------------------------- 5e-324\n");
}
END_TEST

UNIT("plot", values_and_lines, bars_where_a_column_holds_more_than_nine, lines_that_are_not_there, no_span_and_no_room);
