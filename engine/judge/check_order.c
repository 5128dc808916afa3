/* check_order.c: what each rule may read of others, and the order that follows. Node numbers: the characteristics, then
 * the areas. */
#include "judge/check.h"
#include "judge/complain.h"
#include "judge/order.h"
#include <stdlib.h>

#define STR_NONE ((struct str){NULL, 0})

static int by_number(const void *a, const void *b)
{
    uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;
    return (x > y) - (x < y);
}

static size_t sort_unique(uint32_t *list, size_t count)
{
    size_t kept = 0;
    qsort(list, count, sizeof *list, by_number);
    for (size_t i = 0; i < count; i++)
        if (!kept || list[kept - 1] != list[i]) list[kept++] = list[i];
    return kept;
}

/* Is it in an area whose file could not be read, so that nothing can be said of it? */
static bool in_broken_area(const struct check *c, struct str name)
{
    const char *slash = memchr(name.s, '/', name.n);
    if (!slash) return false;
    uint32_t a = lookup_find(&c->pack->area_ids, (struct str){name.s, (size_t)(slash - name.s)});
    return a != LOOKUP_NONE && !c->whole[a];
}

/* The area that is most like it, where that one could not be read: it may be the one that `areas` spells wrongly. s NULL: another is. */
static struct str nearest_broken(const struct check *c, struct str name)
{
    const char *slash = memchr(name.s, '/', name.n);
    struct str area = {name.s, slash ? (size_t)(slash - name.s) : name.n};
    int near = lookup_find(&c->pack->area_ids, area) == LOOKUP_NONE ? str_nearest(area, c->pack->shape.area_ids, c->pack->area_count) : -1;
    return near >= 0 && !c->whole[near] ? c->pack->shape.area_ids[near] : (struct str){NULL, 0};
}

static void unknown(struct check *c, struct spot spot, uint32_t area, struct str name)
{
    struct pack *pack = c->pack;
    struct arena *arena = &pack->arena;
    const char *hint = NULL;
    struct str broken = nearest_broken(c, name);
    if (broken.s)
        hint = arena_printf(arena, "`areas` lists \"%.*s\", which could not be read: is it the one that is meant?", STR_ARG(broken));
    else if (!memchr(name.s, '/', name.n)) {
        const char *own = arena_printf(arena, "%.*s/%.*s", STR_ARG(pack->declared[area].id), STR_ARG(name));
        if (lookup_find(&pack->characteristic_ids, str_of(own)) != LOOKUP_NONE)
            hint = arena_printf(arena, "did you mean \"%s\"?", own);
        if (!hint) hint = complain_hint(name, pack->shape.area_ids, pack->area_count, "the areas", arena);
    } else {
        int near = str_nearest(name, pack->shape.ids, pack->characteristic_count);
        hint = near >= 0 ? arena_printf(arena, "did you mean \"%s\"?", pack->shape.ids[near].s)
                         : "write \"area\" or \"area/characteristic\"";
    }
    complain(pack, c->diags, DIAG_ERROR, spot, name, hint, "`depends` names \"%.*s\", which the pack does not have",
             STR_ARG(name));
}

/* Tells of every name that stands for nothing. */
static void check_names(struct check *c, const struct names *names, struct spot spot, uint32_t area)
{
    for (size_t i = 0; i < names->count; i++) {
        struct str name = names->list[i];
        bool known = lookup_find(&c->pack->characteristic_ids, name) != LOOKUP_NONE ||
                     lookup_find(&c->pack->area_ids, name) != LOOKUP_NONE;
        if (!known && !in_broken_area(c, name)) unknown(c, spot, area, name);
    }
}

/* --- what each may read ---------------------------------------------------------------------------- */

struct wanted {
    uint32_t *characteristics, *areas;
    size_t characteristic_count, area_count;
};

static size_t room_for(const struct pack *pack, const struct names *names)
{
    size_t room = 0;
    for (size_t i = 0; i < names->count; i++) {
        uint32_t a = lookup_find(&pack->area_ids, names->list[i]);
        room += a == LOOKUP_NONE ? 1 : 1 + pack->shape.area_start[a + 1] - pack->shape.area_start[a];
    }
    return room;
}

/* An area gives leave to read its grade and the outcomes of all of its characteristics. */
static void want(const struct pack *pack, struct wanted *w, const struct names *names)
{
    for (size_t i = 0; i < names->count; i++) {
        uint32_t x = lookup_find(&pack->characteristic_ids, names->list[i]),
                 a = lookup_find(&pack->area_ids, names->list[i]);
        if (x != LOOKUP_NONE) w->characteristics[w->characteristic_count++] = x;
        if (a == LOOKUP_NONE) continue;
        w->areas[w->area_count++] = a;
        for (uint32_t y = pack->shape.area_start[a]; y < pack->shape.area_start[a + 1]; y++)
            w->characteristics[w->characteristic_count++] = y;
    }
}

static void allow(struct pack *pack, struct characteristic *x)
{
    const struct names *area = &pack->declared[x->area].depends, *own = &x->decl->depends;
    size_t room = room_for(pack, area) + room_for(pack, own) + 1;
    struct wanted w = {arena_alloc(&pack->arena, room * sizeof(uint32_t)),
                       arena_alloc(&pack->arena, room * sizeof(uint32_t)), 0, 0};
    want(pack, &w, area);
    want(pack, &w, own);
    w.characteristic_count = sort_unique(w.characteristics, w.characteristic_count);
    w.area_count = sort_unique(w.areas, w.area_count);
    x->allowance = (struct allowance){w.characteristics, w.areas, w.characteristic_count, w.area_count};
}

/* --- in what order --------------------------------------------------------------------------------- */

/* A rule needs what it may read, an area all of its characteristics. */
static struct graph graph_of(struct pack *pack)
{
    struct graph g = {(uint32_t)(pack->characteristic_count + pack->area_count), NULL, NULL};
    size_t all = pack->characteristic_count, at = 0;
    for (size_t i = 0; i < pack->characteristic_count; i++)
        all += pack->characteristics[i].allowance.characteristic_count + pack->characteristics[i].allowance.area_count;
    uint32_t *start = arena_alloc(&pack->arena, ((size_t)g.nodes + 1) * sizeof *start),
             *needs = arena_alloc(&pack->arena, (all + 1) * sizeof *needs);
    for (uint32_t n = 0; n < g.nodes; n++) {
        start[n] = (uint32_t)at;
        if (n < pack->characteristic_count) {
            const struct allowance *a = &pack->characteristics[n].allowance;
            for (size_t i = 0; i < a->characteristic_count; i++) needs[at++] = a->characteristics[i];
            for (size_t i = 0; i < a->area_count; i++) needs[at++] = (uint32_t)pack->characteristic_count + a->areas[i];
        } else {
            uint32_t area = n - (uint32_t)pack->characteristic_count;
            for (uint32_t i = pack->shape.area_start[area]; i < pack->shape.area_start[area + 1]; i++) needs[at++] = i;
        }
    }
    start[g.nodes] = (uint32_t)at;
    g.start = start;
    g.needs = needs;
    return g;
}

static struct str node_name(const struct pack *pack, uint32_t n)
{
    return n < pack->characteristic_count ? pack->shape.ids[n] : pack->shape.area_ids[n - pack->characteristic_count];
}

static struct spot node_spot(const struct pack *pack, uint32_t n)
{
    return n < pack->characteristic_count ? pack->characteristics[n].decl->spot
                                          : pack->declared[n - pack->characteristic_count].spot;
}

struct circles {
    struct check *check;
    bool *told; /* the areas that a circle which was told goes through */
};

static uint32_t node_area(const struct pack *pack, uint32_t n)
{
    return n < pack->characteristic_count ? pack->characteristics[n].area : n - (uint32_t)pack->characteristic_count;
}

/* Two areas that depend on each other make a circle of every pair of their rules: one is told, the mistake is the same.
 */
static bool is_new(struct circles *x, const uint32_t *path, size_t count)
{
    bool fresh = true;
    for (size_t i = 0; i < count; i++) fresh = fresh && !x->told[node_area(x->check->pack, path[i])];
    for (size_t i = 0; i < count; i++) x->told[node_area(x->check->pack, path[i])] = true;
    return fresh;
}

/* Starts at the node that stands first in the pack, wherever the walk met the circle. Where the path is too long for a
 * message, a note for each step follows. */
static void tell_circle(void *context, const uint32_t *path, size_t count)
{
    struct circles *x = context;
    struct check *c = x->check;
    struct arena *arena = &c->pack->arena;
    if (!is_new(x, path, count)) return;
    size_t first = 0;
    for (size_t i = 1; i < count; i++)
        if (path[i] < path[first]) first = i;
    const char *told = "", *lines = "";
    for (size_t i = 0; i <= count && strlen(told) < DIAG_MESSAGE; i++) {
        uint32_t n = path[(first + i) % count];
        struct spot spot = node_spot(c->pack, n);
        told = arena_printf(arena, "%s%s%s", told, i ? " -> " : "", node_name(c->pack, n).s);
        if (i < count)
            lines = arena_printf(arena, "%s%s%s:%d", lines, i ? ", " : "", spot.file ? spot.file : "?", spot.line);
    }
    complain(c->pack, c->diags, DIAG_ERROR, node_spot(c->pack, path[first]), STR_NONE,
             arena_printf(arena, "the rules are at %s; drop one of these dependencies", lines),
             "dependencies go in a circle: %s", told);
    for (size_t i = 0; i < count && strlen(told) + 40 > DIAG_MESSAGE; i++) {
        uint32_t n = path[(first + i) % count], next = path[(first + i + 1) % count];
        complain(c->pack, c->diags, DIAG_NOTE, node_spot(c->pack, n), STR_NONE, NULL, "of that circle: %s -> %s",
                 node_name(c->pack, n).s, node_name(c->pack, next).s);
    }
}

static void put_in_order(struct check *c)
{
    struct pack *pack = c->pack;
    struct graph g = graph_of(pack);
    uint32_t *order = arena_alloc(&pack->arena, ((size_t)g.nodes + 1) * sizeof *order);
    uint32_t *scratch = arena_alloc(&pack->arena, (3 * (size_t)g.nodes + 1) * sizeof *scratch);
    struct circles circles = {c, arena_zero(&pack->arena, pack->area_count + 1, sizeof *circles.told)};
    order_sort(&g, order, scratch, tell_circle, &circles);
    pack->order = arena_alloc(&pack->arena, ((size_t)g.nodes + 1) * sizeof *pack->order);
    pack->order_count = g.nodes;
    for (uint32_t i = 0; i < g.nodes; i++) {
        bool area = order[i] >= pack->characteristic_count;
        pack->order[i] = (struct step){area ? STEP_AREA : STEP_CHARACTERISTIC,
                                       area ? order[i] - (uint32_t)pack->characteristic_count : order[i]};
    }
}

void check_dependencies(struct check *c)
{
    struct pack *pack = c->pack;
    for (uint32_t a = 0; a < pack->area_count; a++)
        check_names(c, &pack->declared[a].depends, pack->declared[a].spot, a);
    for (size_t i = 0; i < pack->characteristic_count; i++) {
        struct characteristic *x = &pack->characteristics[i];
        check_names(c, &x->decl->depends, x->decl->spot, x->area);
        allow(pack, x);
    }
    put_in_order(c);
}
