/* text.c: the format text: whole pages for a handful of organisations, an overview for more (or for one that is asked
 * for, its page). */
#include "base/mem.h"
#include "report/page.h"
#include "report/reach.h"
#include "report/wrap.h"

#define HANDFUL 5 /* more organisations than this are an overview */

struct text {
    struct buf *scratch; /* one each worker, and one more */
    struct reach *reach; /* for each worker, of each area */
    size_t areas;
    unsigned workers;
};

static void text_close(void *state)
{
    struct text *t = state;
    for (unsigned i = 0; t->scratch && i <= t->workers; i++) buf_done(&t->scratch[i]);
    mem_free(t->scratch);
    mem_free(t->reach);
    mem_free(t);
}

static void *text_open(const struct report *r)
{
    struct text *t = mem_zero(1, sizeof *t);
    if (!t) return NULL;
    t->workers = r->workers;
    t->areas = r->pack->area_count;
    t->scratch = mem_zero(r->workers + 1u, sizeof *t->scratch);
    t->reach = mem_zero(r->workers * t->areas, sizeof *t->reach);
    if (t->scratch && t->reach) return t;
    text_close(t);
    return NULL;
}

static bool is_overview(const struct report *r) { return r->count > HANDFUL && !r->full; }

static struct page page_for(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                            unsigned desk)
{
    return (struct page){r, &r->style, result, out, &((struct text *)state)->scratch[desk]};
}

static void text_begin(const struct report *r, void *state, struct buf *out)
{
    struct page p = page_for(r, state, NULL, out, r->workers);
    if (r->number > 0) buf_char(out, '\n');
    if (is_overview(r)) overview_head(&p);
}

static void text_one(const struct report *r, void *state, const struct org_result *result, struct buf *out,
                     unsigned worker)
{
    struct page p = page_for(r, state, result, out, worker);
    struct text *t = state;
    if (is_overview(r)) {
        overview_line(&p);
        reach_count(t->reach + worker * t->areas, result);
    } else
        page_organisation(&p);
    out->failed = out->failed || p.scratch->failed;
}

static void text_end(const struct report *r, void *state, const struct run_totals *totals, struct buf *out)
{
    struct page p = page_for(r, state, NULL, out, r->workers);
    if (is_overview(r)) {
        struct text *t = state;
        overview_end(&p, totals);
        for (unsigned i = 1; i < t->workers; i++) reach_add(t->reach, t->reach + i * t->areas, t->areas);
        reach_tell(&p, t->reach, totals);
        buf_put(out, "\nOne organisation's page: --only ID, or peel explain. All pages: --full.\n");
    } else {
        page_title(&p, STR("About these judgments"));
    }
    page_closing(&p, totals);
    out->failed = out->failed || p.scratch->failed;
}

const struct format FORMAT_TEXT = {
    "text",  "pages to read; more than five organisations: an overview", 0, text_open, text_close, text_begin, text_one,
    text_end, true};
