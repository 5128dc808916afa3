/* sums.c: what must add up: measures over the organisations, to what is published or to a row of totals; and measures
 * that are the sum of their parts. What agrees is cohort/consistency.h's to say, as where a dataset is checked. */
#include "cohort/consistency.h"
#include "import/importing.h"
#include "import/spelling.h"
#include <math.h>
#include <stdio.h>

struct total {
    struct adding adding;
    size_t counted, missing;
    bool wrong;
};

static double sum_of(const struct total *t) { return adding_sum(&t->adding); }

static bool agrees(const struct total *t, double said, double within, double within_share)
{
    return adding_agrees(&t->adding, said, fmax(within, within_share * fabs(said)));
}

struct shown {
    char text[DOUBLE_TEXT + 1];
};
/* To nine decimals at most, so that no binary fraction shows. */
static struct shown show(double d)
{
    struct shown s;
    double tidy = fabs(d) < 1e6 ? rint(d * 1e9) / 1e9 : fabs(d) < 1e12 ? rint(d * 1e3) / 1e3 : d;
    s.text[double_text(tidy, s.text)] = '\0';
    return s;
}

/* "1 less", "0.5 more". */
static const char *difference(struct importing *im, double sum, double said)
{
    return arena_printf(im->arena, "%s %s", show(fabs(sum - said)).text, sum < said ? "less" : "more");
}

/* --- Over organisations ---------------------------------------------------------------------------------- */

static struct total total_of(const struct importing *im, size_t figure, bool all)
{
    struct total t = {0};
    for (size_t i = 0; i < im->member_count; i++) {
        const struct member *m = im->members[i];
        const struct value *v = &m->values[figure];
        if (m->outside && !all) continue;
        t.wrong = t.wrong || v->wrong;
        if (v->wrong || v->missing)
            t.missing++;
        else
            adding_add(&t.adding, v->parts[0].value), t.counted++;
    }
    return t;
}

static const char *over(struct importing *im, const struct total *t, bool all)
{
    const char *plural = t->counted == 1 ? "" : "s", *where = all ? "" : " in scope";
    if (!t->missing) return arena_printf(im->arena, "%zu organisation%s%s", t->counted, plural, where);
    return arena_printf(im->arena, "%zu organisation%s%s, and %zu without it", t->counted, plural, where, t->missing);
}

static void check_said(struct importing *im, const struct decl_sum *sum, size_t figure)
{
    struct total t = total_of(im, figure, sum->all);
    if (t.wrong || agrees(&t, sum->is, sum->within, sum->within_share)) return;
    complain_mapping(
        im, DIAG_ERROR, (struct said){sum->spot, NULL, STR("is")},
        "look for a row that is missing or wrong, and at `out_of_scope`; `within` says by how much it may differ",
        "the sum of \"%s\" must be %s, got %s: %s (%s)", im->figures[figure].id.s, show(sum->is).text, show(sum_of(&t)).text,
        difference(im, sum_of(&t), sum->is), over(im, &t, sum->all));
}

static void check_row(struct importing *im, const struct decl_sum *sum, size_t figure, const struct left *left)
{
    const struct figure *f = &im->figures[figure];
    struct cell *cell = table_cell(&left->in->table, left->row, f->columns[0].at);
    struct spelled said;
    struct total t = total_of(im, figure, sum->all);
    if (missing_spelled(im, &f->decl->missing, cell->text)) return;
    if (spelling_read(cell->text, f->decl->percent, &said) != SPELLING_GOOD) {
        tell_number(left->in, cell, f->decl->percent, im->diags);
        return;
    }
    if (t.wrong || agrees(&t, said.value, sum->within, sum->within_share)) return;
    table_complain(&left->in->table, cell, im->diags, DIAG_ERROR,
                   arena_printf(im->arena,
                                "%s:%d says what may differ: `within` in units, `within_share` of the total; over = "
                                "\"all\" counts all organisations",
                                sum->spot.file, sum->spot.line),
                   "\"%s\" says %s for \"%s\", and its parts add up to %s: %s (%s)", sum->row.s, show(said.value).text,
                   f->id.s, show(sum_of(&t)).text, difference(im, sum_of(&t), said.value), over(im, &t, sum->all));
}

static bool has_row(const struct importing *im, const struct decl_sum *sum, const struct tabled *in)
{
    for (size_t i = 0; i < im->left_count; i++)
        if (im->left[i].in == in && str_eq(im->left[i].text, sum->row)) return true;
    return false;
}

/* `leave_out` may name it, and no row be called so. */
static const char *row_hint(struct importing *im, struct str row)
{
    const struct decl_organisations *o = &im->mapping.organisations;
    for (size_t i = 0; i < o->left_out_count; i++)
        if (str_eq(o->left_out[i].text, row)) return "look how the table spells it, and whether it is in that table";
    return arena_printf(im->arena, "leave_out = { [\"%.60s\"] = \"the sum of all\" }", row.s);
}

/* False where there is no such row: it is told once. */
static bool check_rows(struct importing *im, const struct decl_sum *sum, size_t figure)
{
    const struct found *column = &im->figures[figure].columns[0];
    if (!column->in && im->figures[figure].decl->value >= 0)
        complain_mapping(im, DIAG_ERROR, (struct said){sum->spot, NULL, im->figures[figure].id},
                         "say what the sum `is`", "\"%s\" is worked out: no row of a table says its sum",
                         im->figures[figure].id.s);
    if (!column->in) return true;
    for (size_t i = 0; i < im->left_count; i++)
        if (im->left[i].in == column->in && str_eq(im->left[i].text, sum->row))
            check_row(im, sum, figure, &im->left[i]);
    if (has_row(im, sum, column->in)) return true;
    complain_mapping(im, DIAG_ERROR, (struct said){sum->spot, NULL, sum->row}, row_hint(im, sum->row),
                     "%s has no row \"%.60s\" that is left out by its name", column->in->table.file, sum->row.s);
    return false;
}

static void check_sum(struct importing *im, const struct decl_sum *sum)
{
    for (size_t k = 0; k < sum->of.count; k++) {
        uint32_t figure = index_find(im->figure_index, sum->of.list[k]);
        if (figure == NO_SLOT) continue; /* told */
        if (sum->has_is)
            check_said(im, sum, figure);
        else if (!check_rows(im, sum, figure))
            return;
    }
}

void sums_check(struct importing *im)
{
    for (size_t i = 0; i < im->mapping.sum_count; i++) {
        const struct decl_sum *sum = &im->mapping.sums[i];
        if (!sum->round.s || str_eq(sum->round, im->round->spelling)) check_sum(im, sum);
    }
}

/* --- Parts ------------------------------------------------------------------------------------------------ */

static void compare_parts(struct importing *im, const struct figure *f, const struct member *m)
{
    const struct value *whole = &m->values[f - im->figures];
    struct total t = {0};
    if (whole->wrong || whole->missing) return;
    for (size_t i = 0; i < f->decl->parts.count; i++) {
        uint32_t part = index_find(im->figure_index, f->decl->parts.list[i]);
        if (part == NO_SLOT || m->values[part].wrong || m->values[part].missing)
            return; /* no sum without one of them */
        adding_add(&t.adding, m->values[part].parts[0].value);
    }
    double said = whole->parts[0].value;
    if (agrees(&t, said, 0, f->decl->parts_within)) return;
    const char *hint =
        arena_printf(im->arena, "%s:%d says its `parts`; `parts_within` is the share of it by which they may differ",
                     f->decl->spot.file, f->decl->spot.line);
    const char *message = arena_printf(im->arena, "\"%s\" of \"%.80s\" is %s, and its parts add up to %s: %s", f->id.s,
                                       m->id.s, show(said).text, show(sum_of(&t)).text, difference(im, sum_of(&t), said));
    if (whole->cell)
        table_complain(&whole->in->table, whole->cell, im->diags, DIAG_ERROR, hint, "%s", message);
    else
        complain_mapping(im, DIAG_ERROR, (struct said){f->decl->spot, NULL, f->id}, hint, "%s", message);
}

void parts_compare(struct importing *im)
{
    for (size_t i = 0; i < im->member_count; i++)
        for (size_t k = 0; k < im->mapping.figure_count[EVIDENCE_MEASURE]; k++)
            if (im->figures[k].decl->parts.count) compare_parts(im, &im->figures[k], im->members[i]);
}
