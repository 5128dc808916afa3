/* draw.c: the lines, once they are asked for. */
#include "base/mem.h"
#include "cohort/columns.h"
#include <stdlib.h>

/* --- Shared lines ------------------------------------------------------------------------------------------------ */

void drawing_free(struct drawing *d)
{
    if (!d) return;
    mem_free(d->above);
    mem_free(d->below);
    mem_free(d->absent);
    mem_free(d->absent_why);
    mem_free(d);
}

static int highest_first(const void *x, const void *y)
{
    const struct far *a = x, *b = y;
    if (a->value < b->value || a->value > b->value) return a->value > b->value ? -1 : 1;
    return str_compare(a->id, b->id);
}

static int lowest_first(const void *x, const void *y)
{
    const struct far *a = x, *b = y;
    if (a->value < b->value || a->value > b->value) return a->value < b->value ? -1 : 1;
    return str_compare(a->id, b->id);
}

/* Scratch is kept from measure to measure: blocks of this size, let go and asked for again, pile up. */
static bool have_far(struct cohort *c, size_t count)
{
    if (count <= c->far_room) return true;
    struct far *far = mem_realloc(c->far, count * sizeof *far);
    if (!far) return false;
    c->far = far;
    c->far_room = count;
    return true;
}

/* Those at one place, by id where values are tied. NULL: out of memory. */
static uint32_t *list_far(struct cohort *c, const struct column *column, const struct outlier_lines *lines,
                          enum outlier_place place, size_t count)
{
    size_t found = 0;
    uint32_t *list = have_far(c, count) ? mem_alloc((count + 1) * sizeof *list) : NULL;
    if (!list) return NULL;
    for (uint32_t i = 0; i < c->organisations && found < count; i++)
        if (cell_why(column->cells[i]) == CELL_NUMBER && outlier_place(lines, column->cells[i]) == place)
            c->far[found++] = (struct far){column->cells[i], i, load_id(c->load, i)};
    if (found) qsort(c->far, found, sizeof *c->far, place == PLACE_ABOVE ? highest_first : lowest_first);
    for (size_t i = 0; i < found; i++) list[i] = c->far[i].organisation;
    return list;
}

static bool list_absent(const struct cohort *c, const struct column *column, size_t numbers, struct drawing *d)
{
    size_t most = c->organisations - numbers;
    d->absent = mem_alloc((most + 1) * sizeof *d->absent);
    d->absent_why = mem_alloc(most + 1);
    if (!d->absent || !d->absent_why) return false;
    for (uint32_t i = 0; i < c->organisations; i++) {
        enum cell_why why = cell_why(column->cells[i]);
        if (why == CELL_NUMBER || why == CELL_NOT_NAMED) continue;
        d->absent[d->absent_count] = i;
        d->absent_why[d->absent_count++] = (uint8_t)why;
    }
    return true;
}

static size_t numbers_of(const struct cohort *c, const struct column *column, double *to)
{
    size_t n = 0;
    for (size_t i = 0; i < c->organisations; i++) {
        if (cell_why(column->cells[i]) == CELL_NUMBER) to[n++] = column->cells[i];
    }
    return n;
}

/* The order of the file goes; the order of size, which is what is asked for from now on, takes its room. */
static void settle(struct column *column, const double *sorted, size_t n)
{
    if (n) memcpy(column->cells, sorted, n * sizeof *sorted);
    double *less = mem_realloc(column->cells, (n + 1) * sizeof *less);
    if (less) column->cells = less;
}

static bool draw(struct cohort *c, struct column *column, struct drawing *d)
{
    if (!c->scratch) c->scratch = mem_alloc((2 * c->organisations + 1) * sizeof *c->scratch);
    if (!c->scratch) return false;
    double *sorted = c->scratch;
    size_t n = numbers_of(c, column, sorted);
    numbers_sort(sorted, n);
    outlier_lines(sorted, n, &column->choice->rules, &d->lines, NULL, sorted + n);
    d->above = list_far(c, column, &d->lines, PLACE_ABOVE, d->lines.above);
    d->below = list_far(c, column, &d->lines, PLACE_BELOW, d->lines.below);
    bool good = d->above && d->below && list_absent(c, column, n, d);
    if (good) settle(column, sorted, n);
    return good;
}

const struct drawing *draw_once(struct cohort *c, struct column *column)
{
    struct drawing *d = atomic_load_explicit(&column->drawing, memory_order_acquire);
    if (d) return d;
    pthread_mutex_lock(&c->drawing);
    d = atomic_load_explicit(&column->drawing, memory_order_relaxed);
    if (!d && (d = mem_zero(1, sizeof *d))) {
        if (draw(c, column, d))
            atomic_store_explicit(&column->drawing, d, memory_order_release);
        else
            drawing_free(d), d = NULL;
    }
    pthread_mutex_unlock(&c->drawing);
    return d;
}

/* --- Lines among similar ones ------------------------------------------------------------------------------------ */

static struct likeness *order_of(const struct cohort *c, struct key_column *key)
{
    size_t n = 0;
    for (size_t i = 0; i < c->organisations; i++) n += cell_why(key->cells[i]) == CELL_NUMBER;
    struct likeness *list = mem_alloc((n + 1) * sizeof *list);
    if (!list) return NULL;
    n = 0;
    for (uint32_t i = 0; i < c->organisations; i++)
        if (cell_why(key->cells[i]) == CELL_NUMBER)
            list[n++] = (struct likeness){key->cells[i], i, load_id(c->load, i)};
    likeness_sort(list, n);
    key->order_count = n;
    return list;
}

const struct likeness *likeness_order(struct cohort *c, struct key_column *key)
{
    struct likeness *order = atomic_load_explicit(&key->order, memory_order_acquire);
    if (order) return order;
    pthread_mutex_lock(&c->drawing);
    order = atomic_load_explicit(&key->order, memory_order_relaxed);
    if (!order && (order = order_of(c, key))) atomic_store_explicit(&key->order, order, memory_order_release);
    pthread_mutex_unlock(&c->drawing);
    return order;
}

size_t similar_room_size(const struct cohort_choice *choice)
{
    size_t most = (size_t)choice->count + 1; /* with itself */
    return most * (2 * sizeof(double) + sizeof(uint32_t));
}

void similar_room_lay(const struct cohort_choice *choice, char *memory, struct similar_room *room)
{
    size_t most = (size_t)choice->count + 1;
    room->values = (double *)(void *)memory;
    room->work = room->values + most;
    room->who = (uint32_t *)(void *)(room->work + most);
}

/* Those left out are nobody's peers; who has no value that is known to count is one, and is missing among them. */
static bool may_be_peer(const void *context, uint32_t organisation)
{
    enum cell_why why = cell_why(((const double *)context)[organisation]);
    return why != CELL_LEFT_OUT && why != CELL_BEYOND;
}

bool draw_similar(struct cohort *c, struct column *column, uint32_t organisation, double key, struct similar_room *room,
                  struct outlier_lines *lines)
{
    size_t n = 0;
    const struct likeness *order = likeness_order(c, column->key);
    if (!order) return false;
    size_t found = similar_nearest(order, column->key->order_count, key, organisation, column->choice->count,
                                   may_be_peer, column->cells, room->who);
    room->who[found++] = organisation;
    for (size_t i = 0; i < found; i++)
        if (cell_why(column->cells[room->who[i]]) == CELL_NUMBER) room->values[n++] = column->cells[room->who[i]];
    numbers_sort(room->values, n);
    outlier_lines(room->values, n, &column->choice->rules, lines, NULL, room->work);
    return true;
}
