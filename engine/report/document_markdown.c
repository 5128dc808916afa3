/* document_markdown.c: a document in GitHub's Markdown. What an author wrote is escaped, so that it says in the page
 * what it says in the file, and no more. */
#include "report/document.h"

struct drawing {
    struct buf *out;
    struct buf plain;
    bool table; /* within a cell */
};

static struct str plain(struct drawing *g, struct str text)
{
    buf_clear(&g->plain);
    document_plain(text, &g->plain);
    g->out->failed = g->out->failed || g->plain.failed;
    return (struct str){g->plain.data, g->plain.length};
}

/* --- Spans -------------------------------------------------------------------------------------------------------- */

static void put_char(struct buf *out, char c)
{
    if (c == '&')
        buf_put(out, "&amp;");
    else if (c == '<')
        buf_put(out, "&lt;");
    else if (c == '>')
        buf_put(out, "&gt;");
    else {
        if (strchr("\\`*_[]|~#$", c)) buf_char(out, '\\');
        buf_char(out, c);
    }
}

/* What would make a list, a rule or a heading of a line that begins with it. */
static size_t put_start(struct buf *out, struct str text)
{
    size_t n = 0;
    if (text.n && strchr("-+=", *text.s)) return buf_char(out, '\\'), buf_char(out, *text.s), 1;
    while (n < text.n && text.s[n] >= '0' && text.s[n] <= '9') buf_char(out, text.s[n++]);
    if (n == 0 || n == text.n || !strchr(".)", text.s[n]) || (n + 1 < text.n && text.s[n + 1] != ' ')) return n;
    buf_char(out, '\\');
    buf_char(out, text.s[n]);
    return n + 1;
}

static void put_text(struct drawing *g, struct str text, bool start)
{
    text = plain(g, text);
    while (start && text.n && *text.s == ' ') text = (struct str){text.s + 1, text.n - 1};
    for (size_t i = start ? put_start(g->out, text) : 0; i < text.n; i++)
        if (text.s[i]) put_char(g->out, text.s[i]);
}

/* As many backticks around it as it does not hold. */
static void put_code(struct drawing *g, struct str text)
{
    size_t run = 0, most = 0;
    text = plain(g, text);
    for (size_t i = 0; i < text.n; i++) {
        run = text.s[i] == '`' ? run + 1 : 0;
        if (run > most) most = run;
    }
    for (size_t i = 0; i <= most; i++) buf_char(g->out, '`');
    if (most) buf_char(g->out, ' ');
    for (size_t i = 0; i < text.n; i++) {
        if (text.s[i] == '|' && g->table) buf_char(g->out, '\\');
        buf_char(g->out, text.s[i]);
    }
    if (most) buf_char(g->out, ' ');
    for (size_t i = 0; i <= most; i++) buf_char(g->out, '`');
}

/* Blanks at either end would leave the stars as they are. */
static void put_strong(struct drawing *g, struct str text)
{
    while (text.n && strchr(" \t\r\n", *text.s)) text = (struct str){text.s + 1, text.n - 1};
    while (text.n && strchr(" \t\r\n", text.s[text.n - 1])) text.n--;
    if (text.n == 0) return;
    buf_put(g->out, "**");
    put_text(g, text, false);
    buf_put(g->out, "**");
}

static void put_span(struct drawing *g, const struct span *s, bool start)
{
    switch (s->kind) {
    case SPAN_TEXT: put_text(g, s->text, start); break;
    case SPAN_STRONG: put_strong(g, s->text); break;
    case SPAN_CODE: put_code(g, s->text); break;
    case SPAN_LINK:
        buf_char(g->out, '[');
        put_text(g, s->text, false);
        buf_printf(g->out, "](#%s)", s->anchor);
        break;
    case SPAN_URL:
        buf_char(g->out, '<');
        buf_str(g->out, s->text);
        buf_char(g->out, '>');
        break;
    }
}

static void put_spans(struct drawing *g, const struct span *s, bool start)
{
    for (; s; s = s->next, start = false) put_span(g, s, start);
}

/* --- Blocks ------------------------------------------------------------------------------------------------------- */

static void put_anchor(struct drawing *g, const char *anchor)
{
    if (anchor) buf_printf(g->out, "<a id=\"%s\"></a>", anchor);
}

static void heading(struct drawing *g, const struct block *b)
{
    put_anchor(g, b->anchor);
    if (b->anchor) buf_put(g->out, "\n\n");
    for (int i = 0; i < b->level; i++) buf_char(g->out, '#');
    buf_char(g->out, ' ');
    put_spans(g, b->spans, false);
    buf_put(g->out, "\n\n");
}

static bool goes_on(const struct block *b) { return b->next && b->next->kind == BLOCK_FACT && !b->next->label; }

static void fact(struct drawing *g, const struct block *b)
{
    if (b->label) buf_printf(g->out, "- **%s:**", b->label);
    if (b->label && goes_on(b)) buf_char(g->out, '\n');
    bool nested = !b->label || goes_on(b);
    if (nested) buf_put(g->out, b->level ? "    - " : "  - ");
    if (!nested) buf_char(g->out, ' ');
    put_spans(g, b->spans, true);
    buf_char(g->out, '\n');
}

static void table(struct drawing *g, const struct block *b)
{
    g->table = true;
    for (size_t c = 0; c < b->columns; c++) buf_printf(g->out, "| %s ", b->head[c]);
    buf_put(g->out, "|\n");
    for (size_t c = 0; c < b->columns; c++) buf_put(g->out, "| --- ");
    buf_put(g->out, "|\n");
    for (const struct document_row *r = b->rows; r; r = r->next) {
        for (size_t c = 0; c < b->columns; c++) {
            buf_put(g->out, "| ");
            if (c == 0) put_anchor(g, r->anchor);
            put_spans(g, r->cells[c], false);
            buf_char(g->out, ' ');
        }
        buf_put(g->out, "|\n");
    }
    g->table = false;
}

static void contents(struct drawing *g, const struct block *b)
{
    buf_put(g->out, "## Contents\n\n");
    for (; b; b = b->next) {
        if (b->kind != BLOCK_HEADING) continue;
        buf_put(g->out, b->level == 2 ? "- [" : "  - [");
        for (const struct span *s = b->spans; s; s = s->next) put_text(g, s->text, false);
        buf_printf(g->out, "](#%s)\n", b->anchor);
    }
}

static void draw_block(struct drawing *g, const struct block *b)
{
    switch (b->kind) {
    case BLOCK_HEADING: heading(g, b); break;
    case BLOCK_PARAGRAPH:
        put_spans(g, b->spans, true);
        buf_char(g->out, '\n');
        break;
    case BLOCK_FACT: fact(g, b); break;
    case BLOCK_TABLE: table(g, b); break;
    case BLOCK_CONTENTS: contents(g, b); break;
    }
}

static void draw(const struct document *d, const struct style *style, struct buf *out)
{
    struct drawing g = {.out = out};
    (void)style; /* a file looks the same everywhere */
    buf_init(&g.plain);
    for (const struct block *b = d->first; b; b = b->next) {
        draw_block(&g, b);
        bool together = b->next && b->kind == BLOCK_FACT && b->next->kind == BLOCK_FACT;
        if (b->next && b->kind != BLOCK_HEADING && !together) buf_char(out, '\n');
    }
    buf_done(&g.plain);
}

const struct hand HAND_MARKDOWN = {"markdown", draw, NULL, NULL};
