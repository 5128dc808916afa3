/* trial_text.c: cases for people: of those that failed what was expected beside what came, and why it came. */
#include "judge/footprint.h"
#include "report/columns.h"
#include "report/page.h"
#include "report/tree.h"
#include "report/trial_report.h"

static void counted(struct buf *out, size_t n, const char *one)
{
    buf_int(out, (int64_t)n);
    buf_char(out, ' ');
    buf_put(out, one);
    if (n != 1) buf_char(out, 's');
}

/* " (rules/x/tests/y.lua:12)": as it is opened from here. The formats for programs tell it within the pack. */
static void place(struct trial_report *r, const char *file, int line)
{
    buf_put(r->out, " (");
    safe(r->out, str_of(r->suite->pack->path));
    buf_printf(r->out, "/%s:%d)\n", file, line);
}

static void shown(struct buf *out, struct buf *text) { safe(out, (struct str){text->data, text->length}); }

/* --- a case that failed ------------------------------------------------------------------------------------------- */

static void head(struct trial_report *r, const struct trial *t, const char *word, enum paint paint)
{
    struct buf name;
    buf_init(&name);
    suite_case_name(t->file, t->is, &name);
    paint_str(&r->style, paint, str_of(word), r->out);
    buf_char(r->out, ' ');
    shown(r->out, &name);
    place(r, t->file->name, t->is->spot.line);
    buf_done(&name);
}

struct sides { /* one expectation; three texts */
    struct buf of, expected, got;
};
static void sides_init(struct sides *s) { buf_init(&s->of), buf_init(&s->expected), buf_init(&s->got); }
static void sides_done(struct sides *s) { buf_done(&s->of), buf_done(&s->expected), buf_done(&s->got); }

static size_t columns_of(const struct buf *text) { return columns((struct str){text->data, text->length}); }

static void cell(struct buf *out, const struct buf *text, size_t width)
{
    size_t used = columns_of(text);
    safe(out, (struct str){text->data, text->length});
    blanks(out, used < width ? width - used : 0);
}

/* Side by side where they are short, else one below the other. */
static void tell_sides(struct trial_report *r, const struct sides *s, size_t of, size_t expected)
{
    bool wide = expected > 40;
    buf_put(r->out, "  ");
    cell(r->out, &s->of, of);
    buf_put(r->out, "  expected ");
    cell(r->out, &s->expected, wide ? 0 : expected);
    if (wide) buf_char(r->out, '\n'), blanks(r->out, of + 4);
    buf_put(r->out, wide ? "     got " : "  got ");
    safe(r->out, (struct str){s->got.data, s->got.length});
    buf_char(r->out, '\n');
    r->out->failed = r->out->failed || s->of.failed || s->expected.failed || s->got.failed;
}

/* Twice over the expectations that did not hold: first how wide they are. */
static void tell_failures(struct trial_report *r, const struct trial *t)
{
    size_t of = 0, expected = 0;
    for (int pass = 0; pass < 2; pass++)
        for (size_t i = 0; i < t->is->expected_count; i++) {
            struct sides s;
            if (t->held[i]) continue;
            sides_init(&s);
            trial_words(t, &t->is->expected[i], &s.of, &s.expected, &s.got);
            style_spell(&r->style, &s.expected), style_spell(&r->style, &s.got);
            if (pass == 0) {
                if (columns_of(&s.of) > of) of = columns_of(&s.of);
                if (columns_of(&s.expected) > expected) expected = columns_of(&s.expected);
            } else
                tell_sides(r, &s, of, expected);
            sides_done(&s);
        }
}

/* --- why it came so ---------------------------------------------------------------------------------------------- */

static void tell_area(struct trial_report *r, const struct trial *t, uint32_t area)
{
    const struct area_result *a = &t->result->areas[area];
    for (size_t i = 0; i < a->why_count; i++) {
        struct buf text;
        buf_init(&text);
        page_sentence(t->result->pack, a->why[i], &text);
        style_spell(&r->style, &text);
        buf_put(r->out, "  ");
        buf_str(r->out, t->suite->pack->shape.area_ids[area]);
        buf_put(r->out, ": ");
        shown(r->out, &text);
        buf_char(r->out, '\n');
        buf_done(&text);
    }
}

/* Each line of a tree two columns in. */
static void tell_tree(struct trial_report *r, const struct trial *t, uint32_t characteristic)
{
    struct buf tree;
    struct style style = r->style;
    style.width = style.width > 30 ? style.width - 2 : style.width;
    buf_init(&tree);
    tree_write_characteristic(t->result, characteristic, &style, &tree);
    bool starts = true;
    for (size_t i = 0; i < tree.length; i++) {
        if (starts) buf_put(r->out, "  ");
        buf_char(r->out, tree.data[i]);
        starts = tree.data[i] == '\n';
    }
    r->out->failed = r->out->failed || tree.failed;
    buf_done(&tree);
}

static bool is_in(const struct decl_expected *e, uint32_t item)
{
    for (size_t i = 0; i < e->count; i++)
        if (e->list[i] == item) return true;
    return false;
}

/* Does a failed expectation turn on this characteristic? */
static bool turns_on(const struct trial *t, const struct decl_expected *e, uint32_t c)
{
    if (e->kind == EXPECT_OUTCOME || e->kind == EXPECT_BECAUSE) return e->characteristic == c;
    if (e->kind < EXPECT_RAISES || e->kind > EXPECT_PRACTICES) return false;
    if (e->area != NO_SLOT && t->suite->pack->characteristics[c].area != e->area) return false;
    return is_in(e, c) != trial_raised(t->result, c, e->kind);
}

static void tell_reasons(struct trial_report *r, const struct trial *t)
{
    for (uint32_t a = 0; a < t->suite->pack->area_count; a++) {
        bool asked = false;
        for (size_t i = 0; i < t->is->expected_count; i++) {
            const struct decl_expected *e = &t->is->expected[i];
            asked = asked || (!t->held[i] && e->area == a &&
                              (e->kind == EXPECT_GRADE || e->kind == EXPECT_COMPUTED || e->kind == EXPECT_CAPS));
        }
        if (asked) tell_area(r, t, a);
    }
    for (uint32_t c = 0; c < t->suite->pack->characteristic_count; c++)
        for (size_t i = 0; i < t->is->expected_count; i++)
            if (!t->held[i] && turns_on(t, &t->is->expected[i], c)) {
                tell_tree(r, t, c);
                break;
            }
}

/* One line of it, and what `text` holds, which is emptied. */
static void broken_line(struct trial_report *r, const char *before, struct buf *text, struct spot at)
{
    buf_put(r->out, before);
    shown(r->out, text);
    if (at.line)
        place(r, at.file, at.line);
    else
        buf_char(r->out, '\n');
    r->out->failed = r->out->failed || text->failed;
    buf_clear(text);
}

/* The rule's place, the calls that led there, and what it had read by then. */
static void tell_broken(struct trial_report *r, const struct trial *t)
{
    uint32_t characteristic, area;
    const struct verdict *v = trial_broken(t->is, t->result, &characteristic, &area);
    struct buf text;
    buf_init(&text);
    trial_broken_words(t, &text);
    broken_line(r, "  ", &text, (struct spot){NULL, 0});
    broken_line(r, "    raised", &text, v->raised);
    for (size_t i = 1; i < v->call_count; i++) {
        footprint_call(v, i, &text);
        broken_line(r, "    ", &text, v->calls[i].at);
    }
    footprint_read(t->result, v, &text);
    if (text.length) broken_line(r, "    ", &text, (struct spot){NULL, 0});
    buf_done(&text);
}

static void tell(struct trial_report *r, const struct trial *t)
{
    r->number++;
    if (t->state == TRIAL_PASSED) {
        if (r->verbose) head(r, t, "passed", PAINT_GOOD);
        return;
    }
    head(r, t, t->state == TRIAL_BROKEN ? "BROKEN" : "FAILED", PAINT_BAD);
    if (t->state == TRIAL_BROKEN) tell_broken(r, t);
    tell_failures(r, t);
    tell_reasons(r, t);
    buf_char(r->out, '\n');
}

/* --- coverage
 * --------------------------------------------------------------------------------------------------------- */

static void figures(struct trial_report *r)
{
    const struct coverage *c = r->coverage;
    size_t covered = coverage_covered(c, COVER_KINDS);
    buf_printf(r->out, "coverage: %u%% (%zu of %zu)", cover_percent(covered, c->count), covered, c->count);
    for (int kind = 0; kind < COVER_KINDS; kind++) {
        size_t n = coverage_items(c, (enum cover_kind)kind);
        if (n)
            buf_printf(r->out, "; %s %zu of %zu", cover_kind_name((enum cover_kind)kind),
                       coverage_covered(c, (enum cover_kind)kind), n);
    }
    buf_char(r->out, '\n');
    if (r->least > 0 && !coverage_reaches(c, r->least)) {
        buf_put(r->out, "coverage is below the ");
        buf_double(r->out, r->least);
        buf_put(r->out, "% asked for\n");
    }
}

static void coverage(struct trial_report *r)
{
    if (!r->coverage) return;
    for (size_t i = 0; i < r->coverage->count; i++) {
        const struct cover_item *item = &r->coverage->items[i];
        if (item->hits) continue;
        buf_put(r->out, "not covered: ");
        cover_words(r->coverage, item, r->out);
        place(r, item->file, item->line);
    }
    figures(r);
}

static void mutants(struct trial_report *r)
{
    const struct mutants *m = r->mutants;
    for (size_t i = 0; m && i < m->count; i++)
        if (!m->list[i].noticed) {
            buf_printf(r->out, "not noticed: %s", m->list[i].what);
            place(r, m->list[i].file, m->list[i].line);
        }
    if (m)
        buf_printf(r->out, "mutants: noticed %zu of %zu\n", m->noticed, m->count);
    else if (r->mutate)
        buf_put(r->out, "mutants: not tried; mend the cases first\n");
}

static void begin(struct trial_report *r) { (void)r; }

static void end(struct trial_report *r)
{
    const struct trial_totals *t = &r->totals;
    coverage(r);
    mutants(r);
    buf_printf(r->out, "%s %s: ", r->suite->pack->decl.name.s, r->suite->pack->decl.version.s);
    counted(r->out, t->cases, "case");
    buf_printf(r->out, ", %zu passed, %zu failed", t->passed, t->failed + t->broken);
    if (t->broken) buf_printf(r->out, " (%zu broken)", t->broken);
    buf_char(r->out, '\n');
}

const struct trial_format TRIAL_TEXT = {"text", begin, tell, end};

const struct trial_format *trial_format_named(struct str name)
{
    static const struct trial_format *const formats[] = {&TRIAL_TEXT, &TRIAL_TAP, &TRIAL_JUNIT, &TRIAL_JSON};
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++)
        if (str_is(name, formats[i]->name)) return formats[i];
    return NULL;
}
