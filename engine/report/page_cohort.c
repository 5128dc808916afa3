/* page_cohort.c: the measures that were read against other organisations: how many counted, who did not and why, the
 * lines and what they were drawn by, a plot, and who stands outside. */
#include "data/phrase.h"
#include "report/entries.h"
#include "report/page.h"
#include "report/plot.h"
#include "report/wrap.h"
#include "stats/words.h"
#include <math.h>

enum { NAMED = 40 }; /* of a list, in text; the formats json and jsonl have all of them */

struct telling {
    struct page *page;
    size_t width;      /* of the table's first column */
    bool lines;        /* there is room for them in the table; they stand below in any case */
    struct buf bodies; /* what follows the table: of each measure at most NAMED of a list, however many there are */
};

static const struct entry *measure_of(const struct page *p, const struct cohort_entry *e)
{
    return &p->report->dataset->catalogues[EVIDENCE_MEASURE].entries[e->slot];
}

/* "Officers per 1,000 residents" */
static void put_measure(const struct page *p, uint32_t slot, struct buf *s)
{
    safe(s, phrase_title(p->report->dataset, EVIDENCE_MEASURE, slot));
    phrase_per(p->report->dataset, slot, s);
}

/* --- The table ---------------------------------------------------------------------------------------------------- */

enum { FIGURE = 9, COUNT = 8, SCALE = 7, TITLE_LEAST = 20, WIDE = 2 + TITLE_LEAST + 3 * FIGURE + 3 * COUNT + SCALE };

static void title_cell(struct page *p, uint32_t slot, size_t width)
{
    buf_clear(p->scratch);
    put_measure(p, slot, p->scratch);
    columns_exact(p->out, (struct str){p->scratch->data, p->scratch->length}, width, p->style->utf8);
}

/* To the right, like numbers. */
static void cell(struct page *p, struct str text, size_t width)
{
    size_t used = columns(text);
    blanks(p->out, used < width ? width - used : 1);
    buf_str(p->out, text);
}

/* "1.92e8", where all the digits would not fit. */
static void put_short(double d, struct buf *s)
{
    int exponent = 0;
    for (; fabs(d) >= 9.995; d /= 10) exponent++;
    for (; d != 0 && fabs(d) < 0.9995; d *= 10) exponent--;
    buf_fixed(s, d, 2);
    buf_printf(s, "e%d", exponent);
}

static void figure_cell(struct page *p, double d)
{
    buf_clear(p->scratch);
    phrase_figure(d, p->scratch);
    if (p->scratch->length >= FIGURE && isfinite(d)) buf_clear(p->scratch), put_short(d, p->scratch);
    cell(p, (struct str){p->scratch->data, p->scratch->length}, FIGURE);
}

static void count_cell(struct page *p, size_t n)
{
    buf_clear(p->scratch);
    buf_int(p->scratch, (int64_t)n);
    cell(p, (struct str){p->scratch->data, p->scratch->length}, COUNT);
}

static void row(const struct telling *t, const struct cohort_entry *e)
{
    struct page *p = t->page;
    bool drawn = e->lines && e->lines->status == OUTLIER_DONE;
    const double figures[] = {drawn ? e->lines->lower : 0, drawn ? e->lines->mean : 0, drawn ? e->lines->upper : 0};
    buf_put(p->out, "  ");
    title_cell(p, e->slot, t->width);
    count_cell(p, e->n);
    for (int i = 0; t->lines && i < 3; i++)
        if (drawn)
            figure_cell(p, figures[i]);
        else
            cell(p, STR("-"), FIGURE);
    cell(p, str_of(drawn ? outlier_scale_name(e->lines->scale) : e->lines ? "none" : "own"), SCALE);
    count_cell(p, e->above_count);
    count_cell(p, e->below_count);
    buf_char(p->out, '\n');
}

static void table_head(struct page *p, size_t width, bool lines)
{
    paint_on(p->style, PAINT_FAINT, p->out);
    buf_put(p->out, "  ");
    columns_pad(p->out, STR("Measure"), width);
    cell(p, STR("n"), COUNT);
    if (lines) cell(p, STR("lower"), FIGURE), cell(p, STR("mean"), FIGURE), cell(p, STR("upper"), FIGURE);
    cell(p, STR("lines"), SCALE);
    cell(p, STR("above"), COUNT), cell(p, STR("below"), COUNT);
    paint_off(p->style, PAINT_FAINT, p->out);
    buf_char(p->out, '\n');
}

/* As wide as the longest title, as far as there is room. */
static size_t title_width(const struct page *p, bool lines)
{
    const struct cohort *c = p->report->cohort;
    size_t others = 2 + (lines ? 3 * FIGURE : 0) + 3 * COUNT + SCALE, most = p->style->width, width = TITLE_LEAST;
    for (uint32_t i = 0; i < cohort_count(c); i++) {
        if (!cohort_is_used(c, i)) continue;
        buf_clear(p->scratch);
        put_measure(p, cohort_slot(c, i), p->scratch);
        size_t is = columns((struct str){p->scratch->data, p->scratch->length});
        if (is > width) width = is;
    }
    return width + others <= most ? width : most > others + TITLE_LEAST ? most - others : TITLE_LEAST;
}

/* --- Who counts --------------------------------------------------------------------------------------------------- */

static void put_peers(const struct page *p, const struct cohort_choice *c, struct buf *s)
{
    uint32_t slot =
        c->similar.s ? catalogue_find(&p->report->dataset->catalogues[EVIDENCE_MEASURE], c->similar) : NO_SLOT;
    if (c->peers == PEERS_NAMED) buf_put(s, " of a list");
    if (c->peers != PEERS_SIMILAR) return;
    buf_printf(s, ", each read against the %lu nearest by ", (unsigned long)c->count);
    if (slot == NO_SLOT)
        buf_str(s, c->similar);
    else
        put_measure(p, slot, s);
}

static void put_why(const struct cohort_absent *a, struct buf *s)
{
    buf_put(s, " (");
    words(a->why, s);
    if (a->note.s) buf_put(s, ": "), safe(s, a->note);
    buf_char(s, ')');
}

/* Those left out by another measure share one reason. */
static size_t count_absent(const struct cohort_entry *e, bool beyond)
{
    size_t count = 0;
    for (size_t i = 0; i < e->absent_count; i++) count += (e->absent[i].cell == CELL_BEYOND) == beyond;
    return count;
}

static void list_absent(const struct page *p, const struct cohort_entry *e, bool beyond, struct buf *s)
{
    size_t told = 0, count = count_absent(e, beyond);
    for (const struct cohort_absent *a = e->absent; told < count && told < NAMED; a++) {
        if ((a->cell == CELL_BEYOND) != beyond) continue;
        if (told++ > 0) buf_put(s, ", ");
        safe(s, cohort_name(p->report->cohort, a->organisation));
        if (!beyond) put_why(a, s);
    }
    if (count > NAMED) buf_printf(s, ", and %zu more", count - NAMED);
    buf_char(s, '.');
}

/* " Not counted: City of London (left out: …), Norfolk (not collected). Left out (little is known): Kent, Surrey." */
static void put_absent(const struct page *p, const struct cohort_entry *e, struct buf *s)
{
    if (count_absent(e, false)) buf_put(s, " Not counted: "), list_absent(p, e, false, s);
    if (!count_absent(e, true)) return;
    buf_put(s, " Left out (");
    safe(s, e->choice->unless.because);
    buf_put(s, "): ");
    list_absent(p, e, true, s);
}

/* --- The lines ---------------------------------------------------------------------------------------------------- */

static void put_w(const struct normality *n, struct buf *s)
{
    buf_put(s, "W ");
    phrase_figure(n->w, s);
    buf_put(s, ", ");
    phrase_p(n->p, s);
}

static void put_reason(const struct outlier_lines *l, struct buf *s)
{
    static const char *const said[] = {
        [REASON_NONE] = "",
        [REASON_ASKED] = "in the scale that was asked for",
        [REASON_LOOKS_NORMAL] = "of the values as they are, which look normal",
        [REASON_LOGS_BETTER] = "of logarithms, which look more normal",
        [REASON_LOGS_NO_BETTER] = "of the values as they are: they do not look normal, nor more so as logarithms",
        [REASON_NOT_POSITIVE] = "of the values as they are: they do not look normal, and not all have a logarithm",
        [REASON_NOT_TESTED] = "of the values as they are, whose normality cannot be tested",
    };
    buf_put(s, said[l->reason]);
    if (l->reason == REASON_NOT_TESTED && l->raw.status == NORMALITY_TOO_MANY)
        buf_put(s, ", since they are more than 5,000");
    if (l->raw.status != NORMALITY_TESTED) return;
    buf_put(s, " (as they are ");
    put_w(&l->raw, s);
    if (l->logged.status == NORMALITY_TESTED) buf_put(s, "; logarithms "), put_w(&l->logged, s);
    buf_char(s, ')');
}

static void put_lines(const struct outlier_lines *l, struct buf *s)
{
    if (l->status != OUTLIER_DONE) {
        buf_put(s, " No lines: ");
        if (l->status == OUTLIER_TOO_FEW)
            buf_printf(s, "at least %zu are needed.", l->rules.fewest);
        else
            buf_put(s, "not all values have a logarithm.");
        return;
    }
    buf_put(s, " Lower line ");
    phrase_figure(l->lower, s);
    buf_put(s, ", mean ");
    phrase_figure(l->mean, s);
    buf_put(s, ", upper line ");
    phrase_figure(l->upper, s);
    buf_put(s, ": ");
    phrase_figure(l->rules.width, s);
    buf_put(s, " SD either side, ");
    put_reason(l, s);
    buf_char(s, '.');
}

/* --- A measure ---------------------------------------------------------------------------------------------------- */

static void head(struct page *p, const struct cohort_entry *e)
{
    struct str period = measure_of(p, e)->period;
    buf_clear(p->scratch);
    put_measure(p, e->slot, p->scratch);
    if (period.s) buf_put(p->scratch, ", "), safe(p->scratch, period);
    struct str rest = {p->scratch->data, p->scratch->length}, line;
    while (wrap_line(&rest, p->style->width - 2, &line)) {
        buf_put(p->out, "  ");
        paint_str(p->style, PAINT_STRONG, line, p->out);
        buf_char(p->out, '\n');
    }
}

static void body(struct page *p, const struct cohort_entry *e)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    buf_printf(s, "%zu organisation%s", e->n, e->n == 1 ? "" : "s");
    put_peers(p, e->choice, s);
    buf_char(s, '.');
    if (e->lines)
        put_lines(e->lines, s);
    else if (e->lineless)
        buf_printf(s, " %zu of them have no lines: at least %zu are needed%s.", e->lineless, e->choice->rules.fewest,
                   e->choice->rules.choice == CHOOSE_LOG ? ", and all with a logarithm" : "");
    put_absent(p, e, s);
    struct str note = measure_of(p, e)->note;
    if (note.s) buf_char(s, ' '), safe(s, note);
    buf_put(p->out, "    ");
    wrap(p->out, (struct str){s->data, s->length}, 4, 4, p->style->width);
}

static void outliers(struct page *p, const char *label, const struct cohort_outlier *list, size_t count, bool z)
{
    struct buf *s = p->scratch;
    buf_clear(s);
    for (size_t i = 0; i < count && i < NAMED; i++) {
        if (i > 0) buf_put(s, ", ");
        safe(s, cohort_name(p->report->cohort, list[i].organisation));
        buf_char(s, ' ');
        phrase_figure(list[i].value, s);
        if (z) buf_put(s, " (z "), phrase_figure(list[i].z, s), buf_char(s, ')');
    }
    if (count == 0) buf_put(s, "nobody");
    if (count > NAMED) buf_printf(s, ", and %zu more", count - NAMED);
    buf_put(p->out, "    ");
    buf_put(p->out, label);
    size_t indent = 4 + strlen(label);
    wrap(p->out, (struct str){s->data, s->length}, indent, indent, p->style->width);
}

static void tell(struct page *p, const struct cohort_entry *e)
{
    buf_char(p->out, '\n');
    head(p, e);
    body(p, e);
    if (e->lines && e->n > 0) plot_strip(p->style, e->sorted, e->n, e->lines, 4, p->out);
    if (e->lines && e->lines->status != OUTLIER_DONE) return;
    outliers(p, "above  ", e->above, e->above_count, !e->lines);
    outliers(p, "below  ", e->below, e->below_count, !e->lines);
}

/* In one pass: where each organisation has lines of its own, an entry draws them all. */
static void tell_twice(void *context, const struct cohort_entry *e)
{
    struct telling *t = context;
    struct page below = *t->page;
    below.out = &t->bodies;
    row(t, e);
    tell(&below, e);
}

static bool table_and_bodies(struct page *p)
{
    struct telling t = {.page = p, .lines = p->style->width >= WIDE};
    buf_init(&t.bodies);
    t.width = title_width(p, t.lines);
    page_section(p, "Against the other organisations");
    table_head(p, t.width, t.lines);
    bool good = entries_tell(p->report->cohort, tell_twice, &t) && !t.bodies.failed;
    report_drain(p->report, p->out);
    if (good) buf_add(p->out, t.bodies.data, t.bodies.length);
    buf_done(&t.bodies);
    report_drain(p->report, p->out);
    return good;
}

void page_cohort(struct page *p)
{
    bool any = false;
    for (uint32_t i = 0; i < cohort_count(p->report->cohort); i++) any = any || cohort_is_used(p->report->cohort, i);
    if (!any) return;
    if (!table_and_bodies(p)) p->out->failed = true;
    p->out->failed = p->out->failed || p->scratch->failed;
}
