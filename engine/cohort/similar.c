/* similar.c: see similar.h. From the key outwards on both sides, by runs of equal keys: within a run ids ascend, so the
 * order of the file never decides. */
#include "cohort/similar.h"
#include <math.h>
#include <stdlib.h>

#define KEY_ROUNDING 1e-12 /* of the keys: 0.2 and 0.4 are equally far from 0.3, whatever their doubles are */

static int by_key(const void *x, const void *y)
{
    const struct likeness *a = x, *b = y;
    if (a->key < b->key || a->key > b->key) return a->key < b->key ? -1 : 1;
    return str_compare(a->id, b->id);
}

void likeness_sort(struct likeness *list, size_t count) { qsort(list, count, sizeof *list, by_key); }

/* The first that is not below the key. */
static size_t first_from(const struct likeness *list, size_t count, double key)
{
    size_t low = 0, high = count;
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].key < key)
            low = middle + 1;
        else
            high = middle;
    }
    return low;
}

/* From `low` on the first that is above the key: a run may be as long as the list. */
static size_t first_beyond(const struct likeness *list, size_t low, size_t high, double key)
{
    while (low < high) {
        size_t middle = low + (high - low) / 2;
        if (list[middle].key > key)
            high = middle;
        else
            low = middle + 1;
    }
    return low;
}

struct side { /* what is left on one side: the run at hand, list[at .. end), and beyond it outwards */
    size_t at, end;
    size_t start; /* of the run */
};

static void left_run(const struct likeness *list, size_t end, struct side *s)
{
    s->end = end;
    s->at = s->start = end ? first_from(list, end, list[end - 1].key) : 0;
}

static void right_run(const struct likeness *list, size_t count, size_t start, struct side *s)
{
    s->at = s->start = start;
    s->end = start < count ? first_beyond(list, start, count, list[start].key) : start;
}

static bool is_left_nearer(const struct likeness *l, const struct likeness *r, double key)
{
    double left = key - l->key, right = r->key - key, off = left - right;
    if (fabs(off) > KEY_ROUNDING * fmax(fabs(l->key), fabs(r->key))) return off < 0;
    return str_compare(l->id, r->id) < 0;
}

size_t similar_nearest(const struct likeness *list, size_t count, double key, uint32_t self, size_t want,
                       similar_may *may, const void *context, uint32_t *out)
{
    struct side left, right;
    size_t found = 0, middle = first_from(list, count, key);
    left_run(list, middle, &left);
    right_run(list, count, middle, &right);
    while (found < want && (left.at < left.end || right.at < right.end)) {
        bool take_left =
            right.at == right.end || (left.at < left.end && is_left_nearer(&list[left.at], &list[right.at], key));
        struct side *s = take_left ? &left : &right;
        uint32_t who = list[s->at++].organisation;
        if (who != self && may(context, who)) out[found++] = who;
        if (left.at == left.end && left.start > 0) left_run(list, left.start, &left);
        if (right.at == right.end && right.end < count) right_run(list, count, right.end, &right);
    }
    return found;
}
