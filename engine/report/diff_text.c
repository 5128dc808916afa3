/* diff_text.c: a difference as a page: the sum, the few things that matter, which area is which, then what was asked
 * for, piece by piece. */
#include "report/diff_pages.h"

/* --- Pieces ------------------------------------------------------------------------------------------------------- */

void pages_say_scratch(struct pages *p)
{
    struct str s = {arena_dup(p->r->arena, p->scratch->length ? p->scratch->data : "", p->scratch->length), p->scratch->length};
    say_str(&p->doc, s);
    buf_clear(p->scratch);
}

void pages_begin(struct pages *p) { document_init(&p->doc, p->r->arena, false); }

void pages_end(struct pages *p)
{
    press_piece(&p->press, &p->doc);
    p->doc.first = NULL;
    arena_reset(p->r->arena);
    if (p->r->drain) p->r->drain(p->r->context, p->press.out);
}

const struct judgment_diff *pages_differing(const struct diff_report *r, const struct org_diff *d, size_t i)
{
    return diff_shows(&r->request, &d->judgments[i]) ? &d->judgments[i] : NULL;
}

struct str pages_area_title(const struct crosswalk *x, const struct area_link *link)
{
    return link->now != NO_SLOT ? x->now->areas[link->now].title : x->was->areas[link->was[0]].title;
}

struct str pages_org_name(const struct org_diff *d) { return d->now ? d->now->name : d->was->name; }

/* --- All of it ------------------------------------------------------------------------------------------------------- */

static void write_by(const struct diff_report *r, const struct hand *hand, struct buf *out)
{
    static void (*const orders[])(struct pages *p) = {pages_by_organisation, pages_by_area, pages_by_rule, pages_by_raised}; /* enum diff_by */
    struct pages p = {.r = r, .x = &r->c->crosswalk, .press = {hand, &r->style, out, false}, .scratch = r->scratch};
    pages_head(&p);
    pages_links(&p);
    pages_edits(&p);
    orders[r->request.by](&p);
    press_end(&p.press);
}

static void text_write(const struct diff_report *r, struct buf *out) { write_by(r, &HAND_TEXT, out); }
static void markdown_write(const struct diff_report *r, struct buf *out) { write_by(r, &HAND_MARKDOWN, out); }
static void html_write(const struct diff_report *r, struct buf *out) { write_by(r, &HAND_HTML, out); }

const struct diff_format DIFF_TEXT = {"text", text_write};
const struct diff_format DIFF_MARKDOWN = {"markdown", markdown_write};
const struct diff_format DIFF_HTML = {"html", html_write};
