/* arena.c: blocks that double up to a megabyte; what does not fit a block gets one of its own,
 * behind the newest, so that the free part of the newest is not lost. Under the address sanitizer
 * the free part is poisoned, so that running past an allocation is still found. */
#include "base/arena.h"

#include <stdalign.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/mem.h"

#ifdef ARENA_POISON
#include <sanitizer/asan_interface.h>
#define POISON(p, n) ASAN_POISON_MEMORY_REGION(p, n)
#define UNPOISON(p, n) ASAN_UNPOISON_MEMORY_REGION(p, n)
#else
#define POISON(p, n) ((void)0)
#define UNPOISON(p, n) ((void)0)
#endif

enum { ALIGN = ARENA_ALIGN, FIRST_BLOCK = 16 * 1024, LARGEST_BLOCK = 1024 * 1024 };

struct arena_block {
    struct arena_block *next;
    size_t size; /* of data */
    alignas(ALIGN) char data[];
};

void arena_init(struct arena *a) { *a = (struct arena){0}; }

static struct arena_block *new_block(size_t size)
{
    struct arena_block *block = mem_alloc(sizeof *block + size);
    if (!block) return NULL;
    block->size = size;
    block->next = NULL;
    POISON(block->data, size);
    return block;
}

static void free_blocks(struct arena_block *block)
{
    while (block) {
        struct arena_block *next = block->next;
        UNPOISON(block->data, block->size);
        mem_free(block);
        block = next;
    }
}

static void open_block(struct arena *a, struct arena_block *block)
{
    a->at = block->data;
    a->end = block->data + block->size;
}

void arena_reset(struct arena *a)
{
    if (!a->blocks) return;
    free_blocks(a->blocks->next);
    a->blocks->next = NULL;
    POISON(a->blocks->data, a->blocks->size);
    open_block(a, a->blocks);
}

void arena_done(struct arena *a)
{
    free_blocks(a->blocks);
    arena_init(a);
}

static void *own_block(struct arena *a, size_t size)
{
    struct arena_block *block = new_block(size);
    if (!block) return NULL;
    block->next = a->blocks->next;
    a->blocks->next = block;
    UNPOISON(block->data, size);
    return block->data;
}

/* The free part is too small for `size`, a multiple of ALIGN. */
static void *more(struct arena *a, size_t size)
{
    size_t next = a->blocks ? a->blocks->size * 2 : FIRST_BLOCK;
    if (next > LARGEST_BLOCK) next = LARGEST_BLOCK;
    if (a->blocks && size > next / 4) return own_block(a, size);
    while (next < size) next = next > SIZE_MAX / 4 ? size : next * 2;
    struct arena_block *block = new_block(next);
    if (!block) return NULL;
    block->next = a->blocks;
    a->blocks = block;
    open_block(a, block);
    a->at += size;
    UNPOISON(block->data, size);
    return block->data;
}

void *arena_try_more(struct arena *a, size_t size)
{
    if (size > SIZE_MAX / 2) return NULL;
    size_t rounded = size ? (size + ALIGN - 1) & ~(size_t)(ALIGN - 1) : ALIGN;
    if (rounded > (size_t)(a->end - a->at)) return more(a, rounded);
    char *p = a->at;
    a->at += rounded;
    UNPOISON(p, size);
    return p;
}

void arena_starved(struct arena *a)
{
    if (!a->escape) abort();
    longjmp(*a->escape, 1);
}

bool arena_guard(struct arena *a, void (*step)(void *context), void *context)
{
    jmp_buf *const outer = a->escape;
    jmp_buf escape;
    a->escape = &escape;
    if (setjmp(escape)) {
        a->escape = outer;
        return false;
    }
    step(context);
    a->escape = outer;
    return true;
}

void *arena_zero(struct arena *a, size_t count, size_t size)
{
    if (size && count > SIZE_MAX / size) arena_starved(a);
    void *p = arena_alloc(a, count * size);
    return memset(p, 0, count * size);
}

char *arena_dup(struct arena *a, const char *s, size_t length)
{
    if (length == SIZE_MAX) arena_starved(a);
    char *copy = arena_alloc(a, length + 1);
    if (length) memcpy(copy, s, length);
    copy[length] = '\0';
    return copy;
}

char *arena_printf(struct arena *a, const char *format, ...)
{
    char text[256]; /* most are shorter */
    va_list args;
    va_start(args, format);
    int length = vsnprintf(text, sizeof text, format, args);
    va_end(args);
    if (length < 0) return arena_dup(a, "", 0);
    if ((size_t)length < sizeof text) return arena_dup(a, text, (size_t)length);
    char *long_text = arena_alloc(a, (size_t)length + 1);
    va_start(args, format);
    vsnprintf(long_text, (size_t)length + 1, format, args);
    va_end(args);
    return long_text;
}
