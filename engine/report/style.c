/* style.c: colours and marks. */
#include "report/style.h"
#include "report/columns.h"
#include <math.h>

static const char *const CODES[] = {
    [PAINT_NONE] = "",         [PAINT_STRONG] = "\033[1m", [PAINT_FAINT] = "\033[2m", [PAINT_BEST] = "\033[1;32m",
    [PAINT_GOOD] = "\033[32m", [PAINT_FAIR] = "\033[36m",  [PAINT_POOR] = "\033[33m", [PAINT_BAD] = "\033[1;31m"};

void paint_on(const struct style *style, enum paint paint, struct buf *out)
{
    if (style->colour) buf_put(out, CODES[paint]);
}

void paint_off(const struct style *style, enum paint paint, struct buf *out)
{
    if (style->colour && paint != PAINT_NONE) buf_put(out, "\033[0m");
}

void paint_str(const struct style *style, enum paint paint, struct str s, struct buf *out)
{
    paint_on(style, paint, out);
    safe(out, s);
    paint_off(style, paint, out);
}

enum paint paint_of_grade(int grade, size_t grades)
{
    if (grade == PEEL_GRADE_ERROR || grade == PEEL_GRADE_LIMIT) return PAINT_BAD;
    if (grade < 0) return PAINT_FAINT;
    size_t g = (size_t)grade;
    if (g == 0) return PAINT_BAD;
    if (g + 1 == grades) return PAINT_BEST;
    if (g + 2 == grades) return PAINT_GOOD;
    return g == 1 ? PAINT_POOR : PAINT_FAIR;
}

enum paint paint_of_outcome(enum peel_outcome outcome)
{
    static const enum paint paints[PEEL_OUTCOMES] = {PAINT_GOOD,  PAINT_POOR, PAINT_BAD, PAINT_FAINT,
                                                     PAINT_FAINT, PAINT_BAD,  PAINT_BAD};
    return paints[outcome];
}

const char *mark_of_outcome(const struct style *style, enum peel_outcome outcome)
{
    static const char *const marks[PEEL_OUTCOMES] = {"✓", "~", "✗", "–", "?", "!", "!"};
    static const char *const ascii[PEEL_OUTCOMES] = {"+", "~", "x", "-", "?", "!", "!"};
    return (style->utf8 ? marks : ascii)[outcome];
}

static const struct str SIGN = {"±", sizeof "±" - 1};

static const char *sign_in(const char *from, const char *end)
{
    for (; end - from >= (ptrdiff_t)SIGN.n; from++)
        if (memcmp(from, SIGN.s, SIGN.n) == 0) return from;
    return NULL;
}

void style_spell(const struct style *style, struct buf *text)
{
    const char *from = text->data, *end = from ? from + text->length : NULL, *at;
    if (style->utf8 || !from || !sign_in(from, end)) return;
    struct buf spelled;
    buf_init(&spelled);
    for (; (at = sign_in(from, end)); from = at + SIGN.n) buf_add(&spelled, from, (size_t)(at - from)), buf_put(&spelled, "+/-");
    buf_add(&spelled, from, (size_t)(end - from));
    spelled.failed = spelled.failed || text->failed;
    buf_done(text);
    *text = spelled;
}

void words(const char *id, struct buf *out)
{
    for (; *id; id++) buf_char(out, *id == '-' || *id == '_' ? ' ' : *id);
}

void style_number(double d, struct buf *out)
{
    if (!isfinite(d)) {
        buf_put(out, "not a number");
        return;
    }
    if (fabs(d) >= 1e9 || (d != 0 && fabs(d) < 0.001)) {
        buf_double(out, d);
        return;
    }
    buf_fixed(out, d, 4);
    if (out->failed) return;
    while (out->data[out->length - 1] == '0') out->length--;
    if (out->data[out->length - 1] == '.') out->length--;
}
