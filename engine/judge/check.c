/* check.c: the manifest, the areas and their characteristics. The ladder is in check_ladder.c, dependencies in
 * check_order.c. */
#include "judge/check.h"
#include "judge/complain.h"
#include "judge/ladder.h"
#include <math.h>

#define STR_NONE ((struct str){NULL, 0})

static bool is_reserved(struct str word)
{
    for (int g = PEEL_UNGRADED; g >= PEEL_GRADE_NOT_INSPECTED; g--)
        if (str_is(word, peel_no_grade_name(g))) return true;
    for (int o = PEEL_NOT_APPLICABLE; o < PEEL_OUTCOMES; o++)
        if (str_is(word, peel_outcome_name((enum peel_outcome)o))) return true;
    for (int s = 0; s < PEEL_STATUSES; s++)
        if (str_is(word, peel_status_name((enum peel_status)s))) return true;
    return str_is(word, "none");
}

static bool seen_before(const struct str *names, size_t i)
{
    for (size_t j = 0; j < i; j++)
        if (str_eq(names[i], names[j])) return true;
    return false;
}

/* --- pack.lua ------------------------------------------------------------------------------------ */

static bool check_scale(struct check *c)
{
    struct decl_pack *d = &c->pack->decl;
    size_t before = c->diags->errors;
    if (d->scale.count < 2 || d->scale.count > PACK_SCALE_MAX)
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE, "list the grades, worst first",
                 "`scale` must have 2 to %d grades, got %zu", PACK_SCALE_MAX, d->scale.count);
    for (size_t i = 0; i < d->scale.count && i <= PACK_SCALE_MAX; i++) {
        struct str grade = d->scale.list[i];
        if (is_reserved(grade))
            complain(c->pack, c->diags, DIAG_ERROR, d->spot, grade, "choose another word for this grade",
                     "\"%.*s\" cannot be a grade: the engine says it of areas that have none", STR_ARG(grade));
        if (seen_before(d->scale.list, i))
            complain(c->pack, c->diags, DIAG_ERROR, d->spot, grade, NULL, "the grade \"%.*s\" is twice in `scale`",
                     STR_ARG(grade));
    }
    return c->diags->errors == before;
}

static void check_parameters(struct check *c)
{
    struct decl_pack *d = &c->pack->decl;
    for (size_t i = 0; i < d->parameter_count; i++)
        if (!isfinite(d->parameters[i].value))
            complain(c->pack, c->diags, DIAG_ERROR, d->parameters[i].spot, STR_NONE, NULL,
                     "the parameter `%.*s` must be a finite number", STR_ARG(d->parameters[i].name));
    if (d->parameter_count > UINT16_MAX)
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE, NULL, "a pack may have up to %d parameters, got %zu",
                 UINT16_MAX, d->parameter_count);
}

bool check_manifest(struct check *c)
{
    struct decl_pack *d = &c->pack->decl;
    struct arena *arena = &c->pack->arena;
    if (c->pack->folder && d->name.s && !str_is(d->name, c->pack->folder))
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, d->name,
                 arena_printf(arena, "write name = \"%s\", or rename the folder; a copy of a pack keeps its name in a folder within another: before/%.*s", c->pack->folder, STR_ARG(d->name)),
                 "the pack is called \"%.*s\" but its folder \"%s\"", STR_ARG(d->name), c->pack->folder);
    bool good = check_scale(c);
    check_parameters(c);
    for (size_t i = 0; i < d->areas.count; i++)
        if (seen_before(d->areas.list, i)) {
            complain(c->pack, c->diags, DIAG_ERROR, d->spot, d->areas.list[i], NULL,
                     "the area \"%.*s\" is twice in `areas`", STR_ARG(d->areas.list[i]));
            good = false;
        }
    c->levels = d->scale;
    return good;
}

int check_grade(struct check *c, struct spot spot, struct str grade, const char *what)
{
    for (size_t i = 0; i < c->levels.count; i++)
        if (str_eq(grade, c->levels.list[i])) return (int)i;
    const struct ladder_default *other = ladder_scale_with(grade);
    struct arena *arena = &c->pack->arena;
    const char *hint = other ? arena_printf(arena, "\"%.*s\" is a grade of PEEL's %s scale; this pack's has %zu grades",
                                            STR_ARG(grade), other->name, c->levels.count)
                             : complain_hint(grade, c->levels.list, c->levels.count, "the grades", arena);
    complain(c->pack, c->diags, DIAG_ERROR, spot, grade, hint,
             "`%s` names the grade \"%.*s\", which is not on the pack's scale", what, STR_ARG(grade));
    return -1;
}

int check_parameter(struct check *c, struct spot spot, struct str name, const char *what)
{
    struct decl_pack *d = &c->pack->decl;
    for (size_t i = 0; i < d->parameter_count; i++)
        if (str_eq(name, d->parameters[i].name)) return (int)i;
    struct arena *arena = &c->pack->arena;
    struct str *names = arena_alloc(arena, (d->parameter_count + 1) * sizeof *names);
    for (size_t i = 0; i < d->parameter_count; i++) names[i] = d->parameters[i].name;
    complain(c->pack, c->diags, DIAG_ERROR, spot, name,
             complain_hint(name, names, d->parameter_count, "the parameters", arena),
             "%s needs the parameter `%.*s`, which pack.lua does not declare", what, STR_ARG(name));
    return -1;
}

/* --- what outcomes raise --------------------------------------------------------------------------- */

/* Law 7. script/ refuses it at its exact place; whatever else may come to declare, no pack gets past here without. */
static void check_raise(struct check *c, const struct decl_raise *raise)
{
    if (raise->kind == RAISE_CONCERN && !raise->recommendation_count)
        complain(c->pack, c->diags, DIAG_ERROR, raise->spot, raise->text,
                 "add recommendations = { { \"The force should ...\", within = \"6 months\" } }",
                 "a cause of concern owns at least one recommendation");
}

/* --- characteristics ------------------------------------------------------------------------------- */

static bool declares_parameter(const struct decl_pack *d, const char *name)
{
    for (size_t i = 0; i < d->parameter_count; i++)
        if (str_is(d->parameters[i].name, name)) return true;
    return false;
}

static uint16_t findings_parameter(struct check *c, const struct decl_characteristic *d, struct str name,
                                   const char *usual)
{
    if ((!name.s || str_is(name, usual)) && !declares_parameter(&c->pack->decl, usual)) {
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, STR_NONE,
                 arena_printf(&c->pack->arena,
                              "declare it: %s = { %s, \"what it is\", rests = \"ours\", unit = \"share\" }", usual,
                              strcmp(usual, "findings_met") == 0 ? "0.75" : "0.33"),
                 "`findings` needs the parameter `%s`, which pack.lua does not declare", usual);
        return 0;
    }
    int p = check_parameter(c, d->spot, name.s ? name : str_of(usual), "`findings`");
    return p < 0 ? 0 : (uint16_t)p;
}

static void check_findings(struct check *c, struct characteristic *x)
{
    size_t before = c->diags->errors;
    x->findings_met = findings_parameter(c, x->decl, x->decl->findings_met, "findings_met");
    x->findings_partly = findings_parameter(c, x->decl, x->decl->findings_partly, "findings_partly");
    if (c->diags->errors != before) return;
    const struct decl_parameter *met = &c->pack->decl.parameters[x->findings_met],
                                *partly = &c->pack->decl.parameters[x->findings_partly];
    if (!(met->value >= partly->value && partly->value >= 0 && met->value <= 1))
        complain(c->pack, c->diags, DIAG_ERROR, x->decl->spot, STR_NONE,
                 "shares go from 0 to 1, and what is met is more than what is partly met",
                 "`findings` needs %.*s (%g) to be at least %.*s (%g)", STR_ARG(met->name), met->value,
                 STR_ARG(partly->name), partly->value);
}

/* Their bounds are parameters; what an area's are called, grades. That they leave no gap is asked by `peel check`. */
static void check_bands(struct check *c, const struct decl_bands *bands, bool grades)
{
    for (size_t i = 0; bands && i < bands->count; i++) {
        const struct decl_band *b = &bands->list[i];
        if (b->low.s) check_parameter(c, b->spot, b->low, "a band");
        if (b->high.s) check_parameter(c, b->spot, b->high, "a band");
        if (grades) check_grade(c, b->spot, b->name, "bands");
    }
}

static void check_characteristic(struct check *c, struct characteristic *x)
{
    const struct decl_characteristic *d = x->decl;
    x->level = check_grade(c, d->spot, d->level, "level");
    if (d->findings) check_findings(c, x);
    check_bands(c, d->bands, false);
    for (int o = PEEL_MET; o <= PEEL_NOT_MET; o++) check_raise(c, &d->raises[o]);
}

/* --- caps ---------------------------------------------------------------------------------------------- */

static uint32_t own_characteristic(struct check *c, const struct decl_area *area, uint32_t start,
                                   const struct decl_cap *cap)
{
    struct str *names = arena_alloc(&c->pack->arena, (area->characteristic_count + 1) * sizeof *names);
    for (size_t i = 0; i < area->characteristic_count; i++) {
        names[i] = area->characteristics[i].id;
        if (str_eq(cap->characteristic, names[i]) ||
            str_eq(cap->characteristic, c->pack->characteristics[start + i].id))
            return start + (uint32_t)i;
    }
    complain(c->pack, c->diags, DIAG_ERROR, cap->spot, cap->characteristic,
             complain_hint(cap->characteristic, names, area->characteristic_count, "the characteristics of this area",
                           &c->pack->arena),
             "the cap \"%.*s\" rests on \"%.*s\", which is no characteristic of this area", STR_ARG(cap->id),
             STR_ARG(cap->characteristic));
    return NO_SLOT;
}

static int cap_outcome(struct check *c, const struct decl_cap *cap)
{
    int outcome = peel_outcome_named(cap->outcome.s, cap->outcome.n);
    if (outcome >= PEEL_MET && outcome <= PEEL_NOT_MET) return outcome;
    complain(c->pack, c->diags, DIAG_ERROR, cap->spot, cap->outcome,
             "missing evidence never lowers a grade: met, partly-met or not-met",
             "a cap cannot rest on the outcome \"%.*s\"", STR_ARG(cap->outcome));
    return PEEL_NOT_MET;
}

static void check_cap(struct check *c, const struct decl_area *area, uint32_t start, struct cap *cap)
{
    const struct decl_cap *d = cap->decl;
    cap->at = check_grade(c, d->spot, d->at, "at");
    cap->characteristic = NO_SLOT;
    cap->rule = arena_printf(&c->pack->arena, "%s:%d", d->spot.file ? d->spot.file : "?", d->spot.line);
    if (d->when < 0) {
        cap->characteristic = own_characteristic(c, area, start, d);
        cap->outcome = cap_outcome(c, d);
    }
    if (!area->graded)
        complain(c->pack, c->diags, DIAG_ERROR, d->spot, d->id, "drop the cap, or grade the area",
                 "the cap \"%.*s\" has no grade to limit: the area is ungraded", STR_ARG(d->id));
    else if (cap->at >= 0 && (size_t)cap->at + 1 == c->levels.count)
        complain(c->pack, c->diags, DIAG_WARNING, d->spot, d->at, NULL,
                 "the cap \"%.*s\" never acts: \"%.*s\" is the best grade", STR_ARG(d->id), STR_ARG(d->at));
}

/* --- areas ----------------------------------------------------------------------------------------------- */

static void check_area(struct check *c, uint32_t a)
{
    struct pack *pack = c->pack;
    const struct decl_area *d = &pack->declared[a];
    uint32_t start = pack->shape.area_start[a];
    struct area *area = &pack->areas[a];
    for (uint32_t i = start; i < pack->shape.area_start[a + 1]; i++) check_characteristic(c, &pack->characteristics[i]);
    area->caps = arena_zero(&pack->arena, d->cap_count + 1, sizeof *area->caps);
    area->cap_count = d->cap_count;
    check_bands(c, d->bands, true);
    for (size_t i = 0; i < d->cap_count; i++) {
        area->caps[i].decl = &d->caps[i];
        check_cap(c, d, start, &area->caps[i]);
    }
    if (!d->graded && d->ladder >= 0)
        complain(pack, c->diags, DIAG_ERROR, d->spot, STR_NONE, "drop `ladder`, or grade the area",
                 "the area \"%.*s\" is ungraded but has a ladder", STR_ARG(d->id));
}

static void lay_out_characteristic(struct pack *pack, uint32_t a, uint32_t i, const struct decl_characteristic *d)
{
    struct characteristic *x = &pack->characteristics[i];
    struct str *id = (struct str *)&pack->shape.ids[i];
    x->decl = d;
    x->area = a;
    x->id.s = arena_printf(&pack->arena, "%.*s/%.*s", STR_ARG(pack->declared[a].id), STR_ARG(d->id));
    x->id.n = strlen(x->id.s);
    x->rule = arena_printf(&pack->arena, "%s:%d", d->spot.file ? d->spot.file : "?", d->spot.line);
    *id = x->id;
}

/* The arrays of the pack and of its shape, with everything but what must be checked. */
static void lay_out(struct pack *pack, const bool *whole)
{
    struct arena *arena = &pack->arena;
    size_t areas = pack->decl.areas.count, all = 0;
    uint32_t *start = arena_zero(arena, areas + 1, sizeof *start);
    for (size_t a = 0; a < areas; a++) {
        pack->declared[a].id = pack->decl.areas.list[a];
        if (!whole[a])
            pack->declared[a].characteristic_count = pack->declared[a].cap_count =
                0; /* told already; what is left of it would be told twice */
        all += pack->declared[a].characteristic_count;
        start[a + 1] = (uint32_t)all;
    }
    pack->area_count = areas;
    pack->characteristic_count = all;
    pack->areas = arena_zero(arena, areas + 1, sizeof *pack->areas);
    pack->characteristics = arena_zero(arena, all + 1, sizeof *pack->characteristics);
    pack->shape.areas = areas;
    pack->shape.characteristics = all;
    pack->shape.area_ids = pack->decl.areas.list;
    pack->shape.area_start = start;
    pack->shape.ids = arena_zero(arena, all + 1, sizeof *pack->shape.ids);
    for (uint32_t a = 0; a < areas; a++) {
        pack->areas[a] = (struct area){&pack->declared[a], NULL, 0, pack->declared[a].ladder};
        for (uint32_t i = start[a]; i < start[a + 1]; i++)
            lay_out_characteristic(pack, a, i, &pack->declared[a].characteristics[i - start[a]]);
    }
    lookup_make(&pack->area_ids, pack->shape.area_ids, areas, arena);
    lookup_make(&pack->characteristic_ids, pack->shape.ids, all, arena);
}

void check_areas(struct check *c)
{
    for (uint32_t a = 0; a < c->pack->area_count; a++) check_area(c, a);
}

/* What rules are told of the pack's shape, once all is known. */
static void shape(struct pack *pack)
{
    uint8_t *level = arena_zero(&pack->arena, pack->characteristic_count + 1, sizeof *level);
    double *weight = arena_zero(&pack->arena, pack->characteristic_count + 1, sizeof *weight);
    for (size_t i = 0; i < pack->characteristic_count; i++) {
        level[i] = (uint8_t)(pack->characteristics[i].level < 0 ? 0 : pack->characteristics[i].level);
        weight[i] = pack->characteristics[i].decl->weight;
    }
    pack->shape.level = level;
    pack->shape.weight = weight;
    pack->shape.grades = pack->decl.scale.count;
    pack->shape.scale = pack->decl.scale.list;
    pack->shape.partly = pack->ladder.partly;
    pack->shape.standard = pack->ladder.standard;
    pack->shape.enough = pack->ladder.enough;
    pack->vocabulary = (struct vocabulary){&pack->shape, &pack->decl};
}

void check_pack(struct pack *pack, bool manifest, const bool *whole, struct diags *diags)
{
    struct check c = {pack, diags, whole, {NULL, 0}};
    if (!check_manifest(&c)) return;
    lay_out(pack, whole);
    if (pack->characteristic_count > PACK_CHARACTERISTICS_MAX) {
        complain(pack, diags, DIAG_ERROR, pack->decl.spot, STR_NONE, NULL,
                 "a pack may have up to %d characteristics, got %zu", PACK_CHARACTERISTICS_MAX,
                 pack->characteristic_count);
        return;
    }
    check_areas(&c);
    if (manifest) check_ladder(&c);
    if (manifest) check_cohort(&c);
    if (manifest) check_compared(&c);
    check_dependencies(&c);
    shape(pack);
}
