/* document_text.c: a document on a terminal, or in a plain file: wrapped, tables as wide as the page. */
#include "report/columns.h"
#include "report/document.h"
#include "report/wrap.h"

enum { LABEL = 14, LABEL_MOST = 26, GAP = 2, COLUMNS = 8 };

struct drawing {
    const struct style *style;
    struct buf *out;
    struct buf flat; /* a run of spans as text */
    size_t label;    /* columns of the longest label among the facts at hand */
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

static void measure_labels(struct drawing *g, const struct block *b)
{
    for (g->label = LABEL; b && b->kind == BLOCK_FACT; b = b->next) {
        size_t width = b->label ? columns(str_of(b->label)) : 0;
        if (width > g->label && width <= LABEL_MOST) g->label = width;
    }
}

static void fact(struct drawing *g, const struct block *b)
{
    size_t indent = 4 + g->label + 2 * (size_t)b->level, label = b->label ? columns(str_of(b->label)) : 0;
    blanks(g->out, 2);
    if (b->label) paint_str(g->style, PAINT_FAINT, str_of(b->label), g->out);
    blanks(g->out, label < indent - 2 ? indent - 2 - label : 1);
    wrap(g->out, flat(g, b->spans), indent, indent, g->style->width);
}

/* --- Tables ------------------------------------------------------------------------------------------------------- */

static size_t longest_word(struct str text)
{
    size_t most = 0;
    for (struct str line; wrap_line(&text, 1, &line);)
        if (columns(line) > most) most = columns(line);
    return most;
}

/* How wide each column would be, and how wide it must be. */
static void measure(struct drawing *g, const struct block *b, size_t *widths, size_t *least)
{
    for (size_t c = 0; c < b->columns; c++) widths[c] = least[c] = columns(str_of(b->head[c]));
    for (const struct document_row *r = b->rows; r; r = r->next)
        for (size_t c = 0; c < b->columns; c++) {
            struct str text = flat(g, r->cells[c]);
            size_t width = columns(text), word = longest_word(text);
            if (width > widths[c]) widths[c] = width;
            if (word > least[c]) least[c] = word;
        }
}

/* The widest of those that can gives way, until all have room. False: there is none. */
static bool fit(const struct style *style, size_t count, size_t *widths, const size_t *least)
{
    for (;;) {
        size_t widest = count, all = 2;
        for (size_t c = 0; c < count; c++) {
            all += widths[c] + (c > 0 ? GAP : 0);
            if (widths[c] > least[c] && (widest == count || widths[c] > widths[widest])) widest = c;
        }
        if (all <= style->width) return true;
        if (widest == count) return false;
        widths[widest]--;
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

static void table_head(struct drawing *g, const struct block *b, const size_t *widths)
{
    struct str cells[COLUMNS];
    for (size_t c = 0; c < b->columns; c++) cells[c] = str_of(b->head[c]);
    paint_on(g->style, PAINT_FAINT, g->out);
    table_row(g, cells, widths, b->columns);
    paint_off(g->style, PAINT_FAINT, g->out);
}

static void table_rows(struct drawing *g, const struct block *b, const size_t *widths)
{
    struct str cells[COLUMNS];
    struct buf texts[COLUMNS];
    for (size_t c = 0; c < b->columns; c++) buf_init(&texts[c]);
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

/* A table with no room for its words: each row as a heading and its facts. */
static void entries(struct drawing *g, const struct block *b)
{
    for (const struct document_row *r = b->rows; r; r = r->next) {
        blanks(g->out, 2);
        wrap(g->out, flat(g, r->cells[0]), 2, 2, g->style->width);
        for (size_t c = 1; c < b->columns; c++) {
            blanks(g->out, 4);
            paint_on(g->style, PAINT_FAINT, g->out);
            columns_pad(g->out, str_of(b->head[c]), LABEL);
            paint_off(g->style, PAINT_FAINT, g->out);
            wrap(g->out, flat(g, r->cells[c]), 4 + LABEL, 4 + LABEL, g->style->width);
        }
    }
}

static void table(struct drawing *g, const struct block *b)
{
    size_t widths[COLUMNS], least[COLUMNS];
    measure(g, b, widths, least);
    if (!fit(g->style, b->columns, widths, least)) {
        entries(g, b);
        return;
    }
    table_head(g, b, widths);
    table_rows(g, b, widths);
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
    for (const struct block *b = d->first, *before = NULL; b; before = b, b = b->next) {
        if (b->kind == BLOCK_FACT && (!before || before->kind != BLOCK_FACT)) measure_labels(&g, b);
        draw_block(&g, b);
        bool together = b->next && b->kind == BLOCK_FACT && b->next->kind == BLOCK_FACT;
        if (b->next && b->kind != BLOCK_HEADING && !together) buf_char(out, '\n');
    }
    out->failed = out->failed || g.flat.failed;
    buf_done(&g.flat);
}

const struct hand HAND_TEXT = {"text", draw, NULL, NULL};
