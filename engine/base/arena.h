/* arena.h: many small allocations, freed at once.
 *
 * One arena per organisation graded, one per loaded pack or dataset. arena_alloc never returns NULL:
 * out of memory it jumps to the owner's `escape`, so the code between needs no unwinding. Code that
 * must not be jumped over (a Lua callback: the jump would skip lua_pcall) uses arena_try.
 *
 * Where a jump ends is said by arena_guard, and nowhere else (tests/layers): C leaves unknown what a function that
 * calls setjmp has in its own variables after a jump, and says in which few places setjmp may stand. Here that is
 * one function, whose variables nobody changes; whatever is made inside the guard is kept in what `context` points to.
 */
#ifndef BASE_ARENA_H
#define BASE_ARENA_H
#include <setjmp.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>

#if defined(__SANITIZE_ADDRESS__)
#define ARENA_POISON 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define ARENA_POISON 1
#endif
#endif
#define ARENA_ALIGN 16

struct arena_block;
struct arena {
    char *at, *end;             /* the free part of the newest block */
    struct arena_block *blocks; /* newest first */
    jmp_buf *escape;            /* where arena_alloc jumps: the innermost guard; without one it aborts */
};

void arena_init(struct arena *a);  /* allocates nothing */
void arena_reset(struct arena *a); /* forget all, keep one block for reuse; escape stays */
void arena_done(struct arena *a);  /* free all; the arena is as after init */

/* Calls step(context). False: memory ended before it was through. Guards may stand within each other. Arenas that are
 * used together have one: within the step, other.escape = a.escape. */
bool arena_guard(struct arena *a, void (*step)(void *context), void *context);

static inline void *arena_try(struct arena *a,
                              size_t size); /* 16-byte aligned, uninitialised; NULL when out of memory */
static inline void *arena_alloc(struct arena *a, size_t size);  /* the same, jumping instead */
void *arena_zero(struct arena *a, size_t count, size_t size);   /* zeroed; jumps */
char *arena_dup(struct arena *a, const char *s, size_t length); /* NUL-terminated copy; jumps */
char *arena_printf(struct arena *a, const char *format, ...) __attribute__((format(printf, 2, 3))); /* jumps */

/* Within: what does not fit the newest block, or has no size; and where arena_alloc ends. */
void *arena_try_more(struct arena *a, size_t size);
_Noreturn void arena_starved(struct arena *a);

/* Where the free part is poisoned, all of it goes by arena_try_more. */
static inline void *arena_try(struct arena *a, size_t size)
{
#ifndef ARENA_POISON
    size_t rounded = (size + ARENA_ALIGN - 1) & ~(size_t)(ARENA_ALIGN - 1);
    if (rounded - 1 < (size_t)(a->end - a->at)) { /* 0, of no size or an absurd one, wraps to the largest */
        void *p = a->at;
        a->at += rounded;
        return p;
    }
#endif
    return arena_try_more(a, size);
}

static inline void *arena_alloc(struct arena *a, size_t size)
{
    void *p = arena_try(a, size);
    if (!p) arena_starved(a);
    return p;
}
#endif
