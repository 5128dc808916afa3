/* reach.c: P210 to P218, what no combination of outcomes can bring about (prospect.h).
 *
 * All of it holds only where all combinations were looked at; where some were drawn, only what is seen without them is told: a cap on an outcome that its characteristic cannot have. Where a function
 * breaks, that is told, and nothing of the grades that may be missing for it.
 */
#include "judge/raise.h"
#include "lint/gists.h"
#include "lint/prospect.h"
#include <math.h>

static const char *grade_name(const struct lint *l, int grade) { return pack_grade_name(l->pack, grade); }

/* --- rungs of all areas ------------------------------------------------------------------------------------------------ */

static bool climbs(const struct area_prospect *s) { return s->is && s->c.ladder < 0; }

/* No area's combinations take it, and there are two areas or more that could; of one area, the area is told. */
static bool never_taken(const struct lint *l, const struct prospect *prospect, size_t rung)
{
    size_t areas = 0;
    for (size_t a = 0; a < l->pack->area_count; a++) {
        const struct area_prospect *s = &prospect->areas[a];
        if (!climbs(s)) continue;
        if (!s->whole || s->broken || s->taken[rung]) return false;
        areas++;
    }
    return areas > 1;
}

static void tell_rungs(struct lint *l, const struct prospect *prospect)
{
    const struct ladder *ladder = &l->pack->ladder;
    for (size_t i = 0; i < ladder->rung_count; i++) {
        struct str name = l->pack->decl.scale.list[ladder->rungs[i].grade];
        if (!never_taken(l, prospect, i)) continue;
        lint_tell(l, P216, l->pack->decl.ladder.spot, name,
                  "no area can make a share between what it asks for and what the next better rung does",
                  "no combination of outcomes in any area takes the rung `%s`", name.s);
    }
}

/* --- the grades of an area ----------------------------------------------------------------------------------------------- */

static const struct rung *rung_of(const struct ladder *l, int grade, size_t *at)
{
    for (size_t i = 0; i < l->rung_count; i++)
        if (l->rungs[i].grade == grade) return *at = i, &l->rungs[i];
    return NULL;
}

static bool has_level(const struct area_prospect *s, int level)
{
    for (size_t i = 0; i < s->c.level_count; i++)
        if (s->c.levels[i] == level) return true;
    return false;
}

static const char *why_no_share(struct lint *l, struct area_prospect *s, const struct rung *r, size_t at)
{
    const struct ladder *ladder = &l->pack->ladder;
    const char *standard = grade_name(l, ladder->standard);
    double below, above;
    combine_nearest(&s->c, r->share, &below, &above);
    if (isnan(below)) return NULL;
    if (isnan(above))
        return arena_printf(l->arena, "the share of `%s` is never above %s, and it asks for %s", standard, lint_number(l, below, 4),
                            lint_number(l, r->share, 4));
    if (at == 0 || !ladder_share_reached(&ladder->rungs[at - 1], above)) return NULL;
    return arena_printf(l->arena, "the share of `%s` goes from %s to %s in one step, past all that is `%s`", standard,
                        lint_number(l, below, 4), lint_number(l, above, 4), grade_name(l, r->grade));
}

/* Why it is not reached, as far as it is plain; else NULL. */
static const char *why_not(struct lint *l, struct area_prospect *s, int grade)
{
    size_t at = 0;
    const struct ladder *ladder = &l->pack->ladder;
    const struct rung *r = s->c.ladder >= 0 ? NULL : rung_of(ladder, grade, &at);
    if (s->before[grade]) return "a cap acts whenever the ladder gives it";
    if (s->c.ladder >= 0) return "its ladder never answers it";
    if (!r) return "no characteristic of the area raises a cause of concern";
    if (!isnan(r->beyond) && !has_level(s, r->grade))
        return arena_printf(l->arena, "the area has no characteristic of the level `%s`, for which the rung asks",
                            grade_name(l, r->grade));
    return why_no_share(l, s, r, at);
}

/* A grade that the ladder does not have was told when the pack was read. */
static bool is_expected(const struct lint *l, const struct area_prospect *s, int grade)
{
    size_t at;
    return s->c.ladder >= 0 || grade == l->pack->ladder.concern || rung_of(&l->pack->ladder, grade, &at);
}

static bool is_missing(const struct lint *l, const struct prospect *prospect, const struct area_prospect *s, int grade)
{
    size_t at;
    bool of_rung = s->c.ladder < 0 && rung_of(&l->pack->ladder, grade, &at);
    if (s->reached[grade] || !is_expected(l, s, grade)) return false;
    return !of_rung || s->before[grade] || !never_taken(l, prospect, at);
}

static bool same_text(const char *a, const char *b) { return a == b || (a && b && strcmp(a, b) == 0); }

/* Those that are missing for the same reason are told together. */
static void tell_others(struct lint *l, uint32_t a, const bool *missing, const char *const *why, int best)
{
    bool told[PACK_SCALE_MAX] = {false};
    for (int g = best - 1; g >= 0; g--) {
        const char *names = "";
        size_t count = 0;
        for (int k = g; k >= 0 && missing[g]; k--) {
            if (!missing[k] || told[k] || !same_text(why[g], why[k])) continue;
            names = arena_printf(l->arena, "%s%s`%s`", names, count++ ? ", " : "", grade_name(l, k));
            told[k] = true;
        }
        if (count)
            lint_tell(l, P210, l->pack->areas[a].decl->spot, (struct str){NULL, 0}, why[g], "no combination of outcomes gives the area \"%s\" the grade%s %s",
                      l->pack->decl.areas.list[a].s, count > 1 ? "s" : "", names);
    }
}

static void tell_grades(struct lint *l, const struct prospect *prospect, uint32_t a)
{
    struct area_prospect *s = &prospect->areas[a];
    int best = (int)l->pack->decl.scale.count - 1;
    bool missing[PACK_SCALE_MAX] = {false};
    const char *why[PACK_SCALE_MAX] = {NULL};
    for (int g = best; g >= 0; g--) {
        missing[g] = is_missing(l, prospect, s, g);
        if (missing[g]) why[g] = why_not(l, s, g);
    }
    if (missing[best])
        lint_tell(l, P211, l->pack->areas[a].decl->spot, (struct str){NULL, 0}, why[best],
                  "the area \"%s\" cannot reach the best grade, `%s`: no combination of outcomes does", l->pack->decl.areas.list[a].s, grade_name(l, best));
    tell_others(l, a, missing, why, best);
}

/* --- characteristics ------------------------------------------------------------------------------------------------------- */

/* Shares and concerns of an area rest on its outcomes; its grade is looked at by itself. */
static bool asks_more_than_a_grade(const struct gist_read *r)
{
    static const char *const of_grade[] = {"grade", "at_least", "below", "missing"};
    for (const struct gist_asked *q = r->asked; q; q = q->next) {
        bool grade = false;
        for (size_t i = 0; i < 4; i++) grade = grade || str_is(q->method, of_grade[i]);
        if (!grade) return true;
    }
    return false;
}

static bool gist_reads(const struct gist *g, struct str area, struct str characteristic)
{
    for (const struct gist_read *r = g->reads; r; r = r->next) {
        if (r->kind == EVIDENCE_OUTCOME && str_eq(r->name, characteristic)) return true;
        if (r->kind == EVIDENCE_AREA && str_eq(r->name, area) && asks_more_than_a_grade(r)) return true;
    }
    return false;
}

static bool may_read(const struct allowance *may, uint32_t area, uint32_t characteristic)
{
    for (size_t i = 0; i < may->area_count; i++)
        if (may->areas[i] == area) return true;
    for (size_t i = 0; i < may->characteristic_count; i++)
        if (may->characteristics[i] == characteristic) return true;
    return false;
}

/* By another rule; one that cannot be followed reads all that it may. */
static bool is_read(struct lint *l, uint32_t characteristic)
{
    const struct pack *pack = l->pack;
    const struct characteristic *is = &pack->characteristics[characteristic];
    for (size_t i = 0; i < pack->characteristic_count; i++) {
        const struct characteristic *other = &pack->characteristics[i];
        if (i == characteristic || !may_read(&other->allowance, is->area, characteristic)) continue;
        const struct gist *g = lint_gist(l, other->decl->spot.file, GIST_JUDGE, other->decl->id);
        if (!g || g->partial || gist_reads(g, pack->decl.areas.list[is->area], is->id)) return true;
    }
    return false;
}

static bool raises(const struct decl_characteristic *d)
{
    for (int o = PEEL_MET; o <= PEEL_NOT_MET; o++)
        if (raise_of(d, o)) return true;
    return false;
}

static void tell_characteristics(struct lint *l, const struct area_prospect *s)
{
    for (uint32_t i = 0; i < s->c.count; i++) {
        const struct decl_characteristic *d = l->pack->characteristics[s->c.first + i].decl;
        if (s->matters[i] || s->c.alone[i] || raises(d) || is_read(l, s->c.first + i)) continue;
        lint_tell(l, P212, d->spot, d->id,
                  "give it a level that the ladder counts, let an outcome raise something, or read it in a cap or another rule",
                  "nothing depends on \"%s\": it changes no grade and no cap, raises nothing, and no other rule reads it",
                  d->id.s);
    }
}

/* --- caps --------------------------------------------------------------------------------------------------------------------- */

static struct str cap_id(const struct area_prospect *s, size_t i) { return s->c.is->caps[i].decl->id; }

/* A cap on an outcome that its characteristic cannot have. */
static bool is_impossible(const struct area_prospect *s, const struct cap *cap)
{
    return cap->characteristic != NO_SLOT && !(s->c.ways[cap->characteristic - s->c.first] >> cap->outcome & 1);
}

static void tell_impossible(struct lint *l, const struct cap *cap)
{
    struct str id = cap->decl->characteristic;
    lint_tell(l, P213, cap->decl->spot, cap->decl->outcome, "its rule never answers so",
              "the cap \"%s\" can never hold: \"%s\" is never %s", cap->decl->id.s, id.s,
              peel_outcome_name((enum peel_outcome)cap->outcome));
}

static void tell_constant(struct lint *l, const struct cap *cap, bool always)
{
    lint_tell(l, P213, cap->decl->spot, cap->decl->id,
              always ? "the area is never better than its grade: lower the ladder instead, or mend the condition" : "mend the condition, or drop the cap",
              "the cap \"%s\" %s holds: its `when` is the same in all combinations of outcomes", cap->decl->id.s, always ? "always" : "never");
}

/* One that is always as strict; of two that are the same, the later is told. NO_CAP: only several together, or it is told of the other. */
static size_t covering(const struct area_prospect *s, size_t i)
{
    const struct cap *caps = s->c.is->caps;
    for (size_t k = 0; k < s->c.is->cap_count; k++)
        if (s->caps[i].covered_by[k] && (k < i || caps[k].at < caps[i].at || !s->caps[k].covered_by[i])) return k;
    return NO_CAP;
}

static bool is_covered_by_a_later_one(const struct area_prospect *s, size_t i)
{
    for (size_t k = i + 1; k < s->c.is->cap_count; k++)
        if (s->caps[i].covered_by[k] && s->caps[k].covered_by[i]) return true;
    return false;
}

static void tell_covered(struct lint *l, const struct area_prospect *s, size_t i)
{
    size_t by = covering(s, i);
    if (by != NO_CAP)
        lint_tell(l, P215, s->c.is->caps[i].decl->spot, cap_id(s, i), "drop it, or let it say more",
                  "the cap \"%s\" changes nothing: wherever it would act, \"%s\" is at least as strict", cap_id(s, i).s, cap_id(s, by).s);
    else if (!is_covered_by_a_later_one(s, i))
        lint_tell(l, P215, s->c.is->caps[i].decl->spot, cap_id(s, i), "drop it, or let it say more",
                  "the cap \"%s\" changes nothing: wherever it would act, another cap is at least as strict", cap_id(s, i).s);
}

/* One at the best grade was told when the pack was read. */
static void tell_cap(struct lint *l, const struct area_prospect *s, size_t i)
{
    const struct cap *cap = &s->c.is->caps[i];
    const struct cap_prospect *seen = &s->caps[i];
    if (cap->at == (int)l->pack->decl.scale.count - 1) return;
    if (is_impossible(s, cap))
        tell_impossible(l, cap);
    else if (!s->whole || s->broken)
        return;
    else if (!seen->holds && !seen->fails)
        return;
    else if (!seen->holds || (!seen->fails && cap->characteristic == NO_SLOT))
        tell_constant(l, cap, seen->holds);
    else if (!seen->would_act)
        lint_tell(l, P214, cap->decl->spot, cap->decl->id, "drop it, or cap at a lower grade",
                  "the cap \"%s\" never acts: wherever it holds, the grade is not above `%s` before it", cap->decl->id.s,
                  grade_name(l, cap->at));
    else if (!seen->decides)
        tell_covered(l, s, i);
}

/* --- functions that break ------------------------------------------------------------------------------------------------------ */

/* The reason begins with the place, which is told by itself. */
static const char *without_place(struct lint *l, const struct asker_answer *answer)
{
    const char *place = arena_printf(l->arena, "%s:%d: ", answer->raised.file, answer->raised.line);
    size_t n = strlen(place);
    return strncmp(answer->reason.s, place, n) == 0 ? answer->reason.s + n : answer->reason.s;
}

static void tell_broken(struct lint *l, const struct area_prospect *s, uint32_t a)
{
    const char *what = s->broken_cap == NO_CAP ? "ladder" : arena_printf(l->arena, "cap \"%s\"", cap_id(s, s->broken_cap).s);
    lint_tell(l, P218, s->broken->raised, (struct str){NULL, 0}, arena_printf(l->arena, "where %s", prospect_among(s, s->broken_among, NO_SLOT)),
              "the %s of \"%s\" ends in an error for some outcomes: %s", what, l->pack->decl.areas.list[a].s, without_place(l, s->broken));
}

/* --- all ---------------------------------------------------------------------------------------------------------------------------- */

static size_t of_standard(const struct lint *l, const struct area_prospect *s)
{
    size_t n = 0;
    for (uint32_t i = 0; i < s->c.count; i++)
        n += l->pack->ladder.standard < 0 || l->pack->characteristics[s->c.first + i].level == l->pack->ladder.standard;
    return n;
}

static void tell_enough(struct lint *l, const struct prospect *prospect)
{
    const struct decl_ladder *d = &l->pack->decl.ladder;
    bool several = false;
    if (!d->has_enough) return;
    for (size_t a = 0; a < l->pack->area_count; a++) {
        const struct area_prospect *s = &prospect->areas[a];
        if (s->is && (!s->whole || s->fell_short)) return;
        several = several || (s->is && of_standard(l, s) > 2);
    }
    if (!several) return; /* one of two is half of all, which is much to ask for */
    lint_tell(l, P217, d->spot, STR("enough"), NULL,
              "`enough` decides nothing: an area that has any evidence of what the ladder counts always has as much as it asks for");
}

void lint_reach(struct lint *l)
{
    const struct prospect *prospect = prospect_of(l);
    tell_rungs(l, prospect);
    tell_enough(l, prospect);
    for (uint32_t a = 0; a < l->pack->area_count; a++) {
        const struct area_prospect *s = &prospect->areas[a];
        if (!s->is) continue;
        if (s->broken) tell_broken(l, s, a);
        for (size_t i = 0; i < s->c.is->cap_count; i++) tell_cap(l, s, i);
        if (!s->whole || s->broken) continue;
        tell_grades(l, prospect, a);
        tell_characteristics(l, s);
    }
}
