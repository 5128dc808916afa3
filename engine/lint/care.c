/* care.c: P501 and P502, that somebody took care: what is judged rests on something that is named, and a case holds it. */
#include "lint/lint.h"
#include "trial/suite.h"

/* --- What it rests on -------------------------------------------------------------------------------------------------- */

static bool holds(struct str text, const char *part)
{
    size_t n = strlen(part);
    for (size_t i = 0; i + n <= text.n; i++)
        if (memcmp(text.s + i, part, n) == 0) return true;
    return false;
}

/* A reference of pack.lua, the address of a page, or that it is ours. */
static bool is_cited(const struct decl_pack *d, struct str text)
{
    for (size_t i = 0; i < d->reference_count; i++)
        if (lint_says(text, d->references[i].id)) return true;
    return lint_says(text, STR("ours")) || holds(text, "://");
}

static void tell_rests(struct lint *l, struct spot spot, struct str text, const char *what, struct str id)
{
    if (is_cited(&l->pack->decl, text)) return;
    lint_tell(l, P501, spot, text, "begin with the id of a reference of pack.lua, or say `ours`", "%s %.*s rests on \"%.*s\", which names no reference", what, (int)id.n,
              id.s, text.n > 80 ? 80 : (int)text.n, text.s);
}

static void look_at_references(struct lint *l)
{
    const struct decl_pack *d = &l->pack->decl;
    for (size_t i = 0; i < d->parameter_count; i++) tell_rests(l, d->parameters[i].spot, d->parameters[i].rests, "the parameter", d->parameters[i].name);
    for (size_t i = 0; i < l->pack->characteristic_count; i++) {
        const struct decl_characteristic *c = l->pack->characteristics[i].decl;
        for (size_t k = 0; k < c->rests.count; k++) tell_rests(l, c->spot, c->rests.list[k], "the characteristic", c->id);
        if (c->thresholds.s) tell_rests(l, c->spot, c->thresholds, "the characteristic", c->id);
    }
}

/* --- What a case holds ------------------------------------------------------------------------------------------------- */

struct held { bool *characteristics, *areas, *graded; }; /* by index: something is expected of it; of the area its grade */

static void hold_list(const struct pack *p, struct held *h, const struct decl_expected *e)
{
    bool characteristics = e->kind >= EXPECT_RAISES && e->kind <= EXPECT_PRACTICES;
    for (size_t i = 0; characteristics && i < e->count; i++) {
        h->characteristics[e->list[i]] = true;
        h->areas[p->characteristics[e->list[i]].area] = true;
    }
}

static void hold(const struct pack *p, struct held *h, const struct decl_expected *e)
{
    if (e->kind == EXPECT_OUTCOME || e->kind == EXPECT_BECAUSE) {
        h->characteristics[e->characteristic] = true;
        h->areas[p->characteristics[e->characteristic].area] = true;
    } else if (e->kind == EXPECT_GRADE || e->kind == EXPECT_COMPUTED)
        h->graded[e->area] = h->areas[e->area] = true;
    else
        hold_list(p, h, e);
}

static void hold_all(const struct suite *s, struct held *h)
{
    for (size_t f = 0; f < s->file_count; f++)
        for (size_t c = 0; c < s->files[f].cases.count; c++) {
            const struct decl_case *is = &s->files[f].cases.list[c];
            for (size_t i = 0; i < is->expected_count; i++) hold(s->pack, h, &is->expected[i]);
        }
}

static void tell_area(struct lint *l, const struct held *h, uint32_t area)
{
    const struct decl_area *a = l->pack->areas[area].decl;
    if (!h->areas[area]) {
        lint_tell(l, P502, a->spot, (struct str){NULL, 0}, "write some, in tests/", "no case expects anything of the area %.*s", (int)a->id.n, a->id.s);
        return;
    }
    if (a->graded && !h->graded[area])
        lint_tell(l, P502, a->spot, (struct str){NULL, 0}, "write one for each of its grades", "no case expects a grade of the area %.*s", (int)a->id.n, a->id.s);
    for (size_t i = 0; i < l->pack->characteristic_count; i++) {
        const struct characteristic *c = &l->pack->characteristics[i];
        if (c->area == area && !h->characteristics[i])
            lint_tell(l, P502, c->decl->spot, c->decl->id, "write one for each of its outcomes; peel test --coverage lists them", "no case expects an outcome of %.*s",
                      (int)c->decl->id.n, c->decl->id.s);
    }
}

static void look_at_cases(struct lint *l, const struct suite *s)
{
    struct held h = {arena_zero(l->arena, l->pack->characteristic_count, sizeof(bool)), arena_zero(l->arena, l->pack->area_count, sizeof(bool)),
                     arena_zero(l->arena, l->pack->area_count, sizeof(bool))};
    if (s->case_count == 0) {
        lint_tell(l, P502, l->pack->decl.spot, (struct str){NULL, 0}, "cases are Lua files in its folder tests/: rules/README.md says how one is written",
                  "the pack has no cases");
        return;
    }
    hold_all(s, &h);
    for (uint32_t a = 0; a < l->pack->area_count; a++) tell_area(l, &h, a);
}

struct care { struct lint *lint; struct suite *suite; };

static void look_at_suite(void *context)
{
    struct care *c = context;
    look_at_cases(c->lint, c->suite);
}

void lint_care(struct lint *l)
{
    look_at_references(l);
    struct care c = {l, suite_open(l->pack, l->diags)}; /* what is wrong with a case is told as well */
    bool good = !c.suite || arena_guard(l->arena, look_at_suite, &c);
    suite_close(c.suite);
    if (!good) arena_starved(l->arena);
}
