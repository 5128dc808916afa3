/* entries.c: see entries.h. One measure after the other in one arena, so that the largest sets the memory. */
#include "report/entries.h"

struct entries {
    struct cohort *of;
    struct arena arena;
    void (*tell)(void *context, const struct cohort_entry *entry);
    void *context;
};

static void tell_all(void *context)
{
    struct entries *e = context;
    for (uint32_t i = 0; i < cohort_count(e->of); i++) {
        struct cohort_entry entry;
        if (!cohort_is_used(e->of, i)) continue;
        cohort_entry(e->of, i, &e->arena, &entry);
        e->tell(e->context, &entry);
        arena_reset(&e->arena);
    }
}

bool entries_tell(struct cohort *c, void (*tell)(void *context, const struct cohort_entry *entry), void *context)
{
    struct entries e = {.of = c, .tell = tell, .context = context};
    arena_init(&e.arena);
    bool good = arena_guard(&e.arena, tell_all, &e);
    arena_done(&e.arena);
    return good;
}
