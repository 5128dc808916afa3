/* wanted.c: an area or a characteristic by its name. */
#include "cli/wanted.h"
#include <stdio.h>

static void unknown(const struct pack *pack, const char *what, struct str name, const struct str *names, size_t count,
                    struct diags *diags)
{
    int near = str_nearest(name, names, count);
    char hint[DIAG_HINT] = "";
    if (near >= 0) snprintf(hint, sizeof hint, "did you mean \"%.*s\"?", (int)names[near].n, names[near].s);
    struct place place = {pack->path, 0, 0, 0};
    diag_add(diags, DIAG_ERROR, place, near >= 0 ? hint : NULL, "there is no %s \"%.*s\"", what, (int)name.n, name.s);
}

static uint32_t find(struct str name, const struct str *names, size_t count)
{
    for (size_t i = 0; i < count; i++)
        if (str_eq(name, names[i])) return (uint32_t)i;
    return NO_SLOT;
}

bool wanted_find(struct wanted *w, const struct pack *pack, const char *wanted, struct diags *diags)
{
    *w = (struct wanted){NO_SLOT, NO_SLOT};
    if (!wanted) return true;
    const struct board_shape *shape = &pack->shape;
    struct str name = str_of(wanted), area = {wanted, strcspn(wanted, "/")};
    w->area = find(area, shape->area_ids, shape->areas);
    if (w->area == NO_SLOT) return unknown(pack, "area", area, shape->area_ids, shape->areas, diags), false;
    if (area.n == name.n) return true;
    w->characteristic = find(name, shape->ids, shape->characteristics);
    if (w->characteristic == NO_SLOT) unknown(pack, "characteristic", name, shape->ids, shape->characteristics, diags);
    return w->characteristic != NO_SLOT;
}
