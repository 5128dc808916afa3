/* document_html.c: a document as one page of HTML, well-formed as XML too. It asks for nothing: no script, no font, no
 * picture, and its policy says so, whatever an author wrote. Chapters begin on a page of their own when it is printed.
 */
#include "report/document.h"

static const char *const STYLE[] = {
    ":root{color-scheme:light}",
    "body{margin:0 auto;padding:2rem 1.5rem 4rem;max-width:56rem;background:#fff;color:#1a1a1a;",
    "font:1.0625rem/1.55 Charter,\"Bitstream Charter\",Georgia,\"DejaVu Serif\",serif}",
    "h1,h2,h3,dt,th,nav{font-family:system-ui,\"Segoe UI\",\"Helvetica Neue\",Arial,\"DejaVu Sans\",sans-serif}",
    "h1{font-size:2em;line-height:1.2;margin:1rem 0}",
    "h2{font-size:1.42em;line-height:1.25;margin:3.5rem 0 1rem;padding-top:.8rem;border-top:3px solid #1a1a1a}",
    "h3{font-size:1.06em;line-height:1.35;margin:0 0 .6rem}",
    "h2,h3{scroll-margin-top:1rem}",
    "p{margin:.7rem 0}",
    "section section{margin:2rem 0;padding-top:1rem;border-top:1px solid #999}",
    "dl{display:grid;grid-template-columns:9.5rem minmax(0,1fr);gap:.2rem 1rem;margin:.6rem 0 1rem}",
    "dt{grid-column:1;font-size:.86em;font-weight:600;padding-top:.14em}",
    "dd{grid-column:2;margin:0}",
    "dd+dd{margin-top:.15rem}",
    "dd.within{padding-left:1.2rem;border-left:3px solid #bbb}",
    "code{font:.86em ui-monospace,\"DejaVu Sans Mono\",Menlo,Consolas,monospace;overflow-wrap:anywhere}",
    "a{color:#0b3d78;text-decoration:underline;text-underline-offset:.12em;overflow-wrap:anywhere}",
    "a:focus-visible{outline:3px solid #0b3d78;outline-offset:2px}",
    "table{width:100%;border-collapse:collapse;margin:1rem 0;font-size:.9em;line-height:1.4}",
    "th,td{padding:.4rem .6rem .4rem 0;border-bottom:1px solid #999;text-align:left;vertical-align:top;",
    "max-width:20rem;overflow-wrap:break-word}",
    "td a,td code,th code{overflow-wrap:break-word}",
    "thead th{border-bottom:2px solid #1a1a1a;font-size:.95em}",
    "tbody th{font-weight:400;font-family:inherit}",
    "nav h2{margin-top:2rem;border-top:0;padding-top:0;font-size:1.15em}",
    "nav ul{margin:.3rem 0;padding-left:1.2rem}",
    "nav>ul{padding:0;list-style:none}",
    "nav>ul>li{margin:.5rem 0;font-weight:600}",
    "nav ul ul{font-weight:400;font-size:.9em}",
    ".table{overflow-x:auto}",
    "@media(max-width:40rem){body{padding:1rem}dl{display:block}dt{margin-top:.5rem}dd.within{margin-left:.8rem}}",
    "@page{size:A4;margin:1.8cm}",
    "@media print{html,body{background:none;color:#000}body{max-width:none;padding:0;font-size:9.5pt;line-height:1.4}",
    "h2{margin-top:2rem}.page{break-before:page}.page>h2{margin-top:0}h2,h3,thead{break-after:avoid}",
    "h2,h3,dd,tr,p,li,section section{break-inside:avoid}section section{margin:1.2rem 0;padding-top:.6rem}",
    "dl{display:block}dt{float:left;clear:left;width:8.6em}dd{margin:0 0 .1rem 8em}dd.within{margin-left:8em}",
    "nav>ul{columns:2;column-gap:2rem}nav a{text-decoration:none}a{color:#000}",
    "thead{display:table-header-group}.table{overflow:visible}}",
    NULL,
};

struct drawing {
    struct buf *out;
    struct buf plain;
    int open; /* sections within each other */
    bool main;
};

/* --- Spans -------------------------------------------------------------------------------------------------------- */

static void put_text(struct drawing *g, struct str text)
{
    buf_clear(&g->plain);
    document_plain(text, &g->plain);
    g->out->failed = g->out->failed || g->plain.failed;
    for (size_t i = 0; i < g->plain.length; i++) switch (g->plain.data[i]) {
        case '&': buf_put(g->out, "&amp;"); break;
        case '<': buf_put(g->out, "&lt;"); break;
        case '>': buf_put(g->out, "&gt;"); break;
        case '"': buf_put(g->out, "&quot;"); break;
        case '\'': buf_put(g->out, "&#39;"); break;
        default: buf_char(g->out, g->plain.data[i]);
        }
}

static void put_element(struct drawing *g, const char *name, struct str text)
{
    buf_printf(g->out, "<%s>", name);
    put_text(g, text);
    buf_printf(g->out, "</%s>", name);
}

/* A long name may break behind its underscores. */
static void put_code(struct drawing *g, struct str text)
{
    buf_put(g->out, "<code>");
    for (size_t i = 0; i < text.n;) {
        const char *stop = memchr(text.s + i, '_', text.n - i);
        size_t n = stop ? (size_t)(stop - text.s) + 1 - i : text.n - i;
        put_text(g, (struct str){text.s + i, n});
        i += n;
        if (i < text.n) buf_put(g->out, "<wbr/>");
    }
    buf_put(g->out, "</code>");
}

static void put_link(struct drawing *g, const char *hash, struct str target, struct str text)
{
    buf_put(g->out, "<a href=\"");
    buf_put(g->out, hash);
    put_text(g, target);
    buf_put(g->out, "\">");
    put_text(g, text);
    buf_put(g->out, "</a>");
}

static void put_span(struct drawing *g, const struct span *s)
{
    switch (s->kind) {
    case SPAN_TEXT: put_text(g, s->text); break;
    case SPAN_STRONG: put_element(g, "strong", s->text); break;
    case SPAN_CODE: put_code(g, s->text); break;
    case SPAN_LINK: put_link(g, "#", str_of(s->anchor), s->text); break;
    case SPAN_URL: put_link(g, "", s->text, s->text); break;
    }
}

static void put_spans(struct drawing *g, const struct span *s)
{
    for (; s; s = s->next) put_span(g, s);
}

/* --- Blocks ------------------------------------------------------------------------------------------------------- */

static void close_sections(struct drawing *g, int level)
{
    for (; g->open > level; g->open--) buf_put(g->out, "</section>\n");
}

/* Headings of level 2 and 3 begin a section, named by them; what stands before the first is the head of the page. */
static void heading(struct drawing *g, const struct block *b)
{
    if (b->level > 1 && !g->main) {
        buf_put(g->out, "</header>\n<main>\n");
        g->main = true;
    }
    if (b->level > 1) {
        close_sections(g, b->level - 2);
        for (; g->open < b->level - 1; g->open++) {
            buf_printf(g->out, "<section%s", b->page ? " class=\"page\"" : "");
            if (b->anchor) buf_printf(g->out, " aria-labelledby=\"%s\"", b->anchor);
            buf_put(g->out, ">\n");
        }
    }
    buf_printf(g->out, "<h%d", b->level);
    if (b->anchor) buf_printf(g->out, " id=\"%s\"", b->anchor);
    buf_char(g->out, '>');
    put_spans(g, b->spans);
    buf_printf(g->out, "</h%d>\n", b->level);
}

static void fact(struct drawing *g, const struct block *b, bool first)
{
    if (first) buf_put(g->out, "<dl>\n");
    if (b->label) put_element(g, "dt", str_of(b->label)), buf_char(g->out, '\n');
    buf_put(g->out, b->level ? "<dd class=\"within\">" : "<dd>");
    put_spans(g, b->spans);
    buf_put(g->out, "</dd>\n");
    if (!b->next || b->next->kind != BLOCK_FACT) buf_put(g->out, "</dl>\n");
}

static void table_row(struct drawing *g, const struct block *b, const struct document_row *r)
{
    buf_put(g->out, "<tr");
    if (r->anchor) buf_printf(g->out, " id=\"%s\"", r->anchor);
    buf_char(g->out, '>');
    for (size_t c = 0; c < b->columns; c++) {
        buf_put(g->out, c ? "<td>" : "<th scope=\"row\">");
        put_spans(g, r->cells[c]);
        buf_put(g->out, c ? "</td>" : "</th>");
    }
    buf_put(g->out, "</tr>\n");
}

static void table(struct drawing *g, const struct block *b)
{
    buf_put(g->out, "<div class=\"table\"><table>\n<thead><tr>");
    for (size_t c = 0; c < b->columns; c++) buf_printf(g->out, "<th scope=\"col\">%s</th>", b->head[c]);
    buf_put(g->out, "</tr></thead>\n<tbody>\n");
    for (const struct document_row *r = b->rows; r; r = r->next) table_row(g, b, r);
    buf_put(g->out, "</tbody>\n</table></div>\n");
}

/* The chapters, and in each its sections. */
static void contents(struct drawing *g, const struct block *b)
{
    int level = 2;
    bool any = false;
    buf_put(g->out,
            "</header>\n<nav aria-labelledby=\"section.contents\">\n<h2 id=\"section.contents\">Contents</h2>\n<ul>\n");
    for (; b; b = b->next) {
        if (b->kind != BLOCK_HEADING) continue;
        if (b->level > level)
            buf_put(g->out, "\n<ul>\n");
        else if (b->level < level)
            buf_put(g->out, "</li>\n</ul></li>\n");
        else if (any)
            buf_put(g->out, "</li>\n");
        buf_printf(g->out, "<li><a href=\"#%s\">", b->anchor);
        for (const struct span *s = b->spans; s; s = s->next) put_text(g, s->text);
        buf_put(g->out, "</a>");
        level = b->level;
        any = true;
    }
    if (level == 3) buf_put(g->out, "</li>\n</ul>");
    buf_put(g->out, any ? "</li>\n</ul>\n</nav>\n<main>\n" : "</ul>\n</nav>\n<main>\n");
    g->main = true;
}

static void draw_block(struct drawing *g, const struct block *b, const struct block *before)
{
    switch (b->kind) {
    case BLOCK_HEADING: heading(g, b); break;
    case BLOCK_PARAGRAPH:
        buf_put(g->out, "<p>");
        put_spans(g, b->spans);
        buf_put(g->out, "</p>\n");
        break;
    case BLOCK_FACT: fact(g, b, !before || before->kind != BLOCK_FACT); break;
    case BLOCK_TABLE: table(g, b); break;
    case BLOCK_CONTENTS: contents(g, b); break;
    }
}

/* Of the first heading: the title. */
static void head(struct drawing *g, const struct document *d)
{
    buf_put(g->out,
            "<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\"/>\n"
            "<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\"/>\n"
            "<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\"/>\n"
            "<meta name=\"generator\" content=\"peel " PEEL_VERSION "\"/>\n<title>");
    for (const struct span *s = d->first ? d->first->spans : NULL; s; s = s->next) put_text(g, s->text);
    buf_put(g->out, "</title>\n<style>\n");
    for (const char *const *line = STYLE; *line; line++) {
        buf_put(g->out, *line);
        if ((*line)[strlen(*line) - 1] == '}') buf_char(g->out, '\n');
    }
    buf_put(g->out, "</style>\n</head>\n<body>\n<header>\n");
}

static void draw_blocks(struct drawing *g, const struct document *d)
{
    const struct block *before = NULL;
    for (const struct block *b = d->first; b; before = b, b = b->next) draw_block(g, b, before);
    close_sections(g, 0);
}

static void draw(const struct document *d, const struct style *style, struct buf *out)
{
    struct drawing g = {.out = out};
    (void)style; /* a file looks the same everywhere */
    buf_init(&g.plain);
    head(&g, d);
    draw_blocks(&g, d);
    buf_put(out, g.main ? "</main>\n</body>\n</html>\n" : "</header>\n</body>\n</html>\n");
    buf_done(&g.plain);
}

/* The first piece is the head of the page, and what follows its main part. */
static void piece(const struct document *d, bool first, struct buf *out)
{
    struct drawing g = {.out = out, .main = !first};
    buf_init(&g.plain);
    if (first) head(&g, d);
    draw_blocks(&g, d);
    if (!g.main) buf_put(out, "</header>\n<main>\n");
    buf_done(&g.plain);
}

static void end(struct buf *out) { buf_put(out, "</main>\n</body>\n</html>\n"); }

const struct hand HAND_HTML = {"html", draw, piece, end};
