/* mem.c: the one door to malloc. Off, the fault injection costs one relaxed load. */
#include "base/mem.h"

#include <stdatomic.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>

static atomic_bool armed, once;
static atomic_size_t left; /* allocations still granted while armed */
static atomic_size_t failures;

static bool granted_while_armed(void)
{
    size_t now = atomic_load(&left);
    while (now > 0)
        if (atomic_compare_exchange_weak(&left, &now, now - 1)) return true;
    atomic_fetch_add(&failures, 1);
    if (atomic_load(&once)) atomic_store(&armed, false);
    return false;
}

static inline bool granted(void)
{
    return !atomic_load_explicit(&armed, memory_order_relaxed) || granted_while_armed();
}

void *mem_alloc(size_t size) { return granted() ? malloc(size ? size : 1) : NULL; }

void *mem_zero(size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) return NULL;
    bool empty = count == 0 || size == 0;
    return granted() ? calloc(empty ? 1 : count, empty ? 1 : size) : NULL;
}

void *mem_realloc(void *old, size_t size) { return granted() ? realloc(old, size ? size : 1) : NULL; }

void mem_free(void *p) { free(p); }

static void arm(size_t nth, bool only)
{
    atomic_store(&armed, false);
    atomic_store(&once, only);
    atomic_store(&left, nth ? nth - 1 : 0);
    if (nth) atomic_store(&failures, 0);
    atomic_store(&armed, nth > 0);
}

void mem_fail_after(size_t nth) { arm(nth, false); }
void mem_fail_at(size_t nth) { arm(nth, true); }
size_t mem_failed(void) { return atomic_load(&failures); }
