/* tree.c: an explanation from the organisation down to its characteristics. */
#include "data/phrase.h"
#include "judge/footprint.h"
#include "report/gather.h"
#include "report/page.h"
#include "report/tree_proof.h"
#include <math.h>

static void grade(struct telling *t, int g) { words(pack_grade_name(t->result->pack, g), t->scratch); }

static void rests(struct telling *t, struct node *parent, const struct decl_characteristic *d)
{
    if (!t->deep || (d->rests.count == 0 && !d->thresholds.n)) return;
    buf_put(t->scratch, "rests on: ");
    for (size_t i = 0; i < d->rests.count; i++) {
        if (i > 0) buf_put(t->scratch, "; ");
        buf_str(t->scratch, d->rests.list[i]);
    }
    if (d->thresholds.n > 0) {
        buf_put(t->scratch, d->rests.count > 0 ? "; thresholds: " : "thresholds: ");
        buf_str(t->scratch, d->thresholds);
    }
    tell(t, parent)->paint = PAINT_FAINT;
}

/* "partly met: strengths weigh 2, ... [areas/calls.lua:42]" */
static void outcome(struct telling *t, struct node *parent, const struct verdict *v, const char *rule)
{
    words(peel_outcome_name(v->outcome), t->scratch);
    if (v->reason.n > 0) {
        buf_put(t->scratch, ": ");
        buf_str(t->scratch, v->reason);
    }
    buf_put(t->scratch, " [");
    if (v->raised.line > 0)
        buf_printf(t->scratch, "%s:%d", v->raised.file, v->raised.line);
    else
        buf_put(t->scratch, rule);
    buf_put(t->scratch, "]");
    struct node *n = tell(t, parent);
    for (size_t i = 1; i < v->call_count; i++) {
        footprint_call(v, i, t->scratch);
        buf_printf(t->scratch, " [%s:%d]", v->calls[i].at.file, v->calls[i].at.line);
        tell(t, n);
    }
}

static void raised(struct telling *t, struct node *parent, const char *what, const struct raised *list, size_t count,
                   uint32_t c)
{
    for (size_t i = 0; i < count; i++)
        for (size_t k = 0; k < list[i].because_count; k++) {
            if (list[i].because[k] != c) continue;
            buf_put(t->scratch, what);
            buf_str(t->scratch, list[i].decl->text);
            tell(t, parent);
        }
}

static void characteristic(struct telling *t, struct node *parent, uint32_t c)
{
    const struct org_result *o = t->result;
    const struct characteristic *is = &o->pack->characteristics[c];
    const struct verdict *v = &o->verdicts[c];
    buf_str(t->scratch, is->decl->id);
    buf_put(t->scratch, " (");
    grade(t, is->level);
    if (is->decl->weight != 1) {
        buf_put(t->scratch, ", weight ");
        buf_double(t->scratch, is->decl->weight);
    }
    buf_put(t->scratch, t->style->utf8 ? ") — " : ") - ");
    buf_str(t->scratch, is->decl->text);
    struct node *n = tell(t, parent);
    n->mark = mark_of_outcome(t->style, v->outcome);
    n->paint = paint_of_outcome(v->outcome);
    outcome(t, n, v, is->rule);
    tell_parameters(t, n, v);
    rests(t, n, is->decl);
    tell_evidence(t, n, v);
    raised(t, n, "cause of concern: ", o->concerns, o->concern_count, c);
    raised(t, n, "area for improvement: ", o->improvements, o->improvement_count, c);
    raised(t, n, "promising practice: ", o->practices, o->practice_count, c);
}

/* That it acted is among the reasons; what a function of it read is not. */
static void caps(struct telling *t, struct node *parent, const struct area_result *a)
{
    for (size_t i = 0; i < a->capped_count; i++) {
        if (!a->capped[i].verdict) continue;
        buf_put(t->scratch, "cap ");
        buf_str(t->scratch, a->capped[i].cap->decl->id);
        buf_put(t->scratch, " rests on");
        tell_evidence(t, tell(t, parent), a->capped[i].verdict);
    }
}

static void sentence(struct telling *t, struct node *parent, struct str text)
{
    page_sentence(t->result->pack, text, t->scratch);
    tell(t, parent);
}

/* A ladder that is a function reads what it likes: that is part of the proof too. */
static void ladder(struct telling *t, struct node *parent, const struct area_result *a)
{
    if (!a->ladder) return;
    buf_put(t->scratch, a->area->decl->bands ? "this area is graded by bands" : "the ladder of this area is a function");
    if (a->ladder->raised.line > 0)
        buf_printf(t->scratch, "; it ended as %s at %s:%d: %s", peel_outcome_name(a->ladder->outcome),
                   a->ladder->raised.file, a->ladder->raised.line, a->ladder->reason.s ? a->ladder->reason.s : "");
    tell_evidence(t, tell(t, parent), a->ladder);
}

/* The sum behind the share of the standard, so that a reader can do it again: "3 met + 2 partly met at 50%
 * (partly_credit) = 4 of 5 with evidence, by weight: 80%". */
static void sum(struct telling *t, struct node *parent, const struct area_result *a, uint32_t from, uint32_t to)
{
    const struct pack *pack = t->result->pack;
    double met = 0, partly = 0, all = 0;
    for (uint32_t c = from; c < to; c++) {
        enum peel_outcome outcome = t->result->verdicts[c].outcome;
        double weight = pack->characteristics[c].decl->weight;
        if (pack->characteristics[c].level != pack->ladder.standard || outcome > PEEL_NOT_MET) continue;
        all += weight;
        met += outcome == PEEL_MET ? weight : 0;
        partly += outcome == PEEL_PARTLY_MET ? weight : 0;
    }
    if (!t->deep || a->ladder || !a->area->decl->graded || isnan(a->share) || all <= 0) return;
    buf_double(t->scratch, met), buf_put(t->scratch, " met + ");
    buf_double(t->scratch, partly), buf_put(t->scratch, " partly met at ");
    phrase_percent(pack->ladder.partly, t->scratch);
    if (pack->decl.ladder.partly.parameter.n > 0) buf_printf(t->scratch, " (%s)", pack->decl.ladder.partly.parameter.s);
    buf_put(t->scratch, " = "), buf_double(t->scratch, met + partly * pack->ladder.partly);
    buf_put(t->scratch, " of "), buf_double(t->scratch, all);
    buf_put(t->scratch, " with evidence, by weight: "), phrase_percent(a->share, t->scratch);
    tell(t, parent);
}

static struct node *next_grade(struct telling *t, struct node *parent, const struct area_result *a)
{
    buf_put(t->scratch, "for ");
    if (a->next < 0)
        buf_put(t->scratch, "a grade");
    else
        grade(t, a->next);
    buf_put(t->scratch, " it would have needed");
    return tell(t, parent);
}

static void gathered(struct telling *t, struct node *parent, const struct area_result *a, size_t i)
{
    struct buf told;
    buf_init(&told);
    if (gather_need(t->result, a, i, &told)) sentence(t, parent, (struct str){told.data, told.length});
    t->scratch->failed = t->scratch->failed || told.failed;
    buf_done(&told);
}

static void next(struct telling *t, struct node *parent, const struct area_result *a, uint32_t only)
{
    struct node *n = NULL;
    for (size_t i = 0; i < a->need_count; i++) {
        if (only != NO_SLOT && a->needs[i].characteristic != only) continue;
        if (!n) n = next_grade(t, parent, a);
        if (only != NO_SLOT && gather_some(a)) sentence(t, n, a->needs[0].text);
        if (only != NO_SLOT)
            sentence(t, n, a->needs[i].text);
        else
            gathered(t, n, a, i);
    }
}

static void judged(struct telling *t, const struct area_result *a)
{
    buf_str(t->scratch, a->area->decl->title);
    buf_put(t->scratch, ": ");
    grade(t, a->grade);
    if (a->area->decl->graded && a->grade != a->computed) {
        buf_put(t->scratch, ", computed ");
        grade(t, a->computed);
    }
    if (a->published_name.n > 0) {
        buf_put(t->scratch, ", published ");
        for (size_t i = 0; i < a->published_name.n; i++)
            buf_char(t->scratch, a->published_name.s[i] == '-' ? ' ' : a->published_name.s[i]);
    }
    size_t before = t->scratch->length;
    buf_put(t->scratch, ", ");
    size_t from = t->scratch->length;
    page_status(a, t->scratch);
    if (t->scratch->length == from) t->scratch->length = before;
}

static void area(struct telling *t, struct node *parent, uint32_t i, uint32_t only)
{
    const struct area_result *a = &t->result->areas[i];
    judged(t, a);
    struct node *n = tell(t, parent);
    n->paint = PAINT_STRONG;
    for (size_t k = 0; k < a->why_count; k++) sentence(t, n, a->why[k]);
    const uint32_t *start = &t->result->pack->shape.area_start[i];
    sum(t, n, a, start[0], start[1]);
    ladder(t, n, a);
    caps(t, n, a);
    for (uint32_t c = start[0]; c < start[1]; c++)
        if (only == NO_SLOT || only == c) characteristic(t, n, c);
    next(t, n, a, only);
}

static void whole(struct telling *t, const struct tree_request *request, struct buf *out)
{
    const struct org_result *o = t->result;
    buf_printf(t->scratch, "%s, round %s, judged by %s %s", o->org->name.s, o->dataset->round.s,
               o->pack->decl.name.s, o->pack->decl.version.s);
    struct node *root = tell(t, NULL);
    for (uint32_t i = 0; i < o->pack->area_count; i++)
        if (request->area == NO_SLOT || request->area == i) area(t, root, i, request->characteristic);
    outline_draw(root, t->style, out);
}

static void one(struct telling *t, uint32_t c, struct buf *out)
{
    struct node *root = outline_add(t->arena, NULL, (struct str){"", 0});
    characteristic(t, root, c);
    outline_draw(root->child, t->style, out);
}

struct writing {
    struct telling told;
    const struct tree_request *request; /* NULL: of one characteristic */
    uint32_t characteristic;
    struct buf *out;
};

static void write_all(void *context)
{
    struct writing *w = context;
    if (w->request)
        whole(&w->told, w->request, w->out);
    else
        one(&w->told, w->characteristic, w->out);
}

/* A tree of the request, or, where there is none, of one characteristic. */
static void write_protected(const struct org_result *result, const struct tree_request *request, uint32_t c,
                            const struct style *style, struct buf *out)
{
    struct arena arena;
    struct buf scratch;
    struct writing w = {{result, style, &arena, &scratch, false, false}, request, c, out};
    if (request) w.told.deep = request->area != NO_SLOT, w.told.alone = request->characteristic != NO_SLOT;
    arena_init(&arena);
    buf_init(&scratch);
    if (!arena_guard(&arena, write_all, &w) || scratch.failed) out->failed = true;
    buf_done(&scratch);
    arena_done(&arena);
}

void tree_write(const struct org_result *result, const struct tree_request *request, const struct style *style,
                struct buf *out)
{
    write_protected(result, request, NO_SLOT, style, out);
}

void tree_write_characteristic(const struct org_result *result, uint32_t c, const struct style *style, struct buf *out)
{
    write_protected(result, NULL, c, style, out);
}
