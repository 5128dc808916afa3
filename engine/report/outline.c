/* outline.c: drawing a tree; long texts are broken at blanks and keep the lines of the tree at their left. */
#include "report/outline.h"
#include "report/wrap.h"

struct node *outline_add(struct arena *a, struct node *parent, struct str text)
{
    struct node *n = arena_zero(a, 1, sizeof *n);
    n->text = (struct str){arena_dup(a, text.s ? text.s : "", text.n), text.n};
    if (!parent) return n;
    if (parent->last)
        parent->last->next = n;
    else
        parent->child = n;
    return parent->last = n;
}

struct pen {
    const struct style *style;
    struct buf *out;
    struct buf margin; /* the lines that run on at the left */
    struct buf words;  /* of the text at hand, as the style may have it */
};

static void push(struct pen *p, bool runs_on)
{
    buf_put(&p->margin, !runs_on ? "   " : p->style->utf8 ? "│  " : "|  ");
}

static void margin(struct pen *p)
{
    paint_str(p->style, PAINT_FAINT, (struct str){p->margin.data, p->margin.length}, p->out);
}

static void branch(struct pen *p, bool last)
{
    const char *s = p->style->utf8 ? (last ? "└─ " : "├─ ") : last ? "`- " : "|- ";
    paint_str(p->style, PAINT_FAINT, str_of(s), p->out);
}

static size_t room(const struct pen *p, size_t depth, const struct node *n)
{
    size_t used = 3 * depth + (n->mark ? 2 : 0);
    return p->style->width > used + 24 ? p->style->width - used : 24;
}

static void first_line(struct pen *p, const struct node *n, struct str line)
{
    if (n->mark) {
        paint_str(p->style, n->paint, str_of(n->mark), p->out);
        buf_char(p->out, ' ');
    }
    paint_str(p->style, n->mark ? PAINT_NONE : n->paint, line, p->out);
    buf_char(p->out, '\n');
}

static void text(struct pen *p, const struct node *n, size_t depth)
{
    buf_clear(&p->words);
    buf_str(&p->words, n->text);
    style_spell(p->style, &p->words);
    struct str rest = {p->words.length ? p->words.data : "", p->words.length}, line = STR("");
    size_t width = room(p, depth, n);
    wrap_line(&rest, width, &line);
    first_line(p, n, line);
    size_t held = p->margin.length;
    if (n->child || n->mark) push(p, n->child != NULL);
    while (wrap_line(&rest, width, &line)) {
        margin(p);
        paint_str(p->style, n->mark ? PAINT_NONE : n->paint, line, p->out);
        buf_char(p->out, '\n');
    }
    p->margin.length = held;
}

/* Depth is bounded by whoever builds the tree: judgment, characteristic, evidence, test. */
static void draw(struct pen *p, const struct node *n, size_t depth)
{
    text(p, n, depth);
    for (const struct node *c = n->child; c; c = c->next) {
        margin(p);
        branch(p, !c->next);
        size_t held = p->margin.length;
        push(p, c->next != NULL);
        draw(p, c, depth + 1);
        p->margin.length = held;
    }
}

void outline_draw(const struct node *root, const struct style *style, struct buf *out)
{
    struct pen p = {.style = style, .out = out};
    buf_init(&p.margin), buf_init(&p.words);
    draw(&p, root, 0);
    out->failed = out->failed || p.margin.failed || p.words.failed;
    buf_done(&p.margin), buf_done(&p.words);
}
