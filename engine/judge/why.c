/* why.c: see why.h. */
#include "judge/why.h"
#include "judge/raise.h"
#include "judge/standing.h"
#include <math.h>

#define WHY_NAMED 3 /* characteristics named one by one; the others are counted */

struct why {
    const struct telling *t;
    struct area_result *r;
    uint32_t area, first, last; /* the area's characteristics: first to last - 1 */
};

static void end(struct why *w) { w->r->why[w->r->why_count++] = telling_take(w->t); }

static void put_grade(struct why *w, int grade)
{
    buf_char(w->t->buf, '`');
    telling_grade(w->t, grade);
    buf_char(w->t->buf, '`');
}

static void put_number(struct buf *buf, const char *before, size_t n, const char *after)
{
    buf_put(buf, before);
    buf_int(buf, (int64_t)n);
    buf_put(buf, after);
}

static void put_count(struct buf *buf, size_t n, const char *one, const char *many)
{
    put_number(buf, "", n, n == 1 ? one : many);
}

/* --- people ----------------------------------------------------------------------------------------- */

static void tell_moderation(struct why *w)
{
    const struct moderation *m = w->r->moderation;
    struct buf *b = w->t->buf;
    buf_put(b, "moderated from ");
    put_grade(w, w->r->computed);
    buf_put(b, " to ");
    put_grade(w, w->r->grade);
    buf_put(b, " by ");
    buf_str(b, m->by);
    buf_put(b, ", ");
    date_write(m->date, b);
    buf_put(b, ": ");
    buf_str(b, m->why);
    end(w);
}

static void tell_carried(struct why *w)
{
    const struct judgment *j = w->r->judgment;
    struct buf *b = w->t->buf;
    bool here = w->r->grade != PEEL_GRADE_NOT_INSPECTED || w->r->moderation;
    buf_put(b, "carried over: `");
    buf_str(b, w->r->published_name);
    buf_put(b, "` was given");
    if (j->date.year) buf_put(b, j->date.day ? " on " : " in "), date_write(j->date, b);
    if (!here) {
        buf_put(b, "; it is no grade of this pack's scale, so the two cannot be compared");
    } else {
        buf_put(b, "; the rules alone would say ");
        put_grade(w, w->r->computed);
    }
    end(w);
}

static void tell_standing(struct why *w)
{
    if (w->r->moderation) tell_moderation(w);
    if (w->r->status == PEEL_CARRIED_OVER && w->r->published_name.s) tell_carried(w);
    if (w->r->status == PEEL_NOT_INSPECTED) {
        buf_put(w->t->buf, "not inspected in this round");
        end(w);
    }
}

/* --- caps -------------------------------------------------------------------------------------------- */

static void tell_cap(struct why *w, const struct capped *c)
{
    struct buf *b = w->t->buf;
    buf_put(b, "no better than ");
    put_grade(w, c->cap->at);
    buf_put(b, ": ");
    buf_str(b, c->cap->decl->because);
    buf_put(b, " (cap ");
    buf_str(b, c->cap->decl->id);
    buf_printf(b, ", %s); without it ", c->cap->rule);
    put_grade(w, c->from);
    end(w);
}

/* --- rules that broke ---------------------------------------------------------------------------------- */

static void tell_broken_caps(struct why *w)
{
    struct buf *b = w->t->buf;
    for (size_t i = 0; w->r->caps && i < w->r->area->cap_count; i++) {
        const struct verdict *v = w->r->caps[i];
        if (!v || v->outcome < PEEL_ERROR) continue;
        buf_put(b, "the cap ");
        buf_str(b, w->r->area->caps[i].decl->id);
        telling_broken(w->t, v, w->r->area->caps[i].rule);
        end(w);
    }
}

static void tell_broken(struct why *w)
{
    struct buf *b = w->t->buf;
    size_t broken = 0;
    for (uint32_t c = w->first; c < w->last; c++) {
        const struct verdict *v = &w->t->verdicts[c];
        if (v->outcome < PEEL_ERROR || broken++ >= WHY_NAMED) continue;
        buf_put(b, "the rule ");
        buf_str(b, telling_id(w->t, c));
        telling_broken(w->t, v, w->t->pack->characteristics[c].rule);
        end(w);
    }
    tell_broken_caps(w);
    if (broken <= WHY_NAMED) return;
    put_count(b, broken - WHY_NAMED, " more rule", " more rules");
    buf_put(b, " of this area ended in error or limit");
    end(w);
}

/* --- the ladder ----------------------------------------------------------------------------------------- */

static void tell_concerns(struct why *w)
{
    struct buf *b = w->t->buf;
    size_t named = 0, all = w->t->board->concerns[w->area];
    put_count(b, all, " cause of concern was raised (", " causes of concern were raised (");
    for (uint32_t c = w->first; c < w->last; c++) {
        if (!raise_concerns(w->t->pack->characteristics[c].decl, (int)w->t->verdicts[c].outcome)) continue;
        if (named++ >= WHY_NAMED) continue;
        if (named > 1) buf_put(b, ", ");
        buf_str(b, telling_id(w->t, c));
    }
    if (named > WHY_NAMED) buf_printf(b, " and %zu more", named - WHY_NAMED);
    buf_put(b, all == 1 ? "): it gives " : "): any of them gives ");
    put_grade(w, w->t->ladder->concern);
    end(w);
}

/* "none of 3 characteristics of good has evidence"; "the area has no characteristic of outstanding" */
static void put_unjudged(struct why *w, const size_t n[PEEL_OUTCOMES], int level)
{
    struct buf *b = w->t->buf;
    size_t broken = n[PEEL_ERROR] + n[PEEL_LIMIT];
    if (n[PEEL_NO_EVIDENCE] + n[PEEL_NOT_APPLICABLE] + broken == 0) {
        buf_put(b, "the area has no characteristic");
        if (level >= 0) buf_put(b, " of "), telling_grade(w->t, level);
        return;
    }
    buf_put(b, "none of ");
    telling_characteristics(w->t, n[PEEL_NO_EVIDENCE] + n[PEEL_NOT_APPLICABLE] + broken, level);
    buf_put(b, broken ? " could be judged" : n[PEEL_NO_EVIDENCE] ? " has evidence" : " applies");
    if (n[PEEL_NO_EVIDENCE] && n[PEEL_NOT_APPLICABLE]) put_number(b, " (", n[PEEL_NOT_APPLICABLE], " not applicable)");
}

/* " (1 more without evidence, 2 not applicable)" */
static void put_apart(struct buf *b, size_t missing, size_t inapplicable)
{
    if (!missing && !inapplicable) return;
    if (missing) put_number(b, " (", missing, " more without evidence");
    if (inapplicable) put_number(b, missing ? ", " : " (", inapplicable, " not applicable");
    buf_char(b, ')');
}

static void count_outcomes(const struct why *w, int level, size_t n[PEEL_OUTCOMES])
{
    const struct board *b = w->t->board;
    memset(n, 0, PEEL_OUTCOMES * sizeof *n);
    for (uint32_t c = w->first; c < w->last; c++) n[b->outcome[c]] += level < 0 || b->shape->level[c] == level;
}

/* "5 of 7 characteristics of good met, 1 partly, 1 not (1 more without evidence, 2 not applicable)" */
static void put_counts(struct why *w, int level)
{
    struct buf *b = w->t->buf;
    size_t n[PEEL_OUTCOMES];
    count_outcomes(w, level, n);
    size_t judged = n[PEEL_MET] + n[PEEL_PARTLY_MET] + n[PEEL_NOT_MET];
    if (!judged) {
        put_unjudged(w, n, level);
        return;
    }
    telling_count(w->t, n[PEEL_MET]);
    buf_put(b, " of ");
    telling_characteristics(w->t, judged, level);
    buf_put(b, " met");
    if (n[PEEL_PARTLY_MET]) buf_put(b, ", "), telling_count(w->t, n[PEEL_PARTLY_MET]), buf_put(b, " partly");
    if (n[PEEL_NOT_MET]) buf_put(b, ", "), telling_count(w->t, n[PEEL_NOT_MET]), buf_put(b, " not");
    put_apart(b, n[PEEL_NO_EVIDENCE], n[PEEL_NOT_APPLICABLE]);
}

static void tell_share(struct why *w, const struct climb *c)
{
    struct buf *b = w->t->buf;
    put_counts(w, w->t->ladder->standard);
    buf_put(b, ": share ");
    telling_share(w->t, c->share, c->above ? c->above->share : 0);
    const struct rung *rungs[2] = {c->reached, c->above};
    const char *before = "; ", *asks = " asks for ";
    for (int i = 0; i < 2; i++) {
        if (!rungs[i] || rungs[i]->share <= 0) continue;
        buf_put(b, before);
        put_grade(w, rungs[i]->grade);
        buf_put(b, asks);
        telling_percent(w->t, rungs[i]->share);
        telling_name(w->t, rungs[i]->share_name);
        before = ", ";
        asks = " for ";
    }
    end(w);
}

/* Why the rung above was not reached though its share was; or that the one reached asked for more than a share. */
static void tell_beyond(struct why *w, const struct rung *rung)
{
    struct buf *b = w->t->buf;
    put_grade(w, rung->grade);
    buf_put(b, " asks besides for ");
    telling_percent(w->t, rung->beyond);
    buf_put(b, " of the characteristics of ");
    telling_grade(w->t, rung->grade);
    telling_name(w->t, rung->beyond_name);
    buf_put(b, ", at least one: ");
    put_counts(w, rung->grade);
    end(w);
}

static void tell_insufficient(struct why *w, const struct climb *c)
{
    struct buf *b = w->t->buf;
    if (isnan(c->share) && c->evidenced >= w->t->ladder->enough && c->evidenced > 0) {
        put_counts(w, w->t->ladder->standard);
        buf_put(b, ": nothing to judge by");
    } else {
        buf_put(b, "evidence for ");
        telling_share(w->t, c->evidenced, w->t->ladder->enough);
        buf_put(b, " of the weight of the characteristics");
        if (w->t->ladder->standard >= 0) buf_printf(b, " of %s", pack_grade_name(w->t->pack, w->t->ladder->standard));
        if (w->t->ladder->enough > 0) {
            buf_put(b, "; at least ");
            telling_percent(w->t, w->t->ladder->enough);
            buf_put(b, " is needed");
            telling_name(w->t, w->t->ladder->enough_name);
        }
    }
    end(w);
}

static void tell_climb(struct why *w, const struct climb *c)
{
    if (c->concern) tell_concerns(w);
    if (c->reached) {
        tell_share(w, c);
        if (c->above && !isnan(c->above->beyond) && ladder_share_reached(c->above, c->share)) tell_beyond(w, c->above);
        if (!isnan(c->reached->beyond)) tell_beyond(w, c->reached);
    } else if (!c->concern) {
        tell_insufficient(w, c);
    }
}

static void tell_function(struct why *w)
{
    const struct verdict *v = w->r->ladder;
    struct buf *b = w->t->buf;
    if (v->outcome >= PEEL_ERROR)
        buf_put(b, "the ladder"), telling_broken(w->t, v, "its function");
    else
        buf_str(b, v->reason);
    if (b->length) end(w);
}

void why_tell(const struct telling *t, uint32_t area, const struct climb *climb, struct area_result *r)
{
    struct why w = {t, r, area, t->pack->shape.area_start[area], t->pack->shape.area_start[area + 1]};
    r->why = arena_alloc(t->arena, (r->area->cap_count + WHY_NAMED + 8) * sizeof *r->why);
    tell_standing(&w);
    for (size_t i = r->capped_count; i-- > 0;) tell_cap(&w, &r->capped[i]); /* the last one decided */
    tell_broken(&w);
    if (!r->area->decl->graded) {
        put_counts(&w, -1);
        buf_put(t->buf, "; this area is not graded");
        end(&w);
        return;
    }
    if (r->ladder && r->ladder->reason.s) tell_function(&w);
    if (climb) tell_climb(&w, climb);
}
