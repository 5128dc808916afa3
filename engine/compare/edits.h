/* edits.h: what differs between two versions of a pack, edit by edit, each of which can be made alone: the older version with that one edit, as a pack of its own.
 *
 * An edit is a parameter moved; a characteristic or cap changed, added or removed; a ladder, the pack's or an area's; the cohort; or, where what the rules of a file share has changed, that file as a whole. Layout, titles, questions and
 * comments are none, and so is what is merely declared anew: nothing old reads it.
 * Each copy has the newer version's declarations of parameters and evidence (with the older numbers, but for the edit), so that a new rule finds what it reads.
 *
 * Only where both have one scale: else the grades of a mixture would mean nothing.
 */
#ifndef COMPARE_EDITS_H
#define COMPARE_EDITS_H
#include "judge/pack.h"
#include "script/parts.h"

enum edit_kind { EDIT_PARAMETER, EDIT_LADDER, EDIT_COHORT, EDIT_CHARACTERISTIC, EDIT_CAP, EDIT_AREA_LADDER, EDIT_FILE, EDIT_KINDS };
enum edit_way { EDIT_CHANGED, EDIT_ADDED, EDIT_REMOVED };
struct edit {
    enum edit_kind kind;
    enum edit_way way;
    struct str id;             /* "good_files", "area/characteristic", "area", as the newer version calls it; n 0 of the pack's own */
    const char *file; int line; /* in the newer version; of what was removed in the older */
    double from, to;           /* of a parameter */
    uint32_t area, newer_area; /* of the older version, and the newer; NO_SLOT: none in particular */
};
struct edits {
    const struct pack *was, *now;
    struct edit *list; size_t count; /* in the newer pack's order: pack.lua, then the areas */
    bool one_scale;
    const uint32_t *older;     /* of each newer area the older one that it is held against; NO_SLOT: none; NULL: that of its id */
    struct parts *was_parts, *now_parts; /* of each file */
};
const char *edit_kind_name(enum edit_kind kind); /* "parameter", "ladder", ... */
const char *edit_way_name(enum edit_way way);    /* "changed", ... */

/* Into the arena; jumps when out of memory. Borrows both packs, and `older`. Where the scales differ there are none. */
void edits_make(struct edits *e, const struct pack *was, const struct pack *now, const uint32_t *older, struct arena *arena);
/* The older area that a newer one is held against, or NO_SLOT. */
uint32_t edits_older_area(const struct edits *e, uint32_t now);
/* The older version with edit i alone; i == count: with none. Borrows both packs; its texts live in the arena. NULL, and the reason in diags: it does not load so. Jumps when out of memory. */
struct pack *edits_open(const struct edits *e, size_t i, struct arena *arena, struct diags *diags);
#endif
