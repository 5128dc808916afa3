/* check_compared.c: what the crosswalk means, as far as this pack alone can tell: its own areas and grades exist, and
 * nothing is said twice or not at all. */
#include "judge/check.h"
#include "judge/complain.h"

#define STR_NONE ((struct str){NULL, 0})

static bool has_area(const struct check *c, struct str id)
{
    for (size_t i = 0; i < c->pack->decl.areas.count; i++)
        if (str_eq(c->pack->decl.areas.list[i], id)) return true;
    return false;
}

static void check_area(struct check *c, const struct decl_link *link)
{
    const struct names *areas = &c->pack->decl.areas;
    if (has_area(c, link->area)) return;
    complain(c->pack, c->diags, DIAG_ERROR, link->spot, link->area,
             complain_hint(link->area, areas->list, areas->count, "the areas", &c->pack->arena),
             "`compared` speaks of the area \"%.*s\", which this pack does not have", STR_ARG(link->area));
}

/* Silence would let grades of two frameworks be compared by accident, or kept apart without a reason. */
static void check_said(struct check *c, const struct decl_compared *d, const struct decl_link *link)
{
    if (d->comparability || link->comparability) return;
    complain(c->pack, c->diags, DIAG_ERROR, link->spot, link->area,
             "say it of all: comparability = \"alike\", or \"not-comparable\" with because = \"…\"; or of this area alone",
             "whether grades of \"%.*s\" may be compared with those of %.*s is not said", STR_ARG(link->area),
             STR_ARG(d->pack));
}

static void check_successor(struct check *c, const struct decl_successor *list, size_t i, const char *what)
{
    for (size_t k = 0; k < i; k++)
        if (str_eq(list[k].was, list[i].was))
            complain(c->pack, c->diags, DIAG_ERROR, list[i].spot, list[i].is, NULL,
                     "\"%.*s\" was the %s \"%.*s\", and so was \"%.*s\"", STR_ARG(list[i].is), what,
                     STR_ARG(list[i].was), STR_ARG(list[k].is));
}

static void check_one(struct check *c, const struct decl_compared *d)
{
    for (size_t i = 0; i < d->link_count; i++) check_area(c, &d->links[i]), check_said(c, d, &d->links[i]);
    for (size_t i = 0; i < d->grade_count; i++) check_grade(c, d->grades[i].spot, d->grades[i].is, "grades");
    for (size_t i = 0; i < d->organisation_count; i++) check_successor(c, d->organisations, i, "organisation");
    if (d->link_count || d->grade_count || d->organisation_count || d->comparability) return;
    complain(c->pack, c->diags, DIAG_ERROR, d->spot, d->pack,
             "areas = { [\"an-area\"] = \"what it was there\" }", "the crosswalk from \"%.*s\" says nothing",
             STR_ARG(d->pack));
}

void check_compared(struct check *c)
{
    for (size_t i = 0; i < c->pack->decl.compared_count; i++) check_one(c, &c->pack->decl.compared[i]);
}
