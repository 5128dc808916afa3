/* direction.c: P401 and P402: a characteristic that improves must never lower the grade of its area (prospect.h).
 *
 * Within the area, and by what is declared there and by what its ladder and caps answer. Not looked at: that one rule answers worse because another's outcome is better, across areas or within one; that
 * is what rules say of evidence, and no combination of outcomes shows it.
 */
#include "lint/prospect.h"

static void tell_fall(struct lint *l, const struct area_prospect *s, uint32_t i)
{
    const struct fall *f = &s->falls[i];
    const struct decl_characteristic *d = l->pack->characteristics[s->c.first + i].decl;
    const struct decl_cap *cap = f->cap == NO_CAP ? NULL : s->c.is->caps[f->cap].decl;
    const char *among = prospect_among(s, f->among, i), *when = *among ? arena_printf(l->arena, ", where %s", among) : "";
    const char *hint = cap ? arena_printf(l->arena, "the cap \"%s\" acts then, and not before", cap->id.s)
                       : f->after == l->pack->ladder.concern && s->c.concerns[i] >> f->to & 1
                           ? "a cause of concern is raised then, and not before"
                           : NULL;
    lint_tell(l, P401, cap ? cap->spot : d->spot, cap ? cap->id : d->id, hint,
              "\"%s\" improves from %s to %s, and the grade falls from `%s` to `%s`%s", d->id.s,
              peel_outcome_name((enum peel_outcome)f->from), peel_outcome_name((enum peel_outcome)f->to),
              pack_grade_name(l->pack, f->before), pack_grade_name(l->pack, f->after), when);
}

static void tell_drawn(struct lint *l, const struct area_prospect *s, uint32_t a)
{
    lint_tell(l, P402, l->pack->areas[a].decl->spot, (struct str){NULL, 0}, NULL,
              "too many combinations of outcomes of \"%s\" to try: %zu were drawn; what they show is so, what they do not show may be",
              l->pack->decl.areas.list[a].s, s->tried);
}

void lint_direction(struct lint *l)
{
    const struct prospect *prospect = prospect_of(l);
    for (uint32_t a = 0; a < l->pack->area_count; a++) {
        const struct area_prospect *s = &prospect->areas[a];
        if (!s->is) continue;
        if (!s->whole) tell_drawn(l, s, a), l->in_part = true;
        for (uint32_t i = 0; i < s->c.count; i++)
            if (s->falls[i].is) tell_fall(l, s, i);
    }
}
