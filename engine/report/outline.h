/* outline.h: a tree of short texts, drawn with lines. Built first, drawn at the end, since the line to draw depends on
 * what follows. */
#ifndef REPORT_OUTLINE_H
#define REPORT_OUTLINE_H
#include "base/arena.h"
#include "report/style.h"

struct node {
    struct str text;
    const char *mark; /* one column before the text, in `paint`; NULL: none, and the text itself is painted */
    enum paint paint;
    struct node *child, *last, *next;
};
struct node *outline_add(struct arena *a, struct node *parent,
                         struct str text); /* text is copied; parent NULL: a root; jumps */
void outline_draw(const struct node *root, const struct style *style, struct buf *out);
#endif
