/* page_areas.c: the areas of an organisation: a table of grades, then for each area its reasons, its characteristics,
 * and what the next better grade would have needed. */
#include "data/phrase.h"
#include "report/gather.h"
#include "report/page.h"
#include "report/wrap.h"
#include <stdio.h>

#define BRIEF 24 /* columns of a reason that needs no line of its own */

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
static const char *verdict_of(const struct org *org, const struct area_result *a)
{
    if (!agreement_counts(org, a)) return "";
    return a->published == a->computed ? "agrees" : "differs";
}

static void remarks(struct page *p, const struct area_result *a)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_put(s, verdict_of(p->result->org, a));
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
    page_published(a, s);
    if (s->length == 0 && a->area->decl->graded && a->status != PEEL_NOT_INSPECTED) buf_put(s, "none");
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

/* --- what the marks mean ----------------------------------------------------------------------------- */

static void mark_legend(struct page *p, enum peel_outcome outcome, const char *meaning)
{
    buf_put(p->scratch, mark_of_outcome(p->style, outcome));
    buf_char(p->scratch, ' ');
    buf_put(p->scratch, meaning);
}

static void legend(struct page *p)
{
    const struct org_result *r = p->result;
    buf_clear(p->scratch);
    mark_legend(p, PEEL_MET, "met, ");
    mark_legend(p, PEEL_PARTLY_MET, "partly met, ");
    mark_legend(p, PEEL_NOT_MET, "not met, ");
    mark_legend(p, PEEL_NO_EVIDENCE, "no evidence, ");
    mark_legend(p, PEEL_NOT_APPLICABLE, "not applicable, ");
    mark_legend(p, PEEL_ERROR, "the rule failed.");
    if (r->concern_count + r->improvement_count + r->practice_count > 0)
        buf_put(p->scratch, " [CoC], [AFI], [practice]: what it raised, by its number below.");
    buf_put(p->out, "\n  ");
    page_wrap(p, PAINT_FAINT, (struct str){p->scratch->data, p->scratch->length}, 2, 2);
}

/* --- characteristics ---------------------------------------------------------------------------------- */

/* " [AFI 3]" where c is among those that raised the third of the list; the columns it took. */
static size_t raised_by(struct page *p, uint32_t c, const char *what, enum paint paint, const struct raised *list,
                        size_t count)
{
    size_t used = 0;
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < list[i].because_count; k++) {
            char text[48];
            if (list[i].because[k] != c) continue;
            snprintf(text, sizeof text, "[%s %zu]", what, i + 1);
            buf_char(p->out, ' ');
            paint_str(p->style, paint, str_of(text), p->out);
            used += 1 + strlen(text);
        }
    return used;
}

static size_t all_raised_by(struct page *p, uint32_t c)
{
    const struct org_result *r = p->result;
    return raised_by(p, c, "CoC", PAINT_BAD, r->concerns, r->concern_count) +
           raised_by(p, c, "AFI", PAINT_POOR, r->improvements, r->improvement_count) +
           raised_by(p, c, "practice", PAINT_GOOD, r->practices, r->practice_count);
}

static size_t marked(struct page *p, enum peel_outcome outcome)
{
    buf_put(p->out, "  ");
    paint_str(p->style, paint_of_outcome(outcome), str_of(mark_of_outcome(p->style, outcome)), p->out);
    buf_char(p->out, ' ');
    return 4;
}

/* Why: faint where it was met, since nobody need act on it. A word or two stand behind the text, where they fit. */
static void reason(struct page *p, const struct verdict *v)
{
    enum paint paint = v->outcome == PEEL_MET ? PAINT_FAINT : PAINT_NONE;
    buf_put(p->out, "      ");
    page_wrap(p, paint, v->reason, 6, 6);
}

/* " (outstanding)": said where it is not the level that the ladder counts. */
static size_t level_of(struct page *p, uint32_t c)
{
    const struct pack *pack = p->report->pack;
    int level = pack->characteristics[c].level;
    if (pack->ladder.standard < 0 || level == pack->ladder.standard) return 0;
    size_t from = p->out->length;
    buf_put(p->out, " (");
    words(pack_grade_name(pack, level), p->out);
    buf_put(p->out, ")");
    return p->out->length - from; /* ids are ASCII */
}

static void characteristic(struct page *p, uint32_t c)
{
    const struct verdict *v = &p->result->verdicts[c];
    const struct decl_characteristic *d = p->report->pack->characteristics[c].decl;
    size_t used = marked(p, v->outcome) + columns(d->id);
    bool brief = columns(v->reason) <= BRIEF;
    paint_str(p->style, PAINT_STRONG, d->id, p->out);
    used += level_of(p, c) + all_raised_by(p, c);
    buf_clear(p->scratch);
    buf_str(p->scratch, d->text);
    if (brief) {
        buf_put(p->scratch, ": ");
        if (v->reason.n > 0)
            buf_str(p->scratch, v->reason);
        else
            words(peel_outcome_name(v->outcome), p->scratch);
    }
    buf_put(p->out, p->style->utf8 ? " — " : " - ");
    page_prose(p, (struct str){p->scratch->data, p->scratch->length}, used + 3, 4);
    if (!brief) reason(p, v);
}

static void idle(struct page *p, uint32_t first, uint32_t last, uint32_t c)
{
    buf_clear(p->scratch);
    if (!gather_idle(p->result, first, last, c, p->scratch)) return;
    bool alone = !gather_unheard(p->result, c);
    for (uint32_t k = c + 1; k < last && alone; k++) alone = !gather_alike(p->result, c, k);
    if (alone) {
        characteristic(p, c);
        return;
    }
    size_t used = marked(p, p->result->verdicts[c].outcome);
    page_prose(p, (struct str){p->scratch->data, p->scratch->length}, used, 4);
}

static void characteristics(struct page *p, const struct area_result *a, const uint32_t *start)
{
    for (uint32_t c = start[0]; c < start[1]; c++)
        if (!gather_is_idle(&p->result->verdicts[c])) characteristic(p, c);
    if (a->status == PEEL_CARRIED_OVER) return; /* it was not inspected: that nothing was found says nothing */
    for (uint32_t c = start[0]; c < start[1]; c++)
        if (gather_is_idle(&p->result->verdicts[c])) idle(p, start[0], start[1], c);
}

/* --- an area ------------------------------------------------------------------------------------------- */

/* Told to people: into scratch. */
static struct str sentence(struct page *p, struct str text)
{
    buf_clear(p->scratch);
    page_sentence(p->report->pack, text, p->scratch);
    return (struct str){p->scratch->data, p->scratch->length};
}

static void next(struct page *p, const struct area_result *a)
{
    if (a->need_count == 0 || a->status == PEEL_CARRIED_OVER) return;
    buf_put(p->out, "  For ");
    if (a->next < 0)
        buf_put(p->out, "a grade");
    else
        page_grade(p, a->next, 0);
    buf_put(p->out, ":\n");
    for (size_t i = 0; i < a->need_count; i++) {
        struct buf told;
        buf_init(&told);
        if (gather_need(p->result, a, i, &told))
            page_item(p, p->style->utf8 ? "  → " : "  > ", sentence(p, (struct str){told.data, told.length}));
        p->out->failed = p->out->failed || told.failed;
        buf_done(&told);
    }
}

/* "as published", or what was published instead; on a line of its own where there is no room. */
static void beside(struct page *p, const struct area_result *a)
{
    struct buf *s = p->scratch;
    bool same = str_is(a->published_name, pack_grade_name(p->report->pack, a->grade));
    buf_clear(s);
    if (a->status == PEEL_CARRIED_OVER)
        page_status(a, s);
    else if (same)
        buf_put(s, "as published");
    else if (a->published_name.n > 0)
        buf_put(s, "published "), page_published(a, s);
    if (s->length == 0) return;
    size_t before = columns(a->area->decl->title) + 2 + strlen(pack_grade_name(p->report->pack, a->grade)) + 2;
    buf_put(p->out, before + s->length <= p->style->width ? ", " : "\n  ");
    paint_str(p->style, PAINT_FAINT, (struct str){s->data, s->length}, p->out);
}

static bool is_carried(struct str why) { return why.n > 12 && memcmp(why.s, "carried over", 12) == 0; }

/* Where the grade that was carried over is told. */
static void carried_from(struct page *p, const struct area_result *a)
{
    if (!a->judgment) return;
    buf_clear(p->scratch);
    buf_put(p->scratch, "told in: ");
    size_t before = p->scratch->length;
    phrase_citation(p->report->dataset, &a->judgment->source, p->scratch);
    if (p->scratch->length == before) return;
    buf_put(p->out, "    ");
    page_wrap(p, PAINT_FAINT, (struct str){p->scratch->data, p->scratch->length}, 4, 4);
}

static void area(struct page *p, uint32_t i)
{
    const struct area_result *a = &p->result->areas[i];
    buf_char(p->out, '\n');
    paint_str(p->style, PAINT_STRONG, a->area->decl->title, p->out);
    buf_put(p->out, ": ");
    page_grade(p, a->grade, 0);
    beside(p, a);
    buf_char(p->out, '\n');
    for (size_t k = 0; k < a->why_count; k++) {
        page_item(p, "", sentence(p, a->why[k]));
        if (is_carried(a->why[k])) carried_from(p, a);
    }
    characteristics(p, a, &p->report->pack->shape.area_start[i]);
    next(p, a);
}

void page_areas(struct page *p)
{
    table(p);
    legend(p);
    for (uint32_t i = 0; i < p->result->pack->area_count; i++) area(p, i);
}
