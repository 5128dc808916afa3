/* columns.h: a dataset of a few lines, its columns filled, every organisation read; and what a column says, as a text
 * that two ways of getting there can be compared by. */
#ifndef UNIT_COLUMNS_H
#define UNIT_COLUMNS_H
#include "base/mem.h"
#include "cohort/cohort.h"
#include "folder.h"
#include "unit.h"

enum { COLUMNS_ORGS = 4000 };

static struct columns {
    struct diags diags;
    struct load *load;
    struct cohort *cohort;
    struct arena arena;
    struct batch batch;
    struct org *orgs[COLUMNS_ORGS];
    size_t count;
    struct buf told;
} side;

static inline const char *side_problems(void)
{
    buf_clear(&side.told);
    diags_render(&side.diags, &side.told, false);
    return buf_text(&side.told);
}

static inline void side_close(void)
{
    cohort_close(side.cohort);
    if (side.load) load_close(side.load);
    batch_done(&side.batch);
    arena_done(&side.arena);
    diags_done(&side.diags);
    buf_done(&side.told);
}

/* The first pass; false: it was not good. */
static inline bool side_fill(const char *path, const struct cohort_plan *plan, unsigned workers)
{
    memset(&side, 0, sizeof side);
    diags_init(&side.diags);
    arena_init(&side.arena);
    batch_init(&side.batch);
    buf_init(&side.told);
    side.load = load_open(path, &side.diags);
    side.cohort = side.load ? cohort_open(side.load, plan) : NULL;
    if (side.cohort) cohort_keep_names(side.cohort);
    return side.cohort && load_check(side.load, workers, &side.diags);
}

/* The second: every organisation. */
static inline bool side_read(void)
{
    if (!load_rewind(side.load)) return false;
    while (load_bring(side.load, &side.batch, &side.diags))
        for (size_t i = 0; i < side.batch.count; i++)
            if (!(side.orgs[side.count++] = load_org(side.load, &side.batch, i, &side.arena, NULL))) return false;
    return side.diags.errors == 0;
}

static inline void side_open(const char *path, const struct cohort_plan *plan, unsigned workers)
{
    if (!side_fill(path, plan, workers) || !side_read()) ck_abort_msg("%s", side_problems());
}

static inline const struct org *side_org(const char *id)
{
    for (size_t i = 0; i < side.count; i++)
        if (str_is(side.orgs[i]->id, id)) return side.orgs[i];
    ck_abort_msg("no %s", id);
    return NULL;
}

static inline struct cohort_view side_view(uint32_t choice, const char *id)
{
    return cohort_view(side.cohort, choice, side_org(id), &side.arena);
}

static inline void put_outliers(struct buf *out, const char *name, const struct cohort_outlier *list, size_t count)
{
    buf_printf(out, "%s", name);
    for (size_t i = 0; i < count; i++) {
        buf_char(out, ' '), buf_str(out, cohort_id(side.cohort, list[i].organisation));
        buf_printf(out, "=%.17g(%.17g)", list[i].value, list[i].z);
    }
    buf_char(out, '\n');
}

/* "n 3: 1 2 4\nlines …\nabove …\nbelow …\nabsent b:out-of-scope …\n" */
static inline void side_describe(uint32_t choice, struct buf *out)
{
    struct cohort_entry e;
    cohort_entry(side.cohort, choice, &side.arena, &e);
    buf_printf(out, "n %zu:", e.n);
    if (e.lineless) buf_printf(out, " without lines %zu", e.lineless);
    for (size_t i = 0; e.sorted && i < e.n; i++) buf_printf(out, " %.17g", e.sorted[i]);
    if (e.lines)
        buf_printf(out, "\nlines %d %.17g %.17g %.17g", e.lines->status, e.lines->lower, e.lines->mean, e.lines->upper);
    buf_char(out, '\n');
    put_outliers(out, "above", e.above, e.above_count);
    put_outliers(out, "below", e.below, e.below_count);
    buf_put(out, "absent");
    for (size_t i = 0; i < e.absent_count; i++) {
        buf_char(out, ' '), buf_str(out, cohort_id(side.cohort, e.absent[i].organisation));
        buf_printf(out, ":%s", e.absent[i].why);
    }
    buf_char(out, '\n');
}
#endif
