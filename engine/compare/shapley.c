/* shapley.c: see shapley.h. */
#include "compare/shapley.h"

static int factorial(size_t n)
{
    int f = 1;
    for (size_t i = 2; i <= n; i++) f *= (int)i;
    return f;
}

static size_t members(unsigned mask)
{
    size_t n = 0;
    for (; mask; mask &= mask - 1) n++;
    return n;
}

/* Of how many orders, out of n!, does factor i turn just after those of the mask: |S|! (n - |S| - 1)! */
static int orders(size_t n, unsigned mask) { return factorial(members(mask)) * factorial(n - members(mask) - 1); }

static int part(const struct shapley_cells *c, size_t i)
{
    int sum = 0;
    for (unsigned mask = 0; mask < 1u << c->factors; mask++)
        if (!(mask >> i & 1)) sum += orders(c->factors, mask) * (c->value[mask | 1u << i] - c->value[mask]);
    return sum;
}

/* |S|! (n - |S| - 2)! / (n - 1)!, times n!: whole, since n! / (n - 1)! is n. */
static int interaction(const struct shapley_cells *c, size_t i, size_t j)
{
    int sum = 0;
    unsigned both = 1u << i | 1u << j;
    for (unsigned mask = 0; mask < 1u << c->factors; mask++)
        if (!(mask & both))
            sum += (int)c->factors * factorial(members(mask)) * factorial(c->factors - members(mask) - 2) *
                   (c->value[mask | both] - c->value[mask | 1u << i] - c->value[mask | 1u << j] + c->value[mask]);
    return sum;
}

bool shapley_split(const struct shapley_cells *cells, struct shapley *to, unsigned *missing)
{
    *to = (struct shapley){.unit = factorial(cells->factors)};
    for (unsigned mask = 0; mask < 1u << cells->factors; mask++)
        if (!cells->defined[mask]) {
            if (missing) *missing = mask;
            return false;
        }
    for (size_t i = 0; i < cells->factors; i++) {
        to->part[i] = part(cells, i);
        for (size_t j = i + 1; j < cells->factors; j++) to->interaction[i][j] = interaction(cells, i, j);
    }
    return true;
}
