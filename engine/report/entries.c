/* entries.c: see entries.h. One measure after the other in one arena, so that the largest sets the memory. */
#include "report/entries.h"

/* Its locals must not live in the frame of setjmp. */
__attribute__((noinline)) static void tell_all(struct cohort *c, struct arena *arena,
                                               void (*tell)(void *, const struct cohort_entry *), void *context)
{
    for (uint32_t i = 0; i < cohort_count(c); i++) {
        struct cohort_entry entry;
        if (!cohort_is_used(c, i)) continue;
        cohort_entry(c, i, arena, &entry);
        tell(context, &entry);
        arena_reset(arena);
    }
}

bool entries_tell(struct cohort *c, void (*tell)(void *context, const struct cohort_entry *entry), void *context)
{
    struct arena arena;
    jmp_buf escape;
    volatile bool good = false;
    arena_init(&arena);
    arena.escape = &escape;
    if (setjmp(escape) == 0) {
        tell_all(c, &arena, tell, context);
        good = true;
    }
    arena_done(&arena);
    return good;
}
