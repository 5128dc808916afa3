/* mem.h: every allocation of the engine goes through here (Lua's too), so that a test
 * can fail the Nth one. Thread-safe. */
#ifndef BASE_MEM_H
#define BASE_MEM_H
#include <stddef.h>

void *mem_alloc(size_t size);               /* uninitialised; NULL when there is none */
void *mem_zero(size_t count, size_t size);  /* zeroed; NULL when there is none or on overflow */
void *mem_realloc(void *old, size_t size);  /* NULL leaves old as it was */
void mem_free(void *p);                     /* NULL is fine */

/* Tests only: fail the nth allocation from now (1 = the next) and every one after it; 0 ends it. */
void mem_fail_after(size_t nth);
void mem_fail_at(size_t nth); /* that one alone: memory that comes back */
size_t mem_failed(void);      /* how many were failed since either */
#endif
