/* parts.c: what is declared for `peel check` to hold measures against each other by: the parts a measure is the sum of,
 * and by how much it may change from one round to the next. Here they are read and made sure of, not applied. */
#include "data/index.h"
#include "data/intake.h"
#include <stdio.h>
#include <stdlib.h>

struct part {
    uint32_t slot, at;
};

static bool part_read(struct intake *in, const struct entry *e, struct part *part)
{
    const struct index *known = in->dataset->catalogues[EVIDENCE_MEASURE].index;
    struct str id, none = {NULL, 0};
    *part = (struct part){NO_SLOT, reader_offset(&in->reader)};
    if (!want_id(in, &id)) return false;
    part->slot = index_find(known, id);
    if (in->quiet) return true;
    if (str_eq(id, e->id))
        tell_error(in, part->at, 0, "name the measures that add up to it", "%s is given as a part of itself",
                   quote_str(id).text);
    else if (part->slot == NO_SLOT)
        tell_error(in, part->at, 0,
                   hint_nearest(tell_worth(in) ? index_nearest(known, id) : none,
                                "a part is another measure of this catalogue")
                       .text,
                   "no measure %s is declared", quote_str(id).text);
    return part->slot != NO_SLOT && !str_eq(id, e->id);
}

static int by_slot(const void *a, const void *b)
{
    const struct part *x = a, *y = b;
    return x->slot != y->slot ? (x->slot > y->slot) - (x->slot < y->slot) : (x->at > y->at) - (x->at < y->at);
}

static void twins_tell(struct intake *in, const struct rows *rows)
{
    const struct catalogue *c = &in->dataset->catalogues[EVIDENCE_MEASURE];
    struct part *sorted = arena_alloc(in->arena, (rows->count + 1) * sizeof *sorted);
    if (rows->count) memcpy(sorted, rows->items, rows->count * sizeof *sorted);
    qsort(sorted, rows->count, sizeof *sorted, by_slot);
    for (size_t i = 1; i < rows->count; i++)
        if (sorted[i].slot == sorted[i - 1].slot)
            tell_error(in, sorted[i].at, 0, "leave one of them out", "the part %s stands twice",
                       quote_str(c->entries[sorted[i].slot].id).text);
}

void parts_read(struct intake *in, struct entry *e)
{
    struct rows rows;
    struct str key = in->key;
    uint32_t start = reader_offset(&in->reader);
    bool any = false;
    if (!rows_open(in, &rows, sizeof(struct part), "an array of measures")) return;
    while (rows_next(in, key)) {
        struct part *part = rows_add(in->arena, &rows);
        any = true;
        if (!part_read(in, e, part)) rows.count--;
    }
    if (in->reader.failed) return;
    if (!any) tell_error(in, start, 0, "leave it out, or name the measures that add up to it", "\"parts\" is empty");
    if (!in->quiet) twins_tell(in, &rows);
    e->parts = arena_alloc(in->arena, (rows.count + 1) * sizeof *e->parts);
    for (size_t i = 0; i < rows.count; i++) e->parts[e->part_count++] = ((struct part *)(void *)rows.items)[i].slot;
}

void parts_within_read(struct intake *in, double *out)
{
    struct number n;
    if (want_share(in, &n)) *out = n.value;
}

void changes_within_read(struct intake *in, double *out)
{
    struct number n;
    uint32_t at = reader_offset(&in->reader);
    if (!want_number(in, &n)) return;
    *out = n.value;
    if (n.value < 1)
        tell_error(in, at, 0, "a factor: 2 questions what doubled, and what halved",
                   "\"changes_within\" must be at least 1, got %.60s", n.spelled.s);
}

/* --- circles -------------------------------------------------------------------------------------------- */

/* The way from an entry that was not looked at yet, by a list of its own: a catalogue may chain as many as it holds. */
struct way {
    const struct catalogue *c;
    const uint32_t *at;  /* where each entry stands */
    uint32_t *came_from; /* the entry it is a part of on this way */
    size_t *next;        /* the part to look at next */
    enum { WAY_NEW, WAY_OPEN, WAY_DONE } * state;
};

/* From `top` down to `low`, a part of which is `top` again. */
static void circle_tell(struct intake *in, const struct way *w, uint32_t low, uint32_t top)
{
    char path[DIAG_MESSAGE / 2];
    size_t n = (size_t)snprintf(path, sizeof path, "%s", w->c->entries[top].id.s);
    uint32_t s = low;
    for (; n + 80 < sizeof path; s = w->came_from[s]) {
        n += (size_t)snprintf(path + n, sizeof path - n, " is part of %s", w->c->entries[s].id.s);
        if (s == top) break;
    }
    tell_error(in, w->at[top], 1, "a part is counted by itself, and the whole is the sum",
               "the parts run in a circle: %s%s", path, s == top ? "" : "…");
}

static void walk(struct intake *in, struct way *w, uint32_t s)
{
    w->came_from[s] = NO_SLOT;
    while (s != NO_SLOT) {
        const struct entry *e = &w->c->entries[s];
        w->state[s] = WAY_OPEN;
        if (w->next[s] == e->part_count) {
            w->state[s] = WAY_DONE;
            s = w->came_from[s];
            continue;
        }
        uint32_t part = e->parts[w->next[s]++];
        if (part >= w->c->count || w->state[part] == WAY_DONE) continue;
        if (w->state[part] == WAY_OPEN) {
            circle_tell(in, w, s, part);
            continue;
        }
        w->came_from[part] = s;
        s = part;
    }
}

void parts_check(struct intake *in, const struct catalogue *c, const uint32_t *at)
{
    size_t n = c->count + 1;
    struct way w = {.c = c, .at = at};
    w.came_from = arena_zero(in->arena, n, sizeof *w.came_from);
    w.next = arena_zero(in->arena, n, sizeof *w.next);
    w.state = arena_zero(in->arena, n, sizeof *w.state);
    for (uint32_t i = 0; i < c->count; i++)
        if (w.state[i] == WAY_NEW) walk(in, &w, i);
}
