/* narrow.c: see narrow.h. */
#include "lint/narrow.h"
#include "lint/prospect.h"

static size_t cap_of(const struct area_prospect *s, const struct decl_cap *decl)
{
    size_t i = 0;
    while (s->c.is->caps[i].decl != decl) i++;
    return i;
}

/* Caps act in their order: one behind another that is as strict finds nothing left to lower. */
static bool never_acts(const struct area_prospect *s, size_t i)
{
    const struct cap_prospect *cap = &s->caps[i];
    for (size_t k = 0; k < i; k++)
        if (cap->covered_by[k]) return true;
    return !cap->would_act;
}

static bool never(const struct prospect *prospect, const struct cover_item *item)
{
    const struct area_prospect *s = &prospect->areas[item->area];
    if (!s->is || !s->whole || s->broken) return false;
    if (item->kind == COVER_GRADE) return !s->reached[item->word];
    return item->kind == COVER_CAP && item->yes && never_acts(s, cap_of(s, item->cap));
}

static void leave_out(struct coverage *c, const struct prospect *prospect)
{
    size_t kept = 0;
    for (size_t i = 0; i < c->count; i++)
        if (!never(prospect, &c->items[i])) c->items[kept++] = c->items[i];
    c->count = kept;
}

struct narrowing { struct lint lint; struct coverage *coverage; };

static void look(void *context)
{
    struct narrowing *n = context;
    leave_out(n->coverage, prospect_of(&n->lint));
}

bool lint_narrow(const struct pack *pack, struct coverage *c)
{
    struct arena arena;
    struct narrowing n = {{.pack = pack, .arena = &arena}, c}; /* it tells nothing */
    arena_init(&arena);
    bool good = arena_guard(&arena, look, &n);
    asker_close(n.lint.asker);
    arena_done(&arena);
    return good;
}
