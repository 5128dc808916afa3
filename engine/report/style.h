/* style.h: how a page may look where it goes: colours, characters beyond ASCII, width. Decided by cli/ (a terminal or
 * not); a page that goes to a file is always the plain one, so that the same input gives the same bytes. */
#ifndef REPORT_STYLE_H
#define REPORT_STYLE_H
#include "base/buf.h"
#include "peel.h"

#define STYLE_WIDTH 100 /* columns of a page that goes to no terminal */

struct style {
    bool colour; /* ANSI escapes */
    bool utf8;   /* box drawing, check marks, ellipses */
    size_t width;
};
#define STYLE_PLAIN ((struct style){false, true, STYLE_WIDTH})

enum paint { PAINT_NONE, PAINT_STRONG, PAINT_FAINT, PAINT_BEST, PAINT_GOOD, PAINT_FAIR, PAINT_POOR, PAINT_BAD };

void paint_on(const struct style *style, enum paint paint, struct buf *out);
void paint_off(const struct style *style, enum paint paint, struct buf *out);
void paint_str(const struct style *style, enum paint paint, struct str s, struct buf *out);

/* A grade's colour by its place in a scale of `grades`; faint for what is no grade. */
enum paint paint_of_grade(int grade, size_t grades);
enum paint paint_of_outcome(enum peel_outcome outcome);
/* One column: "✓", "~", "✗", … or their ASCII stand-ins. */
const char *mark_of_outcome(const struct style *style, enum peel_outcome outcome);
/* "partly met" for "partly-met": an id of ours as words. */
void words(const char *id, struct buf *out);
/* Where only ASCII may stand, "95.5% ± 1.9" is "95.5% +/- 1.9", whoever wrote it; letters of an author or a dataset stay as they
 * are. Before it is wrapped or measured. */
void style_spell(const struct style *style, struct buf *text);
/* A number for people: what it is, at most four decimals, no trailing zeros. */
void style_number(double d, struct buf *out);
#endif
