/* document_text.c: a document on a terminal, or in a plain file: wrapped, tables as wide as the page. */
#include "report/columns.h"
#include "report/document.h"
#include "report/wrap.h"

enum { LABEL = 16, GAP = 2, LEAST = 8, COLUMNS = 8 };

struct drawing {
    const struct style *style;
    struct buf *out;
    struct buf flat; /* a run of spans as text */
};

static struct str flat(struct drawing *g, const struct span *spans)
{
    buf_clear(&g->flat);
    document_flat(spans, &g->flat);
    return (struct str){g->flat.data, g->flat.length};
}

static void heading(struct drawing *g, const struct block *b)
{
    struct str text = flat(g, b->spans);
    size_t width = columns(text) < g->style->width ? columns(text) : g->style->width;
    if (b->level == 2) buf_char(g->out, '\n');
    paint_on(g->style, PAINT_STRONG, g->out);
    wrap(g->out, text, 0, 0, g->style->width);
    paint_off(g->style, PAINT_STRONG, g->out);
    if (b->level > 2) return;
    for (size_t i = 0; i < width; i++)
        buf_put(g->out, !g->style->utf8 ? (b->level == 1 ? "=" : "-") : b->level == 1 ? "═" : "─");
    buf_char(g->out, '\n');
}

static void fact(struct drawing *g, const struct block *b)
{
    size_t indent = 2 + LABEL + 2 * (size_t)b->level, label = b->label ? columns(str_of(b->label)) : 0;
    blanks(g->out, 2);
    if (b->label) paint_str(g->style, PAINT_FAINT, str_of(b->label), g->out);
    blanks(g->out, label < indent - 2 ? indent - 2 - label : 1);
    wrap(g->out, flat(g, b->spans), indent, indent, g->style->width);
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static void measure(struct drawing *g, const struct block *b, size_t *widths)
{
    for (size_t c = 0; c < b->columns; c++) widths[c] = columns(str_of(b->head[c]));
    for (const struct document_row *r = b->rows; r; r = r->next)
        for (size_t c = 0; c < b->columns; c++) {
            size_t width = columns(flat(g, r->cells[c]));
            if (width > widths[c]) widths[c] = width;
        }
}

/* The widest gives way, until all have room. */
static void fit(const struct style *style, size_t count, size_t *widths)
{
    for (;;) {
        size_t widest = 0, all = 2;
        for (size_t c = 0; c < count; c++) {
            all += widths[c] + (c > 0 ? GAP : 0);
            if (widths[c] > widths[widest]) widest = c;
        }
        if (all <= style->width || widths[widest] <= LEAST) return;
        size_t over = all - style->width, second = LEAST;
        for (size_t c = 0; c < count; c++)
            if (c != widest && widths[c] > second) second = widths[c];
        size_t give = widths[widest] > second ? widths[widest] - second : 1;
        widths[widest] -= give < over ? give : over;
    }
}

static void table_row(struct drawing *g, struct str *cells, const size_t *widths, size_t count)
{
    for (bool more = true; more;) {
        size_t ahead = 2; /* blanks not yet written, so that no line ends in one */
        more = false;
        for (size_t c = 0; c < count; c++) {
            struct str line = {"", 0};
            wrap_line(&cells[c], widths[c], &line);
            if (line.n) {
                blanks(g->out, ahead);
                safe(g->out, line);
                ahead = 0;
            }
            size_t used = columns(line);
            ahead += (used < widths[c] ? widths[c] - used : 0) + GAP;
            struct str rest = cells[c], next;
            more = more || wrap_line(&rest, widths[c], &next);
        }
        buf_char(g->out, '\n');
    }
}

static void table(struct drawing *g, const struct block *b)
{
    size_t widths[COLUMNS];
    struct str cells[COLUMNS];
    struct buf texts[COLUMNS];
    measure(g, b, widths);
    fit(g->style, b->columns, widths);
    for (size_t c = 0; c < b->columns; c++) buf_init(&texts[c]), cells[c] = str_of(b->head[c]);
    paint_on(g->style, PAINT_FAINT, g->out);
    table_row(g, cells, widths, b->columns);
    paint_off(g->style, PAINT_FAINT, g->out);
    for (const struct document_row *r = b->rows; r; r = r->next) {
        for (size_t c = 0; c < b->columns; c++) {
            buf_clear(&texts[c]);
            document_flat(r->cells[c], &texts[c]);
            cells[c] = (struct str){texts[c].data, texts[c].length};
            g->out->failed = g->out->failed || texts[c].failed;
        }
        table_row(g, cells, widths, b->columns);
    }
    for (size_t c = 0; c < b->columns; c++) buf_done(&texts[c]);
}

/* --- All of it ---------------------------------------------------------------------------------------------------- */

static void contents(struct drawing *g, const struct block *b)
{
    paint_str(g->style, PAINT_STRONG, STR("Contents"), g->out);
    buf_char(g->out, '\n');
    for (; b; b = b->next) {
        if (b->kind != BLOCK_HEADING || b->level != 2) continue;
        blanks(g->out, 2);
        wrap(g->out, flat(g, b->spans), 2, 4, g->style->width);
    }
}

static void draw_block(struct drawing *g, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING: heading(g, b); break;
    case BLOCK_PARAGRAPH: wrap(g->out, flat(g, b->spans), 0, 0, g->style->width); break;
    case BLOCK_FACT: fact(g, b); break;
    case BLOCK_TABLE: table(g, b); break;
    case BLOCK_CONTENTS: contents(g, b); break;
    }
}

static void draw(const struct document *d, const struct style *style, struct buf *out)
{
    struct drawing g = {.style = style, .out = out};
    buf_init(&g.flat);
    for (const struct block *b = d->first; b; b = b->next) {
        draw_block(&g, b);
        bool together = b->next && b->kind == BLOCK_FACT && b->next->kind == BLOCK_FACT;
        if (b->next && b->kind != BLOCK_HEADING && !together) buf_char(out, '\n');
    }
    out->failed = out->failed || g.flat.failed;
    buf_done(&g.flat);
}

const struct hand HAND_TEXT = {"text", draw};
