/* reach.c: see reach.h. */
#include "report/reach.h"
#include "report/wrap.h"
#include <stdio.h>

void reach_count(struct reach *areas, const struct org_result *result)
{
    if (!result->org->in_scope) return;
    for (size_t i = 0; i < result->pack->area_count; i++) {
        areas[i].some += result->areas[i].evidenced > 0;
        areas[i].graded += result->areas[i].grade >= 0;
    }
}

void reach_add(struct reach *to, const struct reach *from, size_t areas)
{
    for (size_t i = 0; i < areas; i++) {
        to[i].some += from[i].some;
        to[i].graded += from[i].graded;
    }
}

static bool is_whole(const struct page *p, const struct reach *areas, uint64_t organisations)
{
    for (size_t i = 0; i < p->report->pack->area_count; i++)
        if (p->report->pack->areas[i].decl->graded && areas[i].graded < organisations) return false;
    return true;
}

static void put_of(struct buf *s, uint64_t n, uint64_t all)
{
    if (n == all)
        buf_put(s, "all");
    else if (n == 0)
        buf_put(s, "none");
    else
        buf_printf(s, "%llu", (unsigned long long)n);
}

/* " 3  Engaging with …: some of all, enough for a grade of 38" */
static void area(struct page *p, size_t i, const struct reach *r, uint64_t organisations)
{
    struct buf *s = p->scratch;
    const struct decl_area *d = p->report->pack->areas[i].decl;
    char number[32];
    snprintf(number, sizeof number, "  %3zu  ", i + 1);
    buf_clear(s);
    safe(s, d->title);
    buf_put(s, ": some of ");
    put_of(s, r->some, organisations);
    buf_put(s, d->graded ? ", enough for a grade of " : "; it is not graded");
    if (d->graded) put_of(s, r->graded, organisations);
    buf_put(p->out, number);
    wrap(p->out, (struct str){s->data, s->length}, strlen(number), strlen(number), p->style->width);
}

static void without(struct page *p, const struct reach *areas)
{
    const char *before = "No evidence at all on ";
    buf_clear(p->scratch);
    for (size_t i = 0; i < p->report->pack->area_count; i++) {
        if (areas[i].some > 0) continue;
        buf_printf(p->scratch, "%s%zu", before, i + 1);
        before = ", ";
    }
    if (p->scratch->length == 0) return;
    buf_char(p->scratch, '.');
    page_item(p, "", (struct str){p->scratch->data, p->scratch->length});
}

void reach_tell(struct page *p, const struct reach *areas, const struct run_totals *totals)
{
    uint64_t organisations = totals->organisations - totals->outside;
    char title[80];
    if (is_whole(p, areas, organisations)) return;
    snprintf(title, sizeof title, "What the evidence reaches, of %llu organisations%s",
             (unsigned long long)organisations, totals->outside ? " in scope" : "");
    page_section(p, title);
    for (size_t i = 0; i < p->report->pack->area_count; i++)
        if (areas[i].some > 0) area(p, i, &areas[i], organisations);
    without(p, areas);
}
