/* overview.c: many organisations on one page: a line each, a column an area, grades shortened to their initials. */
#include "report/page.h"
#include "report/wrap.h"
#include <stdio.h>

static void initials(struct str name, size_t letters, char text[8])
{
    size_t n = 0;
    for (size_t i = 0; i < name.n && n < 7; i++) {
        bool starts = i == 0 || name.s[i - 1] == '-' || name.s[i - 1] == '_';
        bool more = i < letters; /* of the first word, so that two grades differ */
        if (starts)
            text[n++] = (char)(name.s[i] >= 'a' && name.s[i] <= 'z' ? name.s[i] - 32 : name.s[i]);
        else if (more && name.s[i] != '-')
            text[n++] = name.s[i];
    }
    text[n] = '\0';
}

static bool taken(const struct str *scale, size_t count, int grade, size_t letters, const char *text)
{
    for (size_t i = 0; i < count; i++) {
        char other[8];
        if ((int)i == grade) continue;
        initials(scale[i], letters, other);
        if (strcmp(other, text) == 0) return true;
    }
    return false;
}

void overview_short(const struct str *scale, size_t count, int grade, char text[8])
{
    if (grade < 0) {
        const char *none = grade == PEEL_UNGRADED                ? "."
                           : grade == PEEL_INSUFFICIENT_EVIDENCE ? "?"
                           : grade == PEEL_GRADE_NOT_INSPECTED   ? "-"
                                                                 : "!";
        snprintf(text, 8, "%s", none);
        return;
    }
    for (size_t letters = 1; letters < 7; letters++) {
        initials(scale[grade], letters, text);
        if (!taken(scale, count, grade, letters, text)) return;
    }
}

static size_t id_width(const struct page *p)
{
    size_t most = p->style->width / 3;
    size_t id = p->report->id_width < 12 ? 12 : p->report->id_width;
    return id < most ? id : most;
}

#define CELL 5 /* "RI*c " */

static void legend(struct page *p)
{
    const struct pack *pack = p->report->pack;
    struct buf *s = p->scratch;
    for (size_t i = 0; i < pack->area_count; i++) {
        char label[24];
        snprintf(label, sizeof label, "%3zu  ", i + 1);
        page_item(p, label, pack->areas[i].decl->title);
    }
    buf_char(p->out, '\n');
    buf_clear(s);
    for (int g = (int)pack->decl.scale.count - 1; g >= 0; g--) {
        char text[8];
        overview_short(pack->decl.scale.list, pack->decl.scale.count, g, text);
        buf_put(s, text);
        buf_char(s, ' ');
        words(pack_grade_name(pack, g), s);
        buf_put(s, ", ");
    }
    buf_put(s, "? insufficient evidence, . not graded, - not inspected, ! a rule failed; "
               "* computed and published differ, c carried over, m moderated. "
               "CoC causes of concern, AFI areas for improvement.");
    page_item(p, "", (struct str){s->data, s->length});
}

void overview_head(struct page *p)
{
    const struct pack *pack = p->report->pack;
    char number[24];
    buf_clear(p->scratch);
    buf_printf(p->scratch, "%s %s, round %s: %llu organisations", pack->decl.name.s, pack->decl.version.s,
               p->report->dataset->round.s, (unsigned long long)p->report->count);
    struct buf title = *p->scratch; /* page_title writes no scratch */
    page_title(p, (struct str){title.data, title.length});
    legend(p);
    buf_char(p->out, '\n');
    paint_on(p->style, PAINT_FAINT, p->out);
    columns_pad(p->out, STR("Organisation"), id_width(p) + 2);
    for (size_t i = 0; i < pack->area_count; i++) {
        snprintf(number, sizeof number, "%zu", i + 1);
        columns_pad(p->out, str_of(number), CELL);
    }
    buf_put(p->out, "CoC  AFI");
    paint_off(p->style, PAINT_FAINT, p->out);
    buf_char(p->out, '\n');
}

static void cell(struct page *p, const struct area_result *a)
{
    const struct decl_pack *d = &p->report->pack->decl;
    char text[16];
    overview_short(d->scale.list, d->scale.count, a->grade, text);
    size_t used = strlen(text);
    paint_str(p->style, paint_of_grade(a->grade, d->scale.count), (struct str){text, used}, p->out);
    size_t from = p->out->length;
    if (agreement_counts(p->result->org, a) && a->published != a->computed) buf_char(p->out, '*');
    if (a->status == PEEL_CARRIED_OVER) buf_char(p->out, 'c');
    if (a->moderation) buf_char(p->out, 'm');
    used += p->out->length - from;
    blanks(p->out, used < CELL ? CELL - used : 1);
}

static void tally(struct page *p, size_t n, size_t width)
{
    char text[24];
    snprintf(text, sizeof text, "%zu", n);
    paint_str(p->style, n > 0 ? PAINT_NONE : PAINT_FAINT, str_of(text), p->out);
    if (strlen(text) < width) blanks(p->out, width - strlen(text));
}

void overview_line(struct page *p)
{
    const struct org_result *r = p->result;
    columns_exact(p->out, r->org->id, id_width(p), p->style->utf8);
    buf_put(p->out, "  ");
    for (size_t i = 0; i < r->pack->area_count; i++) cell(p, &r->areas[i]);
    tally(p, r->concern_count, 5);
    tally(p, r->improvement_count, r->org->in_scope ? 0 : 5);
    if (!r->org->in_scope) buf_put(p->out, "out of scope");
    buf_char(p->out, '\n');
}

static void tally_of(struct page *p, const char **before, uint64_t n, const char *name)
{
    if (n == 0) return;
    buf_put(p->scratch, *before);
    buf_int(p->scratch, (int64_t)n);
    buf_char(p->scratch, ' ');
    words(name, p->scratch);
    *before = ", ";
}

/* "Of all areas: 3 outstanding, 12 good, 1 insufficient evidence." */
void overview_end(struct page *p, const struct run_totals *totals)
{
    const struct pack *pack = p->report->pack;
    const char *before = totals->outside ? "Of all graded areas of those in scope: " : "Of all graded areas: ";
    buf_clear(p->scratch);
    for (int g = (int)pack->decl.scale.count - 1; g >= 0; g--)
        tally_of(p, &before, totals->areas.below[g], pack_grade_name(pack, g));
    for (int g = PEEL_INSUFFICIENT_EVIDENCE; g >= PEEL_GRADE_NOT_INSPECTED; g--)
        tally_of(p, &before, totals->areas.no_grade[-1 - g], pack_grade_name(pack, g));
    if (p->scratch->length == 0) return;
    buf_put(p->scratch, ".");
    buf_char(p->out, '\n');
    wrap(p->out, (struct str){p->scratch->data, p->scratch->length}, 0, 0, p->style->width);
}
