/* entry.c: what a result says of one measure that was read against others. */
#include "cohort/columns.h"
#include <math.h>
#include <stdlib.h>

/* --- Shared lines ------------------------------------------------------------------------------------------------ */

static struct cohort_outlier *outliers_of(const struct column *column, const struct drawing *d, bool above,
                                          struct arena *arena)
{
    size_t count = above ? d->lines.above : d->lines.below, n = d->lines.n;
    struct cohort_outlier *list = arena_alloc(arena, (count + 1) * sizeof *list);
    for (size_t i = 0; i < count; i++) {
        double value = above ? column->cells[n - 1 - i] : column->cells[i];
        list[i] = (struct cohort_outlier){above ? d->above[i] : d->below[i], value, outlier_z(&d->lines, value)};
    }
    return list;
}

struct absent_at {
    struct str id;
    struct cohort_absent absent;
};

static int absent_by_id(const void *x, const void *y)
{
    return str_compare(((const struct absent_at *)x)->id, ((const struct absent_at *)y)->id);
}

static void sort_absent(const struct cohort *c, struct cohort_absent *list, size_t count, struct arena *arena)
{
    struct absent_at *at = arena_alloc(arena, (count + 1) * sizeof *at);
    for (size_t i = 0; i < count; i++) at[i] = (struct absent_at){cohort_id(c, list[i].organisation), list[i]};
    qsort(at, count, sizeof *at, absent_by_id);
    for (size_t i = 0; i < count; i++) list[i] = at[i].absent;
}

/* Of those of whom the measure that decides is no number, once for each reason: they may be all. */
static struct str undecided(const struct column *column, enum cell_why why, struct arena *arena, struct str *said)
{
    struct str measure = column->choice->unless.measure, *note = &said[cell_undecided(why)];
    enum cell_why other = cell_undecided(why);
    if (!note->s && other == CELL_NO_RATE)
        *note = str_of(arena_printf(arena, "its \"%.*s\" has no rate", (int)measure.n, measure.s));
    else if (!note->s)
        *note =
            str_of(arena_printf(arena, "its \"%.*s\" is missing: %s", (int)measure.n, measure.s, cell_why_name(other)));
    return *note;
}

/* Why each does not count, in the pack's words where the pack says it. */
static void note_absent(const struct cohort *c, const struct column *column, struct arena *arena,
                        struct cohort_absent *list, size_t count)
{
    struct str said[CELL_NO_RATE + 1] = {{NULL, 0}};
    for (struct cohort_absent *a = list; a < list + count; a++) {
        enum cell_why why = a->cell;
        a->why = cell_why_name(why);
        if (why == CELL_LEFT_OUT) a->note = cohort_why_left_out(column->choice, cohort_id(c, a->organisation));
        if (why == CELL_BEYOND) a->note = column->choice->unless.because;
        if (why >= CELL_UNDECIDED) a->note = undecided(column, why, arena, said);
    }
}

static void of_drawing(const struct cohort *c, const struct column *column, const struct drawing *d,
                       struct arena *arena, struct cohort_entry *e)
{
    e->lines = &d->lines;
    e->sorted = column->cells;
    e->n = d->lines.n;
    e->above_count = d->lines.above;
    e->below_count = d->lines.below;
    e->above = outliers_of(column, d, true, arena);
    e->below = outliers_of(column, d, false, arena);
    e->absent_count = d->absent_count;
    e->absent = arena_alloc(arena, (d->absent_count + 1) * sizeof *e->absent);
    for (size_t i = 0; i < d->absent_count; i++)
        e->absent[i] = (struct cohort_absent){.organisation = d->absent[i], .cell = (enum cell_why)d->absent_why[i]};
    note_absent(c, column, arena, e->absent, e->absent_count);
    sort_absent(c, e->absent, e->absent_count, arena);
}

/* --- Lines of each one's own -------------------------------------------------------------------------------------- */

/* Farthest out first, by z: the lines differ, so values do not say it. */
struct seen {
    struct str id;
    struct cohort_outlier is;
};

static int farthest_first(const void *x, const void *y)
{
    const struct seen *a = x, *b = y;
    double p = fabs(a->is.z), q = fabs(b->is.z);
    return p > q ? -1 : p < q ? 1 : str_compare(a->id, b->id);
}

static struct cohort_outlier *sorted_by_z(const struct cohort *c, const struct cohort_outlier *list, size_t count,
                                          struct arena *arena)
{
    struct seen *seen = arena_alloc(arena, (count + 1) * sizeof *seen);
    struct cohort_outlier *sorted = arena_alloc(arena, (count + 1) * sizeof *sorted);
    for (size_t i = 0; i < count; i++) seen[i] = (struct seen){cohort_id(c, list[i].organisation), list[i]};
    qsort(seen, count, sizeof *seen, farthest_first);
    for (size_t i = 0; i < count; i++) sorted[i] = seen[i].is;
    return sorted;
}

static void place(struct cohort *c, struct column *column, uint32_t i, struct similar_room *room,
                  struct cohort_entry *e)
{
    struct outlier_lines lines;
    double value = column->cells[i],
           key = column->key ? column->key->cells[i] : cell_without((enum cell_why)PEEL_NOT_COLLECTED);
    enum cell_why why = cell_why(value) != CELL_NUMBER ? cell_why(value) : cell_why(key);
    if (why != CELL_NUMBER) {
        e->absent[e->absent_count++] = (struct cohort_absent){.organisation = i, .cell = why};
        return;
    }
    e->n++;
    if (!draw_similar(c, column, i, key, room, &lines)) return;
    e->lineless += lines.status != OUTLIER_DONE;
    struct cohort_outlier is = {i, value, outlier_z(&lines, value)};
    enum outlier_place where = outlier_place(&lines, value);
    if (where == PLACE_ABOVE) e->above[e->above_count++] = is;
    if (where == PLACE_BELOW) e->below[e->below_count++] = is;
}

static void of_each(struct cohort *c, struct column *column, struct arena *arena, struct cohort_entry *e)
{
    size_t most = c->organisations + 1;
    struct similar_room room;
    similar_room_lay(column->choice, arena_alloc(arena, similar_room_size(column->choice)), &room);
    if (column->key && !likeness_order(c, column->key)) arena_starved(arena);
    e->above = arena_alloc(arena, most * sizeof *e->above);
    e->below = arena_alloc(arena, most * sizeof *e->below);
    e->absent = arena_alloc(arena, most * sizeof *e->absent);
    for (uint32_t i = 0; i < c->organisations; i++) place(c, column, i, &room, e);
    note_absent(c, column, arena, e->absent, e->absent_count);
    e->above = sorted_by_z(c, e->above, e->above_count, arena);
    e->below = sorted_by_z(c, e->below, e->below_count, arena);
    sort_absent(c, e->absent, e->absent_count, arena);
}

void cohort_entry(struct cohort *c, uint32_t choice, struct arena *arena, struct cohort_entry *entry)
{
    struct column *column = &c->columns[choice];
    *entry = (struct cohort_entry){.choice = column->choice, .slot = column->slot};
    if (column->choice->peers == PEERS_SIMILAR) {
        of_each(c, column, arena, entry);
        return;
    }
    const struct drawing *d = draw_once(c, column);
    if (!d) arena_starved(arena);
    of_drawing(c, column, d, arena, entry);
}
