/* unread.c: P205, evidence that the pack declares and no rule reads.
 *
 * By the gists of all files. Where a rule cannot be followed it may read anything: then nothing is told. Of measures nothing is told either: one that no rule reads may be the
 * denominator of others, which only a dataset says.
 */
#include "lint/lint.h"
#include "script/gist.h"

struct look {
    const struct gist **files; size_t count; /* of each file of the pack; NULL: no rules */
    bool partial;
};

static struct look gists_of(struct lint *l)
{
    struct look look = {arena_alloc(l->arena, l->pack->file_count * sizeof *look.files), l->pack->file_count, false};
    for (size_t i = 0; i < look.count; i++) {
        look.files[i] = gist_read(l->pack->files[i].text, l->arena);
        for (const struct gist *g = look.files[i]; g; g = g->next) look.partial = look.partial || g->partial;
    }
    return look;
}

static bool reads(const struct gist *g, enum evidence_kind kind, struct str id)
{
    for (const struct gist_read *r = g->reads; r; r = r->next)
        if (r->kind == kind && str_eq(r->name, id)) return true;
    return false;
}

static bool is_read(const struct look *look, enum evidence_kind kind, struct str id)
{
    for (size_t i = 0; i < look->count; i++)
        for (const struct gist *g = look->files[i]; g; g = g->next)
            if (reads(g, kind, id)) return true;
    return false;
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

void lint_unread(struct lint *l)
{
    const struct decl_pack *d = &l->pack->decl;
    struct look look = gists_of(l);
    for (int kind = EVIDENCE_MEASURE + 1; kind < EVIDENCE_CATALOGUES && !look.partial; kind++)
        for (size_t i = 0; i < d->evidence_count[kind]; i++) {
            const struct decl_evidence *e = &d->evidence[kind][i];
            if (is_read(&look, (enum evidence_kind)kind, e->id) || is_banded(l->pack, (enum evidence_kind)kind, e->id)) continue;
            lint_tell(l, P205, e->spot, e->id, "read it in a rule, or leave it out", "%.*s is declared, and no rule reads it", (int)e->id.n, e->id.s);
        }
}
