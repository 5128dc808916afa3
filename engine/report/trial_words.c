/* trial_words.c: what was expected and what came, in words. */
#include "report/trial_report.h"

static struct str id_of(const struct trial *t, uint32_t characteristic)
{
    return t->suite->pack->shape.ids[characteristic];
}
static struct str area_of(const struct trial *t, uint32_t area) { return t->suite->pack->shape.area_ids[area]; }

static void item(struct buf *out, size_t *n, struct str name)
{
    if ((*n)++ > 0) buf_put(out, ", ");
    buf_str(out, name);
}

/* --- lists ------------------------------------------------------------------------------------------------------- */

static void raised(const struct trial *t, const struct decl_expected *e, struct buf *expected, struct buf *got)
{
    size_t wanted = 0, came = 0;
    const struct board_shape *shape = &t->suite->pack->shape;
    uint32_t from = e->area == NO_SLOT ? 0 : shape->area_start[e->area];
    uint32_t to = e->area == NO_SLOT ? (uint32_t)shape->characteristics : shape->area_start[e->area + 1];
    for (size_t i = 0; i < e->count; i++) item(expected, &wanted, id_of(t, e->list[i]));
    for (uint32_t c = from; c < to; c++)
        if (trial_raised(t->result, c, e->kind)) item(got, &came, id_of(t, c));
    if (!wanted) buf_put(expected, "none");
    if (!came) buf_put(got, "none");
}

static void caps(const struct trial *t, const struct decl_expected *e, struct buf *expected, struct buf *got)
{
    const struct area_result *a = &t->result->areas[e->area];
    size_t wanted = 0, came = 0, skip = area_of(t, e->area).n + 1;
    for (size_t i = 0; i < e->count; i++) {
        struct str cap = t->suite->caps[e->list[i]];
        item(expected, &wanted, (struct str){cap.s + skip, cap.n - skip});
    }
    for (size_t i = 0; i < a->capped_count; i++) item(got, &came, a->capped[i].cap->decl->id);
    if (!wanted) buf_put(expected, "none");
    if (!came) buf_put(got, "none");
}

/* --- what it is of ------------------------------------------------------------------------------------------------ */

void trial_subject_words(const struct suite *s, const struct decl_expected *e, struct buf *of)
{
    static const char *const kinds[] = {[EXPECT_OUTCOME] = "",
                                        [EXPECT_GRADE] = "grade of ",
                                        [EXPECT_COMPUTED] = "computed grade of ",
                                        [EXPECT_RAISES] = "raised",
                                        [EXPECT_IMPROVEMENTS] = "areas for improvement",
                                        [EXPECT_CONCERNS] = "causes of concern",
                                        [EXPECT_PRACTICES] = "promising practices",
                                        [EXPECT_CAPS] = "caps",
                                        [EXPECT_BECAUSE] = "reason of ",
                                        [EXPECT_WHY] = "reason of "};
    const struct board_shape *shape = &s->pack->shape;
    bool list = e->kind >= EXPECT_RAISES && e->kind <= EXPECT_CAPS;
    buf_put(of, kinds[e->kind]);
    if (list && e->area != NO_SLOT) buf_put(of, " in ");
    if (e->characteristic != NO_SLOT)
        buf_str(of, shape->ids[e->characteristic]);
    else if (e->area != NO_SLOT)
        buf_str(of, shape->area_ids[e->area]);
}

/* --- texts ------------------------------------------------------------------------------------------------------- */

static void quoted(struct buf *out, struct str text)
{
    buf_put(out, "… ");
    buf_str(out, text);
    buf_put(out, " …");
}

static void why(const struct trial *t, const struct decl_expected *e, struct buf *got)
{
    const struct area_result *a = &t->result->areas[e->area];
    size_t n = 0;
    for (size_t i = 0; i < a->why_count; i++) item(got, &n, a->why[i]);
    if (!n) buf_put(got, "no reason");
}

static void grades(const struct trial *t, const struct decl_expected *e, struct buf *expected, struct buf *got)
{
    const struct area_result *a = &t->result->areas[e->area];
    bool computed = e->kind == EXPECT_COMPUTED;
    buf_put(expected, pack_grade_name(t->suite->pack, e->word));
    buf_put(got, pack_grade_name(t->suite->pack, computed ? a->computed : a->grade));
}

void trial_words(const struct trial *t, const struct decl_expected *e, struct buf *of, struct buf *expected,
                 struct buf *got)
{
    trial_subject_words(t->suite, e, of);
    switch (e->kind) {
    case EXPECT_OUTCOME:
        buf_put(expected, peel_outcome_name((enum peel_outcome)e->word));
        buf_put(got, peel_outcome_name(t->result->verdicts[e->characteristic].outcome));
        break;
    case EXPECT_GRADE:
    case EXPECT_COMPUTED: grades(t, e, expected, got); break;
    case EXPECT_BECAUSE:
        quoted(expected, e->text);
        buf_str(got, t->result->verdicts[e->characteristic].reason);
        break;
    case EXPECT_WHY:
        quoted(expected, e->text);
        why(t, e, got);
        break;
    case EXPECT_CAPS: caps(t, e, expected, got); break;
    default: raised(t, e, expected, got);
    }
}

void trial_broken_words(const struct trial *t, struct buf *out)
{
    uint32_t characteristic, area;
    const struct verdict *v = trial_broken(t->is, t->result, &characteristic, &area);
    if (!v) return;
    if (characteristic != NO_SLOT)
        buf_str(out, id_of(t, characteristic));
    else
        buf_put(out, "the ladder or a cap of "), buf_str(out, area_of(t, area));
    buf_put(out, " ended as ");
    buf_put(out, peel_outcome_name(v->outcome));
    buf_put(out, ": ");
    buf_str(out, v->reason);
}

/* --- coverage
 * ------------------------------------------------------------------------------------------------------------- */

const char *cover_kind_name(enum cover_kind kind)
{
    static const char *const names[] = {"outcomes", "grades", "caps", "raised"};
    return names[kind];
}

unsigned cover_percent(size_t covered, size_t of) { return of ? (unsigned)(covered * 100 / of) : 100; }

void cover_words(const struct coverage *c, const struct cover_item *item_of, struct buf *out)
{
    const struct pack *pack = c->pack;
    switch (item_of->kind) {
    case COVER_OUTCOME:
        buf_str(out, pack->shape.ids[item_of->characteristic]);
        buf_printf(out, ": %s", peel_outcome_name((enum peel_outcome)item_of->word));
        break;
    case COVER_RAISE:
        buf_str(out, pack->shape.ids[item_of->characteristic]);
        buf_printf(out, ": what %s raises, %sraised", peel_outcome_name((enum peel_outcome)item_of->word),
                   item_of->yes ? "" : "not ");
        break;
    case COVER_CAP:
        buf_printf(out, "%s, cap %s: %sacting", pack->shape.area_ids[item_of->area].s, item_of->cap->id.s,
                   item_of->yes ? "" : "not ");
        break;
    default:
        buf_printf(out, "%s: graded %s", pack->shape.area_ids[item_of->area].s, pack_grade_name(pack, item_of->word));
    }
}
