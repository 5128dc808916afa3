/* graded.h: a folder with the little pack in it, a dataset opened with a pack, and the two graded on the spot. */
#ifndef UNIT_GRADED_H
#define UNIT_GRADED_H
#include "compare/side.h"
#include "little.h"
#include "unit.h"

static struct diags diags;
static struct buf told;

static inline void begin(void)
{
    diags_init(&diags);
    buf_init(&told);
    little_write();
}

static inline void end(void)
{
    buf_done(&told);
    diags_done(&diags);
    folder_leave();
}

static inline const char *problems(void)
{
    buf_clear(&told);
    diags_render(&diags, &told, false);
    return buf_text(&told);
}

struct graded { struct pack *pack; struct load *load; struct cohort *cohort; };

static inline struct graded opened(const char *pack, const char *file)
{
    struct graded g = {.pack = pack_open(pack, NULL, &diags)};
    ck_assert_msg(g.pack != NULL, "%s", problems());
    g.load = load_open(file, &diags);
    ck_assert_msg(g.load != NULL, "%s", problems());
    g.cohort = cohort_open(g.load, &g.pack->cohort);
    ck_assert_msg(load_check(g.load, 1, &diags), "%s", problems());
    return g;
}

static inline void closed(struct graded g)
{
    cohort_close(g.cohort);
    load_close(g.load);
    pack_close(g.pack);
}

static inline struct judged *spot(const char *pack, const char *file, unsigned workers)
{
    struct run_totals totals;
    struct graded g = opened(pack, file);
    const struct side_grading grading = {.pack = g.pack, .load = g.load, .cohort = g.cohort, .name = file, .workers = workers};
    struct judged *side = side_grade(&grading, &totals, &diags);
    ck_assert_msg(side != NULL, "%s", problems());
    closed(g);
    return side;
}
#endif
