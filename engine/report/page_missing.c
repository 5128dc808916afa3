/* page_missing.c: what was missing, each thing once with its type and the characteristics that wanted it; and the rules
 * that failed, which says nothing of the organisation. */
#include "data/phrase.h"
#include "report/gather.h"
#include "report/page.h"
#include "report/wrap.h"

static bool same(const struct reading *a, const struct reading *b)
{
    return a->kind == b->kind && a->slot == b->slot && str_eq(a->name, b->name);
}

/* Is `r`, read by characteristic `c`, told already on account of an earlier one? */
static bool told(const struct page *p, uint32_t c, size_t index)
{
    const struct reading *r = &p->result->verdicts[c].readings[index];
    for (uint32_t k = 0; k <= c; k++) {
        const struct verdict *v = &p->result->verdicts[k];
        for (size_t i = 0; i < (k == c ? index : v->reading_count); i++)
            if (v->readings[i].missing && same(&v->readings[i], r)) return true;
    }
    return false;
}

static void wanted_by(struct page *p, const struct reading *r, struct buf *s)
{
    const char *lead = " (wanted by ";
    for (uint32_t c = 0; c < p->report->pack->characteristic_count; c++) {
        const struct verdict *v = &p->result->verdicts[c];
        for (size_t i = 0; i < v->reading_count; i++) {
            if (!v->readings[i].missing || !same(&v->readings[i], r)) continue;
            buf_put(s, lead);
            buf_str(s, p->report->pack->characteristics[c].id);
            lead = ", ";
            break;
        }
    }
    buf_put(s, ")");
}

static void what(struct page *p, const struct reading *r, struct buf *s)
{
    const struct org_result *o = p->result;
    if (r->kind < EVIDENCE_CATALOGUES && r->slot != NO_SLOT) {
        const struct evidence *is = org_evidence(o->org, (enum evidence_kind)r->kind, r->slot);
        buf_str(s, phrase_title(o->dataset, (enum evidence_kind)r->kind, r->slot));
        buf_put(s, ": ");
        buf_put(s, phrase_missing((enum peel_missing)is->missing));
        if (is->note.n > 0) {
            buf_put(s, ", ");
            buf_str(s, is->note);
        }
        return;
    }
    buf_put(s, evidence_kind_name((enum evidence_kind)r->kind));
    buf_char(s, ' ');
    buf_str(s, r->name);
    buf_put(s, r->kind == EVIDENCE_FINDING     ? ": no findings"
               : r->kind < EVIDENCE_CATALOGUES ? ": not in the dataset"
                                               : ": no evidence");
}

static void item(struct page *p, bool *any)
{
    if (!*any) page_section(p, "What was missing");
    *any = true;
    page_item(p, "? ", (struct str){p->scratch->data, p->scratch->length});
}

/* True where the characteristic read anything that was missing. */
static bool missing_of(struct page *p, uint32_t c, bool *any)
{
    const struct verdict *v = &p->result->verdicts[c];
    bool found = false;
    for (size_t i = 0; i < v->reading_count; i++) {
        if (!v->readings[i].missing) continue;
        found = true;
        if (told(p, c, i)) continue;
        buf_clear(p->scratch);
        what(p, &v->readings[i], p->scratch);
        wanted_by(p, &v->readings[i], p->scratch);
        item(p, any);
    }
    return found;
}

static bool read_missing(const struct verdict *v)
{
    for (size_t i = 0; i < v->reading_count; i++)
        if (v->readings[i].missing) return true;
    return false;
}

/* No evidence, though nothing that was read is missing: the rule says why. */
static bool is_unexplained(const struct page *p, uint32_t c)
{
    const struct verdict *v = &p->result->verdicts[c];
    return v->outcome == PEEL_NO_EVIDENCE && !read_missing(v);
}

/* Those with the same reason are told once, and counted; the areas name them. */
static void unexplained(struct page *p, uint32_t c, bool *any)
{
    size_t count = 0;
    uint32_t end = (uint32_t)p->report->pack->characteristic_count;
    if (!is_unexplained(p, c)) return;
    for (uint32_t k = 0; k < end; k++) {
        bool alike = is_unexplained(p, k) && gather_alike(p->result, k, c);
        if (alike && k < c) return;
        count += alike;
    }
    buf_clear(p->scratch);
    if (count == 1)
        buf_str(p->scratch, p->report->pack->characteristics[c].id);
    else
        buf_printf(p->scratch, "%zu characteristics", count);
    buf_put(p->scratch, ": ");
    buf_str(p->scratch, count > 1 && gather_unheard(p->result, c) ? STR("no finding was made against them")
                                                                  : p->result->verdicts[c].reason);
    item(p, any);
}

static void missing(struct page *p)
{
    bool any = false;
    for (uint32_t c = 0; c < p->report->pack->characteristic_count; c++)
        if (!missing_of(p, c, &any)) unexplained(p, c, &any);
}

static void one_failure(struct page *p, const struct verdict *v, struct str who, bool *any)
{
    if (v->outcome != PEEL_ERROR && v->outcome != PEEL_LIMIT) return;
    if (!*any) page_section(p, "Rules that failed (this says nothing of the organisation)");
    *any = true;
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_str(s, who);
    buf_put(s, ": ");
    buf_put(s, peel_outcome_name(v->outcome));
    buf_put(s, ", ");
    buf_str(s, v->reason); /* begins with its place */
    page_item(p, "! ", (struct str){s->data, s->length});
}

static void failed(struct page *p)
{
    const struct org_result *r = p->result;
    bool any = false;
    for (uint32_t c = 0; c < r->pack->characteristic_count; c++)
        one_failure(p, &r->verdicts[c], r->pack->characteristics[c].id, &any);
    for (size_t i = 0; i < r->pack->area_count; i++) {
        const struct area_result *a = &r->areas[i];
        if (a->ladder) one_failure(p, a->ladder, a->area->decl->id, &any);
        for (size_t k = 0; a->caps && k < a->area->cap_count; k++)
            if (a->caps[k]) one_failure(p, a->caps[k], a->area->caps[k].decl->id, &any);
    }
}

void page_missing(struct page *p)
{
    missing(p);
    failed(p);
}
