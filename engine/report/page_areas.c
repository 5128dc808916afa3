/* page_areas.c: the areas of an organisation: a table of grades, then for each area its reasons, its characteristics,
 * and what the next better grade would have needed. */
#include "report/page.h"
#include "report/wrap.h"
#include <math.h>

struct widths { /* of the table's columns */
    size_t title, grade, published;
};

static size_t least(size_t a, size_t b) { return a < b ? a : b; }

static struct widths widths_of(const struct page *p)
{
    struct widths w = {strlen("Area"), page_grade_width(p->report->pack), strlen("Published")};
    for (size_t i = 0; i < p->result->pack->area_count; i++) {
        size_t title = columns(p->result->pack->areas[i].decl->title);
        size_t published = columns(p->result->areas[i].published_name);
        if (title > w.title) w.title = title;
        if (published > w.published) w.published = published;
    }
    size_t others = 2 + 2 + w.grade + 2 + w.published + 2 + 20;
    w.title = least(w.title, p->style->width > others + 20 ? p->style->width - others : 20);
    return w;
}

static void head(struct page *p, const struct widths *w)
{
    paint_on(p->style, PAINT_FAINT, p->out);
    buf_put(p->out, "  ");
    columns_pad(p->out, STR("Area"), w->title + 2);
    columns_pad(p->out, STR("Grade"), w->grade + 2);
    buf_put(p->out, "Published");
    paint_off(p->style, PAINT_FAINT, p->out);
    buf_char(p->out, '\n');
}

/* Whether the published grade is the computed one: said only where it is counted. */
static const char *verdict_of(const struct area_result *a)
{
    if (!agreement_counts(a)) return "";
    return a->published == a->computed ? "agrees" : "differs";
}

static void remarks(struct page *p, const struct area_result *a)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_put(s, verdict_of(a));
    size_t before = s->length;
    if (before > 0) buf_put(s, ", ");
    size_t from = s->length;
    page_status(a, s);
    if (s->length == from) s->length = before;
    if (a->moderation) buf_put(s, s->length > 0 ? ", moderated" : "moderated");
    if (a->capped_count > 0) buf_put(s, s->length > 0 ? ", capped" : "capped");
}

static void published(struct page *p, const struct area_result *a, size_t width)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    for (size_t i = 0; i < a->published_name.n; i++)
        buf_char(s, a->published_name.s[i] == '-' ? ' ' : a->published_name.s[i]);
    columns_pad(p->out, (struct str){s->data, s->length}, width);
}

static void trim_line(struct buf *out)
{
    while (!out->failed && out->length > 0 && out->data[out->length - 1] == ' ') out->length--;
}

static void row(struct page *p, const struct area_result *a, const struct widths *w)
{
    struct str rest = a->area->decl->title, line = STR("");
    wrap_line(&rest, w->title, &line);
    buf_put(p->out, "  ");
    columns_exact(p->out, line, w->title, p->style->utf8);
    buf_put(p->out, "  ");
    page_grade(p, a->grade, w->grade + 2);
    published(p, a, w->published + 2);
    remarks(p, a);
    buf_add(p->out, p->scratch->data, p->scratch->length);
    trim_line(p->out);
    buf_char(p->out, '\n');
    while (wrap_line(&rest, w->title > 2 ? w->title - 2 : 1, &line)) {
        buf_put(p->out, "    ");
        buf_str(p->out, line);
        buf_char(p->out, '\n');
    }
}

static void table(struct page *p)
{
    struct widths w = widths_of(p);
    buf_char(p->out, '\n');
    head(p, &w);
    for (size_t i = 0; i < p->result->pack->area_count; i++) row(p, &p->result->areas[i], &w);
}

static void characteristic(struct page *p, uint32_t c)
{
    const struct verdict *v = &p->result->verdicts[c];
    struct str id = p->report->pack->characteristics[c].decl->id;
    buf_put(p->out, "    ");
    paint_str(p->style, paint_of_outcome(v->outcome), str_of(mark_of_outcome(p->style, v->outcome)), p->out);
    buf_char(p->out, ' ');
    buf_str(p->out, id);
    buf_put(p->out, ": ");
    size_t used = 8 + columns(id);
    if (v->reason.n > 0) {
        wrap(p->out, v->reason, used, 6, p->style->width);
        return;
    }
    words(peel_outcome_name(v->outcome), p->out);
    buf_char(p->out, '\n');
}

/* Told to people: into scratch. */
static struct str sentence(struct page *p, struct str text)
{
    buf_clear(p->scratch);
    page_sentence(p->report->pack, text, p->scratch);
    return (struct str){p->scratch->data, p->scratch->length};
}

static void next(struct page *p, const struct area_result *a)
{
    if (a->need_count == 0) return;
    buf_put(p->out, "  For ");
    if (a->next < 0)
        buf_put(p->out, "a grade");
    else
        page_grade(p, a->next, 0);
    buf_put(p->out, ":\n");
    for (size_t i = 0; i < a->need_count; i++)
        page_item(p, p->style->utf8 ? "  → " : "  > ", sentence(p, a->needs[i].text));
}

static void area(struct page *p, uint32_t i)
{
    const struct area_result *a = &p->result->areas[i];
    buf_char(p->out, '\n');
    paint_str(p->style, PAINT_STRONG, a->area->decl->title, p->out);
    buf_put(p->out, ": ");
    page_grade(p, a->grade, 0);
    buf_char(p->out, '\n');
    for (size_t k = 0; k < a->why_count; k++) page_item(p, "", sentence(p, a->why[k]));
    const uint32_t *start = &p->report->pack->shape.area_start[i];
    for (uint32_t c = start[0]; c < start[1]; c++) characteristic(p, c);
    next(p, a);
}

void page_areas(struct page *p)
{
    table(p);
    for (uint32_t i = 0; i < p->result->pack->area_count; i++) area(p, i);
}
