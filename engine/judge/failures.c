/* failures.c: see failures.h. */
#include "judge/failures.h"
#include <stdio.h>

static struct rule_failure *place_for(struct failures *f, uint32_t slot)
{
    for (size_t i = 0; i < f->count; i++)
        if (f->list[i].slot == slot) return &f->list[i];
    if (f->count == FAILURES_KEPT) {
        f->more = true;
        return NULL;
    }
    struct rule_failure *new = &f->list[f->count++];
    *new = (struct rule_failure){.slot = slot};
    return new;
}

static bool failed(const struct verdict *v) { return v && (v->outcome == PEEL_ERROR || v->outcome == PEEL_LIMIT); }

/* The failure to fill, where the verdict is the first of its kind; else it is counted. */
static struct rule_failure *count(struct failures *f, const struct org_result *r, uint32_t slot,
                                  const struct verdict *v)
{
    struct rule_failure *x = failed(v) ? place_for(f, slot) : NULL;
    if (!x || x->organisations++) return NULL;
    snprintf(x->first, sizeof x->first, "%.*s", (int)r->org->id.n, r->org->id.s);
    snprintf(x->reason, sizeof x->reason, "%.*s", (int)v->reason.n, v->reason.s);
    return x;
}

void failures_count(struct failures *f, const struct org_result *r)
{
    const struct pack *pack = r->pack;
    uint32_t slot = 0;
    struct rule_failure *x;
    for (; slot < pack->characteristic_count; slot++)
        if ((x = count(f, r, slot, &r->verdicts[slot])))
            snprintf(x->what, sizeof x->what, "%s", pack->shape.ids[slot].s);
    for (size_t a = 0; a < pack->area_count; a++, slot++)
        if ((x = count(f, r, slot, r->areas[a].ladder)))
            snprintf(x->what, sizeof x->what, "the ladder of %s", pack->shape.area_ids[a].s);
    for (size_t a = 0; a < pack->area_count; a++)
        for (size_t i = 0; i < pack->areas[a].cap_count; i++, slot++)
            if (r->areas[a].caps && (x = count(f, r, slot, r->areas[a].caps[i])))
                snprintf(x->what, sizeof x->what, "the cap %s of %s", pack->areas[a].caps[i].decl->id.s,
                         pack->shape.area_ids[a].s);
}

void failures_add(struct failures *to, const struct failures *from)
{
    for (size_t i = 0; i < from->count; i++) {
        struct rule_failure *x = place_for(to, from->list[i].slot);
        if (!x) continue;
        uint64_t before = x->organisations;
        if (!before) *x = from->list[i];
        x->organisations = before + from->list[i].organisations;
    }
    to->more = to->more || from->more;
}
