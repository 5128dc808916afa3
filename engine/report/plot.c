/* plot.c: see plot.h. */
#include "report/plot.h"
#include "data/phrase.h"
#include "report/columns.h"
#include <math.h>

enum { PLOT_WIDEST = 200, PLOT_LEAST = 20 };

struct strip {
    const struct style *style;
    double least, greatest;
    size_t width; /* columns of the axis */
    size_t count[PLOT_WIDEST];
};

/* The column of a value; halves are scaled first, so that the span of the largest numbers does not overflow. */
static size_t column_of(const struct strip *s, double value)
{
    double part = (value / 2 - s->least / 2) / (s->greatest / 2 - s->least / 2);
    return part < 1 ? (size_t)(part * (double)s->width) : s->width - 1; /* no part either where half the span is 0 */
}

static size_t fullest(const struct strip *s)
{
    size_t most = 0;
    for (size_t i = 0; i < s->width; i++)
        if (s->count[i] > most) most = s->count[i];
    return most;
}

/* One of nine heights, never none for some. */
static const char *bar(const struct strip *s, size_t count, size_t most)
{
    static const char *const bars[] = {" ", "▁", "▂", "▃", "▄", "▅", "▆", "▇", "█"};
    static const char *const digits[] = {" ", "1", "2", "3", "4", "5", "6", "7", "8"};
    size_t height = (count * 8 + most - 1) / most;
    return s->style->utf8 ? bars[height] : digits[height];
}

static void put_column(const struct strip *s, size_t count, size_t most, struct buf *out)
{
    if (most > 9)
        buf_put(out, bar(s, count, most));
    else if (count == 0)
        buf_char(out, ' ');
    else if (count == 1)
        buf_put(out, s->style->utf8 ? "·" : ".");
    else
        buf_char(out, (char)('0' + count));
}

static void put_values(const struct strip *s, size_t indent, struct buf *out)
{
    size_t most = fullest(s), last = s->width;
    while (last > 0 && s->count[last - 1] == 0) last--;
    blanks(out, indent);
    for (size_t i = 0; i < last; i++) put_column(s, s->count[i], most, out);
    buf_char(out, '\n');
}

/* Which of the three stands in a column: '[' the lower, '|' the mean, ']' the upper; 0: none. */
static char line_at(const struct strip *s, const struct outlier_lines *l, size_t column)
{
    const double at[] = {l->mean, l->lower, l->upper};
    for (size_t i = 0; i < 3; i++)
        if (at[i] >= s->least && at[i] <= s->greatest && column_of(s, at[i]) == column) return "|[]"[i];
    return 0;
}

static void put_axis(const struct strip *s, const struct outlier_lines *l, struct buf *out)
{
    for (size_t i = 0; i < s->width; i++) {
        char line = l->status == OUTLIER_DONE ? line_at(s, l, i) : 0;
        if (!s->style->utf8)
            buf_char(out, line ? line : '-');
        else
            buf_put(out, line == '[' ? "├" : line == ']' ? "┤" : line == '|' ? "┼" : "─");
    }
}

void plot_strip(const struct style *style, const double *sorted, size_t n, const struct outlier_lines *lines,
                size_t indent, struct buf *out)
{
    struct strip s = {.style = style, .least = sorted[0], .greatest = sorted[n - 1]};
    struct buf least, greatest;
    if (!(s.greatest > s.least)) return;
    buf_init(&least), buf_init(&greatest);
    phrase_figure(s.least, &least), phrase_figure(s.greatest, &greatest);
    size_t used = indent + least.length + greatest.length + 2;
    s.width = style->width > used + PLOT_LEAST ? style->width - used : PLOT_LEAST;
    if (s.width > PLOT_WIDEST) s.width = PLOT_WIDEST;
    for (size_t i = 0; i < n; i++) s.count[column_of(&s, sorted[i])]++;
    put_values(&s, indent + least.length + 1, out);
    blanks(out, indent);
    buf_add(out, least.data, least.length), buf_char(out, ' ');
    put_axis(&s, lines, out);
    buf_char(out, ' '), buf_add(out, greatest.data, greatest.length), buf_char(out, '\n');
    out->failed = out->failed || least.failed || greatest.failed;
    buf_done(&least), buf_done(&greatest);
}
