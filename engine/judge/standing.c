/* standing.c: see result.h. */
#include "judge/standing.h"

void scales_make(struct scales *to, const struct dataset *dataset, const struct pack *pack, struct arena *arena)
{
    to->count = dataset->scale_count;
    to->grade = arena_alloc(arena, (to->count + 1) * sizeof *to->grade);
    to->same = !to->count || to->count == pack->decl.scale.count;
    for (size_t i = 0; i < to->count; i++) {
        to->grade[i] = pack_grade_named(pack, dataset->scale[i]);
        if (to->grade[i] != (int)i) to->same = false;
    }
}

const struct judgment *standing_judgment(const struct org *org, struct str area)
{
    const struct judgment *latest = NULL;
    for (size_t i = 0; i < org->judgment_count; i++) {
        const struct judgment *j = &org->judgments[i];
        if (str_eq(j->area, area) && (!latest || date_compare(j->date, latest->date) >= 0)) latest = j;
    }
    return latest;
}

const struct moderation *standing_moderation(const struct org *org, struct str area, const struct scales *scales)
{
    const struct moderation *latest = NULL;
    for (size_t i = 0; i < org->moderation_count; i++) {
        const struct moderation *m = &org->moderations[i];
        if (!str_eq(m->area, area) || m->withdrawn.year || scales->grade[m->to] < 0) continue;
        if (!latest || date_compare(m->date, latest->date) >= 0) latest = m;
    }
    return latest;
}

static void take_judgment(struct area_result *r, const struct judgment *j, const struct dataset *dataset,
                          const struct scales *scales)
{
    int named = j->grade >= 0 ? scales->grade[j->grade] : -1;
    r->judgment = j;
    r->status = j->status;
    if (j->grade >= 0) r->published_name = dataset->scale[j->grade];
    if (!r->area->decl->graded) return;
    if (named >= 0 && scales->same) r->published = named;
    if (j->status == PEEL_CARRIED_OVER) r->grade = named >= 0 ? named : PEEL_GRADE_NOT_INSPECTED;
    if (j->status == PEEL_NOT_INSPECTED) r->grade = PEEL_GRADE_NOT_INSPECTED;
}

void standing_judged(struct area_result *r, const struct org *org, const struct dataset *dataset,
                     const struct scales *scales)
{
    const struct judgment *j = standing_judgment(org, r->area->decl->id);
    r->status = PEEL_FRESH;
    r->grade = r->computed;
    r->published = PEEL_UNGRADED;
    r->published_name = (struct str){NULL, 0};
    r->judgment = NULL;
    r->moderation = NULL;
    if (j) take_judgment(r, j, dataset, scales);
    r->told = r->grade;
}

void standing_moderated(struct area_result *r, const struct org *org, const struct scales *scales)
{
    r->moderation = r->area->decl->graded ? standing_moderation(org, r->area->decl->id, scales) : NULL;
    if (r->moderation) r->grade = scales->grade[r->moderation->to];
}
