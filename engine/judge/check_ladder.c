/* check_ladder.c: the ladder of the pack, from names to numbers. */
#include "judge/check.h"
#include "judge/complain.h"
#include "judge/ladder.h"
#include <math.h>

#define STR_NONE ((struct str){NULL, 0})

/* The number of an amount; a parameter, or a plain one. It must be a share. NaN where it is wrong, which has been told.
 */
static double share(struct check *c, const struct decl_amount *amount, const char *what)
{
    struct spot spot = c->pack->decl.ladder.spot;
    double value = amount->number;
    if (amount->parameter.s) {
        int p = check_parameter(c, spot, amount->parameter, what);
        if (p < 0) return NAN;
        value = c->pack->decl.parameters[p].value;
    }
    if (value >= 0 && value <= 1) return value;
    complain(c->pack, c->diags, DIAG_ERROR, spot, amount->parameter, "shares go from 0 to 1",
             "%s must be a share, got %g", what, value);
    return NAN;
}

static struct rung rung_of(struct check *c, const struct decl_rung *d)
{
    struct rung r = {.beyond = NAN, .share_name = d->share.parameter, .beyond_name = d->beyond.parameter};
    const char *what = arena_printf(&c->pack->arena, "the rung `%.*s`", STR_ARG(d->grade));
    r.grade = check_grade(c, c->pack->decl.ladder.spot, d->grade, "ladder.rungs");
    r.share = share(c, &d->share, what);
    if (d->has_beyond) r.beyond = share(c, &d->beyond, what);
    return r;
}

/* Best first. Few enough for insertion. */
static void sort_rungs(struct ladder *l)
{
    for (size_t i = 1; i < l->rung_count; i++)
        for (size_t j = i; j && l->rungs[j].grade > l->rungs[j - 1].grade; j--) {
            struct rung swap = l->rungs[j];
            l->rungs[j] = l->rungs[j - 1];
            l->rungs[j - 1] = swap;
        }
}

static struct str name_of(const struct check *c, int grade) { return c->levels.list[grade]; }

/* Do the rungs make sense as a whole? Only asked where each is right by itself. */
static void check_rungs(struct check *c, const struct ladder *l)
{
    struct spot spot = c->pack->decl.ladder.spot;
    const struct rung *lowest = &l->rungs[l->rung_count - 1];
    for (size_t i = 0; i + 1 < l->rung_count; i++) {
        const struct rung *high = &l->rungs[i], *low = high + 1;
        if (high->share < low->share || (high->share == low->share && isnan(high->beyond)))
            complain(c->pack, c->diags, DIAG_ERROR, spot, STR_NONE, "shares must rise with the grades",
                     "the ladder asks for no more for `%.*s` (%g) than for `%.*s` (%g)",
                     STR_ARG(name_of(c, high->grade)), high->share, STR_ARG(name_of(c, low->grade)), low->share);
    }
    if (lowest->share > 0 || !isnan(lowest->beyond))
        complain(c->pack, c->diags, DIAG_ERROR, spot, STR_NONE, "give the lowest rung the share 0",
                 "the ladder has no grade for an area below %g: its lowest rung is `%.*s`", lowest->share,
                 STR_ARG(name_of(c, lowest->grade)));
    if (l->concern > lowest->grade)
        complain(c->pack, c->diags, DIAG_ERROR, spot, name_of(c, l->concern),
                 "a cause of concern must not lift a grade",
                 "the grade of a cause of concern, `%.*s`, is above the rung `%.*s`", STR_ARG(name_of(c, l->concern)),
                 STR_ARG(name_of(c, lowest->grade)));
    for (size_t g = 0; g < c->levels.count; g++) {
        bool given = (int)g == l->concern;
        for (size_t i = 0; i < l->rung_count; i++) given |= l->rungs[i].grade == (int)g;
        if (!given)
            complain(c->pack, c->diags, DIAG_WARNING, spot, STR_NONE, NULL, "the ladder never gives `%.*s`",
                     STR_ARG(c->levels.list[g]));
    }
}

static void take_rungs(struct check *c, struct ladder *l)
{
    const struct decl_ladder *d = &c->pack->decl.ladder;
    size_t before = c->diags->errors;
    l->rungs = arena_zero(&c->pack->arena, d->rung_count + 1, sizeof *l->rungs);
    for (size_t i = 0; i < d->rung_count; i++) l->rungs[i] = rung_of(c, &d->rungs[i]);
    l->rung_count = d->rung_count;
    sort_rungs(l);
    if (!d->rung_count) complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE, NULL, "the ladder has no rungs");
    if (c->diags->errors == before) check_rungs(c, l);
}

static int find_parameter(const struct decl_pack *d, const char *name)
{
    for (size_t i = 0; i < d->parameter_count; i++)
        if (str_is(d->parameters[i].name, name)) return (int)i;
    return -1;
}

/* --- the default ladder -------------------------------------------------------------------------- */

static struct decl_amount by_name(const char *name)
{
    return name ? (struct decl_amount){str_of(name), 0} : (struct decl_amount){STR_NONE, 0};
}

/* Adds a parameter's name to the list of the missing ones. */
static void want(const struct check *c, const char *name, const char **missing)
{
    if (name && find_parameter(&c->pack->decl, name) < 0)
        *missing = arena_printf(&c->pack->arena, "%s%s`%s`", *missing, **missing ? ", " : "", name);
}

static const char *missing_parameters(const struct check *c, const struct ladder_default *from)
{
    const char *missing = "";
    for (size_t i = 0; i < from->rung_count; i++) {
        want(c, from->rungs[i].share, &missing);
        want(c, from->rungs[i].beyond, &missing);
    }
    want(c, LADDER_PARTLY, &missing);
    want(c, LADDER_ENOUGH, &missing);
    return missing;
}

/* Declares the default ladder in the author's stead. false, and an error, where the pack cannot have it. */
static bool declare_default(struct check *c)
{
    struct decl_pack *pack = &c->pack->decl;
    struct decl_ladder *d = &pack->ladder;
    const struct ladder_default *from = ladder_default_of(pack->scale);
    if (!from) {
        complain(c->pack, c->diags, DIAG_ERROR, pack->spot, STR_NONE,
                 "rules/README.md, \"The ladder\", shows one; only PEEL's two scales have one by default",
                 "a pack with a scale of its own must give its `ladder`");
        return false;
    }
    const char *missing = missing_parameters(c, from);
    if (*missing) {
        complain(c->pack, c->diags, DIAG_ERROR, pack->spot, STR_NONE,
                 "declare them in `parameters`, or give the pack a `ladder` of its own",
                 "the ladder that the %s scale has by default needs the parameters %s", from->name, missing);
        return false;
    }
    d->standard = str_of(LADDER_STANDARD);
    d->concern = str_of(LADDER_CONCERN);
    d->partly = by_name(LADDER_PARTLY);
    d->enough = by_name(LADDER_ENOUGH);
    d->has_partly = d->has_enough = true;
    d->spot = pack->spot;
    d->rungs = arena_zero(&c->pack->arena, from->rung_count, sizeof *d->rungs);
    d->rung_count = from->rung_count;
    for (size_t i = 0; i < from->rung_count; i++) {
        bool beyond = from->rungs[i].beyond != NULL;
        d->rungs[i] = (struct decl_rung){str_of(from->rungs[i].grade), by_name(from->rungs[i].share),
                                         by_name(from->rungs[i].beyond), beyond};
    }
    return true;
}

/* --- a function, and the whole --------------------------------------------------------------------- */

/* A function needs no rungs, but shares and evidence are counted for it: by the usual parameters where the pack has
 * them. */
static void around_function(struct check *c, struct ladder *l)
{
    struct decl_ladder *d = &c->pack->decl.ladder;
    if (!d->has_partly && find_parameter(&c->pack->decl, LADDER_PARTLY) >= 0)
        d->partly = by_name(LADDER_PARTLY), d->has_partly = true;
    if (!d->has_enough && find_parameter(&c->pack->decl, LADDER_ENOUGH) >= 0)
        d->enough = by_name(LADDER_ENOUGH), d->has_enough = true;
    if (!d->standard.s)
        for (size_t g = 0; g < c->levels.count; g++)
            if (str_is(c->levels.list[g], LADDER_STANDARD)) l->standard = (int)g;
}

static bool has_level(const struct pack *pack, uint32_t a, int level)
{
    for (uint32_t i = pack->shape.area_start[a]; i < pack->shape.area_start[a + 1]; i++)
        if (pack->characteristics[i].level == level) return true;
    return false;
}

static void check_standard(struct check *c, const struct ladder *l)
{
    for (uint32_t a = 0; a < c->pack->area_count; a++) {
        const struct decl_area *d = &c->pack->declared[a];
        if (!c->whole[a] || !d->graded || d->ladder >= 0 || has_level(c->pack, a, l->standard)) continue;
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE,
                 "give it one, or a ladder of its own, or graded = false",
                 "the area \"%.*s\" has no characteristic of `%.*s`, which the ladder counts", STR_ARG(d->id),
                 STR_ARG(name_of(c, l->standard)));
    }
}

void check_ladder(struct check *c)
{
    struct decl_ladder *d = &c->pack->decl.ladder;
    struct ladder *l = &c->pack->ladder;
    *l = (struct ladder){.standard = -1, .concern = -1, .function = d->given ? d->function : -1};
    if (!d->given && !declare_default(c)) return;
    if (l->function >= 0) around_function(c, l);
    if (d->standard.s)
        l->standard = check_grade(c, d->spot, d->standard, "ladder.standard");
    else if (l->function < 0)
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE, "write standard = \"good\"",
                 "the ladder does not say which level it counts");
    if (d->concern.s) l->concern = check_grade(c, d->spot, d->concern, "ladder.concern");
    if (d->has_partly) l->partly = share(c, &d->partly, "the ladder's `partly`");
    if (d->has_enough) l->enough = share(c, &d->enough, "the ladder's `enough`");
    l->enough_name = d->has_enough ? d->enough.parameter : STR_NONE;
    if (l->function >= 0) return;
    take_rungs(c, l);
    if (l->standard >= 0) check_standard(c, l);
}
