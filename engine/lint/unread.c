/* unread.c: P205 to P208, what a pack declares and makes no use of: evidence, parameters, references, dependencies.
 *
 * By the gists of all files. Where a rule cannot be followed it may read anything that is said somewhere in a file: then only what no file says is told.
 */
#include "judge/lookup.h"
#include "lint/gists.h"
#include "script/mention.h"
#include "script/spot.h"

struct ids_said { /* of one file */
    struct lookup lookup;
    uint32_t *times; /* of each that is found */
};

struct look {
    struct lint *lint;
    const struct pack *pack;
    const struct gist **files; /* of each file of the pack; NULL: no rules */
    bool partial;
    struct lookup said; /* all that may be a name, in any file */
    struct ids_said *ids; /* of each file, when it is first asked for */
};

static void read_names(struct look *look)
{
    const struct pack *pack = look->pack;
    size_t count = 0;
    for (size_t i = 0; i < pack->file_count; i++) count += mention_names(pack->files[i].text, NULL);
    struct str *names = arena_alloc(look->lint->arena, (count + 1) * sizeof *names);
    for (size_t i = 0, n = 0; i < pack->file_count; i++) n += mention_names(pack->files[i].text, names + n);
    lookup_make(&look->said, names, count, look->lint->arena);
}

static struct look look_of(struct lint *l)
{
    struct look look = {.lint = l, .pack = l->pack, .files = arena_alloc(l->arena, l->pack->file_count * sizeof *look.files)};
    look.ids = arena_zero(l->arena, l->pack->file_count, sizeof *look.ids);
    read_names(&look);
    for (size_t i = 0; i < l->pack->file_count; i++) {
        look.files[i] = lint_gists(l, i);
        for (const struct gist *g = look.files[i]; g; g = g->next) look.partial = look.partial || g->partial;
    }
    return look;
}

static bool is_mentioned(const struct look *look, struct str name) { return lookup_find(&look->said, name) != LOOKUP_NONE; }

/* --- Evidence -------------------------------------------------------------------------------------------------------- */

static bool reads(const struct gist *g, enum evidence_kind kind, struct str id)
{
    for (const struct gist_read *r = g->reads; r; r = r->next)
        if (r->kind == kind && str_eq(r->name, id)) return true;
    return false;
}

static bool is_read(const struct look *look, enum evidence_kind kind, struct str id)
{
    for (size_t i = 0; i < look->pack->file_count; i++)
        for (const struct gist *g = look->files[i]; g; g = g->next)
            if (reads(g, kind, id)) return true;
    return look->partial && is_mentioned(look, id);
}

static bool bands_read(const struct decl_bands *bands, enum evidence_kind kind, struct str id)
{
    return bands && bands->kind == kind && str_eq(bands->of, id);
}

static bool is_banded(const struct pack *pack, enum evidence_kind kind, struct str id)
{
    for (size_t i = 0; i < pack->characteristic_count; i++)
        if (bands_read(pack->characteristics[i].decl->bands, kind, id)) return true;
    for (size_t i = 0; i < pack->area_count; i++)
        if (bands_read(pack->areas[i].decl->bands, kind, id)) return true;
    return false;
}

static bool against(const struct decl_against *a, struct str id)
{
    return (a->has_peers && str_eq(a->similar, id)) || (a->has_unless && str_eq(a->unless, id));
}

/* Is who is similar, or who counts, found by it? That it is only named in `measures` asks nothing of it. */
static bool is_in_cohort(const struct decl_cohort *c, struct str id)
{
    for (size_t i = 0; i < c->apart_count; i++)
        if (against(&c->apart[i], id)) return true;
    return against(&c->all, id);
}

static void look_at_evidence(const struct look *look, enum evidence_kind kind, const struct decl_evidence *e)
{
    bool measure = kind == EVIDENCE_MEASURE;
    if (is_read(look, kind, e->id) || is_banded(look->pack, kind, e->id) || (measure && is_in_cohort(&look->pack->decl.cohort, e->id))) return;
    lint_tell(look->lint, P205, e->spot, e->id,
              measure ? "read it in a rule, or leave it out; of what others are counted over say so: -- peel: allow P205: their denominator"
                      : "read it in a rule, or leave it out",
              "%.*s is declared, and no rule reads it", (int)e->id.n, e->id.s);
}

/* --- Parameters ------------------------------------------------------------------------------------------------------ */

static bool weighs_findings(const struct pack *pack, size_t parameter)
{
    for (size_t i = 0; i < pack->characteristic_count; i++) {
        const struct characteristic *c = &pack->characteristics[i];
        if (c->decl->findings && (c->findings_met == parameter || c->findings_partly == parameter)) return true;
    }
    return false;
}

/* By what the ladder, the cohort and the rules say: all of them name it. */
static void look_at_parameters(const struct look *look)
{
    const struct decl_pack *d = &look->pack->decl;
    for (size_t i = 0; i < d->parameter_count; i++) {
        const struct decl_parameter *p = &d->parameters[i];
        if (is_mentioned(look, p->name) || weighs_findings(look->pack, i)) continue;
        lint_tell(look->lint, P206, p->spot, p->name, "read it in a rule, or leave it out", "the parameter %.*s is declared, and nothing reads it", (int)p->name.n,
                  p->name.s);
    }
}

/* --- References ------------------------------------------------------------------------------------------------------ */

static bool of_id(char c) { return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == '_' || c == '-'; }

bool lint_says(struct str text, struct str id)
{
    for (size_t i = 0; id.n && i + id.n <= text.n; i++) {
        bool whole = (i == 0 || !of_id(text.s[i - 1])) && (i + id.n == text.n || !of_id(text.s[i + id.n]));
        if (whole && memcmp(text.s + i, id.s, id.n) == 0) return true;
    }
    return false;
}

static bool rests_on(const struct decl_characteristic *c, struct str id)
{
    for (size_t i = 0; i < c->rests.count; i++)
        if (lint_says(c->rests.list[i], id)) return true;
    return lint_says(c->thresholds, id);
}

static bool is_rested_on(const struct pack *pack, struct str id)
{
    for (size_t i = 0; i < pack->decl.parameter_count; i++)
        if (lint_says(pack->decl.parameters[i].rests, id)) return true;
    for (size_t i = 0; i < pack->characteristic_count; i++)
        if (rests_on(pack->characteristics[i].decl, id)) return true;
    return false;
}

/* From the line where the references begin: the ids of areas and evidence may be the same. */
static struct spot references_spot(const struct pack *pack)
{
    struct str line;
    struct place place = spot_place(pack->decl.spot, pack->files[0].text, STR("references"), &line);
    return (struct spot){pack->decl.spot.file, (int)place.line};
}

static void look_at_references(const struct look *look)
{
    const struct decl_pack *d = &look->pack->decl;
    struct spot spot = references_spot(look->pack);
    for (size_t i = 0; i < d->reference_count; i++) {
        struct str id = d->references[i].id;
        if (is_rested_on(look->pack, id)) continue;
        lint_tell(look->lint, P207, spot, id, "name it where something rests on it, or leave it out", "nothing rests on the reference %.*s", (int)id.n, id.s);
    }
}

/* --- Dependencies ---------------------------------------------------------------------------------------------------- */

static bool covers(struct str depends, const struct gist_read *r)
{
    if (r->kind != EVIDENCE_OUTCOME && r->kind != EVIDENCE_AREA) return false;
    return str_eq(r->name, depends) || (r->name.n > depends.n && r->name.s[depends.n] == '/' && memcmp(r->name.s, depends.s, depends.n) == 0);
}

/* Does the rule read it, or might it? */
static bool may_depend(const struct gist *g, struct str depends)
{
    for (const struct gist_read *r = g ? g->reads : NULL; r; r = r->next)
        if (covers(depends, r)) return true;
    return !g || g->partial;
}

static struct ids_said ids_of(const struct look *look, size_t file)
{
    struct arena *arena = look->lint->arena;
    struct str text = look->pack->files[file].text;
    size_t count = mention_ids(text, NULL);
    struct str *ids = arena_alloc(arena, (count + 1) * sizeof *ids);
    struct ids_said said = {.times = arena_zero(arena, count + 1, sizeof *said.times)};
    mention_ids(text, ids);
    lookup_make(&said.lookup, ids, count, arena);
    for (size_t i = 0; i < count; i++) said.times[lookup_find(&said.lookup, ids[i])]++;
    return said;
}

/* How often a file says it, or what is within it. */
static size_t said_in(const struct look *look, size_t file, struct str id)
{
    struct ids_said *said = &look->ids[file];
    if (!said->times) *said = ids_of(look, file);
    uint32_t at = lookup_find(&said->lookup, id);
    return at == LOOKUP_NONE ? 0 : said->times[at];
}

/* How often `depends` itself says it, or what is within it, in this file. */
static size_t declared_in(const struct decl_area *a, struct str id)
{
    size_t count = 0;
    for (size_t c = 0; c <= a->characteristic_count; c++) {
        const struct names *names = c ? &a->characteristics[c - 1].depends : &a->depends;
        for (size_t i = 0; i < names->count; i++) {
            struct str s = names->list[i];
            count += str_eq(s, id) || (s.n > id.n && s.s[id.n] == '/' && memcmp(s.s, id.s, id.n) == 0);
        }
    }
    return count;
}

static void look_at_depends(const struct look *look, size_t area, const struct decl_characteristic *of, struct str id)
{
    const struct decl_area *a = &look->pack->declared[area];
    const struct gist *list = look->files[area + 1];
    bool read = false, followed = true;
    for (size_t c = 0; c < a->characteristic_count; c++) {
        const struct decl_characteristic *x = &a->characteristics[c];
        const struct gist *g = gist_find(list, GIST_JUDGE, x->id);
        if ((of && of != x) || x->judge < 0) continue;
        read = read || may_depend(g, id);
        followed = followed && g && !g->partial;
    }
    if (followed ? read : said_in(look, area + 1, id) > declared_in(a, id)) return;
    lint_tell(look->lint, P208, of ? of->spot : a->spot, id, "read it, or leave it out", "%.*s is named in `depends`, and no rule that may reads it", (int)id.n, id.s);
}

static void look_at_area(const struct look *look, size_t area)
{
    const struct decl_area *a = &look->pack->declared[area];
    for (size_t i = 0; i < a->depends.count; i++) look_at_depends(look, area, NULL, a->depends.list[i]);
    for (size_t c = 0; c < a->characteristic_count; c++) {
        const struct decl_characteristic *x = &a->characteristics[c];
        for (size_t i = 0; i < x->depends.count; i++) look_at_depends(look, area, x, x->depends.list[i]);
    }
}

void lint_unread(struct lint *l)
{
    const struct decl_pack *d = &l->pack->decl;
    struct look look = look_of(l);
    for (int kind = 0; kind < EVIDENCE_CATALOGUES; kind++)
        for (size_t i = 0; i < d->evidence_count[kind]; i++) look_at_evidence(&look, (enum evidence_kind)kind, &d->evidence[kind][i]);
    look_at_parameters(&look);
    look_at_references(&look);
    for (size_t a = 0; a < l->pack->area_count; a++) look_at_area(&look, a);
}
