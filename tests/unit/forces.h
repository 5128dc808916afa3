/* forces.h: four measures of the 43 forces, from tests/reference/forces.csv. */
#ifndef FORCES_H
#define FORCES_H
#include "table.h"

#define FORCES_ROOM 50

/* The force's own numbers, from forces.csv. */
static inline double force_measure(const struct table *t, const char *name)
{
    double population = number(t, "population_2011"), officers = number(t, "officers_fte");
    if (!strcmp(name, "officers")) return officers / population * 1000;
    if (!strcmp(name, "ced")) return number(t, "ced_uses") / population * 1000;
    if (!strcmp(name, "volunteers")) return number(t, "volunteers_headcount") / population * 1000;
    ck_assert_str_eq(name, "tactics");
    return number(t, "force_tactics") / officers;
}

/* Of one year, into `values`; answers how many. */
static inline size_t read_forces(double values[FORCES_ROOM], const char *name, int year, int with_city)
{
    size_t n = 0;
    struct table table, *t = table_open(&table, "forces");
    while (table_next(t)) {
        if ((int)number(t, "year") != year) continue;
        if (!with_city && !strcmp(text(t, "force"), "City of London")) continue;
        values[n++] = force_measure(t, name);
    }
    table_close(t, 86);
    return n;
}
#endif
