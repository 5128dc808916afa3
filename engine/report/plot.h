/* plot.h: numbers along a line, as text: where they lie, and where three lines stand among them. */
#ifndef REPORT_PLOT_H
#define REPORT_PLOT_H
#include "report/style.h"
#include "stats/outlier.h"

/* Two rows, indented: above, what lies in each column (a dot for one, a digit for up to nine; where any column holds
 * more, bars against the fullest), below the axis from the least to the greatest with the lower line, the mean and the
 * upper line where they fall within. sorted: ascending, n > 0. Nothing where all are the same. */
void plot_strip(const struct style *style, const double *sorted, size_t n, const struct outlier_lines *lines,
                size_t indent, struct buf *out);
#endif
