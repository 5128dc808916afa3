/* page_raised.c: what the judgments raised: causes of concern with their recommendations, areas for improvement,
 * promising practice. Each names the characteristics it follows from. */
#include "report/page.h"
#include "report/wrap.h"
#include <stdio.h>

static void because(struct page *p, const struct raised *r)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_put(s, "because of ");
    for (size_t i = 0; i < r->because_count; i++) {
        const struct characteristic *c = &p->report->pack->characteristics[r->because[i]];
        if (i > 0) buf_put(s, ", ");
        buf_str(s, c->id);
        buf_put(s, " (");
        buf_put(s, c->rule);
        buf_put(s, ")");
    }
    buf_put(p->out, "     ");
    page_wrap(p, PAINT_FAINT, (struct str){s->data, s->length}, 5, 5);
}

static void recommendation(struct page *p, const struct decl_recommendation *r)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_str(s, r->text);
    buf_put(s, r->by.s ? " [by " : " [within ");
    buf_str(s, r->by.s ? r->by : r->within);
    buf_put(s, "]");
    page_item(p, p->style->utf8 ? "   • " : "   * ", (struct str){s->data, s->length});
}

static void raised(struct page *p, const struct raised *r, size_t number)
{
    char label[24];
    snprintf(label, sizeof label, "%zu. ", number);
    page_item(p, label, r->decl->text);
    because(p, r);
    for (size_t i = 0; i < r->decl->recommendation_count; i++) recommendation(p, &r->decl->recommendations[i]);
}

static void list(struct page *p, const char *title, const struct raised *list, size_t count)
{
    if (count == 0) return;
    page_section(p, title);
    for (size_t i = 0; i < count; i++) raised(p, &list[i], i + 1);
}

void page_raised(struct page *p)
{
    const struct org_result *r = p->result;
    list(p, "Causes of concern", r->concerns, r->concern_count);
    list(p, "Areas for improvement", r->improvements, r->improvement_count);
    list(p, "Promising practice", r->practices, r->practice_count);
    if (r->concern_count + r->improvement_count + r->practice_count > 0) return;
    buf_put(p->out, "\nNo cause of concern, no area for improvement and no promising practice was raised.\n");
}
