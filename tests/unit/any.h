/* any.h: numbers that are the same in every run: Numerical Recipes' generator, begun with `state`. */
#ifndef UNIT_ANY_H
#define UNIT_ANY_H
#include <stdint.h>

static uint32_t state;
static inline unsigned any(unsigned below)
{
    state = state * 1664525u + 1013904223u;
    return (state >> 8) % below;
}
#endif
